package dev.stepwise.view;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.draw.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a bookmark says that a stage is looked at.
///
/// @param choices by the ids of the options
/// @param pinned the element of the first of its pins
public record Remembered(Map<String, String> choices, Optional<Element> pinned) {

  /// Copies the choices.
  public Remembered {
    choices = Map.copyOf(choices);
  }

  /// Looks up what names in a file mean to an exercise's view.
  ///
  /// @param choices by the ids of the options
  /// @param pins names as [StageModel#pins] gives them; the first is taken
  /// @throws InvalidInput where this exercise has no such choice or pins nothing of that name
  public static Remembered of(
      ExerciseView<?, ?> view, Map<String, String> choices, List<String> pins) {
    choices.forEach((id, choice) -> check(view, id, choice));
    return new Remembered(choices, pins.stream().findFirst().map(pin -> element(view, pin)));
  }

  /// The same as what somebody did on a stage that nobody touched before.
  public Interaction interaction() {
    var chosen = Interaction.NONE.choosing(choices);
    return pinned.map(chosen::togglingPin).orElse(chosen);
  }

  private static void check(ExerciseView<?, ?> view, String id, String choice) {
    var place = "/at/choices/" + id;
    var option =
        view.options().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new InvalidInput(
                    place, "is not a way to look at " + view.exercise().id(), choices(view)));
    if (!option.choices().contains(choice)) {
      throw new InvalidInput(
          place, "is '" + choice + "'", "choose one of " + String.join(", ", option.choices()));
    }
  }

  private static String choices(ExerciseView<?, ?> view) {
    var ids = view.options().stream().map(StageOption::id).collect(Collectors.joining(", "));
    return ids.isEmpty() ? "leave it out" : "choose one of " + ids;
  }

  private static Element element(ExerciseView<?, ?> view, String pin) {
    return view.pinKinds().stream()
        .flatMap(kind -> kind.named(pin).stream())
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput(
                "/at/pins/0",
                "is '" + pin + "', which is nothing that " + view.exercise().id() + " pins",
                "leave it out"));
  }
}
