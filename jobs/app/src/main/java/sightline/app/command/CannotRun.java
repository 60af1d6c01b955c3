package sightline.app.command;

/** The command cannot be carried out as it stands; the message says why and how to mend it. */
final class CannotRun extends RuntimeException {
  CannotRun(String message) {
    super(message);
  }
}
