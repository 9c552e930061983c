package dev.stepwise.view;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Candidate;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.playback.Position;
import dev.stepwise.session.Listeners;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a stage shows: a step, the step that it comes from, and what was done there. It knows no
/// window: as many [StageNode]s draw it as there are places where it is to be seen, and what is
/// done in one of them is done in all. It stands among the views because elements, options and
/// viewports are theirs; JavaFX it does without. Used on the window's thread.
public final class StageModel<P, F extends Frame> {

  /// How a step follows the one before.
  public enum Arrival {
    /// In the same picture.
    ONWARD,
    /// As the first of another problem: nothing that was drawn before holds.
    ANEW
  }

  private static final int MOST_LIT = 400;

  private final ExerciseView<P, F> view;
  private final Listeners<Arrival> onStep = new Listeners<>();
  private final Listeners<Interaction> onTouch = new Listeners<>();
  private @Nullable Step<F> step;
  private @Nullable Step<F> before;
  private @Nullable P problem; // the one that the step belongs to
  private @Nullable P arriving; // another one, of which no step has come yet
  private Interaction interaction = Interaction.NONE;
  private final Set<String> scrolled = new HashSet<>();
  private Optional<Element> wanted = Optional.empty();
  private List<Candidate> candidates = List.of();
  private Optional<Handwork<F>> handwork = Optional.empty();
  private Reasons reasons = Reasons.TOLD;

  /// Whether it is told how a number came to be.
  public enum Reasons {
    /// It is.
    TOLD,
    /// Its value alone is told, and those that it was made from.
    WITHHELD
  }

  /// A stage that shows nothing yet.
  public StageModel(ExerciseView<P, F> view) {
    this.view = view;
  }

  /// How its exercise is shown.
  public ExerciseView<P, F> view() {
    return view;
  }

  /// Listens to another step being shown.
  ///
  /// @return ends it
  public Runnable onStep(Consumer<? super Arrival> listener) {
    return onStep.add(listener);
  }

  /// Listens to what is done on the stage.
  ///
  /// @return ends it
  public Runnable onTouch(Consumer<? super Interaction> listener) {
    return onTouch.add(listener);
  }

  /// Tells the problem that the next step belongs to and that the tools edit. Until that step
  /// comes, the one before stays as it is; then what was pinned and zoomed in it is let go.
  public void setProblem(P next) {
    arriving = next;
  }

  /// The problem that was last told of; its first step may not have come yet.
  public Optional<P> problem() {
    return Optional.ofNullable(arriving).or(() -> Optional.ofNullable(problem));
  }

  /// Whether what is seen is about to give way to another problem: tools must wait, and it leads
  /// nowhere.
  public boolean isLeaving() {
    return arriving != null;
  }

  /// Shows a step.
  public void show(Step<F> next) {
    interaction = interaction.explainingNothing().unmoved(scrolled);
    scrolled.clear();
    before = step;
    step = next;
    onStep.tell(takeOver());
  }

  /// A step of another problem is nothing to move from, unless the view says so.
  private Arrival takeOver() {
    var to = arriving;
    if (to == null) {
      return Arrival.ONWARD;
    }
    var from = problem;
    problem = to;
    arriving = null;
    interaction = interaction.forAnotherProblem();
    if (from != null && view.moves(from, to)) {
      return Arrival.ONWARD;
    }
    before = null;
    return Arrival.ANEW;
  }

  /// The step that is shown; empty before the first one.
  public Optional<Step<F>> step() {
    return Optional.ofNullable(step);
  }

  /// The step that it comes from, where the picture may move from it.
  public Optional<Step<F>> before() {
    return Optional.ofNullable(before);
  }

  /// What was done on the stage.
  public Interaction interaction() {
    return interaction;
  }

  /// Notes what was done on the stage.
  void interact(Interaction next) {
    if (!next.equals(interaction)) {
      interaction = next;
      onTouch.tell(next);
    }
  }

  /// Notes that a row was moved; it is shown from its start again with the next step.
  void scroll(String row, Viewport part) {
    scrolled.add(row);
    interact(interaction.seeing(row, part));
  }

  /// Chooses between ways to look.
  public void choose(StageOption option, String choice) {
    interact(interaction.choosing(option, choice));
  }

