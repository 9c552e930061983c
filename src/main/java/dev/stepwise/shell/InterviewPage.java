package dev.stepwise.shell;

import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.interview.Phase;
import dev.stepwise.lesson.Target;
import dev.stepwise.session.Workers;
import dev.stepwise.shell.learning.Excerpts;
import dev.stepwise.shell.learning.Library;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The page of mock interviews: where one begins, with those that were held and the advice, or the
/// one that is under way. Leaving it stops the clock.
final class InterviewPage extends StackPane implements AutoCloseable {

  /// What the page needs of the window.
  ///
  /// @param run told of which exercise the run is wanted
  /// @param follow told which link of which lesson was followed
  /// @param announce told what cannot be seen otherwise
  record Ways(
      Consumer<String> run,
      BiConsumer<String, Target> follow,
      Consumer<String> announce,
      Consumer<Throwable> failed) {}

  private static final long BETWEEN_TICKS = 200_000_000;

  private final MockInterviews interviews;
  private final Registry registry;
  private final Library library;
  private final Formulas formulas;
  private final ObservableValue<Look> look;
  private final Ways ways;
  private final ExecutorService worker = Workers.single("interview");
  private final Ticker.Ticking ticking;
  private final Subscription subscription;
  private @Nullable InterviewDesk desk;
  private Optional<Sought> sought = Optional.empty();
  private long ticked = Long.MIN_VALUE;

  InterviewPage(AppWindow.Setup setup, Library library, ObservableValue<Look> look, Ways ways) {
    interviews = setup.interviews();
    registry = setup.registry();
    this.library = library;
    formulas = setup.formulas();
    this.look = look;
    this.ways = ways;
    setId("interview-page");
    setMinSize(0, 0);
    ticking = setup.ticker().start(this::pulse);
    subscription = look.subscribe((_, _) -> refresh());
    refresh();
  }

  /// Shows what there is now.
  private void refresh() {
    desk = null;
    getChildren().setAll(Controls.label("One moment …", "muted"));
    interviews
        .open()
        .flatMap(open -> registry.entry(open.exerciseId()))
        .ifPresentOrElse(this::showDesk, this::showStart);
  }

  private void showStart() {
    compute(
        library::guide,
        guide -> {
          var start =
              new InterviewStart(
                  interviews,
                  library.titles(),
                  guide,
                  excerpts(Map.of(), target -> follow("", target)),
                  this::refresh);
          show(start);
          sought.ifPresent(find -> start.reveal(guide.passages().get(find.passage()), find.text()));
          sought = Optional.empty();
        });
  }

  /// Goes to a place of the advice, and selects what was searched for, unless an interview is under
  /// way.
  void reveal(int passage, String text) {
    if (interviews.open().isPresent()) {
      ways.announce().accept("The advice is here again once this interview has ended");
    } else {
      sought = Optional.of(new Sought(passage, text));
    }
  }

  /// A place of the advice that is wanted as soon as the advice is there.
  private record Sought(int passage, String text) {}

  private void showDesk(Registry.Entry entry) {
    if (entry instanceof Registry.Ready<?, ?> ready) {
      var id = ready.card().id();
      compute(
          () -> content(ready),
          found ->
              found.ifPresentOrElse(
                  content -> {
                    var made =
                        new InterviewDesk(
                            interviews,
                            ready.card().title(),
                            content,
                            excerpts(content.sizes(), target -> follow(id, target)),
                            () -> ways.run().accept(id),
                            this::refresh);
                    desk = made;
                    show(made.node());
                  },
                  this::showStart));
    } else {
      showStart();
    }
  }

  private Optional<InterviewContent> content(Registry.Ready<?, ?> entry) {
    var guide = library.guide();
    return library
        .lesson(entry.card().id())
        .map(lesson -> {
          Excerpts.prepare(lesson, formulas);
          return InterviewContent.of(entry, lesson, guide);
        });
  }

  private Excerpts excerpts(Map<String, Double> sizes, Consumer<Target> follow) {
    return new Excerpts(formulas, look.getValue(), sizes, follow);
  }

  private void follow(String id, Target target) {
    boolean early = interviews.open().filter(open -> open.phase() == Phase.PROBLEM).isPresent();
    if (early) {
      ways.announce().accept("The runs are for afterwards: they show the solution");
    } else {
      ways.follow().accept(id, target);
    }
  }

  private void show(Node content) {
    getChildren().setAll(content);
  }

  private <T> void compute(Supplier<T> computation, Consumer<T> use) {
    worker.execute(() -> {
      try {
        var result = computation.get();
        Platform.runLater(() -> use.accept(result));
      } catch (RuntimeException | Error failure) {
        Platform.runLater(() -> ways.failed().accept(failure));
      }
    });
  }

  private void pulse(long now) {
    if (ticked == Long.MIN_VALUE || now - ticked >= BETWEEN_TICKS) {
      ticked = now;
      interviews.tick();
      if (desk != null) {
        desk.showClock();
      }
    }
  }

  /// Stops the clock, and keeps all.
  @Override
  public void close() {
    ticking.close();
    subscription.unsubscribe();
    worker.shutdownNow();
    interviews.pause();
  }
}
