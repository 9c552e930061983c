package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Candidate;
import dev.stepwise.draw.CandidateMarks;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Slot;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.formula.Formulas;
import dev.stepwise.session.Showing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// A [StageModel] as a node: a canvas of its own size that shows its step, moves from the step
/// before, and answers clicks with an explanation. Its [StageGestures] follow the pointer.
public final class StageNode<P, F extends Frame> extends Region {
  private final StageModel<P, F> model;
  private final ExerciseView<P, F> view;
  private StagePainter<F> painter;
  private final Canvas canvas = new Canvas();
  private final Surface surface = CanvasSurface.animated(canvas.getGraphicsContext2D());
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
  private Consumer<Throwable> onFailure = _ -> {};
  private Consumer<String> onCandidate = _ -> {};
  private Consumer<String> onSlot = _ -> {};
  private final Movement movement = new Movement();
  private Hits hits = new Hits();
  private boolean stale;
  private double share = 1; // of its own size, at which it is seen
  private final Scale grown = new Scale(1, 1, 0, 0);
  private @Nullable Step<F> edited; // where an edit under way began
  private @Nullable Step<F> failed; // the one that could not be painted
  private Guide guide = Guide.NOWHERE;
  private final StageGestures<P, F> gestures;
  private final HandworkMarks<F> handwork;
  private final List<Runnable> listening;

