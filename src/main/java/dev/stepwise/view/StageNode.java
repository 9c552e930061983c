package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CanvasSurface;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Hits;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage as a node: a canvas of its own size that shows a step, moves from the step before,
/// answers clicks with an explanation, and hands gestures to the editing tool that is in use.
public final class StageNode<P, F extends Frame> extends Region {

  private final ExerciseView<P, F> view;
  private final StagePainter<F> painter;
  private final Canvas canvas = new Canvas();
  private final Surface surface = new CanvasSurface(canvas.getGraphicsContext2D());
  private final WhyPopOver why;
  private final AnimationTimer animation =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          animate(now);
        }
      };

  private final ObjectProperty<Look> look;
  private Duration motion = Duration.ZERO;
  private @Nullable Step<F> step;
  private @Nullable Step<F> before;
  private long startedAt;
  private double progress = 1;
  private Hits hits = new Hits();
  private Set<Element> lit = Set.of();
  private Optional<Element> picked = Optional.empty();

  private @Nullable P problem;
  private Optional<StageEditor.Tool> tool = Optional.empty();
  private Optional<StageEditor.Gesture<P>> gesture = Optional.empty();
  private Consumer<P> preview = _ -> {};
  private Consumer<P> commit = _ -> {};

  /// An empty stage.
  ///
  /// @param formulas sets the formulas of explanations
  public StageNode(ExerciseView<P, F> view, Formulas formulas, Look look) {
    this.view = view;
    this.painter = view.painter();
    this.look = new SimpleObjectProperty<>(look);
    this.why = new WhyPopOver(formulas, view.rowCategory(), this.look);
    getStyleClass().add("stage");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(view.exercise().title());
    setFocusTraversable(true);
    setMinSize(200, 150);
    getChildren().add(canvas);
    canvas.setManaged(false);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            animation.stop();
            why.hide();
          }
        });
  }

  /// Shows a step; where the step before is known and motion is on, moves there.
  public void show(Step<F> next) {
    closeExplanation();
    before = step;
    step = next;
    setAccessibleText(next.narration().title() + ". " + next.narration().caption());
    boolean moves = before != null && !motion.isZero() && getScene() != null;
    progress = moves ? 0 : 1;
    if (moves) {
      startedAt = Long.MIN_VALUE;
      animation.start();
    } else {
      animation.stop();
    }
    paint();
  }

  /// Sets colours and sizes.
  public void setLook(Look look) {
    this.look.set(look);
    paint();
  }

  /// Sets how long moving to a step takes; zero for no motion.
  public void setMotion(Duration duration) {
    motion = duration;
  }

  /// Sets the editing tool; empty for looking and asking.
  public void setTool(Optional<StageEditor.Tool> tool) {
    this.tool = tool;
    closeExplanation();
    setCursor(tool.isPresent() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
  }

  /// Tells the problem that the tools edit.
  public void setProblem(P problem) {
    this.problem = problem;
  }

  /// Sets who is told of edits: of each while it is made, and of the one made.
  public void setOnEdit(Consumer<P> preview, Consumer<P> commit) {
    this.preview = preview;
    this.commit = commit;
  }

  /// Explains an element, as a click on it does. Nothing happens where there is nothing to say.
  public void explain(Element element) {
    if (step == null) {
      return;
    }
    var explanation = view.explain(step, element);
    if (explanation.isEmpty()) {
      closeExplanation();
      return;
    }
    picked = Optional.of(element);
    lit = explanation.get().sources();
    paint();
    var place = hits.of(element).map(Hits.Hit::box).orElse(pointedBox);
    why.show(this, place, explanation.get().narration(), this::closeExplanation);
  }

  /// Whether an explanation is open.
  public boolean isExplaining() {
    return picked.isPresent();
  }

  /// Closes the explanation and puts the lights out.
  public void closeExplanation() {
    if (picked.isEmpty()) {
      return;
    }
    picked = Optional.empty();
    lit = Set.of();
    why.hide();
    paint();
  }

  /// Where the elements of the picture are.
  public Hits hits() {
    return hits;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      paint();
    }
  }

  private Box area() {
    return new Box(0, 0, canvas.getWidth(), canvas.getHeight());
  }

  private void paint() {
    var shown = step;
    if (shown == null || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
      return;
    }
    hits = new Hits();
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    painter.paint(
        surface,
        area(),
        new Shown<>(shown, Optional.ofNullable(before), progress, look.get(), lit, picked, hits));
  }

  private void animate(long now) {
    if (startedAt == Long.MIN_VALUE) {
      startedAt = now;
    }
    double share = (now - startedAt) / (double) motion.toNanos();
    progress = share >= 1 ? 1 : easeOut(share);
    if (share >= 1) {
      animation.stop();
    }
    paint();
  }

  private static double easeOut(double share) {
    double left = 1 - share;
    return 1 - left * left * left;
  }

  private Box pointedBox = new Box(0, 0, 0, 0);

  private void point(double x, double y) {
    if (tool.isEmpty()) {
      setCursor(hits.at(x, y).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    }
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || step == null) {
      return;
    }
    requestFocus();
    if (tool.isPresent() && view.editor().isPresent() && problem != null) {
      gesture =
          view.editor()
              .get()
              .press(tool.get(), problem, step, look.get(), area(), event.getX(), event.getY());
      gesture.ifPresent(begun -> preview.accept(begun.drag(event.getX(), event.getY())));
      return;
    }
    var hit = hits.at(event.getX(), event.getY());
    hit.ifPresentOrElse(
        found -> {
          pointedBox = found.box();
          explain(found.element());
        },
        this::closeExplanation);
  }

  private void drag(MouseEvent event) {
    gesture.ifPresent(begun -> preview.accept(begun.drag(event.getX(), event.getY())));
  }

  private void release(MouseEvent event) {
    gesture.ifPresent(begun -> commit.accept(begun.release(event.getX(), event.getY())));
    gesture = Optional.empty();
  }
}
