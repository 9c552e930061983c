package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.StageNode;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The stage is the star: what surrounds it stays slim, and nothing of it is lost in a small
/// window.
@OneAtATime
class SlimWindowTest {
  private static final double STAGE_SHARE = 0.55;
  private static final double LEGIBLE = 8.5;

  static Stream<String> exercises() {
    return TestWindow.ids();
  }

  /// A window without a screen, laid out.
  private record Open(TestWindow window, Scene scene) implements AutoCloseable {
    static Open of(String exercise, double width, double height, double scale, Registry registry)
        throws TimeoutException {
      var settings = TestWindow.still(now -> now.withTextScale(scale));
      return of(exercise, width, height, settings, registry);
    }

    static Open of(
        String exercise, double width, double height, Settings settings, Registry registry)
        throws TimeoutException {
      var window = TestWindow.offScreen(settings, registry);
      var scene = TestWindow.onFx(() -> window.window.offScreen(width, height));
      window.root = scene.getRoot();
      var open = new Open(window, scene);
      open.settle();
      window.run(() -> window.window.open(exercise));
      window.waitUntil(() -> {
        OffScreen.draw(scene);
        return window.window.isSettled();
      });
      open.settle();
      return open;
    }

    /// What is put off until a layout has ended comes before the next.
    void settle() {
      for (int pass = 0; pass < 3; pass++) {
        TestWindow.onFx(() -> OffScreen.draw(scene));
      }
    }

    Bounds bounds(String selector) {
      return TestWindow.onFx(() -> {
        var node = window.find(selector);
        return node.localToScene(node.getLayoutBounds());
      });
    }

    void fire(String selector) {
      window.run(() -> window.find(selector, ButtonBase.class).fire());
      settle();
    }

