package sightline.wire;

import sightline.wire.UnreadableRecord.Why;

/** Words of closed vocabularies, carried by the names of their constants. */
final class Words {
  private Words() {}

  /**
   * @throws UnreadableRecord where this version's vocabulary lacks the word; it is not quoted
   */
  static <E extends Enum<E>> E read(Class<E> vocabulary, String word) throws UnreadableRecord {
    for (E known : vocabulary.getEnumConstants()) {
      if (known.name().equals(word)) {
        return known;
      }
    }
    throw new UnreadableRecord(Why.UNKNOWN_WORD);
  }
}
