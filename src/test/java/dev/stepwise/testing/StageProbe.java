package dev.stepwise.testing;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.playback.Position;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Guide;
import dev.stepwise.view.StageModel;
import dev.stepwise.view.StageNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/// A stage in a window, the mouse over it, and what it asked the player for.
public final class StageProbe<F extends Frame> {
  /// Where clicks wanted to go.
  public final List<Position> jumps = new ArrayList<>();

  /// Where dragging wanted to go.
  public final List<Position> scrubs = new ArrayList<>();

  /// How often dragging ended.
  public int ends;

  /// The mouse.
  public final Pointer pointer;

  private final StageNode<?, F> stage;
  private final Run<F> run;

  private StageProbe(StageNode<?, F> stage, Run<F> run) {
    this.stage = stage;
    this.run = run;
    this.pointer = new Pointer(stage);
    stage.setGuide(
        new Guide() {
          @Override
          public void goTo(Position position) {
            jumps.add(position);
          }

          @Override
          public void scrubTo(Position position) {
            scrubs.add(position);
          }

          @Override
          public void scrubbed() {
            ends++;
          }
        });
  }

  /// A stage of this size that shows a step of the top level.
  public static <P, F extends Frame> StageProbe<F> open(
      ExerciseView<P, F> view, P problem, int step, int width, int height) {
    var run = view.exercise().run(problem);
    var first = run.step(step);
    return Fx.call(() -> {
      var look = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
      var stage = new StageNode<>(new StageModel<>(view), new Formulas(), look);
      stage.model().setProblem(problem);
      stage.model().show(first);
      var root = new StackPane(stage);
      Fx.scene(root, width, height, Palette.LIGHT);
      root.applyCss();
      root.layout();
      root.layout();
      return new StageProbe<>(stage, run);
    });
  }

  /// Shows another step of the top level.
  public void show(int index) {
    Step<F> step = run.step(index);
    Fx.run(() -> {
      stage.model().show(step);
      settle();
    });
  }

  /// Uses the mouse, then lets the stage draw what came of it.
  public void use(Runnable gestures) {
    Fx.run(() -> {
      gestures.run();
      settle();
    });
  }

  private void settle() {
    stage.getParent().layout();
    stage.layout();
  }

  /// What is at a place.
  public Element at(double x, double y) {
    return Fx.call(() -> stage.hits().at(x, y).orElseThrow().element());
  }

  /// Where things are.
  public Hits hits() {
    return stage.hits();
  }

  /// What the pointer is over.
  public Optional<Element> pointed() {
    return stage.model().interaction().pointed();
  }

  /// Whether an explanation is open.
  public boolean isExplaining() {
    return stage.model().isExplaining();
  }
}
