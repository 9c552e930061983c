package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Candidate;
import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Comparisons;
import dev.stepwise.lesson.Part;
import dev.stepwise.lesson.Target;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Journal;
import dev.stepwise.session.Offer;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workers;
import dev.stepwise.session.Workspace;
import dev.stepwise.shell.learning.LearnPane;
import dev.stepwise.view.StageModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lesson beside a run: its tab in the panel, or alone in the place of the stage; and where the
/// links in it lead.
final class Learning<P, F extends Frame> implements AutoCloseable {
  private static final String TAB = "learn";
  private static final String MISTAKE = "Mistake: ";

  /// What of the screen a lesson is shown in.
  ///
  /// @param openPanel opens the panel where it is folded
  /// @param openLab shows the lab
  /// @param toStage gives the stage the keyboard
  record Room(
      SidePanel panel,
      ScreenLayout layout,
      Runnable openPanel,
      Runnable openLab,
      Runnable toStage) {}

  private final Registry.Ready<P, F> entry;
  private final Workspace<P, F> workspace;
  private final Shelf<P, F> shelf;
  private final StageModel<P, F> stage;
  private final Room room;
  private final ScreenHost host;
  private final LearnPane pane;
  private final Button alone =
      Controls.iconButton("learn-alone", Feather.MAXIMIZE_2, "The lesson alone", this::toggleAlone);
  private final WaysBack ways;
  private Optional<FirstFalse<P>> ringed = Optional.empty();
  private final Button origin =
      Controls.button(
          "back-to-other", "", Feather.ARROW_LEFT, "back to the lesson that led here", () -> {});
  private final ExecutorService worker;
  private @Nullable Future<?> counting;
  private PanelDock.Reading reading = PanelDock.Reading.TEXT;
  private Optional<PanelDock.Reading> left = Optional.empty();

  Learning(
      Registry.Ready<P, F> entry,
      Workspace<P, F> workspace,
      Shelf<P, F> shelf,
      StageModel<P, F> stage,
      Formulas formulas,
      ObservableValue<Look> look,
      Journal journal,
      Room room,
      ScreenHost host) {
    this.entry = entry;
    this.workspace = workspace;
    this.shelf = shelf;
    this.stage = stage;
    this.room = room;
    ways = new WaysBack(shelf, this::open, this::showNote);
    this.host = host;
    var id = entry.card().id();
    worker = Workers.single(id + " lesson");
    pane =
        new LearnPane(
            id,
            host.lessons().library(),
            formulas,
            look,
            new LearnPane.Ticks(
                Arrays.stream(Part.values())
                    .filter(part -> journal.review().of(id).read().contains(part.id()))
                    .collect(Collectors.toSet()),
                part -> journal.read(id, part.id())),
            new LearnPane.Ways(
                target -> host.lessons().follow(id, target), host.lessons()::read, host::tell));
    alone.setVisible(false);
    alone.setManaged(false);
    var tabs = room.panel().tabs();
    tabs.onSelect(_ -> arrange());
    tabs.add(TAB, "Learn", pane);
    origin.setVisible(false);
    origin.setManaged(false);
    tabs.addAtEnd(origin);
    tabs.addAtEnd(alone);
    workspace.onProblem(_ -> count());
    workspace.onStep(this::ring);
    shelf.onOpen(this::opened);
  }

  private void opened(Offer offer) {
    if (ways.isLost(offer)) {
      ringed = Optional.empty();
      showNote();
    }
  }

  private void showNote() {
    room.layout().setNote(ways.shown(left.isPresent() && !isShown()));
  }

  /// Rings the number that a link to a mistake is about, while its step is shown.
  private void ring(PlayerState<F> state) {
    ringed
        .filter(shown -> workspace.problem().filter(shown.problem()::equals).isPresent())
        .ifPresent(shown ->
            stage.offer(
                state.position().equals(shown.at())
                    ? stage.drawn(shown.ref()).map(Candidate::subject).stream().toList()
                    : List.of()));
  }

  private boolean isInFront() {
    return room.panel().tabs().isSelected(TAB);
  }

  private boolean isShown() {
    return isInFront() && !room.layout().isPanelFolded();
  }

