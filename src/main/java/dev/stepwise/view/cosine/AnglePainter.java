package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.Geometry;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.cosine.CosineElement.OfAngle;

/// Draws a document and the query in the plane that the two span, where their angle is true: the
/// query to the right, the document above it. Lengths are true too, relative to the longer one.
final class AnglePainter {
  /// Between narrower arrows there is no room for the angle.
  private static final double NARROW = Math.toRadians(35);

  /// So near to the arrow, a number of the arc would touch it.
  private static final double CROWDED = Math.toRadians(16);

  /// Around the half circle: at its sides, above it, and below it for the names and the result.
  private static final double ASIDE = 26;

  private static final double ABOVE = 18;
  private static final double NAME = 15;
  private static final double RESULT = 32;

  /// Of the radius, how far the wedge reaches.
  private static final double WEDGE = 0.36;

  private final Stage stage;
  private final Pen pen;
  private final int document;

  AnglePainter(Stage stage, int document) {
    this.stage = stage;
    this.pen = stage.pen();
    this.document = document;
  }

  void paint(Box box) {
    pen.heading(box, "True angle of q and " + Words.document(document));
    var body = pen.below(box);
    int query = stage.problem().count();
    double dNorm = Geometry.norm(stage.problem().documents()[document]);
    double qNorm = Geometry.norm(stage.problem().query());
    if (!stage.hasVector(query)) {
      pen.empty(body, "once the texts are vectors");
    } else if (dNorm == 0 || qNorm == 0) {
      var zero = dNorm == 0 ? Words.document(document) : "the query";
      pen.empty(body, zero + " is zero: it has no direction");
    } else {
      vectors(body, length(document, dNorm), length(query, qNorm));
    }
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

  private void vectors(Box body, double dLength, double qLength) {
    double radius =
        Math.min(
            body.width() / 2 - pen.px(ASIDE),
            body.height() - pen.px(ABOVE + RESULT) - pen.px(Space.GAP));
    var arc = new Protractor(pen, body.centreX(), body.y() + pen.px(ABOVE) + radius, radius);
    double angle = Math.toRadians(stage.frame().degrees(document));
    double longer = Math.max(dLength, qLength);
    double d = radius * dLength / longer;
    double q = radius * qLength / longer;
    scale(arc, angle);
    // The angle is what the search is about to find: it is not told before.
    boolean told = stage.isScored(document);
    if (told) {
      measured(arc, d, q, angle);
    }
    arc.arrow(q, 0, pen.palette().text());
    if (told && stage.metric() != Metric.EUCLIDEAN) {
      var projection = pen.stroke(pen.palette().accent(), Space.TIGHT);
      pen.surface().line(arc.x(), arc.y(), arc.x(d, angle), arc.y(), projection);
    }
    arc.arrow(d, angle, pen.palette().accent());
    names(arc, d, q, angle);
    if (told) {
      result(body, arc);
      degrees(arc, angle);
    }
  }

  /// The numbers of the arc leave room for the document's name, which stands beside the arrow's
  /// tip, towards the middle.
  private void scale(Protractor arc, double angle) {
    double wide = pen.width(Words.document(document), pen.type(Role.BODY).bold());
    double name = CROWDED / 2 + (wide + pen.px(Space.GAP)) / Math.max(1, arc.radius());
    boolean right = angle < Math.PI / 2;
    arc.scale(angle - (right ? CROWDED : name), angle + (right ? name : CROWDED));
  }

  /// The wedge, and what the metric makes of the two: the distance, or the projection on q.
  private void measured(Protractor arc, double d, double q, double angle) {
    double x = arc.x(d, angle);
    double y = arc.y(d, angle);
    var palette = pen.palette();
    if (stage.metric() == Metric.EUCLIDEAN) {
      pen.surface().line(x, y, arc.x(q, 0), arc.y(), pen.stroke(palette.alarm(), Space.LINE));
    } else {
      pen.surface().line(x, y, x, arc.y(), pen.dashed(palette.accent(), Space.HAIR));
    }
    arc.wedge(arc.radius() * WEDGE, angle, Pen.faded(palette.accent(), 0.16));
  }

  private void names(Protractor arc, double d, double q, double angle) {
    var bold = pen.type(Role.BODY).bold();
    pen.write("q", arc.x(q, 0) - pen.px(Space.TIGHT), arc.y() + pen.px(NAME), bold);
    // Beside the arrow's tip, on the side away from the numbers of the arc.
    double beyond = d + pen.px(Space.SMALL);
    double y = arc.y(d, angle) - pen.px(Space.TIGHT);
    double aside = pen.px(Space.SMALL);
    var type = bold.coloured(pen.palette().accent());
    if (angle <= Math.PI / 2) {
      pen.write(Words.document(document), arc.x(beyond, angle) - aside, y, type.right());
    } else {
      pen.write(Words.document(document), arc.x(beyond, angle) + aside, y, type);
    }
  }

  private void degrees(Protractor arc, double angle) {
    double half = arc.radius() * WEDGE;
    var text = Words.angle(stage.frame().degrees(document));
    var place = new Box(arc.x() - half, arc.y() - half, 2 * half, half + pen.px(RESULT));
    stage.spots().add(new OfAngle(document), place, "angle " + text);
    var figure = pen.type(Role.TELLING);
    if (angle < NARROW) {
      // No room between the arrows: left of where they begin.
      double aside = pen.px(Space.SMALL);
      pen.write(text, arc.x() - aside, arc.y() - aside, figure.right());
      return;
    }
    double out = half + pen.px(Space.WIDE);
    double baseline = arc.y(out, angle / 2) + pen.px(Space.TIGHT);
    pen.haloed(text, arc.x(out, angle / 2), baseline, figure.centred());
  }

  private void result(Box body, Protractor arc) {
    double[] d = stage.problem().documents()[document];
    double[] q = stage.problem().query();
    var text =
        switch (stage.metric()) {
          case COSINE -> "cos θ = " + Figures.similarity(Geometry.cosine(d, q), stage.metric());
          case DOT ->
              "|q| · |%s| · cos θ = %s"
                  .formatted(
                      Words.document(document),
                      Numbers.text(stage.frame().search().similarities()[document]));
          case EUCLIDEAN ->
              "distance " + Numbers.text(-CosineSearch.similarity(d, q, Metric.EUCLIDEAN));
        };
    var type = pen.type(Role.VALUE).coloured(pen.palette().accent()).centred();
    pen.write(text, body.centreX(), arc.y() + pen.px(RESULT), body.width(), type);
  }
}
