package dev.stepwise.shell;

import dev.stepwise.presenting.Area;
import dev.stepwise.presenting.ScreenPlan.Extent;
import dev.stepwise.presenting.ScreenPlan.Spot;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Moves windows between screens. A window that fills a screen has to let go of it first, and the
/// system takes a moment for that.
final class WindowMove {
  private static final Duration LETTING_GO = Duration.millis(300);
  private static final double SHARE = 0.85;

  private WindowMove() {}

  /// The screens that there are, the usual one first; none twice.
  static List<Area> screens() {
    return Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
        .map(Screen::getBounds)
        .map(each -> new Area(each.getMinX(), each.getMinY(), each.getWidth(), each.getHeight()))
        .distinct()
        .toList();
  }

  /// Moves a window.
  ///
  /// @param then done once it is there
  static void to(Stage window, Spot spot, Runnable then) {
    if (!window.isFullScreen() && !window.isMaximized()) {
      place(window, spot);
      then.run();
      return;
    }
    if (isOn(window, spot.screen()) && is(window, spot.extent())) {
      then.run();
      return;
    }
    window.setFullScreen(false);
    window.setMaximized(false);
    later(() -> {
      place(window, spot);
      then.run();
    });
  }

  /// Does something once a window has let go of the full screen.
  static void later(Runnable task) {
    var wait = new PauseTransition(LETTING_GO);
    wait.setOnFinished(_ -> task.run());
    wait.play();
  }

  private static boolean is(Stage window, Extent extent) {
    return window.isFullScreen() == (extent == Extent.FULL_SCREEN)
        && window.isMaximized() == (extent == Extent.MAXIMIZED);
  }

  private static boolean isOn(Stage window, Area screen) {
    return new Rectangle2D(screen.x(), screen.y(), screen.width(), screen.height())
        .contains(window.getX() + window.getWidth() / 2, window.getY() + window.getHeight() / 2);
  }

  private static void place(Stage window, Spot spot) {
    var screen = spot.screen();
    if (!window.isShowing() || !isOn(window, screen) || spot.extent() == Extent.WINDOW) {
      double width = Math.min(AppWindow.WIDTH, screen.width() * SHARE);
      double height = Math.min(AppWindow.HEIGHT, screen.height() * SHARE);
      window.setX(screen.x() + (screen.width() - width) / 2);
      window.setY(screen.y() + (screen.height() - height) / 2);
      window.setWidth(width);
      window.setHeight(height);
    }
    switch (spot.extent()) {
      case FULL_SCREEN -> window.setFullScreen(true);
      case MAXIMIZED -> window.setMaximized(true);
      case WINDOW -> {}
    }
  }
}
