package sightline.pipeline.ingest;

import sightline.domain.review.Review;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.Validity;

/** What a signed review says. */
sealed interface ReviewStatement {
  String session();

  Validity holds();

  /** About one frame. */
  record OfFrame(Review review) implements ReviewStatement {
    @Override
    public String session() {
      return review.session();
    }

    @Override
    public Validity holds() {
      return review.holds();
    }
  }

  /** About a whole session. */
  record OfSession(SessionDecision decision, Validity holds) implements ReviewStatement {
    @Override
    public String session() {
      return decision.session();
    }
  }
}
