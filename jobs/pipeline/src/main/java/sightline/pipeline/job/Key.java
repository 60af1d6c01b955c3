package sightline.pipeline.job;

/** Every setting of the job: its name, its default, and what it means. The table in the docs is compared with this. */
public enum Key {
  TASKS(
      "ingest.tasks",
      "free,cup-to-tray,laundry,drawer,dishes,shoes,table-wiping",
      "names of the tasks that frames may belong to"),
  MAX_BYTES("ingest.max-bytes", "5242880", "bytes of an encoded image, at most"),
  MAX_PIXELS("ingest.max-pixels", "33177600", "pixels of an image, at most (8K)"),
  MIN_SIDE("ingest.min-side", "16", "pixels of an image's shorter side, at least"),
  REFERENCES(
      "ingest.references",
      "",
      "file:, http: or https: prefixes, ending in a slash, below which referenced images may lie; none: no references"),
  REFERENCE_TIMEOUT(
      "ingest.reference-timeout",
      "2 s",
      "for one referenced image, from connecting to its last byte"),
  MODELS(
      "assess.models",
      "models",
      "folder that holds <task>/<name>-<version>/model.json and scoring/"),
  EYES(
      "assess.eyes",
      "face,object,hand,text,occlusion,voice",
      "whose models look, or listen; sound that none listens to is muted; a policy withholds every frame for one that it requires and that does not look"),
  OBJECTS_EVERY(
      "assess.objects-every",
      "5",
      "frames from one look for persons, screens and things to the next, at most every 200 ms; frames that show a face are looked at anyway"),
  HANDS_EVERY(
      "assess.hands-every",
      "5",
      "frames from one look for hands to the next; a look for persons looks for hands as well"),
  TEXT_EVERY(
      "assess.text-every",
      "5",
      "frames from one look for text to the next; frames that show a screen or a book are looked at anyway"),
  POLICY("decide.policy", "household-1", "what must be known of a frame before it may go out"),
  HIDE(
      "decide.hide",
      "face,person,screen,text",
      "of the kinds that the policy requires and hides: these; fewer only to measure one without the others"),
  CONSENT(
      "decide.consent",
      "required",
      "off or required; required withholds every frame without a verified receipt"),
  CONSENT_KEYS(
      "consent.keys",
      "",
      "path of a JWK set with the Ed25519 keys that sign receipts, read again when it changes; none: no receipt is valid"),
  CONSENT_ISSUER(
      "consent.issuer", "", "issuer that receipts must name; none: any whose key is in the set"),
  REVIEWS_KEYS(
      "reviews.keys",
      "",
      "path of a JWK set with the Ed25519 keys of those who may review, read again when it changes; none: every review is refused"),
  REVIEWS_ISSUER(
      "reviews.issuer", "", "issuer that reviews must name; none: any whose key is in the set"),
  REVIEWS_MARKS(
      "reviews.marks",
      "",
      "path of a secret, 16 bytes or more, with which pseudonyms of reviewers are made; none: one is drawn at each start, and reviewers of an earlier run are not recognised"),
  REVIEW_BUDGET(
      "decide.review-budget",
      "off",
      "share of frames that people may be asked to look at, such as 0.05: frames that come nearest to showing what the policy hides are withheld for REVIEW, as many as measured to keep within it; off: none"),
  TIME(
      "decide.time",
      "tracked",
      "tracked: what is to be hidden is followed through time; single: each frame by its own looks or the nearest ones, to compare with"),
  SPEC(
      "decide.spec",
      "household",
      "what the task wants in the frame and from where it is filmed: household (first person), tripod, or the path of a YAML file"),
  TASK_SPECS(
      "decide.task-specs",
      "tasks",
      "specs of tasks known from the start, which records of the topic replace: YAML files or folders of them, below <models> or anywhere, separated by commas; none: none, which is the default where decide.spec is given"),
  SCORING("decide.scoring", "household-2", "name of the scoring rules, a file in <models>/scoring"),
  HORIZON("session.horizon", "2 s", "session time that a frame waits for its neighbours"),
  LOOKAHEAD(
      "session.lookahead",
      "1 s",
      "session time that a frame waits, after its place is settled, for what follows it to bear witness"),
  SILENCE("session.silence", "10 s", "append time after which a place without progress is settled"),
  RETENTION(
      "session.retention",
      "7 d",
      "append time for which a session's indices are remembered after its last frame"),
  CLOSED(
      "session.closed", "30 d", "append time for which a closed session is remembered after that"),
  MOST_WAITING("session.most-waiting", "1024", "frames of one session that may wait at a time"),
  MOST_RANGES(
      "session.most-ranges", "4096", "ranges of seen indices that one session may remember"),
  INCIDENTS_QUIET(
      "incidents.quiet",
      "2 s",
      "session time without a trace of an incident, in frames that could have shown one, after which it is closed"),
  LIFECYCLE_LATENESS(
      "lifecycle.lateness",
      "10 min",
      "how long a step of an assignment waits for steps that happened before it; no step may be dated further ahead of its arrival"),
  LIFECYCLE_COMPLETION(
      "lifecycle.completion",
      "7 d",
      "age of an accepted task at which it counts as completed or not"),
  LIFECYCLE_APPEAL(
      "lifecycle.appeal",
      "14 d",
      "time after a rejection at which it counts as appealed against or not"),
  LIFECYCLE_DELETION(
      "lifecycle.deletion",
      "30 d",
      "time within which a deletion is promised; after it, one that is still open is overdue"),
  LIFECYCLE_FORGET(
      "lifecycle.forget",
      "60 d",
      "time after its last step when an assignment is forgotten, unless a deletion is open; longer than all the others together with the lateness; older steps are refused"),
  METRICS_PORT(
      "metrics.port",
      "9249",
      "first port tried for /metrics on the loopback address; 0: any free one; -1: off");

  private final String id;
  private final String fallback;
  private final String meaning;

  Key(String id, String fallback, String meaning) {
    this.id = id;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** The name as it stands in a configuration file. */
  public String id() {
    return id;
  }

  /** The value where none is given. */
  public String fallback() {
    return fallback;
  }

  public String meaning() {
    return meaning;
  }
}
