package sightline.domain.consent;

/** What a worker may allow by name. What a receipt does not name is not allowed. */
public enum Scope {
  /** The worker's own face may be seen. */
  OWN_FACE,
  /** More of the worker than hands and forearms may be seen. */
  FULL_BODY,
  /** The room behind the work may be seen. */
  ROOM,
  /** The worker's voice and the room's sound may be heard. */
  AUDIO,
  /** Papers and screens of the household may be seen. */
  DOCUMENTS,
  /** People may look at the footage, not machines alone. */
  HUMAN_VIEWING,
  /** The footage may be handed on to others than the controller. */
  SHARING
}
