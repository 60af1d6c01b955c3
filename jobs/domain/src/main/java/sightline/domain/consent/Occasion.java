package sightline.domain.consent;

/**
 * What a receipt is held against: who films what with what, where and when, as a frame says it.
 *
 * @param worker pseudonym
 * @param atMillis epoch milliseconds by the broker's clock where it has stamped the frame, else by the device's
 */
public record Occasion(
    String worker, String task, String deviceClass, String region, long atMillis) {}
