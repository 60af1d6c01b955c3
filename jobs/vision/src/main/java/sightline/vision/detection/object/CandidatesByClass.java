package sightline.vision.detection.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sightline.vision.detection.Candidate;

/** Candidates of several classes: boxes of different classes never suppress one another. */
record CandidatesByClass(Map<CocoClass, List<Candidate>> byClass) {
  void add(CocoClass named, Candidate candidate) {
    byClass.computeIfAbsent(named, absent -> new ArrayList<>()).add(candidate);
  }
}
