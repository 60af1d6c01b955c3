package sightline.vision.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings one file over HTTP. Redirects are followed to https only, no more bytes are written than asked for, and a source
 * that sends nothing for as long as the limit is given up.
 */
final class Transport {
  private static final int MAX_REDIRECTS = 5;
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Duration limit;
  private final HttpClient client;

  Transport(Duration limit) {
    this.limit = limit;
    this.client = HttpClient.newBuilder()
        .connectTimeout(limit)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /** https, or plain http to a server on this very machine. */
  static boolean mayStartAt(URI url) {
    if (url.getHost() == null) {
      return false;
    }
    return "https".equalsIgnoreCase(url.getScheme())
        || ("http".equalsIgnoreCase(url.getScheme()) && isLoopback(url.getHost()));
  }

  private static boolean isLoopback(String host) {
    try {
      return host.matches("[0-9.]+") && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  /**
   * @param bytes how many the file must have; one more is read at most, to tell a longer file
   * @throws IOException where nothing usable came in time
   */
  void bring(URI url, long bytes, Path into) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    URI at = url;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<InputStream> response = ask(at, deadline);
      try (InputStream body = response.body()) {
        if (response.statusCode() == 200) {
          save(body, bytes, into);
          return;
        }
        at = redirected(at, response);
      }
    }
    throw new IOException("more than %s redirects".formatted(MAX_REDIRECTS));
  }

  private HttpResponse<InputStream> ask(URI at, long deadline) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(at).GET().build();
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    return await(answer, Math.max(1, deadline - System.nanoTime()));
  }

  private static URI redirected(URI from, HttpResponse<InputStream> response) throws IOException {
    int status = response.statusCode();
    String location = response.headers().firstValue("Location").orElse("");
    if (status / 100 != 3 || location.isEmpty()) {
      throw new IOException("answered with status " + status);
    }
    try {
      URI to = from.resolve(location);
      if (!"https".equalsIgnoreCase(to.getScheme())) {
        throw new IOException("redirected away from https");
      }
      return to;
    } catch (IllegalArgumentException unreadable) {
      throw new IOException("redirected to no address", unreadable);
    }
  }

  private void save(InputStream body, long bytes, Path into) throws IOException {
    AtomicLong come = new AtomicLong();
    CompletableFuture<Void> copy = CompletableFuture.runAsync(() -> copy(body, bytes, into, come));
    long before = -1;
    while (true) {
      try {
        copy.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        return;
      } catch (TimeoutException slow) {
        if (come.get() == before || come.get() == 0) {
          // closing the body, which the caller does, ends the copying thread as well
          throw new IOException("sent nothing for %s ms".formatted(limit.toMillis()), slow);
        }
        before = come.get();
      } catch (ExecutionException failed) {
        throw new IOException("broke off while sending", failed.getCause());
      } catch (InterruptedException stopped) {
        throw interrupted(stopped);
      }
    }
  }

  private static void copy(InputStream body, long bytes, Path into, AtomicLong come) {
    try (var out = Files.newOutputStream(into)) {
      byte[] chunk = new byte[CHUNK_BYTES];
      int count = body.read(chunk);
      while (count >= 0 && come.get() <= bytes) {
        out.write(chunk, 0, (int) Math.min(count, bytes + 1 - come.get()));
        come.addAndGet(count);
        count = body.read(chunk);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static <T> T await(CompletableFuture<T> answer, long nanos) throws IOException {
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException silent) {
      answer.cancel(true);
      throw new IOException("did not answer in time", silent);
    } catch (ExecutionException failed) {
      throw new IOException("cannot be reached", failed.getCause());
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static IOException interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted", stopped);
  }
}
