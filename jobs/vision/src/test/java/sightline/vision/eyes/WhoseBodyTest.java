package sightline.vision.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.people.BodiesInView;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.ThirdParties;
import sightline.domain.people.View;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.vision.Assets;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;
import sightline.vision.detection.Detector;
import sightline.vision.models.ModelStore;

/** The detector and the rule together, without a look for hands. */
class WhoseBodyTest {
  private static final ThirdParties RULE = new ThirdParties(View.FIRST_PERSON);

  @TempDir
  Path temporary;

  /** What became of every frame looked at. */
  private interface Seen {
    void frame(int index, List<PersonJudgement> judged);
  }

  @Test
  void takesTheWorkersOwnBodyForNobodyElse() throws Exception {
    int[] own = {0};
    int[] others = {0};
    each("videos/ego_home/pouring_water.mp4", index -> index % 6 == 0, (index, judged) -> {
      own[0] += judged.stream().anyMatch(one -> one.who() == Who.WORKER) ? 1 : 0;
      others[0] += judged.stream().anyMatch(one -> one.who() == Who.THIRD_PARTY) ? 1 : 0;
    });
    assertThat(own[0]).isGreaterThan(25);
    assertThat(others[0]).isZero();
  }

  /** 16 boxes by eye; the other three are known by their faces only, for which nothing looks here. */
  @Test
  void findsChildrenWithoutAFace() throws Exception {
    Path labels = Assets.media("videos/bystanders/annotations.jsonl");
    List<JsonNode> labelled = Files.readAllLines(labels).stream()
        .map(WhoseBodyTest::json)
        .filter(line -> line.path("file").asText().equals("sam2_bedroom.mp4"))
        .toList();
    int[] covered = {0};
    each(
        "videos/bystanders/sam2_bedroom.mp4",
        index -> labelled.stream().anyMatch(line -> line.path("frame").asInt() == index),
        (index, judged) -> covered[0] += labelled.stream()
            .filter(line -> line.path("frame").asInt() == index)
            .mapToInt(line -> covered(line, judged))
            .sum());
    assertThat(covered[0]).isGreaterThanOrEqualTo(13);
  }

  private static int covered(JsonNode line, List<PersonJudgement> judged) {
    int covered = 0;
    for (JsonNode label : line.path("boxes")) {
      Box box = new Box(
          (float) label.path("x").asDouble(),
          (float) label.path("y").asDouble(),
          (float) label.path("w").asDouble(),
          (float) label.path("h").asDouble());
      covered += judged.stream()
              .anyMatch(one -> one.who() == Who.THIRD_PARTY
                  && one.person().box().intersection(box) >= 0.7 * box.area())
          ? 1
          : 0;
    }
    return covered;
  }

  private void each(String media, IntPredicate wanted, Seen seen) throws Exception {
    Path file = Assets.media(media);
    try (Detector detector =
            new Detectors(ModelStore.under(Assets.modelsWithObjects(temporary))).objects();
        VideoReader video = VideoReader.open(file)) {
      while (video.hasNext()) {
        VideoFrame frame = video.next();
        if (wanted.test(frame.index())) {
          seen.frame(frame.index(), RULE.among(bodies(detector, frame)));
        }
      }
    }
  }

  private static BodiesInView bodies(Detector detector, VideoFrame frame) throws Exception {
    var header = (ImageHeader.Accepted) ImageHeader.read(frame.jpeg(), ImageLimits.defaults());
    try (Picture picture = Picture.decode(frame.jpeg(), header, Rotation.NONE)) {
      List<Detection> people = detector.detect(picture).stream()
          .filter(one -> "person".equals(one.label()))
          .toList();
      return new BodiesInView(
          frame.width(),
          frame.height(),
          Rotation.NONE,
          people,
          List.of(),
          DetectorReading.without(DetectorKind.HAND, Looked.NOT_SCHEDULED));
    }
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
