package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.formula.Formulas;
import dev.stepwise.panel.FittedWords;
import dev.stepwise.panel.Pace;
import dev.stepwise.playback.PlayerState;
import dev.stepwise.practice.Mode;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.Guide;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.page.PagePainter;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen for a lecture hall: the stage, what the step says in large type, the timeline, and
/// nothing else.
final class PresentView {
  private static final double STAGE_SHARE = 64;
  private static final double REFERENCE_WIDTH = 1920;
  private static final double REFERENCE_HEIGHT = 1080;
  private static final double BODY_SIZE = 14.5;
  private static final double WORDS = 1.33;

  /// The picture's room is what it is: a larger text size makes its figures vanish, not grow.
  private static final double MOST_OF_TEXT_SIZE = 1.1;

  private final BorderPane pane = new BorderPane();
  private final StackPane stagePlace = new StackPane();
  private final Crumbs crumbs;
  private final Label counter = Controls.label("", "present-counter");
  private final FittedWords step;
  private final VBox side = new VBox(16);
  private final ScrollPane aside = new ScrollPane();
  private final Timeline timeline;
  private final ReadOnlyObjectWrapper<Look> look;
  private Look windowLook;
  private Ahead ahead = Ahead.SHOWN;

  /// @param words whether what the step says stands beside the stage
  PresentView(
      Look windowLook, Formulas formulas, RowCategory rows, StagePainter.Words words, Guide guide) {
    this.windowLook = windowLook;
    look = new ReadOnlyObjectWrapper<>(presentLook());
    crumbs = new Crumbs(guide::goTo);
    step = new FittedWords(formulas, rows, wordsLook());
    timeline = new Timeline(look.get(), guide);
    timeline.setId("present-timeline");
    crumbs.node().setId("present-crumbs");
    var head = new HBox(12, crumbs.node(), counter);
    head.getStyleClass().add("present-head");
    VBox.setVgrow(step, Priority.ALWAYS);
    VBox.setVgrow(aside, Priority.ALWAYS);
    aside.setId("present-aside");
    aside.setFitToWidth(true);
    aside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    aside.getStyleClass().add("panel-body");
    aside.setMinHeight(0);
    side.getChildren().setAll(head, step);
    side.setMinHeight(0);
    var grid = new GridPane(36, 0);
    boolean beside = words == StagePainter.Words.BESIDE;
    if (beside) {
      grid.getColumnConstraints().setAll(share(STAGE_SHARE), share(100 - STAGE_SHARE));
    } else {
      grid.getColumnConstraints().setAll(share(100));
    }
    var row = new RowConstraints();
    row.setPercentHeight(100);
    grid.getRowConstraints().setAll(row);
    grid.add(stagePlace, 0, 0);
    if (beside) {
      grid.add(side, 1, 0);
    }
    pane.setId("present-view");
    pane.getStyleClass().add("present-view");
    pane.setCenter(grid);
    pane.setBottom(timeline);
    // Not within the layout that changed the height: nodes made there would miss their style.
    pane.heightProperty().subscribe((_, _) -> Platform.runLater(this::applyLook));
    pane.widthProperty().subscribe((_, _) -> Platform.runLater(this::applyLook));
  }

  private static ColumnConstraints share(double percent) {
    var column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  Region node() {
    return pane;
  }

  /// Takes the stage over.
  void hold(Region stage) {
    stagePlace.getChildren().setAll(stage);
  }

  /// The look of the stage here: larger on a larger screen.
  ReadOnlyObjectProperty<Look> look() {
    return look.getReadOnlyProperty();
  }

  /// As an exported picture for a lecture hall has it.
  private double roomScale() {
    boolean sized = pane.getHeight() > 0 && pane.getWidth() > 0;
    double width = sized ? pane.getWidth() : REFERENCE_WIDTH;
    double height = sized ? pane.getHeight() : REFERENCE_HEIGHT;
    return PagePainter.scale(width, height, Look.Density.PRESENT);
  }

  private Look presentLook() {
    double scale = roomScale() * Math.min(MOST_OF_TEXT_SIZE, windowLook.scale());
    return new Look(windowLook.palette(), scale, Look.Density.PRESENT);
  }

  private Look wordsLook() {
    double scale = roomScale() * WORDS * windowLook.scale();
    return new Look(windowLook.palette(), scale, Look.Density.PRESENT);
  }

  void setWindowLook(Look other) {
    windowLook = other;
    applyLook();
  }

  private void applyLook() {
    var now = presentLook();
    look.set(now);
    step.setLook(wordsLook(), roomScale() * WORDS);
    timeline.setLook(now);
    crumbs.setLook(now);
    pane.setStyle("-fx-font-size: " + Math.round(now.px(BODY_SIZE)) + "px;");
  }

  /// Shows the run that is open in a workspace.
  ///
  /// @return ends it
  <P, F extends Frame> Runnable follow(Workspace<P, F> workspace) {
    var ends =
        List.of(
            workspace.onProblem(_ -> {
              timeline.forget();
              step.growAgain();
            }),
            workspace.onState(this::showState),
            workspace.onSurvey(timeline::setSurvey));
    workspace.survey().ifPresent(timeline::setSurvey);
    workspace.state().ifPresent(this::showState);
    return () -> ends.forEach(Runnable::run);
  }

  /// Shows something in the place of what the step says, such as numbers to be worked out; nothing
  /// to show that again.
  void setAside(Optional<Region> other) {
    aside.setContent(other.orElse(null));
    side.getChildren().set(1, other.isPresent() ? aside : step);
  }

  /// Shows in which way the run is practised.
  void show(Mode mode) {
    ahead = Ahead.of(mode);
    timeline.setAhead(ahead);
  }

  /// Says what a step says.
  void show(Step<?> said, Pace pace) {
    step.show(said.narration(), pace);
  }

  private void showState(PlayerState<?> state) {
    crumbs.show(state);
    counter.setText(Counter.numbers(state, ahead));
    timeline.show(state);
  }
}
