package sightline.pipeline.ingest;

/** A token that is no receipt. It says nothing of why: what is wrong with it is its sender's text. */
final class NotAReceipt extends Exception {
  NotAReceipt() {
    super("not a receipt", null, false, false);
  }
}
