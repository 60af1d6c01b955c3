package sightline.app.command;

import java.time.Duration;
import picocli.CommandLine;

/** Reads 90s, 2m, 1h or PT2M. */
final class DurationText implements CommandLine.ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      Duration duration = Duration.parse(text.startsWith("P") ? text : "PT" + text);
      if (duration.isNegative() || duration.isZero()) {
        throw new CommandLine.TypeConversionException(
            "a duration is above zero, got '%s'".formatted(text));
      }
      return duration;
    } catch (java.time.format.DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'%s' is not a duration such as 60s, 2m or 1h".formatted(text));
    }
  }
}