  private void arrange() {
    boolean learning = isInFront();
    room.layout().setReading(learning ? reading : PanelDock.Reading.STEP);
    alone.setVisible(learning);
    alone.setManaged(learning);
    boolean whole = reading == PanelDock.Reading.TEXT_ALONE;
    alone.setGraphic(new FontIcon(whole ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
    var hint = whole ? "The lesson beside the run" : "The lesson alone";
    alone.setTooltip(Controls.tip(hint));
    alone.setAccessibleText(hint);
    if (learning) {
      showNote();
      count();
    }
  }

  private void toggleAlone() {
    setReading(
        reading == PanelDock.Reading.TEXT ? PanelDock.Reading.TEXT_ALONE : PanelDock.Reading.TEXT);
  }

  private void setReading(PanelDock.Reading other) {
    reading = other;
    arrange();
  }

  /// Shows the lesson, or goes back to the run.
  void toggle() {
    if (isShown()) {
      close(Leaving.TAB);
    } else {
      open();
    }
  }

  /// Shows the lesson where one read, and as it was read when a link led away.
  void open() {
    left.ifPresent(this::setReading);
    left = Optional.empty();
    room.panel().tabs().select(TAB);
    if (room.layout().isPanelFolded()) {
      room.openPanel().run();
    }
    showNote();
    pane.requestFocus();
  }

  /// Shows the lesson in the place of the stage.
  LearnPane openAlone() {
    setReading(PanelDock.Reading.TEXT_ALONE);
    open();
    return pane;
  }

  /// Offers the way back to the lesson whose link led here.
  void cameFrom(String title, Runnable goBack) {
    origin.setText(title);
    origin.setVisible(true);
    origin.setManaged(true);
    origin.setOnAction(_ -> {
      origin.setVisible(false);
      origin.setManaged(false);
      goBack.run();
    });
  }

  /// Opens the search over all lessons.
  void search() {
    open();
    pane.search();
  }

  private enum Leaving {
    /// For the step's own tab.
    TAB,
    /// As far as the stage can be seen.
    STAGE
  }

  private void close(Leaving leaving) {
    if (reading == PanelDock.Reading.TEXT_ALONE) {
      setReading(PanelDock.Reading.TEXT);
    }
    if (!room.layout().isWide()) {
      room.layout().foldPanelOver();
    } else if (leaving == Leaving.TAB) {
      room.panel().tabs().select("step");
    }
    room.toStage().run();
  }

  /// Leaves the lesson for the stage where it covers it; false where it does not.
  boolean leave() {
    boolean covers =
        isShown() && (reading == PanelDock.Reading.TEXT_ALONE || !room.layout().isWide());
    if (covers) {
      close(Leaving.STAGE);
    }
    return covers;
  }

  /// Scrolls with a key, where the keyboard is in the lesson.
  boolean takes(KeyEvent event) {
    return isShown() && pane.takes(event);
  }

  /// Copies what is selected in the lesson; does something else where nothing is.
  void copyOr(Runnable other) {
    if (!isShown() || !pane.copy()) {
      other.run();
    }
  }

  private void count() {
    if (counting != null) {
      counting.cancel(true);
    }
    if (isInFront()) {
      workspace
          .problem()
          .ifPresent(problem ->
              counting = compute(() -> entry.view().exercise().sizes(problem), pane::count));
    }
  }

  private <T> Future<?> compute(Supplier<T> computation, Consumer<T> use) {
    return worker.submit(() -> {
      try {
        var result = computation.get();
        Platform.runLater(() -> use.accept(result));
      } catch (CancellationException _) {
        // another run is open
      } catch (RuntimeException | Error failure) {
        Platform.runLater(() -> host.tell(failure));
      }
    });
  }

  /// Goes where a link leads, of those that lead into this exercise.
  void follow(Target target) {
    switch (target) {
      case Target.Run(var preset, var step) -> {
        boolean last = step.filter(Target.Run.LAST::equals).isPresent();
        var offer = entry.preset(preset);
        ways.leadTo(offer.title());
        ringed = Optional.empty();
        shelf.open(
            last ? offer.openingAtEnd() : offer,
            last ? Optional.empty() : step.flatMap(Position::parse));
        showStage();
      }
      case Target.Mistake(var id) -> {
        var title = Mistakes.of(entry.view().exercise().schema()).getOrDefault(id, id);
        var _ =
            compute(
                () -> FirstFalse.of(entry.view().exercise(), entry.presets(), id),
                found -> found.ifPresent(shown -> show(shown, title)));
      }
      case Target.Comparison(var id) ->
          Comparisons.of(entry.view().exercise()).stream()
              .filter(pair -> pair.id().equals(id))
              .findFirst()
              .ifPresent(pair ->
                  host.compare(
                      Offer.of(pair, entry.view().exercise()), Position.parse(pair.opens())));
      case Target.Lab _ -> {
        room.openLab().run();
        showStage();
      }
      case Target.CodeLine(var anchor) -> {
        left = Optional.of(reading);
        setReading(PanelDock.Reading.TEXT);
        room.panel().showCode(entry.listing().line(anchor));
        showNote();
        ways.requestFocus();
      }
      case Target.Exercise(var id) ->
          host.lessons().follow(entry.card().id(), new Target.Exercise(id));
    }
  }

  private void show(FirstFalse<P> found, String title) {
    var words =
        "Mistake: %s. The first number that is false is %s.".formatted(title, found.ref().text());
    ways.leadTo(MISTAKE + title);
    ringed = Optional.of(found);
    shelf.use(found.problem(), MISTAKE + title, words, Optional.of(found.at()));
    host.announce(found.ref().text() + " is the first number that is false.");
    showStage();
  }

  /// Where the lesson covers what a link shows, it makes room, and a way back is offered.
  private void showStage() {
    var read = reading;
    if (leave()) {
      left = Optional.of(read);
    }
    showNote();
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
