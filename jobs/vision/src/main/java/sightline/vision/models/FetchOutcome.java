package sightline.vision.models;

/** How the fetching of one model's weights went. */
public sealed interface FetchOutcome {
  /** The id of the model, such as face/yunet-n-2. */
  String model();

  /** The right weights were there already. */
  record Present(String model) implements FetchOutcome {}

  /**
   * @param from "the mirror", or the host that served them
   */
  record Fetched(String model, String from) implements FetchOutcome {}

  /**
   * Nothing was changed.
   *
   * @param mend one line for people: what failed and what to do
   */
  record Unreachable(String model, String mend) implements FetchOutcome {}
}
