package sightline.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.privacy.DetectorKind;

/** When a policy hides more than another did. */
class StrictnessTest {
  private static final Hiding FACES =
      new Hiding(DetectorKind.FACE, 0.5, new Growth(0.1, 0.2, 0.3), 500);
  private static final Hiding SCREENS = new Hiding(DetectorKind.SCREEN, 0.5, Growth.even(0.1), 500);

  private static Policy policy(Hiding... hidings) {
    return policy(
        0.5,
        DrawnFootage.TRUST_THE_STAND_IN,
        Documents.SHOWN_WITH_CONSENT,
        Voices.MUTE_WITHOUT_CONSENT,
        hidings);
  }

  private static Policy policy(
      double standIn, DrawnFootage drawn, Documents documents, Voices voices, Hiding... hidings) {
    return new Policy("p", List.of(hidings), standIn, drawn, documents, voices);
  }

  private static Hiding faces(double confidence, Growth growth, long maxAge) {
    return new Hiding(DetectorKind.FACE, confidence, growth, maxAge);
  }

  static Stream<Arguments> stricter() {
    Documents shown = Documents.SHOWN_WITH_CONSENT;
    Voices heard = Voices.MUTE_WITHOUT_CONSENT;
    DrawnFootage trusted = DrawnFootage.TRUST_THE_STAND_IN;
    return Stream.of(
        Arguments.of("a kind more", policy(FACES, SCREENS)),
        Arguments.of("another kind", policy(SCREENS)),
        Arguments.of("a lower confidence", policy(faces(0.4, FACES.growth(), 500))),
        Arguments.of("younger looks", policy(faces(0.5, FACES.growth(), 499))),
        Arguments.of("wider", policy(faces(0.5, new Growth(0.11, 0.2, 0.3), 500))),
        Arguments.of("higher", policy(faces(0.5, new Growth(0.1, 0.21, 0.3), 500))),
        Arguments.of("lower down", policy(faces(0.5, new Growth(0.1, 0.2, 0.31), 500))),
        Arguments.of("fainter stand-ins", policy(0.4, trusted, shown, heard, FACES)),
        Arguments.of(
            "no trust in drawings", policy(0.5, DrawnFootage.LIKE_ANY_OTHER, shown, heard, FACES)),
        Arguments.of("papers hidden", policy(0.5, trusted, Documents.ALWAYS_HIDDEN, heard, FACES)),
        Arguments.of("voices muted", policy(0.5, trusted, shown, Voices.MUTE_ALWAYS, FACES)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stricter")
  void inThisRespectAlone(String respect, Policy one) {
    assertThat(one.stricterThan(policy(FACES))).isTrue();
    if (!respect.equals("another kind")) {
      assertThat(policy(FACES).stricterThan(one)).as("the other way round").isFalse();
    }
  }

  @Test
  void inOneRespectIsEnoughHoweverLooseTheRestIs() {
    Policy one = policy(faces(0.9, Growth.even(0), 400));
    assertThat(one.stricterThan(policy(FACES, SCREENS))).isTrue();
  }

  @Test
  void noPolicyIsStricterThanItself() {
    List<Policy> all = new ArrayList<>(
        List.of(Policy.household(), Policy.faceFirst(), Policy.drawnScene(), policy(FACES)));
    all.add(policy(faces(0.5, new Growth(Double.NaN, Double.NaN, Double.NaN), 500)));
    assertThat(all).allSatisfy(policy -> assertThat(policy.stricterThan(policy)).isFalse());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void growthThatIsNoNumberDoesNotPassForLooser(double no) {
    assertThat(policy(faces(0.5, new Growth(no, 0.2, 0.3), 500)).stricterThan(policy(FACES)))
        .isTrue();
    assertThat(policy(faces(0.5, new Growth(0.1, no, 0.3), 500)).stricterThan(policy(FACES)))
        .isTrue();
  }

  @Test
  void neitherDoesWhatIsComparedWithNoNumber() {
    Policy none = policy(faces(0.5, new Growth(Double.NaN, 0.2, 0.3), 500));
    assertThat(policy(FACES).stricterThan(none)).isTrue();
    assertThat(policy(
                Double.NaN,
                DrawnFootage.TRUST_THE_STAND_IN,
                Documents.SHOWN_WITH_CONSENT,
                Voices.MUTE_WITHOUT_CONSENT,
                FACES)
            .stricterThan(policy(FACES)))
        .isTrue();
  }
}
