package sightline.pipeline.ingest;

import java.nio.file.Path;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.consent.Occasion;
import sightline.domain.consent.Permit;
import sightline.domain.privacy.Consent;

/** Asks for consent as the run is told to: of every frame, or of none. */
interface Receipts {
  Logger LOG = LoggerFactory.getLogger(Receipts.class);

  Permit check(@Nullable String token, Occasion occasion);

  /** With a counter {@code consentKeysUnreadable} of new key files that did not read. */
  static Receipts under(ConsentSettings settings, MetricGroup metrics) {
    if (settings.mode() == Consent.OFF) {
      return (token, occasion) -> Permit.NOT_ASKED;
    }
    if (settings.keys().isEmpty()) {
      LOG.warn("consent is required and no keys are named (consent.keys): every frame is withheld");
      return new ReceiptVerifier(() -> SigningKeys.NONE, settings.issuer())::check;
    }
    Counter unreadable = metrics.counter("consentKeysUnreadable");
    WatchedKeys keys = new WatchedKeys(Path.of(settings.keys()), System::nanoTime, unreadable::inc);
    return new ReceiptVerifier(keys::current, settings.issuer())::check;
  }
}
