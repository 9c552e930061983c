package dev.stepwise.shell;

import dev.stepwise.presenting.ScreenPlan;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The presenter's window. Closed, nothing of it is left.
final class PresenterWindow implements AutoCloseable {
  private final Stage stage = new Stage();
  private final PresenterView view;
  private final Ticker.Ticking ticking;
  private final Subscription size;

  /// What it is made with.
  ///
  /// @param styles of the app
  /// @param appearance gives it the size of text
  /// @param keys makes its keys those of the app
  /// @param ticker lets its clocks go on
  record Making(List<String> styles, Appearance appearance, Consumer<Scene> keys, Ticker ticker) {

    /// As the room's window is made.
    static Making of(AppWindow.Setup setup, Appearance appearance, WallHost host) {
      return new Making(
          host.root().getScene().getStylesheets(),
          appearance,
          scene -> host.keys().installOn(scene),
          setup.ticker());
    }
  }

  /// @param closed told when it is closed by hand
  PresenterWindow(Desk desk, Making making, Runnable closed) {
    view = new PresenterView(desk);
    var scene = new Scene(view.root(), AppWindow.WIDTH, AppWindow.HEIGHT);
    scene.getStylesheets().setAll(making.styles());
    size = making.appearance().applyTo(view.root());
    making.keys().accept(scene);
    stage.setTitle("Stepwise: presenter");
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setMinWidth(AppWindow.LEAST_WIDTH);
    stage.setMinHeight(AppWindow.LEAST_HEIGHT);
    stage.setScene(scene);
    stage.setOnCloseRequest(_ -> closed.run());
    ticking = making.ticker().start(_ -> view.pulse());
  }

  PresenterView view() {
    return view;
  }

  Stage stage() {
    return stage;
  }

  /// Puts it where it is planned, and shows it.
  void show(ScreenPlan.Spot spot) {
    WindowMove.to(stage, spot, stage::show);
  }

  @Override
  public void close() {
    ticking.close();
    size.unsubscribe();
    view.close();
    stage.setOnCloseRequest(null);
    stage.hide();
    stage.setScene(null);
  }
}
