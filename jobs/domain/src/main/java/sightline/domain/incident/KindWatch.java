package sightline.domain.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one kind of incident while a session lasts. Immutable.
 *
 * @param recent the last looks, from the first one that saw something; empty while an incident is open
 * @param looks at this kind so far, counted up to as many as may open an incident
 * @param open the incident that lasts, null for none
 */
public record KindWatch(
    IncidentKind kind,
    List<Word> recent,
    int looks,
    @Nullable OpenIncident open) {
  public KindWatch {
    recent = List.copyOf(recent);
  }

  static KindWatch of(IncidentKind kind) {
    return new KindWatch(kind, List.of(), 0, null);
  }

  /**
   * @param tell takes what is to be told of it now
   */
  KindWatch heard(Word word, Labels labels, IncidentRules rules, Consumer<Incident> tell) {
    if (open != null) {
      return lasting(open.heard(word), word, labels, rules, tell);
    }
    if (!word.said().looked()) {
      return this;
    }
    KindWatch longer = new KindWatch(kind, with(word), Math.min(looks + 1, kind.looks()), null);
    boolean surely = word.said() == Said.SEEN && word.sure() >= kind.surely();
    return surely || longer.evidence().size() >= kind.votes()
        ? longer.opened(labels, tell)
        : longer;
  }

  /** At the session's end: what lasts is closed; a session too short for a vote (a photo) is believed if every look saw it. */
  void end(Labels labels, Consumer<Incident> tell) {
    OpenIncident last = open;
    if (last == null && looks > 0 && looks < kind.votes() && evidence().size() == looks) {
      last = opened(labels, tell).open;
    }
    if (last != null) {
      tell.accept(last.told().as(IncidentState.CLOSED, kind, labels));
    }
  }

  private KindWatch lasting(
      OpenIncident now, Word word, Labels labels, IncidentRules rules, Consumer<Incident> tell) {
    OpenIncident next = now;
    if (word.said().quiet() && now.quietMillis() >= rules.quietMillis()) {
      tell.accept(now.told().as(IncidentState.CLOSED, kind, labels));
      next = null;
    } else if (now.worthTelling(word)) {
      next = now.told();
      tell.accept(next.as(IncidentState.UPDATED, kind, labels));
    }
    return new KindWatch(kind, List.of(), looks, next);
  }

  private KindWatch opened(Labels labels, Consumer<Incident> tell) {
    OpenIncident opened = OpenIncident.by(evidence());
    tell.accept(opened.as(IncidentState.OPENED, kind, labels));
    return new KindWatch(kind, List.of(), looks, opened);
  }

  private List<Word> with(Word word) {
    List<Word> longer = new ArrayList<>(recent);
    longer.add(word);
    int from = Math.max(0, longer.size() - kind.looks());
    while (from < longer.size() && longer.get(from).said() == Said.CLEAR) {
      from++;
    }
    return longer.subList(from, longer.size());
  }

  private List<Word> evidence() {
    return recent.stream().filter(word -> word.said() == Said.SEEN).toList();
  }
}
