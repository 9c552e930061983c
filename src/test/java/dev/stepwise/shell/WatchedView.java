package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.view.Card;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An exercise's view that remembers what its painters were asked to paint.
record WatchedView<P, F extends Frame>(ExerciseView<P, F> view, List<Shown<F>> painted)
    implements ExerciseView<P, F> {

  static <P, F extends Frame> WatchedView<P, F> of(ExerciseView<P, F> view) {
    return new WatchedView<>(view, new CopyOnWriteArrayList<>());
  }

  @Override
  public Card card() {
    return view.card();
  }

  @Override
  public Exercise<P, F> exercise() {
    return view.exercise();
  }

  @Override
  public StagePainter<F> painter() {
    var painter = view.painter();
    return (surface, area, shown) -> {
      painted.add(shown);
      painter.paint(surface, area, shown);
    };
  }

  @Override
  public Optional<Explanation> explain(Step<F> step, Element element) {
    return view.explain(step, element);
  }

  @Override
  public boolean moves(P from, P to) {
    return view.moves(from, to);
  }

  @Override
  public DataSource<P> data() {
    return view.data();
  }
}
