package sightline.vision.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.sound.Heard;
import sightline.domain.sound.Sound;
import sightline.domain.sound.Speech;
import sightline.vision.Assets;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.models.ModelCatalogue;
import sightline.vision.models.ModelStore;

class EarsTest {
  private static final Instant START = Instant.ofEpochMilli(5_000);

  @TempDir
  Path temporary;

  private ModelStore models() {
    return new ModelStore(ModelCatalogue.read(Assets.modelsWithVoices(temporary)));
  }

  /** The samples of a plain RIFF file behind its 44 bytes of header. */
  private static byte[] recorded(String file, int rate, double fromSeconds, double seconds)
      throws IOException {
    byte[] wav = Files.readAllBytes(Assets.media("audio/" + file));
    int from = 44 + 2 * (int) (fromSeconds * rate);
    return Arrays.copyOfRange(wav, from, from + 2 * (int) (seconds * rate));
  }

  private static Sound sound(int rate, byte[] samples) {
    return new Sound(rate, START, samples);
  }

  private static Sound tone(int rate, double seconds, double hertz) {
    ByteBuffer pcm = ByteBuffer.allocate(2 * (int) (rate * seconds)).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; pcm.hasRemaining(); at++) {
      pcm.putShort((short) (10_000 * Math.sin(2 * Math.PI * hertz * at / rate)));
    }
    return sound(rate, pcm.array());
  }

  private static long spoken(Speech speech) {
    return speech.spans().stream()
        .mapToLong(span -> span.toMillis() - span.fromMillis())
        .sum();
  }

  @Test
  void hearsSpeechAndSaysWhen() throws IOException {
    try (Ears ears = Ears.open(models())) {
      Speech speech = ears.hear(sound(16_000, recorded("silero_test.wav", 16_000, 0, 4)));
      assertThat(speech.heard()).isEqualTo(Heard.WITH_MODEL);
      assertThat(speech.fromMillis()).isEqualTo(5_000);
      assertThat(speech.toMillis()).isEqualTo(9_000);
      assertThat(speech.spans()).anySatisfy(span -> {
        assertThat(span.fromMillis()).isLessThan(5_300);
        assertThat(span.probability()).isGreaterThan(0.9);
      });
      assertThat(ears.version()).isEqualTo("voice/silero-vad-1");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 44_100, 48_000})
  void hearsTheSameSpeechAtAnyRate(int rate) throws IOException {
    Sound given = sound(16_000, recorded("silero_test.wav", 16_000, 20.4, 3));
    Sound other = sound(rate, stretched(given.samples(), 16_000, rate));
    try (Ears ears = Ears.open(models())) {
      Speech speech = ears.hear(other);
      assertThat(speech.toMillis() - speech.fromMillis()).isBetween(2_998L, 3_001L);
      assertThat(spoken(speech)).isGreaterThan(2_800);
    }
  }

  /** Straight lines between samples: crude, and enough to be understood. */
  private static byte[] stretched(byte[] pcm, int rate, int wanted) {
    var from = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int count = (int) ((long) from.remaining() * wanted / rate);
    ByteBuffer to = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < count; at++) {
      double place = (double) at * rate / wanted;
      int left = Math.min((int) place, from.limit() - 2);
      double part = place - left;
      to.putShort((short) ((1 - part) * from.get(left) + part * from.get(left + 1)));
    }
    return to.array();
  }

  @Test
  void hearsNobodyInSilenceNorInTheNoiseOfATap() {
    Random random = new Random(1);
    ByteBuffer noise = ByteBuffer.allocate(2 * 16_000).order(ByteOrder.LITTLE_ENDIAN);
    while (noise.hasRemaining()) {
      noise.putShort((short) (3_000 * random.nextGaussian()));
    }
    try (Ears ears = Ears.open(models())) {
      assertThat(spoken(ears.hear(sound(16_000, noise.array())))).isLessThan(100);
    }
  }

  @Test
  void judgesEverySoundByItself() throws IOException {
    Sound words = sound(16_000, recorded("silero_test.wav", 16_000, 20.4, 1));
    Sound breath = sound(16_000, recorded("silero_test.wav", 16_000, 8.2, 0.1));
    try (Ears ears = Ears.open(models())) {
      Speech first = ears.hear(breath);
      ears.hear(words);
      assertThat(ears.hear(breath)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 200, 511, 512, 513, 528})
  void listensToSoundAsShortAsASample(int samples) {
    try (Ears ears = Ears.open(models())) {
      Speech speech = ears.hear(sound(16_000, new byte[2 * samples]));
      assertThat(speech.heard()).isEqualTo(Heard.WITH_MODEL);
      assertThat(spoken(speech)).isLessThanOrEqualTo(speech.toMillis() - speech.fromMillis());
    }
  }

  @Test
  void hearsNothingWithoutAModelAndSaysSo() {
    try (Ears ears = Ears.deaf()) {
      Speech speech = ears.hear(tone(16_000, 0.5, 440));
      assertThat(speech).isEqualTo(new Speech(Heard.NOT_AT_ALL, 5_000, 5_500, java.util.List.of()));
      assertThat(ears.hear(null)).isEqualTo(Speech.NO_SOUND);
      assertThat(ears.version()).isEqualTo("none");
    }
  }

  @Test
  void aModelThatFailsIsAValue() {
    Ears ears = new Ears(new Listener() {
      @Override
      public Speech listen(Sound sound) {
        throw new DetectionFailed("no");
      }

      @Override
      public String version() {
        return "voice/broken-1";
      }

      @Override
      public void close() {
        // holds nothing
      }
    });
    assertThat(ears.hear(tone(16_000, 0.5, 440)).heard()).isEqualTo(Heard.FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 48_000})
  void resamplingKeepsATone(int rate) {
    float[] samples = Pcm.at16kHz(tone(rate, 0.5, 440));
    assertThat(samples).hasSize(8_000);
    double energy = 0;
    double error = 0;
    for (int at = 400; at < 7_600; at++) {
      double wanted = 10_000 / 32_768.0 * Math.sin(2 * Math.PI * 440 * at / 16_000);
      energy += wanted * wanted;
      error += (samples[at] - wanted) * (samples[at] - wanted);
    }
    assertThat(Math.sqrt(error / energy)).isCloseTo(0, within(0.02));
  }
}
