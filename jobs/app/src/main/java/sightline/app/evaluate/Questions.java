package sightline.app.evaluate;

import java.util.List;

/** Everything that is asked, in the order of the report. */
final class Questions {
  static final List<Question> ALL = List.of(new FacesFound(), new Leaks(), new OverRedaction());

  private Questions() {}
}
