package sightline.wire.reference;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sightline.domain.frame.RejectReason;

/**
 * Fetches images that a frame only refers to: below the configured prefixes and nowhere else, without redirects, within a
 * bound of bytes and time. A worker's phone writes these references, so each is treated as hostile.
 */
public final class ReferencedImages {
  private final List<URI> prefixes;
  private final BoundedHttp http;
  private final int maxBytes;

  public ReferencedImages(List<String> prefixes, Duration timeout, int maxBytes) {
    this.prefixes = prefixes(prefixes);
    this.http = new BoundedHttp(timeout, maxBytes);
    this.maxBytes = maxBytes;
  }

  /**
   * @throws IllegalArgumentException naming every prefix that is not a file:, http: or https: URI ending in a slash
   */
  public static List<URI> prefixes(List<String> texts) {
    List<URI> prefixes = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String text : texts) {
      try {
        prefixes.add(checked(new URI(text)));
      } catch (URISyntaxException | IllegalArgumentException e) {
        wrong.add(text);
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "reference prefixes are file:, http: or https: URIs that end in a slash, got " + wrong);
    }
    return prefixes;
  }

  public byte[] fetch(String reference) throws NotFetched {
    URI uri;
    try {
      uri = new URI(reference);
    } catch (URISyntaxException e) {
      throw new NotFetched(RejectReason.REFERENCE_NOT_ALLOWED);
    }
    for (URI prefix : prefixes) {
      if (sameServer(prefix, uri) && plain(uri) && uri.getPath().startsWith(prefix.getPath())) {
        return isFile(uri) ? readFile(uri, prefix) : http.get(uri);
      }
    }
    throw new NotFetched(RejectReason.REFERENCE_NOT_ALLOWED);
  }

  private static URI checked(URI prefix) {
    String scheme = prefix.getScheme();
    boolean known = scheme != null
        && List.of("file", "http", "https").contains(scheme.toLowerCase(Locale.ROOT));
    if (!known
        || !plain(prefix)
        || !prefix.getPath().endsWith("/")
        || (!isFile(prefix) && prefix.getHost() == null)) {
      throw new IllegalArgumentException("not a usable prefix");
    }
    return prefix;
  }

  /** No user, no fragment, no dot segments in any spelling: a path that reads the same to every program. */
  private static boolean plain(URI uri) {
    String path = uri.getRawPath();
    if (path == null
        || uri.isOpaque()
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      return false;
    }
    String lower = path.toLowerCase(Locale.ROOT);
    boolean disguised = lower.contains("%2e")
        || lower.contains("%2f")
        || lower.contains("%5c")
        || lower.contains("%00")
        || lower.contains("\\");
    return !disguised && uri.normalize().getRawPath().equals(path) && !path.contains("//");
  }

  private static boolean sameServer(URI prefix, URI uri) {
    return uri.getScheme() != null
        && prefix.getScheme().equalsIgnoreCase(uri.getScheme())
        && lower(prefix.getHost()).equals(lower(uri.getHost()))
        && port(prefix) == port(uri)
        && (!isFile(uri)
            || uri.getRawAuthority() == null
            || uri.getRawAuthority().isEmpty());
  }

  private static String lower(@org.jspecify.annotations.Nullable String host) {
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static boolean isFile(URI uri) {
    return "file".equalsIgnoreCase(uri.getScheme());
  }

  /** Symbolic links are followed first and then held against the prefix, so none leads out of it. */
  private byte[] readFile(URI uri, URI prefix) throws NotFetched {
    try {
      Path real = Path.of(uri.getPath()).toRealPath();
      if (!real.startsWith(Path.of(prefix.getPath()).toRealPath()) || !Files.isRegularFile(real)) {
        throw new NotFetched(RejectReason.REFERENCE_NOT_ALLOWED);
      }
      try (InputStream in = Files.newInputStream(real)) {
        byte[] bytes = in.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
          throw new NotFetched(RejectReason.TOO_MANY_BYTES, Files.size(real), (long) maxBytes);
        }
        return bytes;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new NotFetched(RejectReason.REFERENCE_UNAVAILABLE);
    }
  }
}
