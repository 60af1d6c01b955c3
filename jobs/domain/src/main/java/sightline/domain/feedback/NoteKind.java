package sightline.domain.feedback;

/** What a note is for, in the order in which notes are told. */
public enum NoteKind {
  /** What the verdict means. */
  VERDICT,
  /** What went well. */
  PRAISE,
  /** What was seen and what may help. */
  ADVICE,
  /** What people decided. */
  DECISION,
  /** That a person can be asked. */
  APPEAL,
  /** That it is time for a rest. */
  BREAK
}
