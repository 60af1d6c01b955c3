package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;

/**
 * Draws the frames of one walk and says what is in them.
 *
 * <p>A face's box is around what is to be seen of it: turned from the camera it narrows ({@link Head#face}), and the picture's
 * edge and whatever stands before it cut it. {@code visible} is that box's area as a share of the whole face looking straight
 * into the camera. Below {@value #LEAST_FACE} of it there is no face label: the box is one of {@code ignore} then. By turning
 * alone that is reached shortly before the profile, at some 88 degrees.
 *
 * @param first the clip's first frame
 * @param light what the whole picture is multiplied by
 */
record WalkFrame(Footage clip, Canvas first, Plan plan, Walker walker, double light) {
  static final double LEAST_FACE = 0.25;

  /** Of the picture and of the body: of whom less than both is to be seen, a person is not asked for. */
  private static final double LEAST_PICTURE = 0.02;

  private static final double LEAST_PERSON = 0.1;

  /** Nor is he where so little of him is beside what he stands behind. */
  private static final double LEAST_OPEN = 0.3;

  /** The shutter is open for half of the time. */
  private static final double SHUTTER = 0.5;

  private static final Rectangle2D NOWHERE = new Rectangle2D.Double();

  Composite draw(int frame, Chance noise) {
    Backdrop backdrop = clip.frames().get(frame);
    Canvas canvas = Canvas.of(backdrop.image());
    Truth truth = new Truth(canvas, backdrop)
        .labelled("face", "bystander_person")
        .condition("kind", plan.kind().id())
        .condition("phase", phase(frame))
        .condition("light", light);
    if (plan.furniture() != null || plan.way().covers(frame)) {
      walked(canvas, frame, truth);
    }
    Optics.light(canvas, light);
    Optics.noise(canvas, Optics.noiseAt(light), noise);
    return truth.of(canvas);
  }

  private String phase(int frame) {
    return plan.way().covers(frame) ? "walk" : frame < plan.way().end() ? "before" : "after";
  }

  private void walked(Canvas canvas, int frame, Truth truth) {
    Furniture before = plan.furniture() == null
        ? null
        : plan.furniture()
            .moved(plan.driftX(frame, clip.camera()), plan.driftY(frame, clip.camera()));
    Rectangle2D hidden = before == null ? NOWHERE : before.place();
    if (plan.way().covers(frame)) {
      Pose pose = plan.at(frame, clip.camera());
      Pose earlier = plan.at(Math.max(0, frame - 1), clip.camera());
      double dx = pose.x() - earlier.x();
      double dy = pose.y() - earlier.y();
      Film film = Film.over(canvas);
      double sway = 1.5 * Math.sin(Math.PI * frame / 15.0) * Math.min(1, Math.abs(dx) / 2);
      walker.draw(film, pose, Scene.light(canvas, canvas.bounds()), sway);
      Rectangle2D seen = film.hull(hidden);
      double open = film.open(hidden);
      film.softened().moved(SHUTTER * dx, SHUTTER * dy).onto(canvas);
      if (before != null) {
        before.draw(canvas, first);
      }
      double speed = Math.hypot(dx, dy);
      truth.condition("speed", speed);
      face(canvas, truth, pose, hidden, speed);
      person(canvas, truth, pose, seen, open);
    } else if (before != null) {
      before.draw(canvas, first);
    }
  }

  private void face(Canvas canvas, Truth truth, Pose pose, Rectangle2D hidden, double speed) {
    Rectangle2D turned = walker.head().face(pose);
    Rectangle2D shown = turned.createIntersection(canvas.bounds());
    if (shown.intersects(hidden)) {
      shown = Cover.left(shown, hidden);
    }
    if (shown.isEmpty()) {
      return;
    }
    double visible = shown.getWidth() * shown.getHeight() / walker.head().wholeFace(pose.size());
    if (visible < LEAST_FACE) {
      truth.ignored("face", shown);
      return;
    }
    double cover = 1 - Flat.areaShare(shown, turned);
    double luma = light * Canvas.luma(canvas.mean(FacesComposer.middle(shown)));
    double motion = SHUTTER * speed / pose.size();
    ObjectNode node = truth.box("face", shown);
    Identity.write(node, walker.head().cut());
    node.put("visible", Truth.rounded(visible));
    node.put("usable", Usable.face(pose.size(), light, luma, 0, motion, 1 - Math.min(1, visible)));
    node.putObject("conditions")
        .put("size", Truth.rounded(pose.size()))
        .put("yaw", Truth.rounded(Math.abs(pose.yaw())))
        .put("cover", Truth.rounded(cover))
        .put("luma", Truth.rounded(luma))
        .put("motion_share", Truth.rounded(motion));
  }

  private void person(Canvas canvas, Truth truth, Pose pose, Rectangle2D seen, double open) {
    if (seen.isEmpty()) {
      return;
    }
    double of = Flat.areaShare(seen, walker.body().quad(pose, walker.side(), 0).hull());
    double ofPicture = Flat.areaShare(seen, canvas.bounds());
    if (open < LEAST_OPEN || (of < LEAST_PERSON && ofPicture < LEAST_PICTURE)) {
      truth.ignored("person", seen);
      return;
    }
    ObjectNode node = truth.box("person", seen);
    node.put("identity", walker.body().identity());
    node.put("visible", Truth.rounded(Math.min(1, of)));
  }
}
