package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.control.PolicyVersion;
import sightline.domain.policy.Documents;
import sightline.domain.policy.DrawnFootage;
import sightline.domain.policy.Growth;
import sightline.domain.policy.Hiding;
import sightline.domain.policy.Policy;
import sightline.domain.policy.Voices;
import sightline.domain.privacy.DetectorKind;

/** Policies as data between domain and Avro. Times are carried in whole milliseconds. */
public final class PolicyVersions {
  private PolicyVersions() {}

  /**
   * @throws IllegalArgumentException for a policy that trusts drawn footage or lets voices be heard: no record may carry one
   */
  public static sightline.wire.avro.PolicyVersion toAvro(PolicyVersion version) {
    Policy policy = version.policy();
    if (policy.drawnFootage() != DrawnFootage.LIKE_ANY_OTHER) {
      throw new IllegalArgumentException(
          "trust in drawn footage stays in the process that draws it");
    }
    if (policy.voices() != Voices.MUTE_ALWAYS) {
      throw new IllegalArgumentException("a record says nothing of voices: its readers mute them");
    }
    return sightline.wire.avro.PolicyVersion.newBuilder()
        .setVersion(policy.version())
        .setEffectiveAt(version.effectiveAt())
        .setHidings(policy.hidings().stream()
            .map(hiding -> new sightline.wire.avro.Hiding(
                hiding.kind().name(),
                hiding.confidence(),
                hiding.growth().sides(),
                hiding.growth().above(),
                hiding.growth().below(),
                hiding.maxAgeMillis()))
            .toList())
        .setStandInConfidence(policy.standInConfidence())
        .setDocuments(policy.documents().name())
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or is no policy
   */
  public static PolicyVersion fromAvro(sightline.wire.avro.PolicyVersion version)
      throws UnreadableRecord {
    return Reading.open(
        version.getKeyId(),
        version.getCipher(),
        () -> new PolicyVersion(
            new Policy(
                version.getVersion(),
                hidings(version.getHidings()),
                version.getStandInConfidence(),
                DrawnFootage.LIKE_ANY_OTHER,
                Words.read(Documents.class, version.getDocuments())),
            version.getEffectiveAt()));
  }

  private static List<Hiding> hidings(List<sightline.wire.avro.Hiding> read)
      throws UnreadableRecord {
    List<Hiding> hidings = new ArrayList<>();
    for (var hiding : read) {
      hidings.add(new Hiding(
          Words.read(DetectorKind.class, hiding.getKind()),
          hiding.getConfidence(),
          new Growth(hiding.getGrowSides(), hiding.getGrowAbove(), hiding.getGrowBelow()),
          hiding.getMaxAgeMillis()));
    }
    return hidings;
  }
}
