package dev.stepwise.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/// Marks on a picture what may be the answer to a question: a ring or a frame around each, and the
/// key that chooses it on a plate at its corner.
public final class CandidateMarks {
  private static final double MARGIN = 5;
  private static final double SMALL = 44;

  /// Around a small box that is wider than high, such as a cell among others, whose neighbours a
  /// ring would cross.
  private static final double TIGHT_MARGIN = 1;

  private static final double ABOUT_SQUARE = 1.1;
  private static final double LEAST_RADIUS = 15;
  private static final double PLATE = 20;
  private static final double LABEL = 12.5;
  private static final double RADIUS = 4;

  /// By so many widths a plate gives way to others at most.
  private static final int MOST_SHIFTS = 8;

  private final Pen pen;
  private final Hits hits;
  private final Box area;

  /// @param hits where the picture's elements are
  /// @param area of the whole picture, inside which the plates stay
  public CandidateMarks(Surface surface, Look look, Hits hits, Box area) {
    pen = new Pen(surface, look);
    this.hits = hits;
    this.area = area;
  }

  /// Draws those that the picture has.
  public void draw(List<Candidate> candidates) {
    var placed = placed(candidates);
    placed.forEach(this::drawFrame);
    placed.stream().filter(each -> each.candidate().isAnswer()).forEach(this::drawPlate);
  }

  /// One that the picture has.
  ///
  /// @param plate where its key stands
  private record Placed(Candidate candidate, Box box, Box plate) {}

  /// Plates that would cover each other stand side by side.
  private List<Placed> placed(List<Candidate> candidates) {
    var placed = new ArrayList<Placed>();
    for (var candidate : candidates) {
      hits.of(candidate.element())
          .map(Hits.Hit::box)
          .ifPresent(box -> placed.add(new Placed(candidate, box, free(plate(box), placed))));
    }
    return placed;
  }

  private static Box free(Box plate, List<Placed> others) {
    var free = plate;
    for (int i = 0; i < MOST_SHIFTS && isTaken(free, others); i++) {
      free = free.moved(plate.width() * 1.1, 0);
    }
    return isTaken(free, others) ? plate : free;
  }

  private static boolean isTaken(Box plate, List<Placed> others) {
    return others.stream()
        .filter(other -> other.candidate().isAnswer())
        .anyMatch(other -> other.plate().overlaps(plate));
  }

  /// Which of some candidates is at a place; the frames count, and so do the plates.
  public Optional<Candidate> at(List<Candidate> candidates, double x, double y) {
    var answers =
        placed(candidates).reversed().stream().filter(each -> each.candidate().isAnswer()).toList();
    return answers.stream()
        .filter(each -> each.plate().contains(x, y))
        .findFirst()
        .or(() -> answers.stream().filter(each -> outer(each.box()).contains(x, y)).findFirst())
        .map(Placed::candidate);
  }

  private static boolean isSmall(Box box) {
    return Math.max(box.width(), box.height()) <= SMALL;
  }

  /// Whether a ring goes around it: around a point, but not around a cell.
  private static boolean isRound(Box box) {
    double shape = box.width() / Math.max(1, box.height());
    return isSmall(box) && shape < ABOUT_SQUARE && shape > 1 / ABOUT_SQUARE;
  }

  private Box outer(Box box) {
    double margin = pen.px(isSmall(box) ? TIGHT_MARGIN : MARGIN);
    if (isRound(box)) {
      double radius = radius(box);
      return new Box(box.centreX() - radius, box.centreY() - radius, 2 * radius, 2 * radius);
    }
    return box.inset(-margin);
  }

  private double radius(Box box) {
    return Math.max(
        pen.px(LEAST_RADIUS), Math.hypot(box.width(), box.height()) / 2 + pen.px(MARGIN));
  }

  private Box plate(Box box) {
    var outer = outer(box);
    double size = pen.px(PLATE);
    boolean cell = isSmall(box) && !isRound(box);
    double x = outer.right() - size * (cell ? 0.3 : isRound(box) ? 0.5 : 0.6);
    double y = outer.y() - size * (isRound(box) ? 0.5 : 0.4);
    return new Box(x, y, size, size).within(area);
  }

  private Color colour(Candidate candidate) {
    var palette = pen.palette();
    return switch (candidate.state()) {
      case SUBJECT -> palette.text();
      case OFFERED, PICKED -> palette.accent();
      case RIGHT -> palette.right();
      case WRONG -> palette.alarm();
    };
  }

  private void drawFrame(Placed placed) {
    var candidate = placed.candidate();
    var box = placed.box();
    var colour = colour(candidate);
    var ink =
        candidate.state() == Candidate.State.OFFERED
            ? Ink.stroked(colour, pen.px(2), pen.px(4), pen.px(3))
            : Ink.filled(Pen.faded(colour, candidate.isAnswer() ? 0.16 : 0.06))
                .withStroke(colour, pen.px(3));
    if (isRound(box)) {
      pen.surface().circle(box.centreX(), box.centreY(), radius(box), ink);
    } else {
      pen.surface().rectangle(outer(box), pen.px(RADIUS), ink);
    }
    if (candidate.isAnswer() && placed.plate().x() > plate(box).x()) {
      var plate = placed.plate();
      double y = Math.clamp(box.centreY(), plate.y(), plate.bottom());
      pen.surface().line(outer(box).right(), y, plate.x(), y, new Ink.Stroke(colour, pen.px(1.5)));
    }
  }

  private void drawPlate(Placed placed) {
    var candidate = placed.candidate();
    var plate = placed.plate();
    var colour = colour(candidate);
    var palette = pen.palette();
    boolean open = candidate.state() == Candidate.State.OFFERED;
    var ground = open ? palette.background() : colour;
    pen.surface()
        .rectangle(plate, pen.px(RADIUS), Ink.filled(ground).withStroke(colour, pen.px(1.5)));
    var letters = open ? colour : palette.background();
    switch (candidate.state()) {
      case SUBJECT, OFFERED, PICKED ->
          pen.write(
              candidate.label(),
              plate,
              new Type(Type.Face.MONO_BOLD, pen.px(LABEL), letters).centred());
      case RIGHT -> tick(plate, letters);
      case WRONG -> cross(plate, letters);
    }
  }

  private void tick(Box plate, Color colour) {
    double x = plate.x();
    double y = plate.y();
    double size = plate.width();
    pen.surface()
        .line(
            new double[] {x + 0.25 * size, x + 0.43 * size, x + 0.76 * size},
            new double[] {y + 0.53 * size, y + 0.72 * size, y + 0.3 * size},
            new Ink.Stroke(colour, pen.px(2.5)));
  }

  private void cross(Box plate, Color colour) {
    var inner = plate.inset(plate.width() * 0.3);
    var stroke = new Ink.Stroke(colour, pen.px(2.5));
    pen.surface().line(inner.x(), inner.y(), inner.right(), inner.bottom(), stroke);
    pen.surface().line(inner.x(), inner.bottom(), inner.right(), inner.y(), stroke);
  }
}
