package sightline.vision.models;

/** Thrown where a file of weights is not the one its description names. It is never used, whatever is inside. */
public final class ModelCorrupt extends RuntimeException {
  ModelCorrupt(ModelDescription model, String where, long bytes, String sha256) {
    super(
        "%s: the weights %s are not the ones described: expected %s bytes with sha256 %s, got %s bytes with sha256 %s"
            .formatted(model.id(), where, model.bytes(), model.sha256(), bytes, sha256));
  }
}
