package sightline.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;

/**
 * A speaker's word that a text is right. It holds for the text and the English as they were: an edit of either makes it unreviewed.
 *
 * @param who name or pseudonym of the speaker
 * @param on day of the signature
 * @param hash of what was signed, {@value #LENGTH} hexadecimal digits
 */
record Signature(String who, LocalDate on, String hash) {
  static final int LENGTH = 16;

  /** Reads {@code who; 2026-12-01; 0123456789abcdef}. */
  static Signature read(String line) {
    List<String> parts =
        List.of(line.split(";", -1)).stream().map(String::strip).toList();
    if (parts.size() != 3 || parts.get(0).isEmpty() || !parts.get(2).matches("[0-9a-f]{16}")) {
      throw new IllegalArgumentException("a signature is 'who; date; 16 hexadecimal digits'");
    }
    try {
      return new Signature(parts.get(0), LocalDate.parse(parts.get(1)), parts.get(2));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a signature's date is written as 2026-12-01", e);
    }
  }

  /** The first digits of the SHA-256 of code, English and text, a line feed between them, in UTF-8. */
  static String hash(String code, String english, String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(String.join("\n", code, english, text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
