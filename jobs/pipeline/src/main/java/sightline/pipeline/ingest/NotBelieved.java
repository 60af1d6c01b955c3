package sightline.pipeline.ingest;

/** A token that is no statement of the kind that was asked for. It says nothing of why: what is wrong with it is its sender's text. */
final class NotBelieved extends Exception {
  NotBelieved() {
    super("not believed", null, false, false);
  }
}
