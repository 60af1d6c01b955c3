package sightline.domain.task;

/** A part of the worker's body, for what a task needs and what it must not see. */
public enum BodyArea {
  HANDS,
  FOREARMS,
  FACE,
  TORSO,
  LEGS,
  FEET
}
