package sightline.vision.sound;

/**
 * One window on its way into the net.
 *
 * @param samples the last {@link VoiceActivity#CONTEXT} of the window before, then {@link VoiceActivity#WINDOW}, -1 to 1
 * @param state what the net gave back for the window before, zeros at the start
 */
record Heed(float[] samples, float[] state) {
  /**
   * @param probability of speech in the window, 0 to 1
   * @param state for the next window
   */
  record Answer(float probability, float[] state) {}
}
