package sightline.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.Mark;
import sightline.domain.assessment.Sighting;
import sightline.domain.framing.Area;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.restricted.BlockKind;

class SessionIncidentsTest {
  private static final long STEP = 100;

  /** Frames ten a second; what is told when the session ends comes last. */
  private static List<Incident> told(int frames, IntFunction<Shown> shown) {
    List<Incident> told = new ArrayList<>();
    SessionIncidents incidents = SessionIncidents.of(shown.apply(0).observation());
    for (int index = 0; index < frames; index++) {
      incidents =
          incidents.heard(shown.apply(index).observation(), IncidentRules.DEFAULT, told::add);
    }
    incidents.end(told::add);
    return told;
  }

  private static Shown clean(int index) {
    return Shown.clean(index, STEP * index);
  }

  private static ListAssert<IncidentState> assertStates(List<Incident> told) {
    return assertThat(told.stream().map(Incident::state).toList());
  }

  @Test
  void somebodyWhoWalksThroughIsOneIncidentFromTheFirstLookToTheLast() {
    List<Incident> told = told(
        60, index -> index >= 10 && index < 20 ? clean(index).person(0.3, 0.5, 0.6) : clean(index));
    assertStates(told).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertThat(told.get(1)).satisfies(closed -> {
      assertThat(closed.kind()).isEqualTo(IncidentKind.THIRD_PARTY_ENTERED);
      assertThat(closed.fromFrame()).isEqualTo(10);
      assertThat(closed.toFrame()).isEqualTo(19);
      assertThat(closed.from().toEpochMilli()).isEqualTo(1_000);
      assertThat(closed.to().toEpochMilli()).isEqualTo(1_900);
      assertThat(closed.count()).isEqualTo(1);
      assertThat(closed.nearest()).isEqualTo(0.5);
      assertThat(closed.revision()).isEqualTo(2);
      assertThat(closed.id()).isEqualTo(told.get(0).id()).hasSize(32);
    });
  }

  @Test
  void oneFaintFindOpensNothingAndASureOneDoes() {
    assertThat(told(50, index -> index == 20 ? clean(index).person(0, 0.5, 0.8) : clean(index)))
        .isEmpty();
    assertStates(told(50, index -> index == 20 ? clean(index).person(0, 0.5, 0.9) : clean(index)))
        .containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
  }

  @Test
  void whatItsNeighboursSayOfAFrameIsNoSecondLook() {
    assertThat(told(
            50,
            index -> index >= 18 && index <= 22
                ? clean(index)
                    .person(0, 0.5, 0.8)
                    .looked(Looked.WITH_MODEL, STEP * Math.abs(index - 20))
                : clean(index)))
        .as("one look at frame 20, carried into four frames around it")
        .isEmpty();
  }

  @Test
  void whatFlickersIsOpenedAndClosedOnce() {
    for (int seed = 1; seed <= 50; seed++) {
      java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
      boolean[] seen = new boolean[200];
      for (int index = 20; index < 160; index++) {
        // never unseen for the two seconds after which it closes
        seen[index] = index % 15 == 0 || random.nextInt(3) == 0;
      }
      List<Incident> told = told(
          seen.length, index -> seen[index] ? clean(index).person(0.3, 0.5, 0.6) : clean(index));
      assertThat(told.stream().filter(one -> one.state() == IncidentState.OPENED))
          .as("seed %s", seed)
          .hasSize(1);
      assertThat(told.stream().filter(one -> one.state() == IncidentState.CLOSED))
          .as("seed %s", seed)
          .hasSize(1);
    }
  }

  @Test
  void whatComesBackAfterAQuietTimeIsAnotherIncident() {
    List<Incident> told = told(
        100,
        index -> index % 50 >= 10 && index % 50 < 20
            ? clean(index).person(0.3, 0.5, 0.6)
            : clean(index));
    assertStates(told)
        .containsExactly(
            IncidentState.OPENED, IncidentState.CLOSED, IncidentState.OPENED, IncidentState.CLOSED);
    assertThat(told.get(2).id()).isNotEqualTo(told.get(0).id());
  }

