package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Compared;
import dev.stepwise.compute.compare.FirstDifference;
import dev.stepwise.compute.compare.Side;
import dev.stepwise.compute.compare.SmallestDifference;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.playback.Player;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Mode;
import dev.stepwise.session.Shelf;
import dev.stepwise.session.Workspace;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A screen of two runs beside each other.
final class Comparing<P, F extends Frame>
    implements Purpose<Two<P>, Both<F>>, CompareChips.Actions {
  private static final int CRUMBS = 2;
  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(2);

  private final Compared<P, F> compared;
  private final CompareChips chips;
  private final Consumer<String> announcing;
  private final Runnable ended;
  private final ToggleButton button = new ToggleButton("Compare", new FontIcon(Feather.COLUMNS));
  private Settings.Panel panel = Settings.Panel.FOLDED;
  private Optional<Position> difference = Optional.empty();

  /// In what the runs differ that are open; another preset is read on another thread.
  private volatile Optional<Variation> varied = Optional.empty();

  private @Nullable Workspace<Two<P>, Both<F>> workspace;
  private @Nullable Shelf<Two<P>, Both<F>> shelf;

  /// A small input on which two settings differ, and where they do.
  private record Small<P>(Two<P> problem, Position at) {}

  /// @param announcing tells the learner what came of something
  /// @param ended told when the comparison is to be left
  Comparing(Compared<P, F> compared, Consumer<String> announcing, Runnable ended) {
    this.compared = compared;
    this.announcing = announcing;
    this.ended = ended;
    chips = new CompareChips(compared.schema(), this);
    button.setId("compare");
    button.getStyleClass().add(Styles.FLAT);
    button.setSelected(true);
    button.setAccessibleText("Compare: leave the comparison");
    button.setTooltip(Controls.tip("Leave the comparison (C)"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> {
      button.setSelected(true);
      ended.run();
    });
  }

  @Override
  public Set<Mode> practices() {
    return Set.of();
  }

  @Override
  public boolean isChecked() {
    return false;
  }

  /// Another preset is compared in the same way.
  @Override
  public Given over(Given given) {
    return given.variation().isPresent()
        ? given
        : varied.map(variation -> given.beside(variation.ofParameters())).orElse(given);
  }

  @Override
  public void follow(Workspace<Two<P>, Both<F>> opened, Shelf<Two<P>, Both<F>> offers) {
    workspace = opened;
    shelf = offers;
    opened.onProblem(problem -> {
      varied = compared.given(problem).variation();
      var each = problem.map(compared.each()::given);
      chips.show(each.first(), each.second());
    });
  }

  @Override
  public void showOn(Transport transport) {
    var open = workspace;
    if (open == null) {
      return;
    }
    open.onProblem(_ -> {
      difference = Optional.empty();
      transport.showDifference(Optional.empty());
    });
    open.onSurvey(_ ->
        open.player()
            .ifPresent(player ->
                open.ask(
                    () -> flag(player),
                    flag -> {
                      difference = flag.map(Timeline.Flag::at);
                      transport.showDifference(flag);
                    })));
  }

  /// Looks for the first number that differs, off the window's thread.
  private Optional<Timeline.Flag> flag(Player<Both<F>> player) {
    var navigator = player.navigator();
    return FirstDifference.in(navigator.run())
        .map(found -> {
          var at = new Position(found.path());
          var words = found.crumbs().stream().limit(CRUMBS).collect(Collectors.joining(" › "));
          return new Timeline.Flag(at, navigator.along(at), words + ", " + found.ref().text());
        });
  }

  @Override
  public void goToDifference() {
    difference.ifPresent(at ->
        Optional.ofNullable(workspace)
            .flatMap(Workspace::player)
            .ifPresent(player -> player.goTo(at)));
  }

  @Override
  public void findSmallest() {
    var open = workspace;
    if (open != null) {
      open.problem().ifPresent(problem -> open.ask(() -> small(problem), this::show));
    }
  }

  private Optional<Small<P>> small(Two<P> problem) {
    long end = System.nanoTime() + LONGEST_SEARCH.toNanos();
    return new SmallestDifference<>(compared)
        .of(problem, () -> System.nanoTime() < end)
        .map(small ->
            new Small<>(
                small,
                FirstDifference.in(compared.run(small))
                    .map(found -> new Position(found.path()))
                    .orElse(Position.START)));
  }

  private void show(Optional<Small<P>> found) {
    if (found.isEmpty()) {
      announcing.accept("No small input was found on which the two settings differ.");
    } else if (shelf != null) {
      shelf.use(found.get().problem(), "A small difference", Optional.of(found.get().at()));
    }
  }

  @Override
  public Optional<Node> header() {
    return Optional.of(chips.node());
  }

  @Override
  public ButtonBase compareButton() {
    return button;
  }

  @Override
  public void differIn(Field parameter) {
    change(both -> {
      var now = compared.each().given(both.first()).parameters().get(parameter.name());
      return Stream.ofNullable(now)
          .flatMap(value -> OtherValues.of(parameter, value).stream())
          .findFirst()
          .map(other -> compared.beside(both.first(), parameter.name(), other))
          .orElse(both);
    });
  }

  @Override
  public void change(Side side, String parameter, Object value) {
    change(both -> compared.changed(both, side, parameter, value));
  }

  private void change(UnaryOperator<Two<P>> edit) {
    Optional.ofNullable(workspace).ifPresent(open -> open.change(edit));
  }

  @Override
  public Settings adapted(Settings settings) {
    return settings.withPanel(panel);
  }

  @Override
  public void togglePanel(SettingsModel settings) {
    panel = panel.other();
  }

  @Override
  public void toggleComparing() {
    ended.run();
  }
}
