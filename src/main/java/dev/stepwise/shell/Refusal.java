package dev.stepwise.shell;

import dev.stepwise.compute.exercise.InvalidInput;
import java.util.List;
import java.util.stream.Collectors;

/// Says why a problem cannot be run.
final class Refusal {
  private Refusal() {}

  /// The reason as a sentence. One that begins with a verb gets the name of what it speaks of.
  static String words(InvalidInput reason) {
    var words = String.valueOf(reason.getMessage());
    boolean nameless = words.startsWith("has ") || words.startsWith("is ");
    return "That cannot be run: " + (nameless ? name(reason.place()) + " " : "") + words + ".";
  }

  /// `W_f[0]` for `/inputs/W_f/0`.
  private static String name(String place) {
    var parts = List.of(place.split("/"));
    if (!place.startsWith("/") || parts.size() < 3) {
      return place;
    }
    var indices =
        parts.subList(3, parts.size()).stream()
            .map(part -> "[" + part + "]")
            .collect(Collectors.joining());
    return parts.get(2) + indices;
  }
}
