package sightline.app.evaluate;

/**
 * A part of what was counted.
 *
 * @param by what the parts differ in, such as "size" or "race"
 * @param value which part
 */
record Group(String by, String value) {}
