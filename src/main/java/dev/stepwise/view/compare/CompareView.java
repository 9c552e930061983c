package dev.stepwise.view.compare;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Element;
import dev.stepwise.playback.Position;
import dev.stepwise.view.Card;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.PinKind;
import dev.stepwise.view.StageEditor;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How two runs of an exercise are shown side by side: with the stage of the exercise for each.
///
/// @param each how one run is shown
public record CompareView<P, F extends Frame>(ExerciseView<P, F> each)
    implements ExerciseView<Two<P>, Both<F>> {

  @Override
  public Card card() {
    return each.card();
  }

  @Override
  public Compared<P, F> exercise() {
    return new Compared<>(each.exercise());
  }

  @Override
  public StagePainter<Both<F>> painter() {
    return new ComparePainter<>(each);
  }

  @Override
  public Optional<Ref> address(Step<Both<F>> step, Element element) {
    return element instanceof Sided(var side, var own)
        ? each.address(step.frame().step(side), own).map(ref -> Both.shared(side, ref))
        : Optional.empty();
  }

  @Override
  public Element drawn(Step<Both<F>> step, Ref ref) {
    var side = Both.side(ref);
    return new Sided(side, each.drawn(step.frame().step(side), Both.own(ref)));
  }

  @Override
  public Optional<Explanation> explain(Step<Both<F>> step, Element element) {
    return element instanceof Sided(var side, var own)
        ? each.explain(step.frame().step(side), own).map(why -> of(step.frame(), side, why))
        : Optional.empty();
  }

  private static Explanation of(Both<?> both, Side side, Explanation why) {
    var told = why.narration();
    var title = both.named().label(side) + ": " + told.title();
    return new Explanation(
        new Narration(title, told.caption(), told.formulas(), told.table()),
        why.sources().stream()
            .map(source -> new Sided(side, source))
            .collect(Collectors.toUnmodifiableSet()),
        why.copied());
  }

  @Override
  public Optional<Element> first(Step<Both<F>> step) {
    var side = step.frame().waits(Side.FIRST) ? Side.SECOND : Side.FIRST;
    return each.first(step.frame().step(side)).map(own -> new Sided(side, own));
  }

  /// What is pinned on one stage is pinned on both.
  @Override
  public List<PinKind> pinKinds() {
    return each.pinKinds().stream()
        .map(kind ->
            new PinKind(
                kind.word(),
                kind.count(),
                element -> kind.indices().apply(Sided.own(element)),
                indices -> new Sided(Side.FIRST, kind.element().apply(indices))))
        .toList();
  }

  @Override
  public boolean pins(Element element) {
    return each.pins(Sided.own(element));
  }

  @Override
  public Optional<Position> leadsTo(Step<Both<F>> step, Element element) {
    return element instanceof Sided(var side, var own)
        ? each.leadsTo(step.frame().step(side), own)
            .flatMap(there -> pair(step.frame(), side, there))
        : Optional.empty();
  }

  /// The step of both at which a run stands there; views lead to steps of the top level.
  private static Optional<Position> pair(Both<?> both, Side side, Position there) {
    var pair = both.joint().pair(side, there.first());
    return pair.isPresent() ? Optional.of(Position.top(pair.getAsInt())) : Optional.empty();
  }

  @Override
  public boolean jumps(Element element) {
    return each.jumps(Sided.own(element));
  }

  @Override
  public boolean moves(Two<P> from, Two<P> to) {
    return each.moves(from.first(), to.first()) && each.moves(from.second(), to.second());
  }

  @Override
  public Optional<StageEditor<Two<P>, Both<F>>> editor() {
    return each.editor().map(own -> new CompareEditor<>(each.exercise(), own));
  }

  @Override
  public List<StageOption> options() {
    return each.options();
  }

  @Override
  public boolean offers(StageOption option, Two<P> problem) {
    return each.offers(option, problem.first()) || each.offers(option, problem.second());
  }
}
