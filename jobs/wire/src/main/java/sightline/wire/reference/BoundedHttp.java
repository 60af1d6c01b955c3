package sightline.wire.reference;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;

/** One GET, without redirects, that ends within a bound of bytes and of time from connecting to the last byte. */
final class BoundedHttp {
  private final Duration timeout;
  private final int maxBytes;
  private final HttpClient client;

  BoundedHttp(Duration timeout, int maxBytes) {
    this.timeout = timeout;
    this.maxBytes = maxBytes;
    this.client = HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }

  byte[] get(URI uri) throws NotFetched {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(HttpRequest.newBuilder(uri).GET().build(), info -> new UpTo(maxBytes));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() / 100 == 3) {
        throw new NotFetched(
            RejectReason.REFERENCE_NOT_ALLOWED, (long) response.statusCode(), null);
      }
      if (response.statusCode() != 200) {
        throw new NotFetched(
            RejectReason.REFERENCE_UNAVAILABLE, (long) response.statusCode(), 200L);
      }
      return response.body();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TooMany
          ? new NotFetched(RejectReason.TOO_MANY_BYTES, null, (long) maxBytes)
          : new NotFetched(RejectReason.REFERENCE_UNAVAILABLE);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NotFetched(
          RejectReason.REFERENCE_UNAVAILABLE, timeout.toMillis(), timeout.toMillis());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotFetched(RejectReason.REFERENCE_UNAVAILABLE);
    }
  }

  private static final class TooMany extends RuntimeException {}

  /** Collects a body and gives up as soon as it is larger than allowed. */
  private static final class UpTo implements HttpResponse.BodySubscriber<byte[]> {
    private final int most;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    UpTo(int most) {
      this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        if (collected.size() + buffer.remaining() > most) {
          if (subscription != null) {
            subscription.cancel();
          }
          body.completeExceptionally(new TooMany());
          return;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        collected.writeBytes(bytes);
      }
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      body.complete(collected.toByteArray());
    }
  }
}
