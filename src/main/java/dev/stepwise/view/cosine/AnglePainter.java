package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.Geometry;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.cosine.CosineElement.OfAngle;

/// Draws a document and the query in the plane that the two span, where their angle is true: the
/// query to the right, the document above it. Lengths are true too, relative to the longer one.
final class AnglePainter {
  private static final double NARROW = Math.toRadians(35);

  /// So near to the arrow, a number of the arc would be under its name.
  private static final double CROWDED = Math.toRadians(16);

  private final Surface surface;
  private final Stage stage;
  private final Look look;
  private final int document;

  AnglePainter(Surface surface, Stage stage, int document) {
    this.surface = surface;
    this.stage = stage;
    this.look = stage.look();
    this.document = document;
  }

  void paint(Box box) {
    var palette = look.palette();
    new Heading(surface, look).draw(box, "True angle of q and " + Words.document(document));
    var body = box.inset(look.px(26), 0, 0, 0);
    if (!stage.hasVector(stage.problem().count())) {
      note(body, "once the texts are vectors");
      return;
    }
    double[] d = stage.problem().documents()[document];
    double[] q = stage.problem().query();
    double dNorm = Geometry.norm(d);
    double qNorm = Geometry.norm(q);
    if (dNorm == 0 || qNorm == 0) {
      note(
          body,
          (dNorm == 0 ? Words.document(document) : "the query") + " is zero: it has no direction");
      return;
    }
    double degrees = stage.frame().degrees(document);
    double dLength = length(document, dNorm);
    double qLength = length(stage.problem().count(), qNorm);
    double longer = Math.max(dLength, qLength);
    double room = Math.min(body.width() / 2 - look.px(26), body.height() - look.px(62));
    double originX = body.centreX();
    double originY = body.y() + look.px(18) + room;
    double angle = Math.toRadians(degrees);
    double cosine = Geometry.cosine(d, q);
    arc(originX, originY, room, angle);
    double dx = originX + room * dLength / longer * Math.cos(angle);
    double dy = originY - room * dLength / longer * Math.sin(angle);
    double qx = originX + room * qLength / longer;
    // The angle is what the search is about to find: it is not told before.
    if (!stage.hasScore(document)) {
      arrow(originX, originY, qx, originY, new Ink.Stroke(palette.text(), look.px(2)));
      arrow(originX, originY, dx, dy, new Ink.Stroke(palette.accent(), look.px(2.2)));
      names(originX, originY, qx, dx, dy);
      return;
    }
    if (stage.metric() == Metric.EUCLIDEAN) {
      surface.line(dx, dy, qx, originY, new Ink.Stroke(palette.alarm(), look.px(2.5)));
    } else {
      surface.line(
          dx,
          dy,
          dx,
          originY,
          new Ink.Stroke(palette.accent(), look.px(1.3), look.px(4), look.px(3)));
    }
    wedge(originX, originY, room * 0.36, angle);
    arrow(originX, originY, qx, originY, new Ink.Stroke(palette.text(), look.px(2)));
    if (stage.metric() != Metric.EUCLIDEAN) {
      surface.line(originX, originY, dx, originY, new Ink.Stroke(palette.accent(), look.px(4)));
    }
    arrow(originX, originY, dx, dy, new Ink.Stroke(palette.accent(), look.px(2.2)));
    names(originX, originY, qx, dx, dy);
    result(body, cosine, originY);
    double half = room * 0.36;
    stage
        .shown()
        .hits()
        .add(
            new OfAngle(document),
            new Box(originX - half, originY - half, 2 * half, half + look.px(34)),
            "angle " + Words.angle(degrees));
    var figure =
        new Type(Type.Face.MONO_BOLD, look.px(12.5), palette.text()).aligned(Type.Align.CENTRE);
    if (angle < NARROW) {
      // No room between the arrows: left of where they begin.
      surface.text(
          Words.angle(degrees),
          originX - look.px(7),
          originY - look.px(7),
          figure.aligned(Type.Align.RIGHT));
      return;
    }
    double out = room * 0.36 + look.px(20);
    double x = originX + out * Math.cos(angle / 2);
    double baseline = originY - out * Math.sin(angle / 2) + look.px(3);
    double width = surface.textWidth(Words.angle(degrees), figure) + look.px(4);
    surface.rectangle(
        new Box(x - width / 2, baseline - look.px(12), width, look.px(16)),
        look.px(3),
        Ink.filled(palette.background().deriveColor(0, 1, 1, 0.85)));
    surface.text(Words.angle(degrees), x, baseline, figure);
  }

