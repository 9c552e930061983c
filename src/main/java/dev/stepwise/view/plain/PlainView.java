package dev.stepwise.view.plain;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.marks.Element;
import java.util.Optional;
import java.util.stream.Collectors;

/// How an exercise is shown before it has a view of its own: all its variables, each number with
/// its derivation.
///
/// @param exercise the exercise
public record PlainView<P, F extends Frame>(Exercise<P, F> exercise) implements ExerciseView<P, F> {

  @Override
  public StagePainter<F> painter() {
    return new PlainStage<>();
  }

  @Override
  public Optional<Explanation> explain(Step<F> step, Element element) {
    return element instanceof NumberElement(var ref)
        ? exercise
            .why(step.frame(), ref)
            .map(derivation ->
                new Explanation(
                    derivation.narration(),
                    derivation.sources().stream()
                        .map(NumberElement::new)
                        .collect(Collectors.toUnmodifiableSet())))
        : Optional.empty();
  }
}
