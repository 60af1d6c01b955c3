package sightline.app.evaluate;

import java.util.List;

/** Everything that is asked, in the order of the report. */
final class Questions {
  static final List<Question> ALL = List.of(
      new FacesFound(),
      new Leaks(),
      new LeaksOverTime(),
      new OverRedaction(),
      new Unseen(),
      new Doubts(),
      new Presence(),
      new Hands(),
      new TextAndScreens(),
      new Lens(),
      new LightAndBlur(),
      new Fairness());

  /** Their names in evaluation.json, in the same order. */
  static final List<String> IDS = List.of(
      FacesFound.ID,
      Leaks.ID,
      LeaksOverTime.ID,
      OverRedaction.ID,
      Unseen.ID,
      Doubts.ID,
      Presence.ID,
      Hands.ID,
      TextAndScreens.ID,
      Lens.ID,
      LightAndBlur.ID,
      Fairness.ID);

  private Questions() {}
}
