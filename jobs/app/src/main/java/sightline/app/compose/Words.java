package sightline.app.compose;

import java.util.List;

/** Words and numbers of our own: nobody's name, nobody's address. */
final class Words {
  private static final List<String> SYLLABLES = List.of(
      "ba", "der", "lin", "mo", "ra", "ten", "sul", "ka", "vi", "no", "per", "tor", "mil", "an",
      "ges", "ho", "ri", "fen", "du", "la", "wes", "ber", "cas", "ol", "ne", "sti", "gra", "um");

  private Words() {}

  static String word(Chance chance) {
    StringBuilder word = new StringBuilder();
    int syllables = 1 + chance.below(3);
    for (int s = 0; s <= syllables; s++) {
      word.append(chance.pick(SYLLABLES));
    }
    return word.toString();
  }

  static String name(Chance chance) {
    String word = word(chance);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** So many words with a space between. */
  static String line(int words, Chance chance) {
    StringBuilder line = new StringBuilder(name(chance));
    for (int w = 1; w < words; w++) {
      line.append(' ').append(word(chance));
    }
    return line.toString();
  }

  static String digits(int count, Chance chance) {
    StringBuilder digits = new StringBuilder();
    for (int d = 0; d < count; d++) {
      digits.append(chance.below(10));
    }
    return digits.toString();
  }

  static String price(Chance chance) {
    return (1 + chance.below(99)) + "." + digits(2, chance);
  }

  static String date(Chance chance) {
    return "%02d.%02d.%d"
        .formatted(1 + chance.below(28), 1 + chance.below(12), 1990 + chance.below(36));
  }
}
