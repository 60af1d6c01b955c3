package sightline.app.redact;

import org.jspecify.annotations.Nullable;

/**
 * Why a media file was not redacted; nothing of it is in the output then.
 *
 * @param frame 0-based frame that it came to light at, null where it is about the whole file
 */
public record Refusal(Why why, @Nullable Integer frame) {

  /** Closed vocabulary, each with what a person can do about it. */
  public enum Why {
    NO_DIRECTIVES(
        "the analysis knows no such file: analyze it, with the same PATH, and redact then"),
    REJECTED(
        "the analysis rejected it, so nobody looked for what must be hidden: see rejected.jsonl"),
    FRAME_WITHOUT_FINAL("a frame has no final directive: analyze the file again"),
    FINAL_TWICE(
        "a frame has two final directives: one folder holds two analyses; analyze again with --overwrite"),
    OTHER_BYTES(
        "its pictures are not the ones assessed: the file was changed, or decodes otherwise on this processor or in this version;"
            + " analyze it again here"),
    OTHER_RASTER(
        "a region lies outside its picture: the directives are of another file; analyze it again"),
    OTHER_LENGTH("it has another number of frames than were assessed: analyze it again"),
    OTHER_TIMES("its frames stand at other times than were assessed: analyze it again"),
    UNREADABLE("it cannot be read: is it there, whole and readable?"),
    NOT_WRITTEN("the result could not be written: is there room, and may you write to --out?");

    private final String mend;

    Why(String mend) {
      this.mend = mend;
    }

    /** What is wrong and what to do, for a person. */
    public String mend() {
      return mend;
    }
  }

  static Refusal of(Why why) {
    return new Refusal(why, null);
  }
}
