package sightline.pipeline.publish;

import java.io.Serializable;

/**
 * Where metrics are served, always on the loopback address.
 *
 * @param port the first port tried; 0 takes any free one, -1 serves nothing
 */
public record MetricsSettings(int port) implements Serializable {
  public static final MetricsSettings OFF = new MetricsSettings(-1);

  public MetricsSettings {
    if (port < -1 || port > 65_535) {
      throw new IllegalArgumentException(
          "a metrics port is -1 (off), 0 (any) or up to 65535, got " + port);
    }
  }

  boolean serve() {
    return port >= 0;
  }
}
