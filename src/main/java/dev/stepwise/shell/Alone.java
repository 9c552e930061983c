package dev.stepwise.shell;

import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Comparisons;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Mode;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;

/// A screen of one run, beside which a second one can be put.
final class Alone<P, F extends Frame> implements Purpose<P, F> {
  private final Registry.Ready<P, F> entry;
  private final Exercise<P, F> exercise;
  private final BiConsumer<Offer, Optional<Position>> comparing;
  private final CompareMenu menu;
  private @Nullable Workspace<P, F> workspace;
  private @Nullable Shelf<P, F> shelf;

  /// @param comparing opens a comparison at a step
  Alone(Registry.Ready<P, F> entry, BiConsumer<Offer, Optional<Position>> comparing) {
    this.entry = entry;
    exercise = entry.view().exercise();
    this.comparing = comparing;
    menu =
        new CompareMenu(
            exercise.schema(),
            () -> Comparisons.of(exercise),
            pair -> comparing.accept(Offer.of(pair, exercise), Position.parse(pair.opens())),
            this::compare);
  }

  @Override
  public Set<Mode> practices() {
    return Mistakes.of(exercise.schema()).isEmpty()
        ? EnumSet.of(Mode.PREDICT, Mode.BY_HAND)
        : EnumSet.of(Mode.PREDICT, Mode.BY_HAND, Mode.HUNT);
  }

  @Override
  public boolean isChecked() {
    return true;
  }

  @Override
  public Given over(Given given) {
    return given;
  }

  @Override
  public void follow(Workspace<P, F> opened, Shelf<P, F> offers) {
    workspace = opened;
    shelf = offers;
    menu.offer(entry.presets(), this::compare);
    opened.onProblem(problem -> menu.show(exercise.given(problem), exercise.idle(problem)));
  }

  @Override
  public Optional<Node> header() {
    return Optional.empty();
  }

  @Override
  public ButtonBase compareButton() {
    return menu.node();
  }

  /// Puts a run beside this one that differs in a parameter.
  private void compare(String parameter, Object value) {
    compare(problem -> new Compared<>(exercise).beside(problem, parameter, value));
  }

  /// Puts the run of another preset beside this one.
  private void compare(Offer preset) {
    compare(problem -> new Two<>(problem, exercise.problem(preset.given().get())));
  }

  private void compare(Function<P, Two<P>> second) {
    var open = workspace;
    if (open == null || shelf == null) {
      return;
    }
    var offer = shelf.offer();
    var problem = open.problem();
    if (offer.isEmpty() || problem.isEmpty()) {
      return;
    }
    var at = open.state().map(PlayerState::position).map(here -> Position.top(here.first()));
    open.ask(
        () -> new Compared<>(exercise).given(second.apply(problem.get())),
        both -> comparing.accept(offer.get().holding(both), at));
  }

  @Override
  public void showOn(Transport transport) {
    // one run differs in nothing from itself
  }

  @Override
  public void goToDifference() {
    // one run differs in nothing from itself
  }

  @Override
  public Settings adapted(Settings settings) {
    return settings;
  }

  @Override
  public void togglePanel(SettingsModel settings) {
    settings.update(now -> now.withPanel(now.panel().other()));
  }

  @Override
  public void toggleComparing() {
    menu.open();
  }
}
