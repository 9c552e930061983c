package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
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
    var halves = Halves.of(area, shown.look());
    halves.divide(pen);
    for (var side : Side.values()) {
      SideHeading.of(both, side, told.telling().of(side)).draw(pen, halves.half(side));
      paint(surface, halves, shown, side, told.marked());
    }
    if (halves.strip() > 0) {
      var below = new Box(area.x(), halves.stages().bottom(), area.width(), halves.strip());
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

  private void paint(
      Surface surface, Halves halves, Shown<Both<F>> shown, Side side, List<Ref> marked) {
    var area = halves.stage(side);
    var hits = new Hits();
    var step = shown.step().frame().step(side);
    var own =
        new Shown<>(
            step,
            before(shown, side),
            shown.progress(),
            halves.look(side),
            on(side, shown.interaction()),
            hits,
            axes(shown, side));
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

  /// Where one run has all the data of the other and more, its axes serve for both.
  private Optional<Step<F>> axes(Shown<Both<F>> shown, Side side) {
    var edited = shown.edited().map(each -> each.frame().step(side));
    var both = shown.step().frame();
    return edited.or(() -> both.named().more().filter(more -> more != side).map(both::step));
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
        all.viewports(),
        all.outlook());
  }
}
