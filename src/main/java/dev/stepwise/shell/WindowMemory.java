package dev.stepwise.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts a window where it was the last time, on a screen that there is, and remembers where it is.
final class WindowMemory {
  /// Room for the frame that the system draws around a window of the usual size.
  private static final double FRAME = 48;

  private final Stage stage;
  private @Nullable WindowPlace normal;

  private WindowMemory(Stage stage, Optional<WindowPlace> placed) {
    this.stage = stage;
    this.normal = placed.orElse(null);
    Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(property -> property.subscribe(this::note));
  }

  /// Places a window that is not shown yet.
  ///
  /// @param before where it was; empty for a first start
  static WindowMemory place(Stage stage, Optional<WindowPlace> before) {
    var screens = screens();
    var usual = screens.getFirst();
    stage.setMinWidth(Math.min(AppWindow.LEAST_WIDTH, usual.getWidth()));
    stage.setMinHeight(Math.min(AppWindow.LEAST_HEIGHT, usual.getHeight()));
    var placed =
        before
            .map(place -> place.on(screens))
            .or(() ->
                tooSmall(usual)
                    ? Optional.of(WindowPlace.centred(AppWindow.WIDTH, AppWindow.HEIGHT, usual))
                    : Optional.empty());
    placed.ifPresent(place -> {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
      stage.setMaximized(place.state() == WindowPlace.State.MAXIMIZED);
    });
    return new WindowMemory(stage, placed);
  }

  /// Puts a window back where it was, once it has let go of the full screen.
  static void back(Stage stage, WindowPlace place) {
    if (!stage.isShowing()) {
      return;
    }
    if (stage.getX() != place.x() || stage.getY() != place.y()) {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
    }
    stage.setMaximized(place.state() == WindowPlace.State.MAXIMIZED);
  }

  /// Where the window is, to come back to; empty where it never was anywhere.
  Optional<WindowPlace> where() {
    var place = normal;
    if (place == null) {
      return Optional.empty();
    }
    var state = stage.isMaximized() ? WindowPlace.State.MAXIMIZED : WindowPlace.State.NORMAL;
    return Optional.of(new WindowPlace(place.x(), place.y(), place.width(), place.height(), state));
  }

  private void note() {
    if (stage.isShowing()
        && !stage.isMaximized()
        && !stage.isFullScreen()
        && !stage.isIconified()) {
      normal =
          new WindowPlace(
              stage.getX(),
              stage.getY(),
              stage.getWidth(),
              stage.getHeight(),
              WindowPlace.State.NORMAL);
    }
  }

  private static boolean tooSmall(Rectangle2D screen) {
    return screen.getWidth() < AppWindow.WIDTH + FRAME
        || screen.getHeight() < AppWindow.HEIGHT + FRAME;
  }

  private static List<Rectangle2D> screens() {
    var usual = Screen.getPrimary();
    return Stream.concat(Stream.of(usual), Screen.getScreens().stream())
        .map(Screen::getVisualBounds)
        .distinct()
        .toList();
  }
}
