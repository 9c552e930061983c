package dev.stepwise.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/// Where a window stands, with its frame, in the coordinates that all screens share.
///
/// @param x of its left edge
/// @param y of its top edge
/// @param width in pixels
/// @param height in pixels
/// @param state whether it fills its screen
public record WindowPlace(double x, double y, double width, double height, State state) {

  /// Whether a window fills its screen.
  public enum State {
    NORMAL,
    MAXIMIZED
  }

  /// Seen of a window at least, or it is lost: its title can be taken hold of.
  private static final double SEEN = 64;

  /// Where a window is; empty where it is shown nowhere.
  static Optional<WindowPlace> of(Stage stage) {
    return stage.isShowing()
        ? Optional.of(
            new WindowPlace(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized() ? State.MAXIMIZED : State.NORMAL))
        : Optional.empty();
  }

  /// A window in the middle of a screen, no larger than that.
  static WindowPlace centred(double width, double height, Rectangle2D screen) {
    double fittingWidth = Math.min(width, screen.getWidth());
    double fittingHeight = Math.min(height, screen.getHeight());
    return new WindowPlace(
        screen.getMinX() + (screen.getWidth() - fittingWidth) / 2,
        screen.getMinY() + (screen.getHeight() - fittingHeight) / 2,
        fittingWidth,
        fittingHeight,
        State.NORMAL);
  }

  /// The nearest place that is whole on a screen: on the one that holds most of it; where none
  /// does, as after a screen was unplugged, in the middle of the first.
  ///
  /// @param screens their parts that windows may fill, the usual screen first; at least one
  WindowPlace on(List<Rectangle2D> screens) {
    if (!isFinite()) {
      return centred(AppWindow.WIDTH, AppWindow.HEIGHT, screens.getFirst());
    }
    var best = screens.stream().max(Comparator.comparingDouble(this::shared)).orElseThrow();
    if (sharedWidth(best) < Math.min(SEEN, width) || sharedHeight(best) < Math.min(SEEN, height)) {
      var middle = centred(width, height, screens.getFirst());
      return new WindowPlace(middle.x, middle.y, middle.width, middle.height, state);
    }
    double fittingWidth = Math.min(width, best.getWidth());
    double fittingHeight = Math.min(height, best.getHeight());
    return new WindowPlace(
        Math.clamp(x, best.getMinX(), best.getMaxX() - fittingWidth),
        Math.clamp(y, best.getMinY(), best.getMaxY() - fittingHeight),
        fittingWidth,
        fittingHeight,
        state);
  }

  private boolean isFinite() {
    return Double.isFinite(x + y + width + height) && width >= 1 && height >= 1;
  }

  private double shared(Rectangle2D screen) {
    return sharedWidth(screen) * sharedHeight(screen);
  }

  private double sharedWidth(Rectangle2D screen) {
    return Math.max(0, Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX()));
  }

  private double sharedHeight(Rectangle2D screen) {
    return Math.max(0, Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY()));
  }
}
