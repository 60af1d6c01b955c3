package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;
import sightline.domain.consent.Permit;
import sightline.domain.consent.ReceiptCheck;
import sightline.domain.consent.Scope;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.MutedSpan;
import sightline.pipeline.assess.Assess;
import sightline.pipeline.decide.Decide;
import sightline.pipeline.ingest.Ingest;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SightlineJob;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Pcm;

/** Sound on its way through the stages: heard only where everything is known, and speech never. */
class SoundIT {
  private static final int FRAMES = 60;
  private static final int FEW = 8;
  private static final long FRAME_MILLIS = 100;
  private static final long START = 1_000_000L;
  private static final int RATE_HZ = 16_000;
  /** In the recording nobody speaks from 7.05 s to 9.25 s, and somebody does from 9.3 s on: see evaluation/speech.jsonl. */
  private static final long RECORDED_FROM_MILLIS = 6_000;

  private static final List<Scope> ALLOWED = List.of(Scope.AUDIO);

  @TempDir
  Path folder;

  private Path models = Path.of("");

  @BeforeEach
  void install() throws IOException {
    models = Assets.homeWithVoices(folder).resolve("models");
  }

  private static List<Sent> spoken(int frames) throws IOException, UnreadableRecord {
    byte[] wav = Files.readAllBytes(Assets.media().resolve("audio/silero_test.wav"));
    List<Sent> sent = new ArrayList<>();
    for (Sent silent : Sent.scene("talk", DrawnScene.of(11, 0), 0, frames, START, true)) {
      Frame frame = WireFormat.FRAME.decode(silent.value());
      int from =
          44 + (int) (2 * RATE_HZ * (RECORDED_FROM_MILLIS + FRAME_MILLIS * silent.index()) / 1000);
      byte[] samples =
          Arrays.copyOfRange(wav, from, from + (int) (2 * RATE_HZ * FRAME_MILLIS / 1000));
      Frame speaking = Frame.newBuilder(frame)
          .setAudio(new Pcm(RATE_HZ, frame.getCapturedAt(), ByteBuffer.wrap(samples)))
          .build();
      sent.add(new Sent(
          silent.partition(),
          silent.session(),
          silent.index(),
          silent.capturedAt(),
          WireFormat.FRAME.encode(speaking)));
    }
    return sent;
  }

