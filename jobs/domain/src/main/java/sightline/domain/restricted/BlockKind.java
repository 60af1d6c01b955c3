package sightline.domain.restricted;

/** What a block of text looks like from its shape alone; a hint for people, never a reason to hide less. */
public enum BlockKind {
  /** One line, such as a name on a parcel or a word on a packet. */
  LABEL,
  /** Several lines that lie together: a letter, a receipt, a prescription. */
  DOCUMENT,
  /** Lines beside a face in the proportions of an identity card: a photograph of a face. */
  CARD
}
