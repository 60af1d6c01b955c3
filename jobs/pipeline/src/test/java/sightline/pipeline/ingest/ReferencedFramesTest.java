package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.pipeline.Sample;

/** Frames that come as a reference to their image, which {@link AcceptFrames} goes and gets. */
class ReferencedFramesTest {
  @SuppressWarnings("NullAway.Init") // every test opens it
  private AcceptHarness frames;

  @AfterEach
  void close() throws Exception {
    frames.close();
  }

  @Test
  void followsReferencesBelowAPrefixAndNowhereElse(@TempDir Path folder) throws Exception {
    Path allowed = Files.createDirectories(folder.resolve("frames"));
    Path outside = Files.write(folder.resolve("secret.jpg"), Sample.image(1, "jpg"));
    Files.write(allowed.resolve("good.jpg"), Sample.image(1, "jpg"));
    Files.createSymbolicLink(allowed.resolve("way-out.jpg"), outside);
    String prefix = "file://" + allowed + "/";
    frames = AcceptHarness.open(Map.of("ingest.references", prefix));
    for (String reference : List.of(
        prefix + "good.jpg",
        prefix + "../secret.jpg",
        prefix + "%2e%2e/secret.jpg",
        prefix + "way-out.jpg",
        "file://" + outside,
        "file://elsewhere" + allowed + "/good.jpg",
        "http://127.0.0.1/good.jpg",
        prefix + "gone.jpg",
        "not a uri \u0000")) {
      frames.read(Sample.frame("s", 1).setImage(null).setReference(reference));
    }
    assertThat(frames.accepted()).hasSize(1);
    assertThat(frames.rejected())
        .extracting(Rejection::reason)
        .containsExactly(
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_UNAVAILABLE,
            RejectReason.REFERENCE_NOT_ALLOWED);
  }

  @Test
  void fetchesOverHttpWithoutRedirectsAndWithinBounds() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] good = Sample.image(1, "jpg");
    server.createContext("/frames/good.jpg", exchange -> {
      exchange.sendResponseHeaders(200, good.length);
      exchange.getResponseBody().write(good);
      exchange.close();
    });
    server.createContext("/frames/moved.jpg", exchange -> {
      exchange.getResponseHeaders().add("Location", "/frames/good.jpg");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    });
    server.createContext("/frames/endless.jpg", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] block = new byte[1 << 16];
      Arrays.fill(block, (byte) 7);
      try {
        for (int sent = 0; sent < 1_000; sent++) {
          exchange.getResponseBody().write(block);
        }
      } catch (IOException e) {
        exchange.close();
      }
    });
    server.createContext("/frames/stuck.jpg", exchange -> {});
    server.start();
    try {
      String prefix =
          "http://127.0.0.1:%d/frames/".formatted(server.getAddress().getPort());
      frames = AcceptHarness.open(
          Map.of("ingest.references", prefix, "ingest.reference-timeout", "800 ms"));
      for (String name :
          List.of("good.jpg", "moved.jpg", "endless.jpg", "stuck.jpg", "missing.jpg")) {
        frames.read(Sample.frame("s", 1).setImage(null).setReference(prefix + name));
      }
    } finally {
      server.stop(0);
    }
    assertThat(frames.accepted()).hasSize(1);
    assertThat(frames.rejected())
        .extracting(Rejection::reason)
        .containsExactly(
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.TOO_MANY_BYTES,
            RejectReason.REFERENCE_UNAVAILABLE,
            RejectReason.REFERENCE_UNAVAILABLE);
  }
}