  private List<Directive> finals(int frames, List<Scope> scopes, Map<String, String> more)
      throws Exception {
    Map<String, String> given = new java.util.HashMap<>(more);
    given.put(Key.MODELS.id(), models.toString());
    given.put(Key.EYES.id(), more.getOrDefault(Key.EYES.id(), "face,voice"));
    Settings settings = TestSettings.drawn(given);
    try (ListEnds ends = new ListEnds(spoken(frames));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2)) {
      env.configure(SightlineJob.configuration());
      var accepted = Ingest.accept(ends.frames(env), settings.ingest());
      var decided = Decide.frames(
          Assess.frames(permitted(accepted.accepted(), scopes), settings.assess()),
          Ingest.controls(ends.controls(env)).records(),
          ends.knownControls(),
          settings.decide());
      ends.publishDirectives(decided.directives());
      ends.publishRejected(accepted.rejected());
      env.execute();
      assertThat(ends.rejections()).isEmpty();
      return ends.directives().stream()
          .sorted(Comparator.comparingInt(Directive::index))
          .toList();
    }
  }

  private static DataStream<AcceptedFrame> permitted(
      DataStream<AcceptedFrame> frames, List<Scope> scopes) {
    SingleOutputStreamOperator<AcceptedFrame> permitted = frames
        .map(frame -> new AcceptedFrame(
            frame.header(),
            frame.origin(),
            frame.image(),
            frame.sha256(),
            frame.footage(),
            permit(scopes),
            frame.sound()))
        .returns(AcceptedFrame.class)
        .uid("permit");
    return permitted.setParallelism(frames.getParallelism());
  }

  /** No scopes: no receipt was asked for. */
  private static Permit permit(List<Scope> scopes) {
    return scopes.isEmpty()
        ? Permit.NOT_ASKED
        : new Permit(ReceiptCheck.VERIFIED, "r-1", scopes, List.of(), null);
  }

  private static long mutedMillis(List<Directive> directives, long from, long to) {
    return directives.stream()
        .flatMap(directive -> directive.muted().stream())
        .mapToLong(span ->
            Math.max(0, Math.min(to, recorded(span.to())) - Math.max(from, recorded(span.from()))))
        .sum();
  }

  private static long recorded(Instant at) {
    return at.toEpochMilli() - START + RECORDED_FROM_MILLIS;
  }

  private static void assertAllMuted(List<Directive> directives) {
    assertThat(directives).hasSize(FEW).allSatisfy(directive -> {
      assertThat(directive.audio()).isEqualTo(Audio.MUTE);
      assertThat(directive.muted()).isEmpty();
    });
  }

  @Test
  void speechIsMutedAndTheSilenceBetweenIsHeard() throws Exception {
    List<Directive> directives = finals(FRAMES, ALLOWED, Map.of());
    assertThat(directives).hasSize(FRAMES).allSatisfy(directive -> {
      assertThat(directive.audio())
          .isEqualTo(
              directive.disposition() == Disposition.WITHHOLD ? Audio.MUTE : Audio.MUTE_SPANS);
      assertThat(directive.models()).contains("voice/silero-vad-1");
      for (MutedSpan span : directive.muted()) {
        assertThat(span.from()).isAfterOrEqualTo(directive.capturedAt());
        assertThat(span.to()).isBeforeOrEqualTo(directive.capturedAt().plusMillis(FRAME_MILLIS));
      }
    });
    assertThat(directives).noneMatch(directive -> directive.disposition() == Disposition.WITHHOLD);
    assertThat(mutedMillis(directives, 6_000, 6_800)).isEqualTo(800);
    assertThat(mutedMillis(directives, 9_300, 12_000)).isEqualTo(2_700);
    assertThat(mutedMillis(directives, 7_200, 9_050)).isLessThan(1_400);
  }

  @Test
  void everythingIsMutedWithoutAModel() throws Exception {
    assertAllMuted(finals(FEW, ALLOWED, Map.of(Key.EYES.id(), "face")));
    Files.delete(models.resolve("voice/silero-vad-1/model.onnx"));
    assertAllMuted(finals(FEW, ALLOWED, Map.of()));
  }

  @Test
  void everythingIsMutedWhereTheModelFails() throws Exception {
    breakTheModel();
    assertAllMuted(finals(FEW, ALLOWED, Map.of()));
  }

  @Test
  void everythingIsMutedWithoutConsentToSound() throws Exception {
    assertAllMuted(finals(FEW, List.of(), Map.of()));
    assertAllMuted(finals(FEW, List.of(Scope.ROOM), Map.of()));
  }

  /** A net that knows nothing of sound takes the voice model's place: every question to it fails. */
  private void breakTheModel() throws IOException {
    Path voice = models.resolve("voice/silero-vad-1");
    Path other = models.resolve("verification/face-1");
    Files.copy(
        other.resolve("model.onnx"),
        voice.resolve("model.onnx"),
        StandardCopyOption.REPLACE_EXISTING);
    String description = Files.readString(voice.resolve("model.json"));
    String others = Files.readString(other.resolve("model.json"));
    Files.writeString(
        voice.resolve("model.json"),
        description
            .replaceFirst("\"sha256\": \"[0-9a-f]+\"", found(others, "\"sha256\": \"[0-9a-f]+\""))
            .replaceFirst("\"bytes\": \\d+", found(others, "\"bytes\": \\d+")));
  }

  private static String found(String text, String pattern) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