    @Override
    public void close() {
      window.close();
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void more_than_half_of_a_window_of_1280_by_800_is_stage(String exercise) throws TimeoutException {
    try (var open = Open.of(exercise, 1280, 800, 1, TestWindow.everyExercise())) {
      var stage = open.bounds("#stage");
      assertThat(stage.getWidth() * stage.getHeight() / (1280 * 800))
          .isGreaterThanOrEqualTo(STAGE_SHARE);
      assertThat(open.bounds(".header").getHeight()).isEqualTo(48);
      assertThat(open.bounds(".transport").getHeight()).isLessThanOrEqualTo(84);
      assertThat(open.bounds("#navigation").getWidth()).isEqualTo(56);
      assertThat(open.bounds("#panel").getWidth()).isEqualTo(340);
      var tools = open.bounds("#stage-tools");
      if (open.window().find("#stage-tools").isVisible()) {
        assertThat(stage.getMaxY())
            .as("what stands at the corner covers nothing of the picture")
            .isLessThanOrEqualTo(tools.getMinY());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1280, 800, 1",
    "1024, 700, 2",
    "1024, 700, 0.8",
    "1280, 800, 2",
    "1920, 1080, 2",
    "2560, 1440, 1"
  })
  void self_attention_has_its_numbers_in_its_cells(int width, int height, double scale)
      throws TimeoutException {
    var view = WatchedView.of(new AttentionView());
    var registry = new Registry(List.of(Registry.ready(view)));
    try (var open = Open.of("self-attention", width, height, scale, registry)) {
      var stage = open.bounds("#stage");
      var drawn = new ArrayList<String>();
      var shown = view.painted().getLast();
      TestWindow.onFx(() -> {
        view.view()
            .painter()
            .paint(recording(drawn), new Box(0, 0, stage.getWidth(), stage.getHeight()), shown);
        return true;
      });
      assertThat(drawn).contains(".90", ".76");
      assertThat(drawn.stream().filter(text -> text.matches("\\.\\d\\d")).count())
          .as("weights of eleven tokens, the rows done so far")
          .isGreaterThanOrEqualTo(99);
    }
  }

  /// Nothing of a lecture is behind a scroll bar: nobody scrolls there.
  @Test
  void presented_the_weights_are_700_pixels_high_their_figures_20_and_the_words_are_all_there()
      throws TimeoutException {
    var view = WatchedView.of(new AttentionView());
    var registry = new Registry(List.of(Registry.ready(view)));
    try (var open = Open.of("self-attention", 1920, 1080, 1, registry)) {
      open.window().run(open.window().window::presentInPlace);
      open.settle();
      open.settle();
      var stage = open.window().find("#stage", StageNode.class);
      var room = open.bounds("#stage");
      var drawn = new ArrayList<Type>();
      TestWindow.onFx(() -> {
        var area = new Box(0, 0, room.getWidth(), room.getHeight());
        view.view().painter().paint(figures(drawn), area, view.painted().getLast());
        return true;
      });
      var first = stage.hits().of(new OfCell(Tensor.SCORES, 0, 0)).orElseThrow().box();
      var last = stage.hits().of(new OfCell(Tensor.SCORES, 10, 10)).orElseThrow().box();
      assertThat(last.bottom() - first.y()).isGreaterThanOrEqualTo(700);
      assertThat(drawn.stream().filter(type -> type.size() >= 20).count())
          .isGreaterThanOrEqualTo(99);
      var words = open.bounds("#present-view .step-panel");
      var table = open.bounds("#present-view .number-table");
      assertThat(table.getMaxY()).isLessThanOrEqualTo(words.getMaxY());
      assertThat(open.window().root.lookupAll("#present-view .scroll-bar")).isEmpty();
    }
  }

  /// Remembers how weights are written.
  private static Surface figures(List<Type> drawn) {
    return (Surface)
        Proxy.newProxyInstance(
            Surface.class.getClassLoader(),
            new Class<?>[] {Surface.class},
            (_, method, arguments) -> {
              if (method.getName().equals("textWidth")) {
                return ((String) arguments[0]).length() * ((Type) arguments[1]).size() * 0.6;
              }
              if (method.getName().equals("text") && ((String) arguments[0]).matches("\\.\\d\\d")) {
                drawn.add((Type) arguments[3]);
              }
              if (arguments[arguments.length - 1] instanceof Runnable inside) {
                inside.run();
              }
              return null;
            });
  }

  /// Remembers the texts that are large enough to be read.
  private static Surface recording(List<String> drawn) {
    return (Surface)
        Proxy.newProxyInstance(
            Surface.class.getClassLoader(),
            new Class<?>[] {Surface.class},
            (_, method, arguments) -> {
              if (method.getName().equals("textWidth")) {
                return ((String) arguments[0]).length() * ((Type) arguments[1]).size() * 0.6;
              }
              if (method.getName().equals("text") && ((Type) arguments[3]).size() >= LEGIBLE) {
                drawn.add((String) arguments[0]);
              }
              if (arguments[arguments.length - 1] instanceof Runnable inside) {
                inside.run();
              }
              return null;
            });
  }

  @ParameterizedTest
  @CsvSource({
    "self-attention, 1280, 800, 1",
    "gradient-descent, 1440, 900, 1",
    "gradient-descent, 1024, 700, 1",
    "k-means, 800, 600, 1",
    "lstm, 1280, 800, 2",
    "cosine-search, 1024, 700, 2",
    "bpe, 1280, 800, 0.8"
  })
  void the_row_never_wraps_and_what_has_no_room_in_it_is_in_a_menu(
      String exercise, int width, int height, double scale) throws TimeoutException {
    try (var open = Open.of(exercise, width, height, scale, TestWindow.everyExercise())) {
      var header = open.window().find(".header", Parent.class);
      var items =
          TestWindow.onFx(() ->
              header.getChildrenUnmodifiable().stream()
                  .filter(Node::isVisible)
                  .sorted(Comparator.comparingDouble(Node::getLayoutX))
                  .toList());
      double free = 0;
      for (var item : items) {
        var place = item.getBoundsInParent();
        assertThat(item.getLayoutX()).as("%s", item).isGreaterThanOrEqualTo(free);
        free = item.getLayoutX() + item.getLayoutBounds().getWidth();
        assertThat(place.getMaxY()).isLessThanOrEqualTo(header.getLayoutBounds().getHeight());
      }
      assertThat(free).isLessThanOrEqualTo(header.getLayoutBounds().getWidth());
      assertThat(cut(open.scene().getRoot())).isEmpty();

      var reachable = new HashSet<String>();
      items.stream().map(Node::getId).filter(Objects::nonNull).forEach(reachable::add);
      var overflow = open.window().find("#overflow", MenuButton.class);
      open.window().run(() -> overflow.fireEvent(new Event(MenuButton.ON_SHOWING)));
      overflow.getItems().stream()
          .map(MenuItem::getId)
          .map(id -> id.substring("overflow-".length()))
          .forEach(reachable::add);
      assertThat(reachable)
          .contains("presets", "undo", "redo", "reset", "data", "show-lab", "share", "fold-panel");
    }
  }

  /// Texts that are shown shorter than they are.
  private static List<String> cut(Parent root) {
    return TestWindow.onFx(() -> {
      var cut = new ArrayList<String>();
      collectCut(root, cut);
      return cut;
    });
  }

  private static void collectCut(Node node, List<String> cut) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && !labeled.getStyleClass().contains("variable-value")) {
      labeled.lookupAll(".ellipsis").forEach(_ -> cut.add(labeled.getText()));
      labeled.getChildrenUnmodifiable().stream()
          .filter(part -> part instanceof Text)
          .map(part -> ((Text) part).getText())
          .filter(shown -> shown.endsWith("...") && !labeled.getText().endsWith("..."))
          .forEach(cut::add);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collectCut(child, cut));
    }
  }

