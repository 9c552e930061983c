package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Draws two stages side by side, each under its name, and below them what the difference did.
final class ComparePainter<P, F extends Frame> implements StagePainter<Both<F>> {
  /// What a picture needs at a scale of 1.
  private static final double NEEDED_WIDTH = 660;

  private static final double NEEDED_HEIGHT = 500;
  private static final double LEAST_SHARE = 0.72;
  private static final double LEAST_SCALE = 0.8;

  private static final double STRIP = 158;
  private static final double LEAST_STAGE = 230;

  private final ExerciseView<P, F> each;
  private final Two<StagePainter<F>> painters;
  private @Nullable Told<F> latest;

  ComparePainter(ExerciseView<P, F> each) {
    this.each = each;
    painters = new Two<>(each.painter(), each.painter());
  }

  @Override
  public Words words() {
    return Words.WITHIN;
  }

  @Override
  public void paint(Surface surface, Box area, Shown<Both<F>> shown) {
    var pen = new Pen(surface, shown.look());
    var both = shown.step().frame();
    var told = told(shown.step());
    double strip = pen.speaks() ? pen.px(STRIP) : 0;
    boolean roomy = area.height() - strip >= pen.px(LEAST_STAGE);
    var stages = roomy ? area.inset(0, 0, strip, 0) : area;
    double middle = Math.floor(stages.centreX());
    pen.surface()
        .line(
            middle,
            stages.y(),
            middle,
            stages.bottom(),
            pen.stroke(pen.palette().faint(), Space.HAIR));
    for (var side : Side.values()) {
      var half = half(stages, middle, side);
      SideHeading.of(both, side, told.outcomes().of(side)).draw(pen, half);
      paint(surface, SideHeading.below(pen, half), shown, side, told.marked());
    }
    if (roomy && strip > 0) {
      var below = new Box(area.x(), stages.bottom(), area.width(), strip);
      pen.rule(area.x(), area.right(), below.y());
      new OutcomeStrip(both.named(), told.outcomes(), told.paragraphs())
          .draw(pen, below.inset(pen.px(Space.SMALL)));
    }
  }

  private Told<F> told(Step<Both<F>> step) {
    var now = latest;
    if (now == null || !now.isOf(step)) {
      now = Told.of(each.exercise(), step);
      latest = now;
    }
    return now;
  }

  private static Box half(Box stages, double middle, Side side) {
    return switch (side) {
      case FIRST -> new Box(stages.x(), stages.y(), middle - stages.x(), stages.height());
      case SECOND -> new Box(middle + 1, stages.y(), stages.right() - middle - 1, stages.height());
    };
  }

  private void paint(Surface surface, Box area, Shown<Both<F>> shown, Side side, List<Ref> marked) {
    var hits = new Hits();
    var step = shown.step().frame().step(side);
    var own =
        new Shown<>(
            step,
            before(shown, side),
            shown.progress(),
            fitting(shown.look(), area),
            on(side, shown.interaction()),
            hits,
            shown.edited().map(edited -> edited.frame().step(side)));
    surface.clipped(area, () -> painters.of(side).paint(surface, area, own));
    new DifferenceMarks(new Pen(surface, own.look()), hits)
        .draw(marked, step, ref -> each.drawn(step, ref));
    shown.hits().add(hits, element -> new Sided(side, element), found -> Sided.on(side, found));
  }

  /// A run that waits does not move.
  private Optional<Step<F>> before(Shown<Both<F>> shown, Side side) {
    return shown
        .before()
        .map(step -> step.frame().step(side))
        .filter(step -> !shown.step().frame().waits(side));
  }

  /// Type as large as half the room allows.
  private static Look fitting(Look look, Box area) {
    double room =
        Math.min(area.width() / look.px(NEEDED_WIDTH), area.height() / look.px(NEEDED_HEIGHT));
    double scale = look.scale() * Math.clamp(room, LEAST_SHARE, 1);
    return new Look(
        look.palette(), Math.max(Math.min(LEAST_SCALE, look.scale()), scale), look.density());
  }

  /// What is pointed at and pinned is so on both stages; what is explained is on its own.
  private static Interaction on(Side side, Interaction all) {
    return new Interaction(
        all.lit().stream()
            .flatMap(element -> Sided.on(side, element).stream())
            .collect(Collectors.toUnmodifiableSet()),
        all.picked().flatMap(element -> Sided.on(side, element)),
        all.pointed().map(Sided::own),
        all.pinned().map(Sided::own),
        all.choices(),
        all.viewports());
  }
}
