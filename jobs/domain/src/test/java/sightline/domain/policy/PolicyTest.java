package sightline.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sightline.domain.privacy.DetectorKind;

class PolicyTest {
  @Test
  void aPolicyForFewerKindsSaysSoInItsVersion() {
    Policy policy = Policy.household().only(EnumSet.of(DetectorKind.TEXT, DetectorKind.FACE));
    assertThat(policy.version()).isEqualTo("household-1(face+text)");
    assertThat(policy.hidings())
        .extracting(Hiding::kind)
        .containsExactly(DetectorKind.FACE, DetectorKind.TEXT);
  }

  @Test
  void aPolicyForAllItsKindsIsItself() {
    assertThat(Policy.faceFirst().only(EnumSet.allOf(DetectorKind.class)))
        .isEqualTo(Policy.faceFirst());
  }

  @Test
  void aPolicyThatRequiresNoDetectorWouldReleaseEverythingUnseen() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.household().only(Set.of()))
        .withMessageContaining("would go out unseen");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.faceFirst().only(Set.of(DetectorKind.SCREEN)))
        .withMessageContaining("would go out unseen");
  }

  @Test
  void aPolicyNamesEachKindOnce() {
    Hiding twice = Policy.faceFirst().hidings().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Policy("p", List.of(twice, twice), 0, DrawnFootage.LIKE_ANY_OTHER))
        .withMessageContaining("twice");
  }
}
