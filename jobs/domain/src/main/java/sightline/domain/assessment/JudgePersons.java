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

  private final InTime window;
  private final FollowFinds follow;
  private final View view;
  private final Map<Integer, List<PersonJudgement>> judged = new HashMap<>();
  private @Nullable List<Presence> thirdParties;
  private boolean joined;

  /**
   * @param window neighbours whose boxes mean the same places
   */
  JudgePersons(InTime window, FollowFinds follow, View view) {
    this.window = window;
    this.follow = follow;
    this.view = view;
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
    if (!joined) {
      joined = true;
      judgeTracks();
    }
    return judged.computeIfAbsent(frame.header().index(), index -> judge(frame));
  }

  /** Who is somebody else at several looks is so at all looks of the same track, whatever one of them shows by itself. */
  private void judgeTracks() {
    for (Track track : follow.tracks(DetectorKind.PERSON)) {
      long others = track.finds().stream().filter(this::isSomebodyElse).count();
      if (others >= VOTES && others >= AGREEING * track.finds().size()) {
        track.finds().forEach(this::becomesSomebodyElse);
      }
    }
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
