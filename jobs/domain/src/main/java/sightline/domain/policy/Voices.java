package sightline.domain.policy;

/** What a policy makes of speech, where a model listened and consent allows the sound to be heard at all. */
public enum Voices {
  /** Nobody's speech is heard: no model tells the worker's voice from a visitor's. */
  MUTE_ALWAYS,
  /** Who consented to sound consented to voices: for recordings that nobody else can be heard in. */
  MUTE_WITHOUT_CONSENT
}
