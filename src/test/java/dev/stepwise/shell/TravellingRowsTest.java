package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.run.Step;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.cosine.CosineView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is seen in the window when a query is typed.
@OneAtATime
class TravellingRowsTest {
  private final WatchedView<CosineProblem, CosineFrame> view = WatchedView.of(new CosineView());
  private TestWindow window;

  @BeforeEach
  void openSearch() throws TimeoutException {
    window =
        TestWindow.show(
            1000,
            800,
            Settings.DEFAULTS
                .withTheme(Settings.Theme.LIGHT)
                .withMotion(Settings.Motion.FULL)
                .withPlace(
                    "cosine-search", new Settings.Place("no-word-in-common", "4", "Result", 1)),
            new Registry(List.of(Registry.ready(view))));
    window.run(() -> window.window.open("cosine-search"));
    window.waitUntil(() -> restsAt("a cat asleep in the sun"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void the_rows_travel_from_the_ranking_before_to_that_of_a_typed_query() {
    type("hot bread");
    window.waitUntil(() -> restsAt("hot bread"));
    var ways = view.painted().stream().filter(shown -> isFor(shown.step(), "hot bread")).toList();
    assertThat(ways.getFirst().progress()).isZero();
    assertThat(ways)
        .as("moving away from the other query only, never from the result to itself")
        .allSatisfy(shown ->
            assertThat(isFor(shown.before().orElseThrow(), "a cat asleep in the sun")).isTrue());
  }

  private boolean restsAt(String query) {
    if (view.painted().isEmpty()) {
      return false;
    }
    var last = view.painted().getLast();
    return isFor(last.step(), query) && last.progress() == 1;
  }

  private static boolean isFor(Step<CosineFrame> step, String query) {
    return step.frame().problem().texts().orElseThrow().query().equals(query);
  }

  /// Through the menu and the dialog, as a person does.
  private void type(String query) {
    window.run(() ->
        window.find("#data", MenuButton.class).getItems().stream()
            .filter(item -> "Type a query…".equals(item.getText()))
            .findFirst()
            .orElseThrow()
            .fire());
    window.run(() -> dialog("#text-input", TextInputControl.class).setText(query));
    window.waitUntil(() -> !dialog("#text-accept", Button.class).isDisabled());
    window.run(() -> dialog("#text-accept", Button.class).fire());
  }

  private static <T> T dialog(String selector, Class<T> type) {
    return Window.getWindows().stream()
        .map(open -> open.getScene().lookup(selector))
        .filter(Objects::nonNull)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}
