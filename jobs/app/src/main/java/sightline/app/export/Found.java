package sightline.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was found about one worker, as lines of JSON: each as the job wrote it. */
final class Found {
  final List<JsonNode> sessions = new ArrayList<>();
  final List<JsonNode> verdicts = new ArrayList<>();
  final List<JsonNode> feedback = new ArrayList<>();
  final List<JsonNode> overrides = new ArrayList<>();
  /** Claims of receipts that came with frames, each once, in the order of their first frame. */
  final List<JsonNode> receipts = new ArrayList<>();
  /** Revocations that name the worker, a receipt or a session of theirs. */
  final List<JsonNode> revocations = new ArrayList<>();
  /** Whether consent was looked for at all: files say nothing of it. */
  boolean consentLookedFor;
}