  /// Normalised vectors are equally long; on the way there the arrows grow or shrink.
  private double length(int vector, double norm) {
    double now = vector < stage.frame().known().units() ? stage.prepared().longest() : norm;
    if (!stage.moves()) {
      return now;
    }
    var before = stage.shown().before().orElseThrow().frame();
    double then = vector < before.known().units() ? stage.prepared().longest() : norm;
    return then + stage.shown().progress() * (now - then);
  }

  private void arc(double x, double y, double radius, double angle) {
    var faint = new Ink.Stroke(look.palette().faint(), look.px(1));
    int steps = 60;
    var xs = new double[steps + 1];
    var ys = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      xs[i] = x + radius * Math.cos(Math.PI * i / steps);
      ys[i] = y - radius * Math.sin(Math.PI * i / steps);
    }
    surface.line(xs, ys, faint);
    surface.line(x - radius, y, x + radius, y, faint);
    var type =
        new Type(Type.Face.REGULAR, look.px(11), look.palette().muted()).aligned(Type.Align.CENTRE);
    for (int degrees = 0; degrees <= 180; degrees += 30) {
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      surface.line(
          x + radius * cos,
          y - radius * sin,
          x + (radius - look.px(6)) * cos,
          y - (radius - look.px(6)) * sin,
          new Ink.Stroke(look.palette().muted(), look.px(1)));
      double beyond = Math.toRadians(degrees) - angle;
      // The document's name stands beside the arrow's tip, towards the middle.
      double taken = beyond > 0 == angle < Math.PI / 2 ? 1.4 * CROWDED : CROWDED;
      boolean free = Math.abs(beyond) > taken;
      if (degrees > 0 && degrees < 180 && free) {
        double out = radius + look.px(13);
        surface.text(degrees + "°", x + out * cos, y - out * sin + look.px(4), type);
      }
    }
  }

  private void wedge(double x, double y, double radius, double angle) {
    int steps = 40;
    var xs = new double[steps + 2];
    var ys = new double[steps + 2];
    xs[0] = x;
    ys[0] = y;
    for (int i = 0; i <= steps; i++) {
      xs[i + 1] = x + radius * Math.cos(angle * i / steps);
      ys[i + 1] = y - radius * Math.sin(angle * i / steps);
    }
    surface.polygon(xs, ys, Ink.filled(look.palette().accent().deriveColor(0, 1, 1, 0.16)));
  }

  private void arrow(double x1, double y1, double x2, double y2, Ink.Stroke stroke) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (length < look.px(2)) {
      return;
    }
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double head = Math.min(look.px(10), length);
    surface.line(x1, y1, x2 - ux * head * 0.7, y2 - uy * head * 0.7, stroke);
    double half = head * 0.38;
    surface.polygon(
        new double[] {x2, x2 - ux * head - uy * half, x2 - ux * head + uy * half},
        new double[] {y2, y2 - uy * head + ux * half, y2 - uy * head - ux * half},
        Ink.filled(stroke.colour()));
  }

  private void names(double originX, double originY, double qx, double dx, double dy) {
    var q = new Type(Type.Face.BOLD, look.px(12.5), look.palette().text());
    surface.text("q", qx - look.px(4), originY + look.px(15), q);
    var d = q.coloured(look.palette().accent());
    boolean right = dx >= originX;
    double length = Math.max(1, Math.hypot(dx - originX, dy - originY));
    double x = dx + look.px(7) * (dx - originX) / length;
    double y = dy - look.px(6);
    // Beside the arrow's tip, on the side away from the numbers of the arc.
    surface.text(
        Words.document(document),
        x + (right ? -look.px(10) : look.px(10)),
        y,
        d.aligned(right ? Type.Align.RIGHT : Type.Align.LEFT));
  }

  private void result(Box body, double cosine, double originY) {
    var type =
        new Type(Type.Face.MONO, look.px(12.5), look.palette().accent()).aligned(Type.Align.CENTRE);
    var text =
        switch (stage.metric()) {
          case COSINE -> "cos θ = " + Figures.similarity(cosine, stage.metric());
          case DOT ->
              "|q| · |%s| · cos θ = %s"
                  .formatted(
                      Words.document(document),
                      Numbers.text(stage.frame().search().similarities()[document]));
          case EUCLIDEAN ->
              "distance "
                  + Numbers.text(
                      -CosineSearch.similarity(
                          stage.problem().documents()[document],
                          stage.problem().query(),
                          Metric.EUCLIDEAN));
        };
    surface.text(text, body.centreX(), originY + look.px(32), type);
  }

  private void note(Box body, String text) {
    Written.draw(
        surface,
        text,
        body.x(),
        body.y() + look.px(14),
        new Type(Type.Face.REGULAR, look.px(12), look.palette().muted()),
        body.width());
  }
}
