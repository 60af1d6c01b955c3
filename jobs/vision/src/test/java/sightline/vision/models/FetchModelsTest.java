package sightline.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.vision.models.FetchOutcome.Fetched;
import sightline.vision.models.FetchOutcome.Present;
import sightline.vision.models.FetchOutcome.Unreachable;

class FetchModelsTest {
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  @TempDir
  Path root;

  @TempDir
  Path mirror;

  private final List<String> progress = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server = startable();

  private static HttpServer startable() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private Path describedAs(String name, HttpHandler handler) {
    server.createContext("/" + name, handler);
    return ModelFolder.describe(root, name, "1", address() + "/" + name);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static HttpHandler serving(byte[] bytes) {
    return exchange -> answer(exchange, 200, bytes);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private List<FetchOutcome> fetched(@Nullable Path from) {
    return new FetchModels(from, PATIENCE, progress::add).all(ModelCatalogue.read(root));
  }

  private static void assertNothingBut(Path folder, String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @Test
  void bringsWeightsFromUpstreamAndThenLeavesThemAlone() throws IOException {
    Path folder = describedAs("good", serving(ModelFolder.WEIGHTS));
    assertThat(fetched(null)).containsExactly(new Fetched("face/good-1", "127.0.0.1"));
    assertThat(folder.resolve("model.onnx")).hasBinaryContent(ModelFolder.WEIGHTS);
    assertNothingBut(folder, "model.json", "model.onnx");
    server.stop(0);
    assertThat(fetched(null)).containsExactly(new Present("face/good-1"));
    assertThat(progress).hasSize(3).allMatch(line -> line.startsWith("face/good-1: "));
  }

  @Test
  void prefersTheMirror() throws IOException {
    Path folder = describedAs("good", exchange -> answer(exchange, 500, new byte[0]));
    Files.write(
        Files.createDirectories(mirror.resolve("good")).resolve("model.onnx"), ModelFolder.WEIGHTS);
    assertThat(fetched(mirror)).containsExactly(new Fetched("face/good-1", "the mirror"));
    assertThat(folder.resolve("model.onnx")).hasBinaryContent(ModelFolder.WEIGHTS);
  }

  @Test
  void asksUpstreamForWhatTheMirrorLacks() {
    describedAs("good", serving(ModelFolder.WEIGHTS));
    assertThat(fetched(mirror)).containsExactly(new Fetched("face/good-1", "127.0.0.1"));
  }

  @Test
  void leavesNothingBehindOfWrongWeights() throws IOException {
    byte[] others = ModelFolder.WEIGHTS.clone();
    others[0]++;
    Path folder = describedAs("other", serving(others));
    assertThatThrownBy(() -> fetched(null)).isInstanceOf(ModelCorrupt.class);
    assertNothingBut(folder, "model.json");
    Files.write(Files.createDirectories(mirror.resolve("other")).resolve("model.onnx"), others);
    assertThatThrownBy(() -> fetched(mirror)).isInstanceOf(ModelCorrupt.class);
    assertNothingBut(folder, "model.json");
  }

  @Test
  void readsNoMoreThanOneByteTooMany() throws IOException {
    Path folder = describedAs("endless", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (var body = exchange.getResponseBody()) {
        while (over.getCount() > 0) {
          body.write(new byte[1 << 16]);
        }
      }
    });
    assertThatThrownBy(() -> fetched(null))
        .isInstanceOf(ModelCorrupt.class)
        .hasMessageContaining("got 18 bytes");
    assertNothingBut(folder, "model.json");
  }

  @Test
  void saysHowToMendWhatIsNotServed() throws IOException {
    Path folder = describedAs("gone", exchange -> answer(exchange, 404, new byte[0]));
    assertThat(fetched(null))
        .singleElement()
        .isInstanceOfSatisfying(
            Unreachable.class,
            gone -> assertThat(gone.mend())
                .contains("answered with status 404", "SIGHTLINE_MODEL_MIRROR", "gone/model.onnx")
                .doesNotContain("\n"));
    assertNothingBut(folder, "model.json");
  }

  @Test
  void followsARedirectToHttpsOnly() {
    describedAs("moved", exchange -> {
      exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
      answer(exchange, 302, new byte[0]);
    });
    server.createContext("/elsewhere", serving(ModelFolder.WEIGHTS));
    assertThat(fetched(null))
        .singleElement()
        .isInstanceOfSatisfying(
            Unreachable.class,
            moved -> assertThat(moved.mend()).contains("redirected away from https"));
  }

  @Test
  void givesUpOnASilentServerOnceForAllItsModels() {
    HttpHandler silent = exchange -> {
      try {
        over.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    };
    for (String name : List.of("a", "b", "c")) {
      describedAs(name, silent);
    }
    long start = System.nanoTime();
    assertThat(fetched(null)).hasSize(3).allMatch(Unreachable.class::isInstance);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(3));
  }

  @Test
  void givesUpOnAServerThatFallsSilentInTheMiddle() throws IOException {
    Path folder = describedAs("stalled", exchange -> {
      exchange.sendResponseHeaders(200, ModelFolder.WEIGHTS.length);
      exchange.getResponseBody().write(ModelFolder.WEIGHTS, 0, 5);
      exchange.getResponseBody().flush();
      try {
        over.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
    assertThat(fetched(null))
        .singleElement()
        .isInstanceOfSatisfying(
            Unreachable.class, stalled -> assertThat(stalled.mend()).contains("sent nothing for"));
    assertNothingBut(folder, "model.json");
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    ModelFolder.describe(root, "lost", "1", "http://127.0.0.1:%s/x".formatted(free));
    assertThat(fetched(null))
        .singleElement()
        .isInstanceOfSatisfying(
            Unreachable.class, lost -> assertThat(lost.mend()).contains("cannot be reached"));
  }
}
