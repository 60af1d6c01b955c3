package sightline.vision.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Size and SHA-256 of a file of weights, held against a description. */
final class Checksum {
  private Checksum() {}

  /**
   * @param where how to speak of the file in the message
   * @throws ModelCorrupt where the file is another one
   */
  static void require(ModelDescription model, Path file, String where) {
    try {
      long bytes = Files.size(file);
      // a file of another size is another file; no need to read it all
      String sha256 = bytes == model.bytes() ? of(file) : "(not read)";
      if (!sha256.equals(model.sha256())) {
        throw new ModelCorrupt(model, where, bytes, sha256);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("%s cannot be read".formatted(where), unreadable);
    }
  }

  private static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
