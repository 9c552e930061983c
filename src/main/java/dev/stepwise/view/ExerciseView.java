package dev.stepwise.view;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.QuestionSource;
import java.util.List;
import java.util.Optional;

/// How an exercise is shown. What the shell needs to know of it, and no more.
public interface ExerciseView<P, F extends Frame> {

  /// What home and navigation say of it.
  Card card();

  /// The exercise.
  Exercise<P, F> exercise();

  /// Draws its stage: a new painter, which may remember what it drew for one stage.
  StagePainter<F> painter();

  /// Where the number behind an element stands in a step's frame; empty for what isn't a number.
  default Optional<Ref> address(Step<F> step, Element element) {
    return element instanceof NumberElement(var ref) ? Optional.of(ref) : Optional.empty();
  }

  /// What is drawn for the number at an address, such as the point for one of its coordinates.
  default Element drawn(Step<F> step, Ref ref) {
    return new NumberElement(ref);
  }

  /// Why the number behind an element is what it is at a step; empty where there is nothing to say.
  default Optional<Explanation> explain(Step<F> step, Element element) {
    return address(step, element)
        .flatMap(ref -> exercise().why(step.frame(), ref))
        .map(derivation -> Explanation.of(derivation, source -> drawn(step, source)));
  }

  /// The first of what a step wrote, in reading order: where asking for reasons by the keyboard
  /// begins. Empty where that is the first of the whole picture.
  default Optional<Element> first(Step<F> step) {
    return step.frame().written().stream().findFirst().map(ref -> drawn(step, ref));
  }

  /// What a click pins from step to step, such as tokens or units, rather than asking why.
  default List<PinKind> pinKinds() {
    return List.of();
  }

  /// Whether a click on this element pins it.
  default boolean pins(Element element) {
    return pinKinds().stream().anyMatch(kind -> kind.name(element).isPresent());
  }

  /// The step that an element stands for, such as a time step on an axis or a merge on a line of
  /// merges; empty where it stands for none, or for the one that is shown. Dragging along a
  /// [dev.stepwise.draw.Hits#track] goes there.
  default Optional<Position> leadsTo(Step<F> step, Element element) {
    return Optional.empty();
  }

  /// Whether a click on this element goes to the step that it leads to, rather than asking why.
  default boolean jumps(Element element) {
    return false;
  }

  /// Whether the picture may move from a step of one problem to a step of another, such as bars
  /// that change places when the metric does. Its painter then gets a step of the other problem as
  /// [Shown#before].
  default boolean moves(P from, P to) {
    return false;
  }

  /// The ways to look at its stage between which one can choose.
  default List<StageOption> options() {
    return List.of();
  }

  /// Whether an option makes a difference to a problem; where it makes none, it is not offered.
  default boolean offers(StageOption option, P problem) {
    return true;
  }

  /// Which rows of its tables stand for a category, to get its colour and marker.
  default RowCategory rowCategory() {
    return RowCategory.NONE;
  }

  /// The editing of the problem on the stage, where the exercise has it.
  default Optional<StageEditor<P, F>> editor() {
    return Optional.empty();
  }

  /// Where data of one's own can come from.
  default DataSource<P> data() {
    return DataSource.none();
  }

  /// What can be predicted of its runs.
  default QuestionSource<F> questions() {
    return QuestionSource.none();
  }

  /// The lab, where the exercise has one.
  default Optional<Lab<P>> lab() {
    return Optional.empty();
  }
}
