package dev.stepwise.cli;

import dev.stepwise.export.Png;
import dev.stepwise.export.Toolkit;
import dev.stepwise.formula.Formulas;
import dev.stepwise.interview.Interviews;
import dev.stepwise.interview.MockInterviews;
import dev.stepwise.playback.Position;
import dev.stepwise.practice.Journal;
import dev.stepwise.quiz.Review;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.shell.AppWindow;
import dev.stepwise.shell.OffScreen;
import dev.stepwise.shell.Registry;
import dev.stepwise.shell.Settings;
import dev.stepwise.shell.SettingsModel;
import dev.stepwise.shell.Ticker;
import dev.stepwise.shell.checking.CodeChecks;
import dev.stepwise.shell.sharing.FilePicker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Draws the whole window of the app, as a person sees it, without showing it. It is the window
/// that the app opens, with the settings of a first start and without motion, once all that it
/// computes is there: the same step gives the same picture.
final class WindowPicture {
  /// Layouts that depend on sizes settle in so many passes.
  private static final int PASSES = 3;

  private final Registry registry;
  private final Formulas formulas;
  private final Scenario scenario;
  private final Renderer.Format format;

  WindowPicture(Registry registry, Formulas formulas, Scenario scenario, Renderer.Format format) {
    this.registry = registry;
    this.formulas = formulas;
    this.scenario = scenario;
    this.format = format;
  }

  /// Writes it as PNG.
  ///
  /// @param position of the step; the run has it
  /// @throws IOException where the stream fails
  void write(Position position, OutputStream out) throws IOException {
    Toolkit.start();
    var window = Toolkit.call(this::window);
    try {
      var scene = Toolkit.call(() -> window.offScreen(format.width(), format.height()));
      Toolkit.call(() -> layOut(scene)); // what opens in it gets its room at once
      Toolkit.call(
              () -> {
                window.open(scenario, position);
                return window.whenSettled();
              })
          .get();
      Png.write(drawn(scene), out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window failed", e.getCause());
    } finally {
      Toolkit.call(() -> {
        window.close();
        return window;
      });
    }
  }

  private AppWindow window() {
    var theme =
        switch (format.theme()) {
          case LIGHT -> Settings.Theme.LIGHT;
          case DARK -> Settings.Theme.DARK;
        };
    var settings = Settings.DEFAULTS.withTheme(theme).withMotion(Settings.Motion.REDUCED);
    return new AppWindow(
        new Stage(),
        new AppWindow.Setup(
            registry,
            new SettingsModel(settings, _ -> {}),
            new Journal(Review.EMPTY, InstantSource.system()),
            new MockInterviews(
                Interviews.NONE, InstantSource.system(), RandomGenerator.getDefault()),
            formulas,
            NO_FRAMES,
            _ -> Optional.empty(),
            NO_FILES,
            CodeChecks.withPython(),
            Optional.empty()));
  }

  /// Each pass on its own: what is put off until a pass has ended comes before the next.
  private static WritableImage drawn(Scene scene) {
    for (int pass = 1; pass < PASSES; pass++) {
      Toolkit.call(() -> layOut(scene));
    }
    return Toolkit.call(() -> layOut(scene));
  }

  private static WritableImage layOut(Scene scene) {
    return OffScreen.draw(scene);
  }

  /// Nothing moves, and nothing plays.
  private static final Ticker NO_FRAMES = _ -> () -> {};

  /// Nobody is there to be asked.
  private static final FilePicker NO_FILES =
      new FilePicker() {
        @Override
        public Optional<Path> file(Window owner, String title, String name, List<Kind> kinds) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> folder(Window owner, String title) {
          return Optional.empty();
        }
      };
}
