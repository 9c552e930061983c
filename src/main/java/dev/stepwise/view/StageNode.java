package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Position;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CanvasSurface;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.Formulas;
import dev.stepwise.view.marks.Hits;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The stage as a node: a canvas of its own size that shows a step, moves from the step before, and
/// answers clicks with an explanation. Its [StageGestures] follow the pointer.
public final class StageNode<P, F extends Frame> extends Region {
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
  private @Nullable Step<F> step;
  private @Nullable Step<F> before;
  private @Nullable P problem; // the one that the step belongs to
  private @Nullable P arriving; // another one, of which no step has come yet
  private Consumer<Throwable> onFailure = _ -> {};
  private final Movement movement = new Movement();
  private Hits hits = new Hits();
  private Interaction interaction = Interaction.NONE;
  private boolean stale;
  private @Nullable Step<F> edited; // where an edit under way began
  private @Nullable Step<F> failed; // the one that could not be painted
  private Guide guide = Guide.NOWHERE;
  private final StageGestures<P, F> gestures;

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
    gestures = new StageGestures<>(this, view);
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
    interaction =
        interaction.unmoved(
            hits.scrollables().stream().map(Hits.Scrollable::id).collect(Collectors.toSet()));
    before = step;
    step = next;
    takeOver();
    setAccessibleText(next.narration().title() + ". " + next.narration().caption());
    boolean moves = before != null && !motion.isZero() && getScene() != null;
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

  /// The first step of another problem has come. A painter knows the one that it drew; and a step
  /// of another problem is nothing to move from, unless the view says so.
  private void takeOver() {
    var to = arriving;
    if (to == null) {
      return;
    }
    var from = problem;
    problem = to;
    arriving = null;
    interaction = interaction.forAnotherProblem();
    if (from == null || !view.moves(from, to)) {
      before = null;
      painter = view.painter();
    }
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

  /// Tells the problem that the next step belongs to and that the tools edit. Until that step
  /// comes, the one before stays as it is; then what was pinned and zoomed in it is let go.
  public void setProblem(P next) {
    arriving = next;
    gestures.setProblem(next);
  }

  /// Whether what is seen is about to give way to another problem: tools must wait, and it leads
  /// nowhere.
  boolean isLeaving() {
    return arriving != null;
  }

  /// Sets who is told of edits: of each while it is made, and of the one made.
  public void setOnEdit(
      BiConsumer<P, StageEditor.Showing> preview, BiConsumer<P, StageEditor.Showing> commit) {
    gestures.setOnEdit(preview, commit);
  }

  /// Sets who is asked to go to a step.
  public void setGuide(Guide guide) {
    this.guide = guide;
  }

  /// Chooses between ways to look.
  public void choose(StageOption option, String choice) {
    interact(interaction.choosing(option, choice));
  }

  /// Explains an element, as a click on it does. Nothing happens where there is nothing to say.
  public void explain(Element element) {
    explain(element, hits.of(element).map(Hits.Hit::box).orElse(new Box(0, 0, 0, 0)));
  }

  /// Explains what the step wrote, and then the element that follows the explained one in reading
  /// order: how the keyboard asks.
  public void explainNext() {
    var shown = step;
    if (shown == null) {
      return;
    }
    var picked = interaction.picked();
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
      interact(interaction.togglingPin(hit.element()));
    } else if (jumps(hit.element())) {
      leadsTo(hit.element()).ifPresent(guide::goTo);
    } else {
      explain(hit.element(), hit.box());
    }
  }

  /// Whether a click on an element would go to another step.
  boolean jumps(Element element) {
    return view.jumps(element) && leadsTo(element).isPresent();
  }

  /// Goes to the step of an element that somebody drags along, if it has another one than is shown.
  void scrub(Element element) {
    leadsTo(element).ifPresent(guide::scrubTo);
  }

  /// The dragging has ended.
  void scrubbed() {
    guide.scrubbed();
  }

  private Optional<Position> leadsTo(Element element) {
    return step == null || isLeaving() ? Optional.empty() : view.leadsTo(step, element);
  }

  private void explain(Element element, Box place) {
    if (step == null) {
      return;
    }
    var explanation = view.explain(step, element);
    if (explanation.isEmpty()) {
      closeExplanation();
      return;
    }
    interaction = interaction.explaining(element, explanation.get().sources());
    paint();
    why.show(this, place, explanation.get(), this::closeExplanation);
  }

  /// An edit begins at the step that is shown: its axes stay until the edit ends.
  void beginEdit() {
    edited = step;
  }

  /// The edit has ended; the axes fit the data again.
  void endEdit() {
    edited = null;
    stale = true;
    requestLayout();
  }

  /// Notes what was done on the stage; it is painted with the next frame.
  void interact(Interaction next) {
    if (!next.equals(interaction)) {
      interaction = next;
      stale = true;
      requestLayout();
    }
  }

  /// What was done on the stage.
  public Interaction interaction() {
    return interaction;
  }

  @Nullable Step<F> step() {
    return step;
  }

  /// Its colours and sizes.
  public Look look() {
    return look.get();
  }

  /// Whether an explanation is open.
  public boolean isExplaining() {
    return interaction.picked().isPresent();
  }

  /// Closes the explanation and puts the lights out.
  public void closeExplanation() {
    gestures.hideTip();
    if (!isExplaining()) {
      return;
    }
    interaction = interaction.explainingNothing();
    why.hide();
    paint();
  }

  /// Lets go of what was pinned; false where nothing was.
  public boolean unpin() {
    var pinned = interaction.pinned();
    pinned.ifPresent(element -> interact(interaction.togglingPin(element)));
    return pinned.isPresent();
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
      stale = true;
    }
    if (stale) {
      paint();
    }
  }

  /// Where the picture is, in the node's own coordinates.
  Box area() {
    return new Box(0, 0, canvas.getWidth(), canvas.getHeight());
  }

  private void paint() {
    stale = false;
    var shown = step;
    if (shown == null || canvas.getWidth() < 1 || canvas.getHeight() < 1) {
      return;
    }
    hits = new Hits();
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    try {
      painter.paint(
          surface,
          area(),
          new Shown<>(
              shown,
              Optional.ofNullable(before),
              movement.progress(),
              look.get(),
              interaction,
              hits,
              Optional.ofNullable(edited)));
    } catch (RuntimeException | StackOverflowError failure) {
      apologise(shown, failure);
    }
  }

  /// A half of a picture says wrong things: a sentence takes its place until another step comes.
  @SuppressWarnings("ReferenceEquality") // the same step is painted with every frame
  private void apologise(Step<F> shown, Throwable failure) {
    movement.skip();
    before = null;
    hits = new Hits();
    painter = view.painter();
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    var colours = look.get();
    surface.text(
        "This step could not be drawn. The others can: step on.",
        canvas.getWidth() / 2,
        canvas.getHeight() / 2,
        new Type(Type.Face.REGULAR, colours.px(15), colours.palette().muted())
            .aligned(Type.Align.CENTRE));
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
