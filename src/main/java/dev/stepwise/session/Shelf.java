package dev.stepwise.session;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Which of its problems an exercise has open: a preset, or data of one's own. That is kept until
/// it is closed: whoever opens a preset in between finds it as it was left, edits included.
public final class Shelf<P, F extends Frame> {
  private final Workspace<P, F> workspace;
  private final UnaryOperator<Given> over;
  private final Map<String, P> left = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Listeners<Offer> onOpen = new Listeners<>();
  private Optional<Offer> open = Optional.empty();

  /// A shelf of which nothing was taken yet.
  ///
  /// @param workspace where its problems are opened
  public Shelf(Workspace<P, F> workspace) {
    this(workspace, given -> given);
  }

  /// A shelf whose problems are opened with something put over each.
  ///
  /// @param workspace where its problems are opened
  public Shelf(Workspace<P, F> workspace, UnaryOperator<Given> over) {
    this.workspace = workspace;
    this.over = over;
  }

  /// Listens to another of them taking the place of the one that is open.
  ///
  /// @return ends it
  public Runnable onOpen(Consumer<? super Offer> listener) {
    return onOpen.add(listener);
  }

  /// What is open; empty until the first problem is.
  public Optional<Offer> offer() {
    return open;
  }

  /// Opens one of the problems at a step, or where its point shows.
  public void open(Offer chosen, Optional<Position> at) {
    var stand = Workspace.Stand.at(at.isPresent() ? at : chosen.opens());
    var before = left.get(chosen.id());
    if (before != null) {
      workspace.open(before, stand, () -> take(chosen));
    } else {
      load(chosen, stand, () -> take(chosen));
    }
  }

  /// Opens what a file holds, at its place; data of the same title is no longer kept.
  ///
  /// @param opened told when it takes the place of what is open, if it does
  public void open(Bookmark bookmark, Runnable opened) {
    var scenario = bookmark.scenario();
    var title = scenario.title().isBlank() ? workspace.exercise().title() : scenario.title();
    var chosen = named(title, "Opened from a file.", scenario::given, Optional.of(Position.START));
    left.remove(chosen.id());
    load(
        chosen,
        bookmark.stand(),
        () -> {
          take(chosen);
          opened.run();
        });
  }

  /// Opens a problem of one's own.
  ///
  /// @param at the step; empty for the last one
  public void use(P problem, String title, Optional<Position> at) {
    use(problem, title, "Your own data.", at);
  }

  /// Opens a problem that is no preset.
  ///
  /// @param origin where it comes from, or what it shows, in a sentence
  /// @param at the step; empty for the last one
  public void use(P problem, String title, String origin, Optional<Position> at) {
    var exercise = workspace.exercise();
    var chosen = named(title, origin, () -> exercise.given(problem), at);
    workspace.open(problem, Workspace.Stand.at(at), () -> take(chosen));
  }

  /// What brings back what is open now, edits included, at its step; empty where nothing is shown.
  public Optional<WayBack> wayBack() {
    return open.flatMap(offer ->
        workspace
            .problem()
            .flatMap(problem ->
                workspace
                    .state()
                    .map(state -> {
                      var stand = Workspace.Stand.at(Optional.of(state.position()));
                      return new WayBack(
                          offer.title(), () -> workspace.open(problem, stand, () -> take(offer)));
                    })));
  }

  /// The way back to what was open.
  ///
  /// @param title of what was open
  public record WayBack(String title, Runnable go) {}

  /// Closes data of one's own.
  ///
  /// @return what was closed; empty where nothing is open
  public Optional<Offer> close() {
    var closed = open;
    closed.ifPresent(offer -> left.remove(offer.id()));
    open = Optional.empty();
    return closed;
  }

  /// What the open problem is there to show, while the step where it opens is shown.
  public Optional<String> point(PlayerState<F> state) {
    return open.filter(offer -> offer.opensAt(state)).map(Offer::point);
  }

  /// Where it stands; empty before the first step is shown.
  public Optional<Bookmark> bookmark() {
    return workspace
        .problem()
        .flatMap(problem ->
            workspace
                .state()
                .map(state ->
                    new Bookmark(
                        scenario(problem),
                        state.position(),
                        Map.of(),
                        List.of(),
                        state.breakpoints(),
                        state.lineBreaks())));
  }

  private Scenario scenario(P problem) {
    var exercise = workspace.exercise();
    return new Scenario(
        exercise.id(), open.map(Offer::title).orElse(exercise.title()), exercise.given(problem));
  }

  private void load(Offer chosen, Workspace.Stand stand, Runnable opened) {
    var exercise = workspace.exercise();
    workspace.load(() -> exercise.problem(over.apply(chosen.given().get())), stand, opened);
  }

  /// Data of the same title takes the place of what had it.
  private Offer named(String title, String origin, Supplier<Given> given, Optional<Position> at) {
    int number = numbers.computeIfAbsent(title, _ -> numbers.size() + 1);
    return Offer.own(number, title, origin, given, at);
  }

  /// Another problem takes the place of the one that is open.
  private void take(Offer chosen) {
    open.filter(Offer::isOwn)
        .ifPresent(
            before -> workspace.problem().ifPresent(problem -> left.put(before.id(), problem)));
    open = Optional.of(chosen);
    onOpen.tell(chosen);
  }
}
