package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.redaction.RedactedFrame;
import sightline.domain.redaction.ReleaseKey;
import sightline.domain.redaction.Sent;
import sightline.domain.redaction.Unreleased;
import sightline.pipeline.Sample;
import sightline.pipeline.redact.SentOut.Occasion;
import sightline.vision.redaction.RedactFrame;
import sightline.wire.WireFormat;

class ReleaseFramesTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final Region FACE = face(10);

  @TempDir
  private Path folder;

  private KeyPair pair;
  private boolean gone;
  private byte @Nullable [] stored;
  private KeyedOneInputStreamOperatorTestHarness<String, Instruction, Outgoing> harness;

  @BeforeEach
  void open() throws Exception {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    harness = harness(List.of());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Instruction, Outgoing> harness(
      List<DirectiveOverride> known) throws Exception {
    return harness(known, 0);
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Instruction, Outgoing> harness(
      List<DirectiveOverride> known, long startedAt) throws Exception {
    Path key = Files.write(folder.resolve("key"), pair.getPrivate().getEncoded());
    ReleaseSettings settings =
        new ReleaseSettings("none:1", key.toString(), "test-1", Duration.ofHours(1));
    var opened = new KeyedOneInputStreamOperatorTestHarness<String, Instruction, Outgoing>(
        new KeyedProcessOperator<>(
            new ReleaseFrames(settings, () -> new Records(), known, startedAt)),
        Instruction::session,
        Types.STRING);
    opened.setProcessingTime(NOW);
    opened.open();
    return opened;
  }

  /** The frame of index n lies at offset n. */
  private final class Records implements FrameRecords {
    @Override
    public byte[] at(Origin origin) throws Unreleasable {
      if (gone) {
        throw new Unreleasable(Unreleased.RECORD_GONE);
      }
      byte[] other = stored;
      return other == null
          ? Sample.record("s", (int) origin.offset())
          : WireFormat.FRAME.encode(Sample.frame("s", (int) origin.offset())
              .setImage(ByteBuffer.wrap(other))
              .build());
    }

    @Override
    public void close() {}
  }

  @Test
  void whatMayBeSeenGoesOutSigned() throws Exception {
    send(decided(0));
    RedactedFrame frame = Objects.requireNonNull(last().frame());
    assertThat(last().key()).isEqualTo("s#0");
    assertThat(ReleaseKey.verify(
            pair.getPublic().getEncoded(),
            "s",
            0,
            1,
            HexFormat.of().parseHex(RedactFrame.sha256(frame.image())),
            frame.signature()))
        .isTrue();
  }

  @Test
  void whatIsWithheldDoesNotGoOut() throws Exception {
    send(withheld(0));
    assertThat(out()).isEmpty();
    assertThat(unreleased()).containsExactly(Unreleased.WITHHELD);
  }

  @Test
  void aLaterOverrideTakesBackWhatWentOut() throws Exception {
    send(decided(0));
    send(decided(1, FACE));
    send(override(null, Disposition.WITHHOLD));
    assertThat(out()).extracting(Outgoing::key).containsExactly("s#0", "s#1", "s#0", "s#1");
    assertThat(out().subList(2, 4))
        .allSatisfy(taken -> assertThat(taken.frame()).isNull());
    send(override(0, Disposition.WITHHOLD));
    assertThat(out()).as("once is enough").hasSize(4);
  }

  @Test
  void anOverrideThatAddsARegionSendsTheFrameAgain() throws Exception {
    send(decided(0, FACE));
    send(override(0, Disposition.REDACT, face(60)));
    assertThat(out()).hasSize(2);
    assertThat(Objects.requireNonNull(last().frame()).revision()).isEqualTo(2);
  }

  @Test
  void whatCannotBeMadeStricterIsTakenBack() throws Exception {
    send(decided(0, FACE));
    gone = true;
    send(override(0, Disposition.REDACT, face(60)));
    assertThat(last().frame()).isNull();
    assertThat(unreleased()).containsExactly(Unreleased.RECORD_GONE);
  }

  @Test
  void anOverrideThatComesFirstCounts() throws Exception {
    send(override(null, Disposition.WITHHOLD));
    harness.setProcessingTime(NOW + ReleaseFrames.OLDEST_DIRECTIVE.toMillis());
    send(decided(0));
    assertThat(out()).isEmpty();
  }

  @Test
  void whatWasKnownBeforeTheStartCounts() throws Exception {
    harness.close();
    harness = harness(
        List.of(Objects.requireNonNull(override(null, Disposition.WITHHOLD).override())));
    send(decided(0));
    assertThat(out()).isEmpty();
  }

  @Test
  void whatAnEarlierRunReleasedIsTakenBackWhereItMayNotGoOutAgain() throws Exception {
    harness.close();
    harness = harness(
        List.of(Objects.requireNonNull(override(0, Disposition.WITHHOLD).override())), NOW + 1);
    send(decided(0));
    assertThat(out()).as("overridden since").extracting(Outgoing::key).containsExactly("s#0");
    assertThat(last().frame()).isNull();

    send(withheld(1));
    assertThat(out()).as("it was never out").hasSize(1);

    gone = true;
    send(decided(2));
    assertThat(out()).as("whatever comes for it now finds nothing").hasSize(2);
    assertThat(last().key()).isEqualTo("s#2");
    assertThat(last().frame()).isNull();
  }

  @Test
  void aDirectiveWhoseOverridesMayBeForgottenIsRefused() throws Exception {
    harness.setProcessingTime(NOW + ReleaseFrames.OLDEST_DIRECTIVE.toMillis() + 1);
    send(decided(0));
    assertThat(out()).isEmpty();
    assertThat(unreleased()).containsExactly(Unreleased.TOO_OLD);
  }

  @Test
  void aSecondFinalMakesNothingLooser() throws Exception {
    send(decided(0, FACE));
    send(decided(0));
    assertThat(out()).hasSize(1);
    send(withheld(0));
    assertThat(last().frame()).isNull();
    send(decided(0));
    assertThat(out()).hasSize(2);
  }

  @Test
  void otherBytesAndOtherRecordsAreRefused() throws Exception {
    Directive right = Objects.requireNonNull(decided(0).directive());
    send(Instruction.of(directive(0, "00".repeat(32), right.origin(), Disposition.RELEASE), NOW));
    send(Instruction.of(directive(1, right.sha256(), right.origin(), Disposition.RELEASE), NOW));
    send(Instruction.of(
        directive(2, right.sha256(), new Origin("film.mp4", 0, 0, null), Disposition.RELEASE),
        NOW));
    gone = true;
    send(decided(3));
    assertThat(out()).isEmpty();
    assertThat(unreleased())
        .containsExactly(
            Unreleased.OTHER_BYTES,
            Unreleased.OTHER_RECORD,
            Unreleased.NO_ORIGIN,
            Unreleased.RECORD_GONE);
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void aReviewLetsAWithheldFrameGoWithItsRegionsFilled() throws Exception {
    send(withheld(0, WithholdReason.REVIEW));
    assertThat(out()).isEmpty();
    send(reviewed(0, face(60)));
    RedactedFrame frame = Objects.requireNonNull(last().frame());
    assertThat(frame.disposition()).isEqualTo(Disposition.REDACT);
    assertThat(frame.revision()).isEqualTo(2);
    var picture = ImageIO.read(new ByteArrayInputStream(frame.image()));
    assertThat(picture.getRGB(70, 20) & 0xFFFFFF).as("the reviewer's region").isZero();
    assertThat(picture.getRGB(120, 100) & 0xFFFFFF).as("elsewhere").isNotZero();
  }

  @Test
  void aReviewThatIsReadBeforeItsFinalWorksToo() throws Exception {
    send(reviewed(0));
    send(withheld(0, WithholdReason.NOT_SEEN_WELL));
    assertThat(Objects.requireNonNull(last().frame()).disposition()).isEqualTo(Disposition.RELEASE);
  }

  @Test
  void whatIsRevokedStaysWithheldWhateverAReviewSays() throws Exception {
    send(withheld(0, WithholdReason.REVIEW));
    send(override(null, Disposition.WITHHOLD));
    send(reviewed(0));
    send(reviewed(1));
    send(withheld(1, WithholdReason.REVIEW));
    send(withheld(2, WithholdReason.CONSENT_REVOKED));
    send(reviewed(2));
    assertThat(out()).isEmpty();
  }

  @Test
  void whatWasTakenBackStaysBackAndSoDoesWhatIsRevokedAfterAReview() throws Exception {
    send(withheld(0, WithholdReason.REVIEW));
    send(reviewed(0));
    send(override(0, Disposition.WITHHOLD));
    assertThat(last().frame()).isNull();
    send(reviewed(0, face(60)));
    assertThat(out()).hasSize(2);
  }

  @Test
  void aFinalThatIsToldTwiceCanStillBeLifted() throws Exception {
    send(withheld(0, WithholdReason.REVIEW));
    send(withheld(0, WithholdReason.REVIEW));
    send(reviewed(0));
    assertThat(last().frame()).isNotNull();
    send(withheld(1, WithholdReason.REVIEW));
    send(withheld(1, WithholdReason.NOT_SEEN_WELL));
    send(reviewed(1));
    assertThat(out()).as("two that differ are strict for good").hasSize(1);
  }

  @Test
  void twoOverridesOfOneFrameGiveTwoRevisions() throws Exception {
    send(decided(0, FACE));
    send(override(0, Disposition.REDACT, face(60)));
    send(override(null, Disposition.REDACT, face(90)));
    assertThat(out())
        .extracting(outgoing -> Objects.requireNonNull(outgoing.frame()).revision())
        .containsExactly(1, 2, 3);
  }

  @Test
  void aWithheldFrameIsKeptForReviewAsLongAsItCanBeFetchedAndNoLonger() throws Exception {
    send(withheld(0, WithholdReason.REVIEW));
    send(withheld(1, WithholdReason.REVIEW));
    send(withheld(2, WithholdReason.LATE));
    harness.setProcessingTime(NOW + Duration.ofMinutes(62).toMillis());
    assertThat(harness.numKeyedStateEntries()).as("one map, two frames in it").isEqualTo(1);
    harness.setProcessingTime(NOW + ReleaseFrames.OLDEST_DIRECTIVE.toMillis());
    send(reviewed(0));
    assertThat(out()).hasSize(1);
    harness.setProcessingTime(NOW + ReleaseFrames.OLDEST_DIRECTIVE.toMillis() + 1);
    send(reviewed(1));
    assertThat(out()).hasSize(1);
    harness.setProcessingTime(NOW + Duration.ofHours(60).toMillis());
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void whatAReviewLetsGoAndCannotBeFetchedIsCountedAndNotTakenBack() throws Exception {
    send(withheld(0, WithholdReason.REVIEW));
    gone = true;
    send(reviewed(0));
    assertThat(out()).isEmpty();
    assertThat(unreleased()).containsExactly(Unreleased.WITHHELD, Unreleased.RECORD_GONE);
  }

  @Test
  void moreOverridesThanAreRememberedWithhold() throws Exception {
    send(decided(0, FACE));
    for (int more = 0; more < 64; more++) {
      send(override(0, Disposition.REDACT, face(40 + more)));
    }
    assertThat(last().frame()).isNotNull();
    send(override(0, Disposition.REDACT, face(110)));
    assertThat(last().frame()).isNull();
  }

  @Test
  void aFrameThatNativeCodeCannotCodeIsRefusedAndStopsNoOther() throws Exception {
    // no JPEG is wider than 65,535 pixels
    ByteArrayOutputStream wide = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(70_000, 16, BufferedImage.TYPE_INT_RGB), "png", wide);
    stored = wide.toByteArray();
    send(Instruction.of(
        directive(
            0,
            RedactFrame.sha256(wide.toByteArray()),
            new Origin("frames", 0, 0, NOW),
            Disposition.RELEASE),
        NOW));
    stored = null;
    send(decided(1));
    assertThat(unreleased()).containsExactly(Unreleased.NOT_CODED);
    assertThat(out()).extracting(Outgoing::key).containsExactly("s#1");
  }

  @Test
  void nothingIsKeptOnceItCannotBeTakenBack() throws Exception {
    for (int index = 0; index < 20; index++) {
      send(decided(index, FACE));
    }
    harness.setProcessingTime(NOW + Duration.ofMinutes(62).toMillis());
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
    send(override(null, Disposition.WITHHOLD));
    assertThat(out()).as("no tombstone for what is gone").hasSize(20);
    harness.setProcessingTime(NOW
        + Duration.ofMinutes(64)
            .plus(ReleaseFrames.overridesKept(Duration.ofHours(1)))
            .toMillis());
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void theStateOfAFrameIsSmall() throws Exception {
    Directive directive = Objects.requireNonNull(decided(0, FACE, face(60)).directive());
    DataOutputSerializer bytes = new DataOutputSerializer(512);
    TypeInformation.of(KeptFrame.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(
            KeptFrame.of(
                directive,
                new Sent(
                    directive.disposition(), directive.regions(), false, Instant.ofEpochMilli(NOW)),
                0),
            bytes);
    System.out.printf("state of a frame that went out: %s bytes%n", bytes.length());
    assertThat(bytes.length()).isLessThanOrEqualTo(768);
  }

  @Test
  void anOverrideThatCannotBeReadWithholdsItsSession() {
    Unread broken = new Unread(
        new Origin("overrides", 0, 0, NOW), "s".getBytes(StandardCharsets.UTF_8), new byte[] {1});
    DirectiveOverride override = Objects.requireNonNull(Instructions.override(broken));
    assertThat(override.session()).isEqualTo("s");
    assertThat(override.index()).isNull();
    assertThat(override.disposition()).isEqualTo(Disposition.WITHHOLD);
  }

  @Test
  void whatGoesOutMayBeLookedAtAgainAndWhatIsWithheldMayNot() throws Exception {
    send(decided(0));
    send(decided(1, FACE));
    send(withheld(2));
    send(override(1, Disposition.REDACT, face(60)));
    assertThat(sentOut())
        .extracting(sent -> sent.directive().index(), SentOut::occasion)
        .containsExactly(
            tuple(0, Occasion.FIRST), tuple(1, Occasion.FIRST), tuple(1, Occasion.AGAIN));
    assertThat(sentOut().get(2).directive().regions()).containsExactly(FACE, face(60));
  }

  @Test
  void aLeakThatWasFoundIsNotLookedForAgain() throws Exception {
    send(decided(0));
    send(leakFound(0));
    assertThat(out()).as("released anew").hasSize(2);
    assertThat(sentOut()).hasSize(1);
  }

  @Test
  void aLeakThatWasFoundBeforeTheStartIsKnown() throws Exception {
    harness.close();
    harness = harness(List.of(Objects.requireNonNull(leakFound(0).override())));
    send(decided(0));
    assertThat(out()).hasSize(1);
    assertThat(sentOut())
        .extracting(SentOut::occasion)
        .containsExactly(Occasion.FIRST_AND_FOUND_BEFORE);
  }

  private static Instruction leakFound(int index) {
    return Instruction.of(
        new DirectiveOverride(
            "s",
            index,
            2,
            Instant.ofEpochMilli(NOW),
            OverrideCause.LEAK_FOUND,
            Disposition.REDACT,
            List.of(FACE)),
        NOW);
  }

  private List<SentOut> sentOut() {
    List<SentOut> sent = new ArrayList<>();
    var records = harness.getSideOutput(ReleaseFrames.SENT_OUT);
    if (records != null) {
      records.forEach(record -> sent.add(record.getValue()));
    }
    return sent;
  }

  private void send(Instruction said) throws Exception {
    harness.processElement(new StreamRecord<>(said));
  }

  private List<Outgoing> out() {
    return harness.extractOutputValues();
  }

  private Outgoing last() {
    return out().get(out().size() - 1);
  }

  private List<Unreleased> unreleased() {
    List<Unreleased> why = new ArrayList<>();
    var records = harness.getSideOutput(ReleaseFrames.UNRELEASED);
    if (records != null) {
      records.forEach(record -> why.add(record.getValue()));
    }
    return why;
  }

  private static Instruction decided(int index, Region... regions) {
    return Instruction.of(
        directive(
            index,
            RedactFrame.sha256(Sample.image(index, "jpg")),
            new Origin("frames", 0, index, NOW),
            regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
            regions),
        NOW);
  }

  private static Instruction withheld(int index) {
    return withheld(index, WithholdReason.DETECTOR_FAILED);
  }

  private static Instruction withheld(int index, WithholdReason because) {
    return Instruction.of(
        directive(
            index,
            RedactFrame.sha256(Sample.image(index, "jpg")),
            new Origin("frames", 0, index, NOW),
            Disposition.WITHHOLD,
            because),
        NOW);
  }

  /** Nothing of it but what was looked at stands in the way of the frame any more. */
  private static Instruction reviewed(int index, Region... regions) {
    return Instruction.of(
        new DirectiveOverride(
            "s",
            index,
            2,
            Instant.ofEpochMilli(NOW),
            OverrideCause.REVIEW,
            regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
            List.of(regions),
            new Lift(
                RedactFrame.sha256(Sample.image(index, "jpg")),
                List.of(WithholdReason.REVIEW, WithholdReason.NOT_SEEN_WELL))),
        NOW);
  }

  private static Instruction override(
      @Nullable Integer index, Disposition disposition, Region... regions) {
    return Instruction.of(
        new DirectiveOverride(
            "s",
            index,
            2,
            Instant.ofEpochMilli(NOW),
            OverrideCause.REVIEW,
            disposition,
            List.of(regions)),
        NOW);
  }

  private static Directive directive(
      int index, String sha256, Origin origin, Disposition disposition, Region... regions) {
    return directive(index, sha256, origin, disposition, WithholdReason.DETECTOR_FAILED, regions);
  }

  private static Directive directive(
      int index,
      String sha256,
      Origin origin,
      Disposition disposition,
      WithholdReason because,
      Region... regions) {
    return new Directive(
        "s",
        index,
        Instant.ofEpochMilli(NOW),
        origin,
        sha256,
        disposition,
        disposition == Disposition.WITHHOLD ? List.of(because) : List.of(),
        List.of(regions),
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        1,
        because == WithholdReason.LATE ? Lateness.HORIZON : null,
        Consent.OFF,
        List.of(),
        "household-1",
        "face/test-1",
        0,
        List.of());
  }

  private static Region face(int x) {
    return new Region(x, 10, 20, 20, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.9);
  }
}
