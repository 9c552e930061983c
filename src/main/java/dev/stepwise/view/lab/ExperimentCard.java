package dev.stepwise.view.lab;

import dev.stepwise.draw.Look;
import dev.stepwise.job.Background;
import dev.stepwise.job.LatestJob;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.controlsfx.control.SegmentedButton;

/// An experiment on the screen: what to look for, a button to run it, its progress, its picture, a
/// conclusion, and the numbers as text. The work stops when the card leaves its window.
public final class ExperimentCard extends VBox {
  private static final Logger LOG = Logger.getLogger(ExperimentCard.class.getName());

  private static final double TEXT = 14;

  private final Experiment experiment;
  private final LatestJob<Finding> job;
  private final ObservableValue<Boolean> onScreen;

  private final DrawingView drawing;
  private final Label empty = new Label("Not run yet");
  private final Button run = new Button("Run");
  private final Button cancel = new Button("Cancel");
  private final ProgressBar progress = new ProgressBar(0);
  private final Label percent = new Label();
  private final HBox working = new HBox(8, progress, percent, cancel);
  private final FlowPane switches = new FlowPane(8, 8);
  private final ToggleButton numbersShown = new ToggleButton("Numbers");
  private final Label numbers = new Label();
  private final Label conclusion = new Label();

  /// A card that has not run.
  public ExperimentCard(Experiment experiment, Look look, Background background) {
    this.experiment = experiment;
    this.job = new LatestJob<>(background.worker(), background.screen());
    this.drawing = new DrawingView(look);
    setId("experiment-" + experiment.id());
    getStyleClass().add("experiment-card");
    setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", look.px(TEXT)));
    layOut();
    run.setOnAction(_ -> run());
    cancel.setOnAction(_ -> cancel());
    numbers.visibleProperty().bind(numbersShown.selectedProperty());
    showIdle("Not run yet");

    onScreen =
        sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    onScreen.subscribe(shown -> {
      if (!shown) {
        cancel();
      }
    });
  }

  private void layOut() {
    var title = styled(new Label(experiment.title()), "experiment-title");
    var hint = wrapped(new Label(experiment.hint()), "experiment-hint");
    var axes = wrapped(new Label(experiment.axes()), "experiment-axes");
    wrapped(conclusion, "experiment-conclusion");
    conclusion.setMaxWidth(Double.MAX_VALUE);
    conclusion.setId(experiment.id() + "-conclusion");
    styled(empty, "experiment-empty");
    wrapped(numbers, "experiment-numbers");

    run.setId(experiment.id() + "-run");
    run.setAccessibleText("Run: " + experiment.title());
    run.setMinWidth(USE_PREF_SIZE);
    cancel.setId(experiment.id() + "-cancel");
    cancel.setAccessibleText("Cancel: " + experiment.title());
    cancel.setMinWidth(USE_PREF_SIZE);
    progress.setAccessibleText("Progress: " + experiment.title());
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    styled(percent, "experiment-percent").setMinWidth(USE_PREF_SIZE);
    working.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(working, Priority.ALWAYS);
    numbersShown.setId(experiment.id() + "-numbers");
    numbersShown.setAccessibleText("Show the numbers: " + experiment.title());
    numbersShown.setMinWidth(USE_PREF_SIZE);
    drawing.setId(experiment.id() + "-drawing");

    var controls = new HBox(12, run, working, switches);
    controls.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(switches, Priority.ALWAYS);
    switches.setAlignment(Pos.CENTER_RIGHT);
    for (var each : List.of(working, switches, empty, numbers, conclusion)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    getChildren()
        .addAll(title, hint, controls, new StackPane(drawing, empty), axes, conclusion, numbers);
  }

  private static <L extends Label> L styled(L label, String styleClass) {
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static Label wrapped(Label label, String styleClass) {
    label.setWrapText(true);
    // Without it a wrapped label gives way to its neighbours by dropping lines.
    label.setMinHeight(USE_PREF_SIZE);
    return styled(label, styleClass);
  }

  /// Runs the experiment, instead of the run that may be under way.
  public void run() {
    showWorking();
    job.start(
        experiment.computation()::compute,
        new LatestJob.Listener<>() {
          @Override
          public void progressed(double fraction) {
            progress.setProgress(fraction);
            percent.setText("%d %%".formatted(Math.round(100 * fraction)));
          }

          @Override
          public void finished(Finding finding) {
            show(finding);
          }

          @Override
          public void failed(Throwable cause) {
            LOG.log(Level.WARNING, "The experiment " + experiment.id() + " failed", cause);
            showIdle("This experiment could not be finished: " + reason(cause));
          }
        });
  }

  /// Stops the run that is under way, if any.
  public void cancel() {
    if (job.running()) {
      job.cancel();
      showIdle("Cancelled");
    }
  }

  /// Whether the experiment is running or waiting for its turn.
  public boolean running() {
    return job.running();
  }

  private static String reason(Throwable cause) {
    if (cause instanceof OutOfMemoryError) {
      return "there is not enough memory.";
    }
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()) + ".";
  }

  private void showIdle(String message) {
    run.setText("Run");
    run.setVisible(true);
    run.setManaged(true);
    if (cancel.isFocused()) {
      // A button that disappears would pass the focus on to the next card, which then scrolls here.
      run.requestFocus();
    }
    working.setVisible(false);
    switches.setVisible(false);
    conclusion.setVisible(false);
    numbersShown.setSelected(false);
    empty.setText(message);
    empty.setVisible(true);
    drawing.clear();
    drawing.setAccessibleText(experiment.title() + ". " + message);
  }

  private void showWorking() {
    showIdle("Computing…");
    boolean focused = run.isFocused();
    run.setVisible(false);
    run.setManaged(false);
    working.setVisible(true);
    progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
    percent.setText("");
    if (focused) {
      cancel.requestFocus();
    }
  }

  private void show(Finding finding) {
    boolean focused = cancel.isFocused();
    showIdle("");
    run.setText("Run again");
    empty.setVisible(false);
    conclusion.setText(finding.conclusion());
    conclusion.setVisible(true);
    numbers.setText(finding.numbers());
    drawing.setAccessibleText(finding.conclusion() + "\n" + finding.numbers());
    drawing.show(finding.pictures().getFirst().drawing());
    showSwitches(finding.pictures());
    if (focused) {
      run.requestFocus();
    }
  }

  private void showSwitches(List<Finding.Picture> pictures) {
    switches.getChildren().clear();
    if (pictures.size() > 1) {
      var segmented = new SegmentedButton();
      for (var picture : pictures) {
        var button = new ToggleButton(picture.name());
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(picture.name() + ": " + experiment.title());
        segmented.getButtons().add(button);
        button.setOnAction(_ -> {
          button.setSelected(true); // one of them is always chosen
          drawing.show(picture.drawing());
        });
      }
      segmented.getButtons().getFirst().setSelected(true);
      switches.getChildren().add(segmented);
    }
    switches.getChildren().add(numbersShown);
    switches.setVisible(true);
  }
}
