package sightline.domain.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What people decided about one session, as far as it counts: of each reviewer the latest rating, and of each appeal the latest
 * answer by each reviewer. Neither order nor repetition of what is read matters, while no more than {@link #MOST} are kept.
 *
 * @param decisions in the order they were signed in
 */
public record SessionDecisions(List<SessionDecision> decisions) {
  /** Beyond so many the earliest signed one is forgotten. */
  public static final int MOST = 32;

  public static final SessionDecisions NONE = new SessionDecisions(List.of());

  private static final Comparator<SessionDecision> SIGNED =
      Comparator.comparing(SessionDecision::decidedAt).thenComparing(SessionDecision::statement);

  public SessionDecisions {
    decisions = List.copyOf(decisions);
  }

  /** With one more; equal to this where it is a repetition, or came after a later word of the same reviewer. */
  public SessionDecisions plus(SessionDecision decision) {
    Optional<SessionDecision> before =
        decisions.stream().filter(known -> sameMatter(known, decision)).findFirst();
    if (before.isPresent() && !decision.after(before.get())) {
      return this;
    }
    List<SessionDecision> all = new ArrayList<>(decisions);
    before.ifPresent(all::remove);
    all.add(decision);
    all.sort(SIGNED);
    return new SessionDecisions(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** Those about a revision of the verdict, or a later one. */
  public SessionDecisions about(int revision) {
    return new SessionDecisions(
        decisions.stream().filter(decision -> decision.revision() >= revision).toList());
  }

  private static boolean sameMatter(SessionDecision one, SessionDecision other) {
    return one.reviewer() == other.reviewer()
        && one.ruling().answersAppeal() == other.ruling().answersAppeal()
        && Objects.equals(one.appealed(), other.appealed());
  }

  /** Ratings that no later answer to an appeal took out of force. */
  public List<SessionDecision> inForce() {
    return decisions.stream()
        .filter(decision -> !decision.ruling().answersAppeal())
        .filter(rating -> answerTo(rating)
            .map(answer -> answer.ruling() != SessionRuling.APPEAL_UPHELD)
            .orElse(true))
        .toList();
  }

  /** The latest answer to an appeal against a rating. Nobody answers an appeal against their own word. */
  public Optional<SessionDecision> answerTo(SessionDecision rating) {
    return decisions.stream()
        .filter(answer -> answer.ruling().answersAppeal()
            && rating.statement().equals(answer.appealed())
            && answer.reviewer() != rating.reviewer())
        .max(SIGNED);
  }

  /** The latest answer to an appeal against the engine's own verdict. */
  public Optional<SessionDecision> answerToEngine() {
    return decisions.stream()
        .filter(answer -> answer.ruling().answersAppeal() && answer.appealed() == null)
        .max(SIGNED);
  }
}
