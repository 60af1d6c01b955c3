package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightline.domain.people.BodiesInView;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.ThirdParties;
import sightline.domain.people.View;
import sightline.domain.people.Visitors;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Looked;
import sightline.domain.tracking.Presence;
import sightline.domain.tracking.Track;

/**
 * Whose bodies are in a frame. Each look is judged by what its own frame shows of faces and hands; what it found to be somebody
 * else's is carried to the frames between looks.
 */
final class JudgePersons {
  /** Looks that have to agree before their word counts for the others. */
  private static final int VOTES = 3;

  /** Share of all looks of the track that they have to be. */
  private static final double AGREEING = 0.2;

  /**
   * For how long their word counts once they are out of the window, while the track goes on. Long enough to turn round and walk off;
   * were it forever, one mistake would hide the worker's own lap to the end of the session.
   */
  private static final long REMEMBERED_MILLIS = 5_000;

  private final InTime window;
  private final FollowFinds follow;
  private final View view;
  private final Map<Integer, List<PersonJudgement>> judged = new HashMap<>();
  private @Nullable List<Presence> thirdParties;
  private boolean joined;
  private Visitors visitors;

  /**
   * @param window neighbours whose boxes mean the same places
   * @param known visitors of the session so far, of frames within reach
   */
  JudgePersons(InTime window, FollowFinds follow, View view, Visitors known) {
    this.window = window;
    this.follow = follow;
    this.view = view;
    this.visitors = known;
  }

  /** Those of the session so far, with this window's. */
  Visitors visitors() {
    join();
    return visitors;
  }

  /** One judgement a body. */
  List<PersonJudgement> persons() {
    Assessment own = window.frame().assessment();
    boolean looked = own.reading(DetectorKind.PERSON).looked().finds();
    List<PersonJudgement> judgements = looked ? among(window.frame()) : List.of();
    List<PersonJudgement> persons = new ArrayList<>();
    for (Presence other : thirdParties()) {
      persons.add(
          new PersonJudgement(other.believed(), Who.THIRD_PARTY, because(other.own(), judgements)));
    }
    if (looked) {
      judgements.stream().filter(person -> person.who() == Who.WORKER).forEach(persons::add);
    } else {
      present(Who.WORKER)
          .forEach(self -> persons.add(
              new PersonJudgement(self.believed(), Who.WORKER, because(null, judgements))));
    }
    return persons;
  }

  private static List<PersonEvidence> because(
      @Nullable Detection own, List<PersonJudgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.person().equals(own))
        .findFirst()
        .map(PersonJudgement::because)
        .orElse(List.of(PersonEvidence.SEEN_JUST_BEFORE_OR_AFTER));
  }

  /** Everybody but the worker, by this frame's look and by those around it. */
  List<Presence> thirdParties() {
    if (thirdParties == null) {
      thirdParties = present(Who.THIRD_PARTY);
    }
    return thirdParties;
  }

  private List<Presence> present(Who who) {
    return follow.present(
        DetectorKind.PERSON,
        frame -> among(frame).stream()
            .filter(person -> person.who() == who)
            .map(PersonJudgement::person)
            .toList());
  }

  /** Each look is asked for several times over, and judged once. */
  private List<PersonJudgement> among(AssessedFrame frame) {
    join();
    return judged.computeIfAbsent(frame.header().index(), index -> judge(frame));
  }

  private void join() {
    if (!joined) {
      joined = true;
      follow.tracks(DetectorKind.PERSON).forEach(this::judge);
    }
  }

  /**
   * Who is somebody else at several looks is so at all looks of the same track, whatever one of them shows by itself, and for
   * a while after them wherever the track goes on upright.
   */
  private void judge(Track track) {
    List<Track.Find> others =
        track.finds().stream().filter(this::isSomebodyElse).toList();
    long now = FollowFinds.millis(window.frame());
    long plainAt = visitors.plainAt(track.finds(), follow::index);
    if (others.size() >= VOTES && others.size() >= AGREEING * track.finds().size()) {
      track.finds().forEach(this::becomesSomebodyElse);
      visitors = visitors.with(upright(track), follow::index, lastPlain(others, now));
    } else if (plainAt >= now - REMEMBERED_MILLIS) {
      List<Track.Find> upright = upright(track);
      upright.forEach(this::becomesSomebodyElse);
      visitors = visitors.with(upright, follow::index, plainAt);
    }
  }

  /** Of what goes on after the vote only an upright body is taken at its word: the worker's arm may cross the visitor's track. */
  private List<Track.Find> upright(Track track) {
    return track.finds().stream()
        .filter(find -> {
          AssessedFrame frame = follow.frame(find.place());
          return ThirdParties.isUpright(
              find.seen(),
              frame.header().width(),
              frame.header().height(),
              frame.assessment().upright());
        })
        .toList();
  }

  /** What only later looks show is plain now. */
  private long lastPlain(List<Track.Find> others, long now) {
    return others.stream()
        .mapToLong(find -> FollowFinds.millis(follow.frame(find.place())))
        .filter(at -> at <= now)
        .max()
        .orElse(now);
  }

  private boolean isSomebodyElse(Track.Find find) {
    return judgements(find).stream()
        .anyMatch(judgement ->
            judgement.who() == Who.THIRD_PARTY && judgement.person().equals(find.seen()));
  }

  private void becomesSomebodyElse(Track.Find find) {
    if (!isSomebodyElse(find)) {
      List<PersonJudgement> judgements = new ArrayList<>(judgements(find));
      judgements.removeIf(judgement -> judgement.person().equals(find.seen()));
      judgements.add(new PersonJudgement(
          find.seen(), Who.THIRD_PARTY, List.of(PersonEvidence.SEEN_JUST_BEFORE_OR_AFTER)));
      judged.put(follow.index(find.place()), judgements);
    }
  }

  private List<PersonJudgement> judgements(Track.Find find) {
    AssessedFrame frame = follow.frame(find.place());
    return judged.computeIfAbsent(frame.header().index(), index -> judge(frame));
  }

  private List<PersonJudgement> judge(AssessedFrame frame) {
    Assessment seen = frame.assessment();
    if (failed(seen, DetectorKind.FACE) || failed(seen, DetectorKind.HAND)) {
      return seen.reading(DetectorKind.PERSON).detections().stream()
          .map(person ->
              new PersonJudgement(person, Who.THIRD_PARTY, List.of(PersonEvidence.DETECTOR_FAILED)))
          .toList();
    }
    return new ThirdParties(view)
        .among(new BodiesInView(
            frame.header().width(),
            frame.header().height(),
            seen.upright(),
            seen.reading(DetectorKind.PERSON).detections(),
            seen.reading(DetectorKind.FACE).detections(),
            seen.reading(DetectorKind.HAND)));
  }

  private static boolean failed(Assessment seen, DetectorKind kind) {
    return seen.reading(kind).looked() == Looked.FAILED;
  }
}