  @Test
  void in_a_narrow_window_the_same_button_lays_the_panel_over_the_stage() throws TimeoutException {
    try (var open = Open.of("k-means", 1024, 700, 1, TestWindow.everyExercise())) {
      var stage = open.bounds("#stage");
      assertThat(open.window().find("#panel").isVisible()).isFalse();
      open.fire("#fold-panel");
      assertThat(open.window().find("#panel").isVisible()).isTrue();
      assertThat(open.bounds("#panel").getMaxX()).isEqualTo(1024);
      assertThat(open.bounds("#panel").getWidth()).isGreaterThanOrEqualTo(280);
      assertThat(open.bounds("#stage")).as("it does not push the stage about").isEqualTo(stage);
      assertThat(open.window().find(".step-title", Labeled.class).getText()).isNotEmpty();
      open.window().run(() -> open.window().window.perform(Command.LEAVE));
      open.settle();
      assertThat(open.window().find("#panel").isVisible()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"340, 340", "500, 500", "900, 612", "100, 280"})
  void the_panel_is_as_wide_as_it_was_dragged_up_to_half_the_window(double dragged, double shown)
      throws TimeoutException {
    try (var open = Open.of("k-means", 1280, 800, 1, TestWindow.everyExercise())) {
      var settings = open.window().settings;
      open.window().run(() -> settings.update(now -> now.withPanelWidth(dragged)));
      open.settle();
      assertThat(open.bounds("#panel").getWidth()).isEqualTo(shown);
    }
  }

  @Test
  void buttons_keep_their_places_whatever_they_say() throws TimeoutException {
    try (var open = Open.of("k-means", 1280, 800, 1, TestWindow.everyExercise())) {
      var play = open.window().find("#play", Labeled.class);
      var places = new HashSet<Bounds>();
      var words = new HashSet<String>();
      for (var command : List.of(Command.START, Command.PLAY_PAUSE, Command.END)) {
        open.window().run(() -> open.window().window.perform(command));
        open.window().waitUntil(open.window().window::isSettled);
        open.settle();
        words.add(play.getText());
        places.add(open.bounds("#over"));
      }
      assertThat(words).containsExactlyInAnyOrder("Play", "Pause", "Replay");
      assertThat(places).hasSize(1);
    }
  }

  @Test
  void a_teaching_variant_beside_many_tools_takes_no_second_row_from_the_picture()
      throws TimeoutException {
    var place = new Settings.Place("sum-beside-mean", "1", "", 0);
    var settings = TestWindow.still(now -> now.withPlace("gradient-descent", place));
    try (var open = Open.of("gradient-descent", 1280, 800, settings, TestWindow.everyExercise())) {
      open.window().waitUntil(() -> open.bounds("#stage-tools").getHeight() < 40);
      var variant = open.window().find("#variant", Labeled.class);
      assertThat(variant.getText()).isEqualTo("gradients summed beside means");
      assertThat(variant.getAccessibleText()).startsWith("Teaching variant: ");
      var stage = open.bounds("#stage");
      assertThat(stage.getWidth() * stage.getHeight() / (1280 * 800))
          .isGreaterThanOrEqualTo(STAGE_SHARE);
    }
  }

  @Test
  void what_left_the_row_for_something_wider_comes_back_into_the_room_that_is_left()
      throws TimeoutException {
    try (var open = Open.of("k-means", 1024, 700, 1, TestWindow.everyExercise())) {
      assertThat(open.window().find("#setting-init").getParent().isVisible()).isFalse();
      assertThat(open.window().find("#show-lab").isVisible()).isTrue();
    }
  }

  @Test
  void a_teaching_variant_in_force_is_named_beside_the_stage() throws TimeoutException {
    try (var open = Open.of("multi-head-attention", 1280, 800, 1, TestWindow.everyExercise())) {
      var variant = open.window().find("#variant", Labeled.class);
      assertThat(variant.isVisible()).isFalse();
      open.window()
          .run(() ->
              ((ComboBox<?>) open.window().find("#setting-reshape")).getSelectionModel().select(1));
      open.window().waitUntil(variant::isVisible);
      assertThat(variant.getText()).isEqualTo("Teaching variant: reshape without transpose");
    }
  }
}
