package sightline.domain.privacy;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody who looked at a frame takes back of the engine's word on it: reasons that stand on detection alone, and only of
 * the very bytes that were looked at.
 *
 * @param sha256 of the image bytes that were looked at, lower-case hex; it says nothing of any others
 * @param reasons at least one, each once, in the order of their declaration
 */
public record Lift(String sha256, List<WithholdReason> reasons) implements Serializable {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public Lift {
    reasons = reasons.stream().distinct().sorted().toList();
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("a lift names the bytes that were looked at by SHA-256");
    }
    if (reasons.isEmpty() || !reasons.stream().allMatch(WithholdReason::mayBeLifted)) {
      throw new IllegalArgumentException(
          "no look at a frame takes back all of %s".formatted(reasons));
    }
  }
}