  /// Lights up what an element comes from.
  ///
  /// @return why it is what it is; empty where there is nothing to say, and nothing is lit then
  public Optional<Explanation> explain(Element element) {
    var explanation =
        step()
            .flatMap(shown -> view.explain(shown, element))
            .map(why -> reasons == Reasons.TOLD ? why : why.valuesAlone());
    interact(
        explanation
            .map(why -> interaction.explaining(element, why.sources()))
            .orElseGet(interaction::explainingNothing));
    return explanation;
  }

  /// Sets whether it is told how a number came to be, from here on.
  ///
  /// @return whether that is something else than before
  public boolean setReasons(Reasons other) {
    boolean changes = other != reasons;
    reasons = other;
    if (changes) {
      explainNothing();
    }
    return changes;
  }

  /// Sets how far the picture may look ahead, from here on.
  public void look(Interaction.Outlook outlook) {
    interact(interaction.looking(outlook));
  }

  /// Whether it is told how a number came to be.
  public Reasons reasons() {
    return reasons;
  }

  /// Marks what may be the answer to a question.
  ///
  /// @param offered what can be clicked then; none to take the marks away
  public void offer(List<Candidate> offered) {
    if (!offered.equals(candidates)) {
      candidates = List.copyOf(offered);
      onTouch.tell(interaction);
    }
  }

  /// What may be the answer to a question.
  public List<Candidate> candidates() {
    return candidates;
  }

  /// Sets what is worked out by hand; empty while nothing is.
  public void work(Optional<Handwork<F>> next) {
    if (!next.equals(handwork)) {
      handwork = next;
      onTouch.tell(interaction);
    }
  }

  /// What is worked out by hand.
  public Optional<Handwork<F>> handwork() {
    return handwork;
  }

  /// What is drawn for the number at an address, at the step that is shown.
  public Optional<Element> drawn(Ref ref) {
    return step().map(shown -> view.drawn(shown, ref));
  }

  /// Lights up what is drawn for numbers, as sources of one that is to come.
  public void light(Collection<Ref> refs) {
    var lit =
        refs.stream()
            .limit(MOST_LIT)
            .flatMap(ref -> drawn(ref).stream())
            .collect(Collectors.toUnmodifiableSet());
    interact(interaction.explainingNothing().lighting(lit));
  }

  /// Whether something is explained.
  public boolean isExplaining() {
    return interaction.picked().isPresent();
  }

  /// Puts the lights out.
  public void explainNothing() {
    interact(interaction.explainingNothing());
  }

  /// Pins an element, or lets it go where it was pinned already.
  public void togglePin(Element element) {
    interact(interaction.togglingPin(element));
  }

  /// Lets go of what was pinned; false where nothing was.
  public boolean unpin() {
    var pinned = interaction.pinned();
    pinned.ifPresent(this::togglePin);
    return pinned.isPresent();
  }

  /// The step that an element leads to, where it has another one than is shown.
  Optional<Position> leadsTo(Element element) {
    return isLeaving() ? Optional.empty() : step().flatMap(shown -> view.leadsTo(shown, element));
  }

  /// Whether a click on an element would go to another step.
  boolean jumps(Element element) {
    return view.jumps(element) && leadsTo(element).isPresent();
  }

  /// What is pinned, by its names in files.
  public List<String> pins() {
    return interaction.pinned().flatMap(this::name).stream().toList();
  }

  private Optional<String> name(Element element) {
    return view.pinKinds().stream().flatMap(kind -> kind.name(element).stream()).findFirst();
  }

  /// What makes the stage be looked at again as a bookmark says: then its choices hold at once, and
  /// what it pins is pinned as soon as it is drawn.
  ///
  /// @param choices by the ids of the options
  /// @param pins names as [#pins] gives them; the first is taken
  /// @throws InvalidInput where this exercise has no such choice or pins nothing of that name
  public Runnable restoring(Map<String, String> choices, List<String> pins) {
    var remembered = Remembered.of(view, choices, pins);
    return () -> {
      wanted = remembered.pinned();
      interact(interaction.choosing(remembered.choices()));
    };
  }

  /// The step was drawn; what was to be pinned and is there now is pinned.
  void drawn(Hits hits) {
    if (wanted.isPresent() && !isLeaving() && hits.of(wanted.get()).isPresent()) {
      var pinned = wanted;
      wanted = Optional.empty();
      if (!interaction.pinned().equals(pinned)) {
        pinned.ifPresent(this::togglePin);
      }
    }
  }
}
