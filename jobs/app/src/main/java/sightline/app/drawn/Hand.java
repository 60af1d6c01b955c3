package sightline.app.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * One of the worker's hands with its forearm and sleeve, back of the hand up, as a head-worn camera sees it.
 *
 * @param elbow where the forearm leaves the picture, in world pixels
 */
record Hand(Side side, Point2D elbow, Color skin, Color sleeve) {
  enum Side {
    LEFT,
    RIGHT
  }

  /** From the wrist to what the fingers hold, in world pixels. */
  private static final double REACH = 78;

  private static final double SIZE = 1.2;
  private static final double CUFF = 34;
  private static final double ARM = 300;
  /** Of four fingers from the thumb's side: foot across and along, length, and spread in radians. */
  private static final double[][] FINGERS = {
    {-18, -42, 42, -0.30}, {-6, -46, 50, -0.08}, {6, -45, 46, 0.13}, {17, -40, 36, 0.36}
  };

  private static final double FINGER_WIDTH = 11;

  /**
   * Draws the hand so that its fingers end about a point of the world.
   *
   * @param curl 0 for stretched fingers to 1 for a closed grip
   */
  void draw(Graphics2D g, Point2D grasp, double curl) {
    AffineTransform before = g.getTransform();
    double angle = Math.atan2(grasp.getY() - elbow.getY(), grasp.getX() - elbow.getX());
    g.translate(grasp.getX() - REACH * Math.cos(angle), grasp.getY() - REACH * Math.sin(angle));
    g.rotate(angle + Math.PI / 2);
    g.scale(side == Side.RIGHT ? SIZE : -SIZE, SIZE);
    Tint.spot(g, 8, -20, 46, 70, Color.BLACK, 0.3);
    drawArm(g);
    drawThumb(g, curl);
    for (double[] finger : FINGERS) {
      line(g, bone(finger, curl), FINGER_WIDTH + 3, Tint.times(skin, 0.6));
    }
    drawBack(g);
    for (double[] finger : FINGERS) {
      drawDigit(g, bone(finger, curl));
    }
    drawSleeve(g);
    g.setTransform(before);
  }

  private void drawArm(Graphics2D g) {
    g.setPaint(across(22, skin));
    g.fill(tapered(0, 15, ARM, 30));
  }

  private void drawSleeve(Graphics2D g) {
    g.setPaint(across(40, sleeve));
    g.fill(tapered(CUFF, 23, ARM, 44));
    g.setColor(Tint.times(sleeve, 0.7));
    g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D cuff = new Path2D.Double();
    cuff.moveTo(-22, CUFF + 3);
    cuff.quadTo(0, CUFF - 3, 22, CUFF + 3);
    g.draw(cuff);
  }

  private void drawBack(Graphics2D g) {
    Path2D back = new Path2D.Double();
    back.moveTo(-15, 4);
    back.curveTo(-18, -14, -27, -26, -23, -46);
    back.curveTo(-14, -54, 14, -54, 23, -42);
    back.curveTo(26, -26, 17, -14, 15, 4);
    g.setPaint(across(26, skin));
    g.fill(back);
    Tint.spot(g, -3, -26, 15, 20, Tint.times(skin, 1.1), 0.4);
  }

  private void drawThumb(Graphics2D g, double curl) {
    Path2D thumb = bone(-15, -8, -36, -24, -38 + 14 * curl, -46);
    line(g, thumb, FINGER_WIDTH + 5, Tint.times(skin, 0.72));
    line(g, thumb, FINGER_WIDTH + 2, Tint.times(skin, 1.02));
    drawDigit(g, thumb);
  }

  private static Path2D bone(double[] finger, double curl) {
    double length = finger[2] * (1 - 0.4 * curl);
    double lean = finger[3] * (1 - 0.5 * curl);
    double middleX = finger[0] + Math.sin(lean) * length * 0.5;
    double tipX = middleX + Math.sin(lean - 0.25 * curl * Math.signum(finger[0])) * length * 0.5;
    return bone(
        finger[0], finger[1] + 6, middleX, finger[1] - length * 0.5, tipX, finger[1] - length);
  }

  private static Path2D bone(
      double footX, double footY, double middleX, double middleY, double tipX, double tipY) {
    Path2D bone = new Path2D.Double();
    bone.moveTo(footX, footY);
    bone.quadTo(middleX, middleY, tipX, tipY);
    return bone;
  }

  /** Flesh, a lit ridge and a nail. */
  private void drawDigit(Graphics2D g, Path2D bone) {
    line(g, bone, FINGER_WIDTH, Tint.times(skin, 1.02));
    line(g, bone, FINGER_WIDTH * 0.35, Tint.times(skin, 1.1));
    Point2D tip = bone.getCurrentPoint();
    g.setColor(Tint.mix(skin, new Color(0xFFE3DA), 0.2));
    g.fill(new Ellipse2D.Double(tip.getX() - 3, tip.getY() - 4, 6, 7));
  }

  private static void line(Graphics2D g, Path2D path, double width, Color color) {
    g.setColor(color);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(path);
  }

  private static GradientPaint across(float half, Color color) {
    return new GradientPaint(-half, 0, Tint.times(color, 1.06), half, 0, Tint.times(color, 0.66));
  }

  private static Path2D tapered(double from, double halfFrom, double to, double halfTo) {
    Path2D shape = new Path2D.Double();
    shape.moveTo(-halfFrom, from);
    shape.lineTo(halfFrom, from);
    shape.lineTo(halfTo, to);
    shape.lineTo(-halfTo, to);
    shape.closePath();
    return shape;
  }
}
