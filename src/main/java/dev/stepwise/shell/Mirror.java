package dev.stepwise.shell;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.panel.Pace;
import dev.stepwise.presenting.Wall;
import dev.stepwise.session.Workspace;
import dev.stepwise.view.Guide;
import dev.stepwise.view.StageModel;
import dev.stepwise.view.StageNode;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;

/// The wall in the presenter's window: laid out exactly as large as it is there, and shown small.
/// So whatever is pointed at, pinned or drawn in it is in the same place there.
final class Mirror<P, F extends Frame> extends Region implements AutoCloseable {
  private static final double USUAL_WIDTH = 1920;
  private static final double USUAL_HEIGHT = 1080;

  private final StageModel<P, F> model;
  private final PresentView present;
  private final StageNode<P, F> stage;
  private final DrawLayer draw;
  private final SpotlightLayer spotlight;
  private final StackPane content = new StackPane();
  private final Region frame = new Region();
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final List<Runnable> ends;
  private final Subscription looks;
  private double wallWidth = USUAL_WIDTH;
  private double wallHeight = USUAL_HEIGHT;

  Mirror(
      Workspace<P, F> workspace,
      StageModel<P, F> model,
      Formulas formulas,
      Guide guide,
      ObservableValue<Look> window,
      Wall wall) {
    this.model = model;
    var view = model.view();
    present =
        new PresentView(
            window.getValue(), formulas, view.rowCategory(), view.painter().words(), guide);
    stage = new StageNode<>(model, formulas, present.look().get());
    stage.setGuide(guide);
    stage.setFocusTraversable(false);
    present.hold(stage);
    draw = new DrawLayer(wall);
    spotlight = new SpotlightLayer(wall);
    setId("mirror");
    content.getStyleClass().add("layers");
    content.setManaged(false);
    content.getTransforms().setAll(scale);
    content.getChildren().setAll(present.node(), draw, spotlight);
    content.addEventFilter(
        MouseEvent.ANY,
        event -> {
          var at = content.sceneToLocal(event.getSceneX(), event.getSceneY());
          spotlight.point(at.getX(), at.getY());
        });
    frame.getStyleClass().add("mirror-frame");
    frame.setMouseTransparent(true);
    frame.setManaged(false);
    getChildren().setAll(content, frame);
    setMinSize(0, 0);
    ends = List.of(present.follow(workspace), workspace.onStep(state -> tell(state.step())));
    looks =
        Subscription.combine(
            window.subscribe(present::setWindowLook), present.look().subscribe(stage::setLook));
    workspace.state().ifPresent(state -> tell(state.step()));
  }

  /// Whoever looks for a mistake is shown the values here too, not what made them.
  private void tell(Step<F> step) {
    boolean withheld = model.reasons() == StageModel.Reasons.WITHHELD;
    present.show(withheld ? step.saying(() -> step.narration().valuesAlone()) : step, Pace.AT_REST);
  }

  /// Sets how large the wall is.
  void fit(double width, double height) {
    if (width > 0 && height > 0 && (width != wallWidth || height != wallHeight)) {
      wallWidth = width;
      wallHeight = height;
      requestLayout();
    }
  }

  /// How high it is, of its width.
  double aspect() {
    return wallHeight / wallWidth;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width < 0 ? USUAL_HEIGHT / 10 : width * aspect();
  }

  @Override
  protected void layoutChildren() {
    double share = Math.min(getWidth() / wallWidth, getHeight() / wallHeight);
    scale.setX(share);
    scale.setY(share);
    stage.setSeenAt(share);
    content.resizeRelocate(0, 0, wallWidth, wallHeight);
    frame.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public void close() {
    ends.forEach(Runnable::run);
    looks.unsubscribe();
    stage.close();
    draw.close();
    spotlight.close();
  }
}
