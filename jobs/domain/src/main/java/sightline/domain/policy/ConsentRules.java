package sightline.domain.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.Tracked;
import sightline.domain.consent.Permit;
import sightline.domain.consent.ReceiptCheck;
import sightline.domain.consent.Scope;
import sightline.domain.frame.Box;
import sightline.domain.frame.FrameHeader;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.tracking.Basis;

/**
 * What a worker's permit makes of a frame. What it does not allow is hidden; what the policy has no eyes for cannot be hidden,
 * and then the frame is withheld.
 *
 * <p>{@link Scope#OWN_FACE} changes nothing: nothing here tells whose face a face is, as no person is ever recognised, and
 * somebody who is alone in the picture may be a visitor. Every face stays hidden.
 */
record ConsentRules(Policy policy, Consent consent) {
  /** A hand of at least this confidence counts, as where it is judged whose body a box shows. */
  private static final double HAND = 0.5;

  /** Stands there where it may be handed on. */
  static final String SHARING = "sharing";

  /** Why consent keeps this frame back; null where it does not. A revocation counts even where nobody asks for receipts. */
  @Nullable
  WithholdReason against(Permit permit) {
    if (permit.check() == ReceiptCheck.REVOKED) {
      return WithholdReason.CONSENT_REVOKED;
    }
    if (consent == Consent.OFF) {
      return null;
    }
    return switch (permit.check()) {
      case VERIFIED -> showsMoreThan(permit) ? WithholdReason.CONSENT_SCOPE : null;
      case NOT_ASKED -> WithholdReason.CONSENT_UNVERIFIED;
      case MISSING -> WithholdReason.CONSENT_MISSING;
      case INVALID -> WithholdReason.CONSENT_INVALID;
      case EXPIRED -> WithholdReason.CONSENT_EXPIRED;
      case NOT_FOR_THIS -> WithholdReason.CONSENT_NOT_FOR_THIS;
      case REVOKED -> WithholdReason.CONSENT_REVOKED;
    };
  }

  /** Footage of a home always shows the room; bodies, screens and papers can be hidden where the policy has them looked for. */
  private boolean showsMoreThan(Permit permit) {
    boolean body = permit.allows(Scope.FULL_BODY) || policy.hides(DetectorKind.PERSON);
    boolean papers = permit.allows(Scope.DOCUMENTS)
        || (policy.hides(DetectorKind.SCREEN) && policy.hides(DetectorKind.TEXT));
    return !(permit.allows(Scope.ROOM) && body && papers);
  }

  /** Whether what this kind of detector finds stays in view. */
  boolean shows(DetectorKind kind, Permit permit) {
    boolean document = kind == DetectorKind.SCREEN || kind == DetectorKind.TEXT;
    return document
        && consent == Consent.REQUIRED
        && policy.documents() == Documents.SHOWN_WITH_CONSENT
        && permit.allows(Scope.DOCUMENTS);
  }

  /** What the frame may serve. Nothing, where consent keeps it back: neither does a later override give it a purpose. */
  List<String> purposes(Permit permit) {
    if (consent == Consent.OFF || against(permit) != null) {
      return List.of();
    }
    List<String> purposes = new ArrayList<>(permit.purposes());
    if (permit.allows(Scope.HUMAN_VIEWING)) {
      purposes.add(Directive.HUMAN_VIEWING);
    }
    if (permit.allows(Scope.SHARING)) {
      purposes.add(SHARING);
    }
    return purposes.stream().distinct().sorted().toList();
  }

  /**
   * The worker's own body as far as it must be hidden. Hands and forearms are what the footage is for: whatever of the worker
   * holds a hand stays, and with it the rest of its box, which is a known limit.
   */
  List<Tracked> ownBody(Seen seen) {
    if (consent == Consent.OFF || seen.frame().permit().allows(Scope.FULL_BODY)) {
      return List.of();
    }
    return seen.persons().stream()
        .filter(judged -> judged.who() == Who.WORKER && !holdsAHand(judged, seen))
        .map(judged -> new Tracked(judged.person(), Basis.SEEN, null))
        .toList();
  }

  /** By the word of its own look, of the count of hands, or of hands that were seen shortly before or after. */
  private static boolean holdsAHand(PersonJudgement body, Seen seen) {
    FrameHeader header = seen.frame().header();
    Box box = body.person().box();
    Box upright =
        seen.frame().assessment().upright().toUpright(box, header.width(), header.height());
    return body.because().contains(PersonEvidence.HOLDS_A_HAND)
        || seen.hands().hands().stream().anyMatch(hand -> hand.box().intersection(upright) > 0)
        || seen.sight(DetectorKind.HAND).detections().stream()
            .anyMatch(hand -> hand.confidence() >= HAND && hand.box().intersection(box) > 0);
  }
}
