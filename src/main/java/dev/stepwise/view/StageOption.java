package dev.stepwise.view;

import java.util.List;

/// A choice between ways to look at a stage: `heatmap` or `arcs`. It changes no number.
///
/// @param id its name in the code
/// @param label what it is about, for people
/// @param choices what can be chosen, for people; the first is the standard
public record StageOption(String id, String label, List<String> choices) {

  /// Copies the choices.
  ///
  /// @throws IllegalArgumentException where there are fewer than two
  public StageOption {
    choices = List.copyOf(choices);
    if (choices.size() < 2) {
      throw new IllegalArgumentException("nothing to choose: " + choices);
    }
  }

  /// What is chosen where nobody chose.
  public String standard() {
    return choices.getFirst();
  }
}
