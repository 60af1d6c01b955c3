package sightline.domain.assessment;

import java.io.Serializable;
import sightline.domain.privacy.DetectorKind;

/**
 * How often the dear detectors look. Faces are looked for in every frame; the others when the frame's index is a multiple of
 * their number, or when the frame itself asks: a face asks for persons, a screen or a book asks for text. It hangs on the frame
 * alone, so that a replay looks at the same frames; frames in between have their neighbours' word, and a policy bounds its age.
 *
 * @param objectsEvery frames from one look for persons, screens and things to the next
 * @param handsEvery frames from one look for hands to the next
 * @param textEvery frames from one look for text to the next
 */
public record Schedule(int objectsEvery, int handsEvery, int textEvery) implements Serializable {
  /** Everything at every frame. */
  public static final Schedule ALWAYS = new Schedule(1, 1, 1);

  public Schedule {
    if (objectsEvery < 1 || handsEvery < 1 || textEvery < 1) {
      throw new IllegalArgumentException(
          "a detector looks at every frame or at every Nth, got objects %s, hands %s, text %s"
              .formatted(objectsEvery, handsEvery, textEvery));
    }
  }

  /**
   * @param index 0-based place of the frame within its session
   */
  public boolean due(DetectorKind kind, int index) {
    return switch (kind) {
      case FACE -> true;
      case PERSON, SCREEN, THING -> index % objectsEvery == 0;
      case HAND -> index % handsEvery == 0;
      case TEXT -> index % textEvery == 0;
    };
  }
}
