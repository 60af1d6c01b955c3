package sightline.app.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import sightline.vision.models.ModelStore;
import sightline.vision.sound.Ears;

/**
 * Holds the voice model, with what is made of its word, against labelled speech and drawn noise. The result is a section of
 * {@code accuracy.md}.
 */
public final class VoiceFigures {
  /** Name of the section's file in the out folder. */
  public static final String FILE = "voices.md";

  private static final List<Long> STEPS = List.of(33L, 100L, 250L, 1_000L, 60_000L);
  private static final List<Integer> DECIBELS = List.of(10, 0);
  private static final long NOISE_MILLIS = 30_000;
  private static final int NOISE_RATE_HZ = 16_000;
  /** More than this of a stretch left audible, and something can be understood of it. */
  private static final long HEARD_MILLIS = 50;

  private final Path media;
  private final Ears ears;
  private final long seed;

  private VoiceFigures(Path media, Ears ears, long seed) {
    this.media = media;
    this.ears = ears;
    this.seed = seed;
  }

  /**
   * @param media the shared media
   * @param models the folder of model descriptions and weights
   * @param seed of the noise
   * @param said gets one line a recording
   * @throws IllegalArgumentException where the voice model's weights are missing
   */
  public static void write(Path media, Path models, long seed, Path out, Consumer<String> said)
      throws IOException {
    try (Ears ears = Ears.open(ModelStore.under(models))) {
      if (ears.version().equals("none")) {
        throw new IllegalArgumentException("the voice model's weights are missing");
      }
      String text = new VoiceFigures(media, ears, seed).measured(said);
      Files.createDirectories(out);
      Files.writeString(out.resolve(FILE), text);
    }
  }

  private String measured(Consumer<String> said) throws IOException {
    StringBuilder text = new StringBuilder("""

        ## Voices

        Speech of two recordings, labelled by eye (`jobs/app/src/main/resources/evaluation/README.md`), sent as the sound of frames of
        so many milliseconds, alone and with drawn noise so many decibels below it (ROOM, TAP, MOTOR, DISHES together; seed %d); %s.
        "Left" is speech that a consenting session would let out: share of its seconds, and stretches of which more than %d ms are left.
        "60000 ms" is the whole recording in one piece: what the model hears when it may remember. Whoever mutes too much loses the
        last two columns: seconds without speech that are muted, in pauses of the recordings and in 30 s of each noise alone.

        | frames of | speech | noise | left, s | left | stretches | mute in pauses | mute in noise alone |
        | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |
        """.formatted(seed, ears.version(), HEARD_MILLIS));
    for (long step : STEPS) {
      for (String part : List.of("fitted", "held out")) {
        said.accept("voices: frames of %d ms, %s".formatted(step, part));
        for (Integer decibels : decibels()) {
          text.append(row(step, part, decibels));
        }
      }
    }
    return text.toString();
  }

  /** First without noise, as none. */
  private static List<Integer> decibels() {
    List<Integer> all = new ArrayList<>(List.of(Integer.MAX_VALUE));
    all.addAll(DECIBELS);
    return all;
  }

  private String row(long step, String part, int decibels) throws IOException {
    Count count = new Count();
    for (SpeechTruth truth : SpeechTruth.all()) {
      if (truth.part().equals(part)) {
        Recording clean =
            Recording.read(media.resolve(truth.file()), truth.fromMillis(), truth.toMillis());
        for (Recording recording : noisy(clean, decibels)) {
          count.add(truth, Audible.of(recording, step, ears));
        }
      }
    }
    boolean first = decibels == Integer.MAX_VALUE && part.equals("fitted");
    return "| %d ms | %s | %s | %s of %s | %s | %d/%d | %s of %s | %s |\n"
        .formatted(
            step,
            part,
            decibels == Integer.MAX_VALUE ? "none" : "%d dB".formatted(decibels),
            seconds(count.audible),
            seconds(count.spoken),
            percent(count.audible, count.spoken),
            count.leaking,
            count.stretches,
            seconds(count.pausesMuted),
            seconds(count.pauses),
            first ? noiseMuted(step) : "");
  }

  private List<Recording> noisy(Recording clean, int decibels) {
    if (decibels == Integer.MAX_VALUE) {
      return List.of(clean);
    }
    List<Recording> noisy = new ArrayList<>();
    for (HouseholdNoise noise : HouseholdNoise.values()) {
      noisy.add(clean.with(noise, decibels, seed));
    }
    return noisy;
  }

  private String noiseMuted(long step) {
    List<String> said = new ArrayList<>();
    for (HouseholdNoise noise : HouseholdNoise.values()) {
      double[] samples =
          noise.samples((int) (NOISE_MILLIS * NOISE_RATE_HZ / 1000), NOISE_RATE_HZ, seed + 1);
      for (int at = 0; at < samples.length; at++) {
        samples[at] *= 0.05;
      }
      Audible audible = Audible.of(new Recording(NOISE_RATE_HZ, samples), step, ears);
      said.add("%s %s".formatted(noise, percent(audible.muted().cardinality(), NOISE_MILLIS)));
    }
    return String.join(", ", said);
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.2f", millis / 1000.0);
  }

  private static String percent(long part, long of) {
    return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / of);
  }

  /** Sums over recordings, in milliseconds and stretches. */
  private static final class Count {
    private long audible;
    private long spoken;
    private long leaking;
    private long stretches;
    private long pausesMuted;
    private long pauses;

    void add(SpeechTruth truth, Audible heard) {
      for (SpeechTruth.Stretch stretch : truth.speech()) {
        long left = heard.audibleMillis(stretch);
        audible += left;
        spoken += stretch.millis();
        stretches++;
        leaking += left > HEARD_MILLIS ? 1 : 0;
      }
      for (SpeechTruth.Stretch pause : truth.silence()) {
        pausesMuted += heard.mutedMillis(pause);
        pauses += pause.millis();
      }
    }
  }
}