  @Test
  void aFrameThatNobodyCouldLookAtNeitherOpensNorCloses() {
    for (Looked blind : List.of(
        Looked.TOO_DARK,
        Looked.TOO_BLURRED,
        Looked.FAILED,
        Looked.NOT_AT_ALL,
        Looked.NOT_SCHEDULED,
        Looked.NOT_JUDGED)) {
      List<Incident> told = told(100, index -> {
        if (index < 10) {
          return clean(index).person(0.3, 0.5, 0.6);
        }
        return clean(index).looked(blind, 0).because(WithholdReason.NOT_SEEN_WELL);
      });
      assertThat(told).as("%s closes nothing before the end", blind).hasSize(2);
      assertThat(told.get(1).state()).isEqualTo(IncidentState.CLOSED);
      assertThat(told(
              50,
              index -> clean(index)
                  .person(0.3, 0.5, 0.99)
                  .looked(blind, 0)
                  .because(WithholdReason.NOT_SEEN_WELL)))
          .as("%s opens nothing", blind)
          .isEmpty();
    }
  }

  @Test
  void timeThatNobodySawIsNotQuiet() {
    SessionIncidents incidents = SessionIncidents.of(clean(0).observation());
    List<Incident> before = new ArrayList<>();
    for (int index = 0; index < 65; index++) {
      Shown shown = index < 10
          ? clean(index).person(0.3, 0.5, 0.6)
          : index < 60 ? clean(index).looked(Looked.FAILED, 0) : clean(index);
      incidents = incidents.heard(shown.observation(), IncidentRules.DEFAULT, before::add);
    }
    assertStates(before)
        .as("five seconds without eyes and half a second with them are not two seconds of quiet")
        .containsExactly(IncidentState.OPENED);
  }

  @Test
  void aLateFrameSaysNothing() {
    assertThat(told(30, index -> clean(index).person(0.3, 0.5, 0.99).because(WithholdReason.LATE)))
        .isEmpty();
  }

