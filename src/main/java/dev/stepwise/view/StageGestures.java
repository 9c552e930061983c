package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Hits;
import dev.stepwise.session.Showing;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What the pointer does on a stage: it names what it is over, asks why, pins, drags through the
/// steps, zooms and moves a drawing, and works the editing tool that is in hand. Where a drawing
/// can be moved and dragged along, Shift or a wheel to the side moves it.
final class StageGestures<P, F extends Frame> {
  private static final double SLACK = 4; // a click may tremble
  private static final double WHEEL = 1.0025; // per pixel that the wheel says

  private final StageNode<P, F> stage;
  private final StageModel<P, F> model;
  private final ExerciseView<P, F> view;
  private final Tooltip tip = new Tooltip();
  private Optional<StageEditor.Tool> tool = Optional.empty();
  private Optional<StageEditor.Gesture<P>> gesture = Optional.empty();
  private Optional<Moving> moving = Optional.empty();
  private Optional<Scrub> scrub = Optional.empty();
  private Optional<Scroll> scrolling = Optional.empty();
  private BiConsumer<P, Showing> preview = (_, _) -> {};
  private BiConsumer<P, Showing> commit = (_, _) -> {};
  private @Nullable P begunWith;

  /// A drawing that may be moved by dragging.
  private record Moving(Hits.Zoomable drawing, Viewport from, double x, double y) {}

  /// A way through the steps, pressed at a place.
  private record Scrub(Hits.Track track, double x, boolean moved) {}

  /// A row that may be moved by dragging.
  private record Scroll(Hits.Scrollable row, double x) {}

  StageGestures(StageNode<P, F> stage, StageModel<P, F> model) {
    this.stage = stage;
    this.model = model;
    this.view = model.view();
    tip.setShowDelay(Duration.millis(400));
    stage.addEventHandler(
        MouseEvent.MOUSE_MOVED, event -> point(stage.hits().at(event.getX(), event.getY())));
    stage.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
    stage.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    stage.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    stage.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    stage.addEventHandler(ScrollEvent.SCROLL, this::scroll);
  }

  /// Takes the tool tip away, which may speak of what is no longer there.
  void hideTip() {
    tip.hide();
  }

  void setTool(Optional<StageEditor.Tool> tool) {
    this.tool = tool;
  }

  void setOnEdit(BiConsumer<P, Showing> preview, BiConsumer<P, Showing> commit) {
    this.preview = preview;
    this.commit = commit;
  }

