package dev.stepwise.fuzz;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.TextWidths;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.WordsSurface;
import dev.stepwise.quiz.ByHand;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.compare.CompareView;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What comes after a scenario is read: steps of every depth, their words, the reasons of their
/// numbers and their pictures in several sizes. Nothing of it may fail.
final class Walk {
  /// What a run is walked for; a larger problem is one of speed.
  private static final int STEPS = 6;

  private static final List<Box> AREAS =
      List.of(
          new Box(0, 0, 880, 640),
          new Box(0, 0, 1900, 1000),
          new Box(0, 0, 420, 300),
          new Box(0, 0, 90, 60),
          new Box(0, 0, 1, 1));

  private final List<ExerciseView<?, ?>> views;
  private final Random random = new Random(1);

  Walk(List<ExerciseView<?, ?>> views) {
    this.views = List.copyOf(views);
  }

  /// Walks through the run of a problem.
  <P, F extends Frame> void through(LoadedScenario<P, F> loaded) {
    var view = view(loaded);
    var run = loaded.exercise().run(loaded.problem());
    for (int i = 0; i < STEPS; i++) {
      look(view, way(run));
    }
  }

  @SuppressWarnings("unchecked") // by the exercise's name
  private <P, F extends Frame> ExerciseView<P, F> view(LoadedScenario<P, F> loaded) {
    var id = loaded.exercise().id();
    var view = views.stream().filter(one -> one.exercise().id().equals(id)).findFirst();
    return (ExerciseView<P, F>)
        (loaded.exercise() instanceof Compared<?, ?>
            ? new CompareView<>(view.orElseThrow())
            : view.orElseThrow());
  }

  /// A step of any depth.
  private <F extends Frame> Step<F> way(Run<F> run) {
    int near = 0;
    for (int most = random.nextInt(8); near < most && run.has(near + 1); ) {
      near++;
    }
    var step = run.step(near);
    return step.isComposite() && random.nextInt(4) > 0 ? way(step.inside()) : step;
  }

  private <P, F extends Frame> void look(ExerciseView<P, F> view, Step<F> step) {
    var narration = step.narration();
    if (narration.caption().isBlank()) {
      throw new AssertionError("says nothing: " + step.phase());
    }
    step.frame().variables();
    for (var ref : step.frame().written().stream().limit(3).toList()) {
      view.exercise().why(step.frame(), ref);
    }
    ByHand.of(view.exercise(), step);
    var hits = paint(view, step, Interaction.NONE);
    var spots = hits.all();
    if (!spots.isEmpty()) {
      var element = spots.get(random.nextInt(spots.size())).element();
      var sources = view.explain(step, element).map(Explanation::sources).orElse(Set.of());
      paint(view, step, Interaction.NONE.explaining(element, sources));
      paint(view, step, Interaction.NONE.pointing(Optional.of(element)));
      paint(view, step, Interaction.NONE.togglingPin(element));
    }
  }

  private <P, F extends Frame> Hits paint(
      ExerciseView<P, F> view, Step<F> step, Interaction interaction) {
    var area = AREAS.get(random.nextInt(AREAS.size()));
    var density = random.nextInt(3) == 0 ? Look.Density.PRESENT : Look.Density.WINDOW;
    var look = new Look(Palette.LIGHT, 1, density);
    var hits = new Hits();
    view.painter()
        .paint(
            new Measured(), area, new Shown<>(step, Optional.empty(), 1, look, interaction, hits));
    return hits;
  }

  /// A surface on which only what is drawn outside all bounds is seen.
  private static final class Measured extends WordsSurface {
    private final TextWidths widths = new TextWidths();

    @Override
    public void text(String text, double x, double y, Type type) {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new AssertionError("'%s' is drawn at %s, %s".formatted(text, x, y));
      }
    }

    @Override
    public double textWidth(String text, Type type) {
      return widths.width(text, type);
    }
  }
}
