package sightline.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;
import sightline.domain.frame.Origin;
import sightline.domain.people.PersonJudgement;
import sightline.domain.privacy.Region;
import sightline.domain.quality.Factor;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Occlusion;
import sightline.domain.session.IndexRanges;

/** The pieces that lines of JSON are made of. */
final class JsonParts {
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private JsonParts() {}

  static void put(ObjectNode into, Region region) {
    into.put("x", region.x())
        .put("y", region.y())
        .put("w", region.width())
        .put("h", region.height())
        .put("kind", region.kind().name())
        .put("reason", region.reason().name())
        .put("track", region.track())
        .put("confidence", finite(region.confidence()));
  }

  static void put(ObjectNode into, Origin origin) {
    into.put("topic", origin.topic())
        .put("partition", origin.partition())
        .put("offset", origin.offset());
  }

  static void put(ObjectNode into, Factor factor) {
    into.put("name", lowerCase(factor.name()))
        .put("measured", factor.measured().value())
        .put("utility", factor.utility().value())
        .put("control", lowerCase(factor.control()))
        .put("weight", finite(factor.weight()));
    Measure lacking = factor.measured().assessed() ? factor.utility() : factor.measured();
    if (!lacking.assessed()) {
      into.put("unassessed", nameOrNull(lacking.unassessed()));
    }
  }

  static void put(ObjectNode into, Feedback feedback) {
    into.put("code", feedback.code().name())
        .put("evidence", lowerCase(feedback.evidence()))
        .put("measured", finite(feedback.measured()))
        .put("control", lowerCase(feedback.control()))
        .put("edge", nameOrNull(feedback.edge()));
  }

  static void put(ObjectNode into, PersonJudgement judged) {
    Box box = judged.person().box();
    into.put("x", tenth(box.left()))
        .put("y", tenth(box.top()))
        .put("w", tenth(box.width()))
        .put("h", tenth(box.height()))
        .put("confidence", finite(judged.person().confidence()))
        .put("who", judged.who().name());
    ArrayNode because = into.putArray("because");
    judged.because().forEach(reason -> because.add(reason.name()));
  }

  static void put(ObjectNode into, Occlusion occlusion) {
    into.put("share", occlusion.share().value());
    if (!occlusion.share().assessed()) {
      into.put("unassessed", nameOrNull(occlusion.share().unassessed()));
    }
    into.put("edge", nameOrNull(occlusion.edge()));
    GridMask mask = occlusion.mask();
    if (mask == null) {
      into.putNull("mask");
    } else {
      into.putObject("mask")
          .put("columns", mask.columns())
          .put("rows", mask.rows())
          .put("cells", mask.cells());
    }
  }

  static void put(ObjectNode into, MeasureReading measure) {
    into.put("name", measure.name()).put("value", measure.value().value());
    if (!measure.value().assessed()) {
      into.put("unassessed", nameOrNull(measure.value().unassessed()));
    }
  }

  /** Tenths of a pixel are finer than any detector. */
  private static double tenth(float pixels) {
    return Math.round(pixels * 10.0) / 10.0;
  }

  static void put(ArrayNode into, IndexRanges ranges) {
    for (int range = 0; range < ranges.count(); range++) {
      into.addArray().add(ranges.bounds()[2 * range]).add(ranges.bounds()[2 * range + 1]);
    }
  }

  static void putNumber(ObjectNode into, String key, Measure measure, ObjectNode unassessed) {
    into.put(key, measure.value());
    putReason(key, measure, unassessed);
  }

  /** Like a number, but written as an integer. */
  static void putCount(ObjectNode into, String key, Measure measure, ObjectNode unassessed) {
    Double value = measure.value();
    if (value != null && value != Math.rint(value)) {
      throw new IllegalArgumentException("%s is a count, got %s".formatted(key, value));
    }
    into.put(key, value == null ? null : Long.valueOf(value.longValue()));
    putReason(key, measure, unassessed);
  }

  private static void putReason(String key, Measure measure, ObjectNode unassessed) {
    if (!measure.assessed()) {
      unassessed.put(key, nameOrNull(measure.unassessed()));
    }
  }

  static String time(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  static String lowerCase(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  static @Nullable String nameOrNull(@Nullable Enum<?> word) {
    return word == null ? null : word.name();
  }

  static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has finite numbers only, got " + number);
    }
    return number;
  }
}
