package dev.stepwise.shell;

import dev.stepwise.view.StageNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Uses a window at random, by a seed: keys, clicks, drags, the wheel, what can be chosen, typed
/// and pressed, other sizes and themes. Its methods are for the JavaFX thread.
final class Monkey {
  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.RIGHT,
          KeyCode.RIGHT,
          KeyCode.LEFT,
          KeyCode.DOWN,
          KeyCode.DOWN,
          KeyCode.UP,
          KeyCode.SPACE,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.PAGE_DOWN,
          KeyCode.PAGE_UP,
          KeyCode.W,
          KeyCode.W,
          KeyCode.R,
          KeyCode.C,
          KeyCode.N,
          KeyCode.U,
          KeyCode.P,
          KeyCode.H,
          KeyCode.M,
          KeyCode.G,
          KeyCode.B,
          KeyCode.L,
          KeyCode.D,
          KeyCode.F5,
          KeyCode.F9,
          KeyCode.ESCAPE,
          KeyCode.ESCAPE,
          KeyCode.ENTER,
          KeyCode.TAB,
          KeyCode.TAB,
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.A,
          KeyCode.S,
          KeyCode.PLUS,
          KeyCode.MINUS,
          KeyCode.PERIOD,
          KeyCode.BACK_SPACE,
          KeyCode.DELETE,
          KeyCode.SLASH);

  private static final List<KeyCode> CHORDS =
      List.of(KeyCode.Z, KeyCode.Y, KeyCode.F, KeyCode.C, KeyCode.S, KeyCode.O, KeyCode.PLUS);

  private static final List<String> TYPED =
      List.of("0", "1", "3", "-1", "1e308", "0.5", "nan", "", "6/sqrt(4)", "12", "the cat", "2,5");

  private final TestWindow window;
  private final Random random;
  private final Robot robot = new Robot();

  Monkey(TestWindow window, long seed) {
    this.window = window;
    this.random = new Random(seed);
  }

  /// Does one thing.
  ///
  /// @return where it was done and what it was, for the report
  String act() {
    window.stage.requestFocus(); // else the screen has no window to type into
    return where() + ": " + doOne();
  }

  private String where() {
    var exercise = window.settings.get().lastExercise().orElse("");
    var stage = window.find("#stage", StageNode.class);
    var shown = stage == null ? "no stage" : stage.getAccessibleText();
    return "%s %s [%s]".formatted(exercise, window.text(".counter"), shown);
  }

  private String doOne() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> type(one(KEYS));
      case 6 -> chord(one(CHORDS));
      case 7, 8, 9 -> click();
      case 10 -> drag();
      case 11 -> wheel();
      case 12, 13, 14 -> press();
      case 15 -> choose();
      case 16 -> write();
      case 17 -> slide();
      case 18 -> resize();
      default -> change();
    };
  }

  /// Closes what opened over the window, so that it is not covered for good.
  void closeOthers() {
    for (var other : List.copyOf(Window.getWindows())) {
      if (!other.equals(window.stage) && other.isShowing()) {
        other.hide();
      }
    }
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String type(KeyCode key) {
    robot.keyType(key);
    return "key " + key;
  }

  private String chord(KeyCode key) {
    robot.keyPress(KeyCode.CONTROL);
    robot.keyType(key);
    robot.keyRelease(KeyCode.CONTROL);
    return "Ctrl+" + key;
  }

  private Point2D place() {
    var stage = window.stage;
    return new Point2D(
        stage.getX() + random.nextDouble() * stage.getWidth(),
        stage.getY() + random.nextDouble() * stage.getHeight());
  }

  private String click() {
    var at = place();
    robot.mouseMove(at);
    robot.mouseClick(random.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY);
    return "click at %.0f,%.0f".formatted(at.getX(), at.getY());
  }

  private String drag() {
    var from = place();
    var to = place();
    robot.mouseMove(from);
    robot.mousePress(MouseButton.PRIMARY);
    robot.mouseMove(from.midpoint(to));
    robot.mouseMove(to);
    robot.mouseRelease(MouseButton.PRIMARY);
    return "drag from %.0f,%.0f to %.0f,%.0f"
        .formatted(from.getX(), from.getY(), to.getX(), to.getY());
  }

  private String wheel() {
    robot.mouseMove(place());
    int turns = random.nextInt(11) - 5;
    robot.mouseWheel(turns);
    return "wheel by " + turns;
  }

  private String press() {
    return seen(ButtonBase.class)
        .map(button -> {
          var name = button.getId() + " '" + button.getText() + "'";
          button.fire();
          return "button " + name;
        })
        .orElse("no button");
  }

  private String choose() {
    return seen(ComboBox.class)
        .filter(box -> !box.getItems().isEmpty())
        .map(box -> {
          int index = random.nextInt(box.getItems().size());
          box.getSelectionModel().select(index);
          return "item %d of %s".formatted(index, box.getId());
        })
        .orElse("no box");
  }

  private String write() {
    return seen(TextInputControl.class)
        .filter(TextInputControl::isEditable)
        .map(field -> {
          var text = one(TYPED);
          field.requestFocus();
          field.setText(text);
          robot.keyType(KeyCode.ENTER);
          return "'%s' in %s".formatted(text, field.getId());
        })
        .orElse("no field");
  }

  private String slide() {
    return seen(Slider.class)
        .map(slider -> {
          double to = slider.getMin() + random.nextDouble() * (slider.getMax() - slider.getMin());
          slider.setValue(to);
          return "slider %s to %s".formatted(slider.getId(), to);
        })
        .orElse("no slider");
  }

  private String resize() {
    var stage = window.stage;
    double width = 640 + random.nextInt(1000);
    double height = 480 + random.nextInt(500);
    if (!stage.isFullScreen()) {
      stage.setWidth(width);
      stage.setHeight(height);
    }
    return "size %.0f by %.0f".formatted(width, height);
  }

  private String change() {
    if (random.nextInt(3) == 0) {
      var theme = one(List.of(Settings.Theme.values()));
      window.settings.update(now -> now.withTheme(theme));
      return "theme " + theme;
    }
    if (random.nextInt(3) == 0) {
      double scale = one(List.of(0.8, 1.0, 1.5, 2.0));
      window.settings.update(now -> now.withTextScale(scale));
      return "text " + scale;
    }
    var exercise = one(TestWindow.ids().toList());
    window.window.open(exercise);
    return "exercise " + exercise;
  }

  private <T extends Node> Optional<T> seen(Class<T> type) {
    var found = new ArrayList<T>();
    for (var other : List.copyOf(Window.getWindows())) {
      if (other instanceof Stage stage && stage.isShowing()) {
        collect(stage.getScene().getRoot(), type, found);
      }
    }
    FXCollections.shuffle(FXCollections.observableList(found), random);
    return found.stream().findFirst();
  }

  private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (type.isInstance(node) && isOnScreen(node)) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
    }
  }

  private static boolean isOnScreen(Node node) {
    var bounds = node.localToScene(node.getLayoutBounds());
    var scene = new Rectangle2D(0, 0, node.getScene().getWidth(), node.getScene().getHeight());
    return scene.contains(bounds.getCenterX(), bounds.getCenterY());
  }
}
