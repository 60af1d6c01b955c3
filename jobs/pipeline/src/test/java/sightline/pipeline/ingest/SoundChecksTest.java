package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.frame.RejectReason;
import sightline.domain.sound.Sound;
import sightline.pipeline.Sample;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Pcm;

class SoundChecksTest {
  private static final Instant CAPTURED = Sample.frame("s", 0).getCapturedAt();

  @SuppressWarnings("NullAway.Init") // opened before every test
  private AcceptHarness frames;

  @BeforeEach
  void open() throws Exception {
    frames = AcceptHarness.open();
  }

  @AfterEach
  void close() throws Exception {
    frames.close();
  }

  private static Frame.Builder with(int rate, Instant startsAt, int bytes) {
    return with(rate, startsAt, new byte[bytes]);
  }

  private static Frame.Builder with(int rate, Instant startsAt, byte[] samples) {
    return Sample.frame("s", 0)
        .setAudio(Pcm.newBuilder()
            .setSampleRateHz(rate)
            .setStartsAt(startsAt)
            .setSamples(ByteBuffer.wrap(samples))
            .build());
  }

  @Test
  void soundGoesWithItsFrame() throws Exception {
    byte[] samples = {1, 2, 3, 4};
    frames.read(with(16_000, CAPTURED.minusMillis(33), samples));
    Sound sound = only().sound();
    assertThat(sound).isNotNull();
    assertThat(sound.sampleRateHz()).isEqualTo(16_000);
    assertThat(sound.startsAt()).isEqualTo(CAPTURED.minusMillis(33));
    assertThat(sound.samples()).containsExactly(samples);
  }

  @Test
  void aFrameMayComeWithout() throws Exception {
    frames.read(Sample.frame("s", 0));
    frames.read(with(16_000, CAPTURED, 0));
    assertThat(frames.rejected()).isEmpty();
    assertThat(frames.accepted()).hasSize(2).allMatch(frame -> frame.sound() == null);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 320",
    "7999, 0, 320",
    "48001, 0, 320",
    "-16000, 0, 320",
    "16000, 0, 321",
    "16000, 0, 320002",
    "8000, 0, 160002",
    "16000, 60001, 320",
    "16000, -60001, 320",
    "16000, -9223372036854775808, 320",
    "16000, 8223372036854775807, 320",
  })
  void refusesSoundThatCannotBeTrue(int rate, long apartMillis, int bytes) throws Exception {
    boolean nowhere = Math.abs(apartMillis / 2) > 1_000_000_000;
    frames.read(with(
        rate,
        nowhere ? Instant.ofEpochMilli(apartMillis) : CAPTURED.plusMillis(apartMillis),
        bytes));
    frames.assertRefused(RejectReason.METADATA_ABSURD);
  }

  @ParameterizedTest
  @CsvSource({"8000, 60000, 160000", "48000, -60000, 960000", "16000, 0, 2"})
  void acceptsSoundAtTheBounds(int rate, long apartMillis, int bytes) throws Exception {
    frames.read(with(rate, CAPTURED.plusMillis(apartMillis), bytes));
    assertThat(only().sound()).isNotNull();
  }

  private AcceptedFrame only() {
    assertThat(frames.rejected()).isEmpty();
    return frames.accepted().get(0);
  }
}