  /// A place where a stage is seen, until it is closed.
  ///
  /// @param formulas sets the formulas of explanations
  public StageNode(StageModel<P, F> model, Formulas formulas, Look look) {
    this.model = model;
    this.view = model.view();
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
    canvas.getTransforms().setAll(grown);
    gestures = new StageGestures<>(this, model);
    handwork = new HandworkMarks<>(view);
    listening = List.of(model.onStep(this::show), model.onTouch(_ -> touched()));
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            animation.stop();
            why.hide();
          }
        });
    model.step().ifPresent(this::describe);
  }

  /// Shows nothing new any more; the model goes on.
  public void close() {
    listening.forEach(Runnable::run);
    animation.stop();
    why.hide();
  }

  /// Another step has come; where the step before is known and motion is on, moves there.
  private void show(StageModel.Arrival arrival) {
    gestures.hideTip();
    why.hide();
    if (arrival == StageModel.Arrival.ANEW) {
      painter = view.painter(); // a painter knows the problem that it drew
    }
    model.step().ifPresent(this::describe);
    boolean moves = model.before().isPresent() && !motion.isZero() && getScene() != null;
    if (moves) {
      // Painted once, with the next frame, however many steps come until then.
      movement.begin();
      stale = true;
      animation.start();
    } else {
      movement.skip();
      animation.stop();
      paint();
    }
  }

  private void describe(Step<F> step) {
    setAccessibleText(step.narration().title() + ". " + step.narration().caption());
  }

  /// Something was done on the stage; it is painted with the next frame.
  private void touched() {
    if (!model.isExplaining()) {
      why.hide();
    }
    stale = true;
    requestLayout();
  }

  /// Sets who is told of a step that could not be painted.
  public void setOnFailure(Consumer<Throwable> listener) {
    onFailure = listener;
  }

  /// Sets colours and sizes.
  public void setLook(Look look) {
    this.look.set(look);
    paint();
  }

  /// Sets at which part of its own size it is seen, where something around it shows it smaller: it
  /// is drawn with as many pixels as are seen.
  public void setSeenAt(double part) {
    if (part > 0 && part != share) {
      share = part;
      grown.setX(1 / part);
      grown.setY(1 / part);
      canvas.setWidth(0);
      requestLayout();
    }
  }

  /// Sets how long moving to a step takes; zero for no motion.
  public void setMotion(Duration duration) {
    motion = duration;
  }

  /// Sets the editing tool; empty for looking and asking.
  public void setTool(Optional<StageEditor.Tool> tool) {
    gestures.setTool(tool);
    closeExplanation();
    setCursor(tool.isPresent() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
  }

  /// Sets who is told of edits: of each while it is made, and of the one made.
  public void setOnEdit(BiConsumer<P, Showing> preview, BiConsumer<P, Showing> commit) {
    gestures.setOnEdit(preview, commit);
  }

  /// Sets who is asked to go to a step.
  public void setGuide(Guide guide) {
    this.guide = guide;
  }

  /// Explains an element, as a click on it does. Nothing happens where there is nothing to say.
  public void explain(Element element) {
    explain(element, hits.of(element).map(Hits.Hit::box).orElse(new Box(0, 0, 0, 0)));
  }

  /// Explains what the step wrote, and then the element that follows the explained one in reading
  /// order: how the keyboard asks.
  public void explainNext() {
    model.step().ifPresent(this::explainNext);
  }

  private void explainNext(Step<F> shown) {
    var picked = model.interaction().picked();
    var order = new ReadingOrder(hits);
    var following =
        picked
            .map(order::after)
            .orElseGet(() -> view.first(shown).map(order::from).orElseGet(order::all));
    following.stream()
        .filter(hit -> view.explain(shown, hit.element()).isPresent())
        .findFirst()
        .ifPresent(hit -> explain(hit.element(), hit.box()));
  }

  /// Answers a click on an element: pins it, goes to its step, or explains it.
  void click(Hits.Hit hit) {
    if (view.pins(hit.element())) {
      model.togglePin(hit.element());
    } else if (model.jumps(hit.element())) {
      model.leadsTo(hit.element()).ifPresent(guide::goTo);
    } else {
      explain(hit.element(), hit.box());
    }
  }

  /// The candidate at a place.
  Optional<Candidate> candidateAt(double x, double y) {
    return new CandidateMarks(surface, look.get(), hits, area()).at(model.candidates(), x, y);
  }

  /// Sets who is told of a candidate that was clicked, by its key.
  public void setOnCandidate(Consumer<String> listener) {
    onCandidate = listener;
  }

  /// Chooses a candidate.
  void choose(Candidate candidate) {
    onCandidate.accept(candidate.label());
  }

  /// The number worked out by hand at a place, if it can be chosen.
  Optional<Slot> slotAt(double x, double y) {
    return model
        .handwork()
        .flatMap(work ->
            model
                .step()
                .flatMap(
                    step -> handwork.at(work, step, hits, surface, look.get(), whole(), x, y)));
  }

  /// Sets who is told of a number worked out by hand that was clicked, by its marker.
  public void setOnSlot(Consumer<String> listener) {
    onSlot = listener;
  }

  /// Chooses a number that is worked out by hand.
  void choose(Slot slot) {
    onSlot.accept(slot.label());
  }

  /// Goes to the step of an element that somebody drags along, if it has another one than is shown.
  void scrub(Element element) {
    model.leadsTo(element).ifPresent(guide::scrubTo);
  }

  /// The dragging has ended.
  void scrubbed() {
    guide.scrubbed();
  }

  private void explain(Element element, Box place) {
    var explanation = model.explain(element);
    if (explanation.isEmpty()) {
      closeExplanation();
      return;
    }
    paint();
    why.show(this, place, explanation.get(), this::closeExplanation);
  }

  /// What it shows.
  public StageModel<P, F> model() {
    return model;
  }

  /// An edit begins at the step that is shown: its axes stay until the edit ends.
  void beginEdit() {
    edited = model.step().orElse(null);
  }

  /// The edit has ended; the axes fit the data again.
  void endEdit() {
    edited = null;
    stale = true;
    requestLayout();
  }

  /// Its colours and sizes.
  public Look look() {
    return look.get();
  }

  /// Closes the explanation and puts the lights out.
  public void closeExplanation() {
    gestures.hideTip();
    if (model.isExplaining()) {
      model.explainNothing();
      why.hide();
      paint();
    }
  }

  /// Where the elements of the picture are.
  public Hits hits() {
    return hits;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.ceil(Math.floor(getWidth()) * share);
    double height = Math.ceil(Math.floor(getHeight()) * share);
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      canvas.getGraphicsContext2D().setTransform(share, 0, 0, share, 0, 0);
      stale = true;
    }
    if (stale) {
      paint();
    }
  }

  /// Where the picture is, in the node's own coordinates.
  Box area() {
    return model.handwork().isEmpty() ? whole() : HandworkMarks.picture(whole(), look.get());
  }

  private Box whole() {
    return new Box(0, 0, Math.floor(getWidth()), Math.floor(getHeight()));
  }

  private void paint() {
    stale = false;
    if (canvas.getWidth() >= 1 && canvas.getHeight() >= 1) {
      model.step().ifPresent(this::paint);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same step is painted with every frame
  private void paint(Step<F> shown) {
    hits = new Hits();
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    try {
      painter.paint(
          surface,
          area(),
          new Shown<>(
              shown,
              shown == failed ? Optional.empty() : model.before(),
              movement.progress(),
              look.get(),
              model.interaction(),
              hits,
              Optional.ofNullable(edited)));
      new CandidateMarks(surface, look.get(), hits, area()).draw(model.candidates());
      model
          .handwork()
          .ifPresent(work -> handwork.draw(work, shown, hits, surface, look.get(), whole()));
      model.drawn(hits);
      if (stale) {
        paint(); // with what is pinned now that it is there
      }
    } catch (RuntimeException | StackOverflowError failure) {
      apologise(shown, failure);
    }
  }

  /// A half of a picture says wrong things: a sentence takes its place until another step comes.
  @SuppressWarnings("ReferenceEquality") // the same step is painted with every frame
  private void apologise(Step<F> shown, Throwable failure) {
    movement.skip();
    hits = new Hits();
    painter = view.painter();
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    var pen = new Pen(surface, look.get());
    pen.write(
        "This step could not be drawn. The others can: step on.",
        area().inset(pen.px(Space.GAP)),
        pen.type(Role.TITLE).coloured(pen.palette().muted()).centred());
    if (failed != shown) {
      failed = shown;
      onFailure.accept(failure);
    }
  }

  private void animate(long now) {
    boolean moving = !movement.hasArrived();
    movement.pulse(now, motion);
    if (moving || stale) {
      paint();
    }
    if (movement.rests()) {
      animation.stop();
    }
  }
}