  @Test
  void itIsToldOfAgainWhenMoreComeOrOneComesMuchNearerOrItGoesOn() {
    List<Incident> told = told(300, index -> {
      Shown one = clean(index).person(0.1, index < 50 ? 0.2 : 0.45, 0.6);
      return index < 80 ? one : one.person(0.6, 0.3, 0.6);
    });
    List<Incident> updates =
        told.stream().filter(one -> one.state() == IncidentState.UPDATED).toList();
    assertThat(updates).extracting(Incident::toFrame).containsExactly(50, 80, 180, 280);
    assertThat(updates).extracting(Incident::count).containsExactly(1, 2, 2, 2);
    assertThat(told).extracting(Incident::revision).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aMarkIsNoReasonToTellOfAnIncidentAgain() {
    List<Incident> told = told(40, index -> {
      Shown one = clean(index).person(0.1, 0.4, 0.6);
      return index == 20 ? one.marked() : one;
    });
    assertStates(told).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertThat(told.get(0).marks()).isEmpty();
    assertThat(told.get(1).marks()).containsExactly(Mark.MAYBE_A_CHILD);
    assertThat(told.get(1).severity()).isEqualTo(told.get(0).severity());
  }

  @Test
  void aMarkStandsWithNobodyElsesIncident() {
    Sighting screen = new Sighting(
        RegionKind.SCREEN,
        RegionReason.SCREEN_DETECTED,
        new Area(0.1, 0.1, 0.2, 0.2),
        null,
        null,
        0.9);
    assertThat(told(10, index -> clean(index).and(screen).marked()))
        .isNotEmpty()
        .allMatch(incident -> incident.marks().isEmpty());
  }

  @Test
  void aLetterIsADocumentAndAWordOnAPacketIsNone() {
    assertThat(told(20, index -> clean(index).text(BlockKind.LABEL))).isEmpty();
    assertThat(told(20, index -> clean(index).text(null)))
        .as("text whose shape nobody knows")
        .isEmpty();
    assertThat(told(20, index -> clean(index).text(BlockKind.CARD)))
        .extracting(Incident::kind)
        .containsOnly(IncidentKind.DOCUMENT_IN_VIEW);
  }

  @Test
  void consentThatIsMissingOpensAtOnceAndClosesWhenItIsThere() {
    List<Incident> told = told(
        60,
        index ->
            index < 20 ? clean(index).because(WithholdReason.CONSENT_UNVERIFIED) : clean(index));
    assertStates(told).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertThat(told).extracting(Incident::kind).containsOnly(IncidentKind.CONSENT_MISSING);
    assertThat(told.get(0).toFrame()).isZero();
    assertThat(told.get(1).toFrame()).isEqualTo(19);
  }

  @Test
  void consentThatIsTakenBackIsAnIncidentOfItsOwn() {
    List<Incident> told = told(
        60,
        index -> index >= 20 ? clean(index).because(WithholdReason.CONSENT_REVOKED) : clean(index));
    assertThat(told).extracting(Incident::kind).containsOnly(IncidentKind.CONSENT_REVOKED);
    assertThat(told.get(0).fromFrame()).isEqualTo(20);
  }

  @Test
  void whatIsOnlyTrackedKeepsAnIncidentOpenAndOpensNone() {
    Sighting tracked = new Sighting(
        RegionKind.PERSON, RegionReason.TRACKED, new Area(0.2, 0.1, 0.3, 0.6), null, 1, 0.95);
    assertThat(told(60, index -> clean(index).and(tracked))).isEmpty();
    List<Incident> told = told(
        60,
        index -> index < 3
            ? clean(index).person(0.2, 0.5, 0.6)
            : index < 50 ? clean(index).and(tracked) : clean(index));
    assertStates(told).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertThat(told.get(1).toFrame()).isEqualTo(49);
  }

  @Test
  void theWorkersOwnBodyIsNobodyWhoEntered() {
    Sighting own = new Sighting(
        RegionKind.PERSON, RegionReason.OWN_BODY, new Area(0.2, 0.1, 0.3, 0.6), null, null, 0.95);
    assertThat(told(20, index -> clean(index).and(own))).isEmpty();
  }

  @Test
  void aVoiceThatNobodyMayHearIsAnIncidentAndSilenceWithoutAModelIsNoEnd() {
    List<Incident> told = told(
        100, index -> index % 10 > 0 ? clean(index) : clean(index).voice(index < 30 ? 0.7 : 0));
    assertStates(told).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertThat(told).extracting(Incident::kind).containsOnly(IncidentKind.VOICE);
    assertThat(told.get(1).toFrame()).isEqualTo(20);
    assertThat(told(30, index -> clean(index))).isEmpty();
  }

  @Test
  void aPhotoIsBelievedByItsOneLook() {
    assertStates(told(1, index -> clean(index).person(0.3, 0.5, 0.5)))
        .containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertThat(told(3, index -> index == 1 ? clean(index).person(0.3, 0.5, 0.5) : clean(index)))
        .isEmpty();
  }

  @Test
  void boxesOfOneBodyAreCountedOnceAndTracksEach() {
    Shown twice = clean(0).person(0.30, 0.50, 0.9).person(0.31, 0.52, 0.9).person(0.7, 0.4, 0.9);
    assertThat(told(1, index -> twice).get(0).count()).isEqualTo(2);
    Shown tracked = clean(0);
    for (int track = 1; track <= 3; track++) {
      tracked = tracked.and(new Sighting(
          RegionKind.PERSON,
          RegionReason.THIRD_PARTY,
          new Area(0.3, 0.1, 0.5, 0.9),
          null,
          track % 2,
          0.9));
    }
    Shown two = tracked;
    assertThat(told(1, index -> two).get(0).count()).isEqualTo(2);
  }

  @Test
  void aClockThatRunsWildBreaksNothing() {
    long[] clock = {0, 5_000_000, 100, 90, 90, 7_000_000, 0, 0, 0, 0};
    List<Incident> told = told(
        clock.length,
        index -> index < 5
            ? Shown.clean(index, clock[index]).person(0.3, 0.5, 0.6)
            : Shown.clean(index, clock[index]));
    assertThat(told.get(0).state()).isEqualTo(IncidentState.OPENED);
    assertThat(told.get(told.size() - 1).state()).isEqualTo(IncidentState.CLOSED);
  }

  @Test
  void anAlertSaysNothingOfSessionTaskCohortOrMarks() {
    Incident incident =
        told(5, index -> clean(index).person(0.1, 0.4, 0.9).marked()).get(0);
    assertThat(incident.marks()).isNotEmpty();
    assertThat(Alert.of(incident).toString())
        .contains("deviceClass=other", "region=other")
        .doesNotContain("session-7f3a", "free", "phone-mid", "ke-nairobi", "CHILD", "0.4");
  }

  @Test
  void theIdIsTheSameOnEveryReplayAndNotForAnotherKindOrFrame() {
    String id = Incident.id("s", IncidentKind.VOICE, 7);
    assertThat(id).isEqualTo(Incident.id("s", IncidentKind.VOICE, 7)).matches("[0-9a-f]{32}");
    assertThat(id)
        .isNotEqualTo(Incident.id("s", IncidentKind.VOICE, 8))
        .isNotEqualTo(Incident.id("s", IncidentKind.SCREEN_IN_VIEW, 7))
        .isNotEqualTo(Incident.id("t", IncidentKind.VOICE, 7));
  }
}