  private void point(Optional<Hits.Hit> hit) {
    if (tool.isPresent()) {
      return;
    }
    stage.setCursor(hit.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    model.interact(model.interaction().pointing(hit.map(Hits.Hit::element)));
    var words =
        hit.map(found ->
                found.description() + (model.jumps(found.element()) ? ": click to go there" : ""))
            .orElse("");
    if (!words.equals(tip.getText())) {
      tip.hide();
      tip.setText(words);
      if (words.isEmpty()) {
        Tooltip.uninstall(stage, tip);
      } else {
        Tooltip.install(stage, tip);
      }
    }
  }

  private void press(MouseEvent event) {
    var step = model.step();
    if (event.getButton() != MouseButton.PRIMARY || step.isEmpty()) {
      return;
    }
    stage.requestFocus();
    tip.hide();
    var candidate = stage.candidateAt(event.getX(), event.getY());
    if (candidate.isPresent()) {
      stage.choose(candidate.get());
      return;
    }
    var slot = stage.slotAt(event.getX(), event.getY());
    if (slot.isPresent()) {
      stage.choose(slot.get());
      return;
    }
    var problem = model.problem();
    if (tool.isPresent() && view.editor().isPresent() && problem.isPresent()) {
      if (model.isLeaving()) {
        return; // a tool works on what is seen
      }
      gesture =
          view.editor()
              .get()
              .press(
                  tool.get(),
                  problem.get(),
                  step.get(),
                  stage.look(),
                  stage.area(),
                  event.getX(),
                  event.getY());
      begunWith = problem.get();
      gesture.ifPresent(_ -> stage.beginEdit());
      gesture.ifPresent(begun -> preview(begun, begun.drag(event.getX(), event.getY())));
      return;
    }
    scrub =
        event.isShiftDown()
            ? Optional.empty()
            : stage
                .hits()
                .trackAt(event.getX(), event.getY())
                .map(track -> new Scrub(track, event.getX(), false));
    if (scrub.isPresent()) {
      return;
    }
    scrolling = scrollableAt(event.getX(), event.getY()).map(row -> new Scroll(row, event.getX()));
    if (scrolling.isPresent()) {
      return;
    }
    moving =
        stage
            .hits()
            .zoomableAt(event.getX(), event.getY())
            .map(drawing ->
                new Moving(
                    drawing,
                    model.interaction().viewport(drawing.id()),
                    event.getX(),
                    event.getY()));
    if (moving.isEmpty()) {
      ask(event);
    }
  }

  private void ask(MouseEvent event) {
    stage
        .hits()
        .at(event.getX(), event.getY())
        .ifPresentOrElse(stage::click, stage::closeExplanation);
  }

  private void drag(MouseEvent event) {
    gesture.ifPresent(begun -> preview(begun, begun.drag(event.getX(), event.getY())));
    moving.filter(begun -> isDrag(begun, event)).ifPresent(begun -> move(begun, event));
    scrolling
        .filter(begun -> Math.abs(event.getX() - begun.x()) > SLACK)
        .ifPresent(begun -> scroll(begun.row(), event.getX() - begun.x()));
    scrub
        .filter(begun -> begun.moved() || Math.abs(event.getX() - begun.x()) > SLACK)
        .ifPresent(begun -> {
          if (!begun.moved()) {
            point(Optional.empty()); // what was pointed at stays behind
          }
          scrub = Optional.of(new Scrub(begun.track(), begun.x(), true));
          stage.scrub(begun.track().at(event.getX()));
        });
  }

  private void move(Moving begun, MouseEvent event) {
    var box = begun.drawing().box();
    var part =
        begun
            .from()
            .moved(
                (begun.x() - event.getX()) / box.width(),
                (begun.y() - event.getY()) / box.height());
    model.interact(model.interaction().seeing(begun.drawing().id(), part));
  }

  private static boolean isDrag(Moving begun, MouseEvent event) {
    return Math.hypot(event.getX() - begun.x(), event.getY() - begun.y()) > SLACK;
  }

  private void release(MouseEvent event) {
    gesture.ifPresent(begun -> {
      stage.endEdit();
      end(begun, begun.release(event.getX(), event.getY()));
    });
    gesture = Optional.empty();
    moving.filter(begun -> !isDrag(begun, event)).ifPresent(_ -> ask(event));
    moving = Optional.empty();
    scrolling
        .filter(begun -> Math.abs(event.getX() - begun.x()) <= SLACK)
        .ifPresent(_ -> ask(event));
    scrolling = Optional.empty();
    scrub.filter(begun -> !begun.moved()).ifPresent(_ -> ask(event));
    scrub.filter(Scrub::moved).ifPresent(_ -> stage.scrubbed());
    scrub = Optional.empty();
  }

  private void preview(StageEditor.Gesture<P> begun, P edited) {
    if (!Optional.of(edited).equals(model.problem())) {
      preview.accept(edited, begun.showing());
    }
  }

  private void end(StageEditor.Gesture<P> begun, P edited) {
    if (!edited.equals(begunWith)) {
      commit.accept(edited, begun.showing());
    } else {
      preview(begun, edited);
    }
  }

  private Optional<Hits.Scrollable> scrollableAt(double x, double y) {
    return stage.hits().scrollables().stream().filter(row -> row.box().contains(x, y)).findFirst();
  }

  /// Moves a row by so many pixels to the right.
  private void scroll(Hits.Scrollable row, double pixels) {
    double from =
        Math.clamp(row.from() - pixels / row.box().width() * row.share(), 0, 1 - row.share());
    var part = new Viewport(from, 0, Math.min(1, from + row.share()), 1);
    model.scroll(row.id(), part);
  }

  private void scroll(ScrollEvent event) {
    var row = scrollableAt(event.getX(), event.getY());
    if (row.isPresent()) {
      scroll(row.get(), 2 * (event.getDeltaX() + event.getDeltaY()));
      event.consume();
      return;
    }
    stage
        .hits()
        .zoomableAt(event.getX(), event.getY())
        .ifPresent(drawing -> {
          var box = drawing.box();
          var part =
              model
                  .interaction()
                  .viewport(drawing.id())
                  .zoomed(
                      Math.pow(WHEEL, event.getDeltaY()),
                      (event.getX() - box.x()) / box.width(),
                      (event.getY() - box.y()) / box.height())
                  .moved(-event.getDeltaX() / box.width(), 0);
          model.interact(model.interaction().seeing(drawing.id(), part));
          event.consume();
        });
  }
}
