package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the window in its sizes and themes to `target/pictures`, to be looked at, and holds that
/// nothing in it is cut or nameless.
@OneAtATime
class WindowPicturesTest {
  @ParameterizedTest
  @CsvSource({
    "home, 1280, 800, LIGHT, 1",
    "home, 1280, 800, DARK, 1",
    "home, 1024, 700, LIGHT, 1",
    "settings, 1280, 800, LIGHT, 1",
    "settings, 1024, 700, DARK, 1.6",
    "planned, 1280, 800, LIGHT, 1",
    "start, 1280, 800, LIGHT, 1",
    "inside, 1280, 800, LIGHT, 1",
    "inside, 1280, 800, DARK, 1",
    "inside, 1024, 700, LIGHT, 1",
    "inside, 1280, 800, LIGHT, 1.3",
    "end, 1280, 800, DARK, 1",
    "code, 1280, 800, LIGHT, 1",
    "keys, 1280, 800, LIGHT, 1",
    "present, 1920, 1080, LIGHT, 1",
    "present, 1920, 1080, DARK, 1",
    "spotlight, 1920, 1080, LIGHT, 1"
  })
  void nothing_is_cut_and_every_control_has_a_name(
      String page, int width, int height, Settings.Theme theme, double scale)
      throws TimeoutException {
    var window =
        TestWindow.offScreen(TestWindow.still(now -> now.withTheme(theme).withTextScale(scale)));
    var scene = TestWindow.onFx(() -> resized(window, width, height));
    TestWindow.onFx(() -> OffScreen.draw(scene)); // gives everything its size
    go(page, window);
    settle(window, scene);

    var picture = TestWindow.onFx(() -> OffScreen.draw(scene));
    Fx.save(page + "-" + width + "-" + theme + "-" + scale, picture);

    assertThat(TestWindow.onFx(() -> cutTexts(scene.getRoot()))).as("cut texts").isEmpty();
    assertThat(TestWindow.onFx(() -> nameless(scene.getRoot()))).as("nameless").isEmpty();
    window.close();
  }

  @Test
  void another_tab_is_drawn_also_after_the_one_before_has_been() throws TimeoutException {
    var window = TestWindow.offScreen(TestWindow.still(UnaryOperator.identity()));
    var scene = resized(window, 1280, 800);
    window.openKMeans("bad-start", "3.1.97");
    settle(window, scene);
    var before = TestWindow.onFx(() -> OffScreen.draw(scene));
    window.run(() -> window.find("#tab-code", ButtonBase.class).fire());
    var after = TestWindow.onFx(() -> OffScreen.draw(scene));
    var body =
        TestWindow.onFx(() -> {
          var panel = window.find("#panel .panel-body");
          return panel.localToScene(panel.getLayoutBounds());
        });
    int differ = 0;
    for (int y = (int) body.getMinY(); y < (int) body.getMaxY(); y++) {
      for (int x = (int) body.getMinX(); x < (int) body.getMaxX(); x++) {
        differ +=
            before.getPixelReader().getArgb(x, y) == after.getPixelReader().getArgb(x, y) ? 0 : 1;
      }
    }
    assertThat(differ).isGreaterThan(10_000);
    window.close();
  }

  /// The headless screen is small; a scene without a window may have any size.
  private static Scene resized(TestWindow window, int width, int height) {
    var root = window.window.scene().getRoot();
    window.window.scene().setRoot(new Group());
    var scene = new Scene(root, width, height);
    scene.getStylesheets().setAll(window.window.scene().getStylesheets());
    window.root = root;
    return scene;
  }

  private static void go(String page, TestWindow window) {
    switch (page) {
      case "home" -> {
        window.run(() ->
            window.settings.update(now ->
                now.withPlace(
                    "k-means", new Settings.Place("bad-start", "4", "Iteration 3", 0.4))));
        window.run(window.window::goHome);
      }
      case "settings" -> window.run(window.window::openSettings);
      case "planned" -> window.run(() -> window.window.open("lstm"));
      case "start" -> window.openKMeans("three-blobs", "1");
      case "inside" -> window.openKMeans("bad-start", "3.1.97");
      case "end" -> window.openKMeans("bad-start", "99");
      case "code" -> {
        window.openKMeans("bad-start", "3.1.97");
        window.run(() -> window.find("#tab-code", ButtonBase.class).fire());
      }
      case "keys" -> {
        window.openKMeans("three-blobs", "1");
        window.run(() -> window.window.perform(Command.KEYS));
      }
      case "present" -> {
        window.openKMeans("bad-start", "3.1.97");
        window.run(window.window::presentInPlace);
      }
      case "spotlight" -> {
        window.openKMeans("bad-start", "2");
        window.run(window.window::presentInPlace);
        window.run(() -> window.window.perform(Command.SPOTLIGHT));
      }
      default -> throw new IllegalArgumentException(page);
    }
  }

  /// The length of a run and the home page's pictures come from the background.
  private static void settle(TestWindow window, Scene scene) {
    window.waitUntil(() -> {
      OffScreen.draw(scene);
      var counter = window.text(".counter");
      return counter.isEmpty() || counter.contains(" of ");
    });
    if (window.find("#home-page") != null) {
      window.waitUntil(() -> window.find(".card-picture .stage") != null);
    }
    TestWindow.onFx(() -> OffScreen.draw(scene));
    WaitForAsyncUtils.waitForFxEvents();
    TestWindow.onFx(() -> OffScreen.draw(scene));
  }

  private static List<String> cutTexts(Parent root) {
    var cut = new ArrayList<String>();
    walk(
        root,
        node -> {
          if (node instanceof Labeled labeled
              && labeled.getText() != null
              && !labeled.getStyleClass().contains("variable-value")
              && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY) {
            labeled.getChildrenUnmodifiable().stream()
                .filter(part -> part instanceof Text && part.getStyleClass().contains("text"))
                .map(drawn -> ((Text) drawn).getText())
                .filter(drawn -> !drawn.equals(labeled.getText()))
                .forEach(drawn -> cut.add(labeled.getText() + " → " + drawn));
          }
        });
    return cut;
  }

  private static List<String> nameless(Parent root) {
    var nameless = new ArrayList<String>();
    walk(
        root,
        node -> {
          boolean control =
              node instanceof ButtonBase
                  || node instanceof ComboBoxBase<?>
                  || node instanceof Slider
                  || node instanceof TextInputControl;
          boolean scrollPart = node.getStyleClass().contains("increment-button");
          if (control
              && !scrollPart
              && node.isFocusTraversable()
              && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())) {
            nameless.add(node.toString());
          }
        });
    return nameless;
  }

  private static void walk(Node node, Consumer<Node> visitor) {
    if (!node.isVisible()) {
      return;
    }
    visitor.accept(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
    }
  }
}
