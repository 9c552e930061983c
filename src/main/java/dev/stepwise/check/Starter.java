package dev.stepwise.check;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.scenario.LoadedScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The file that a learner begins with: the inputs, a function without its body, and a check of its
/// own.
public final class Starter {
  private static final int MOST_NUMBERS = 4_000;

  private Starter() {}

  /// The text of a starter file for a scenario.
  ///
  /// @throws IllegalArgumentException where implementations of the exercise cannot be checked, or
  ///   the inputs are too large for a file that is read by people
  public static String of(LoadedScenario<?, ?> loaded) {
    return text(loaded);
  }

  private static <P, F extends Frame> String text(LoadedScenario<P, F> loaded) {
    var subject =
        Subjects.of(loaded.exercise().id())
            .orElseThrow(() ->
                new IllegalArgumentException("implementations of this exercise cannot be checked"));
    var given = Case.of(loaded.exercise(), subject, loaded.problem());
    var taken = subject.taken(given.given());
    var returned = subject.returned(given.given());
    var name = subject.functions().getFirst();
    var lines = new ArrayList<String>();
    lines.add("import numpy as np");
    lines.add("");
    lines.add(
        "# "
            + loaded.exercise().title()
            + (loaded.scenario().title().isEmpty()
                ? ""
                : ": " + loaded.scenario().title().replaceAll("\\R", " ")));
    lines.add("");
    for (var argument : taken) {
      lines.add(argument + " = " + literal(Known.of(given.inputs(), argument)));
    }
    lines.add("");
    lines.add("");
    lines.add("def %s(%s):".formatted(name, String.join(", ", taken)));
    lines.add("    \"\"\"Returns %s.\"\"\"".formatted(String.join(", ", returned)));
    lines.add("    raise NotImplementedError");
    lines.add("");
    lines.add("");
    lines.add("if __name__ == \"__main__\":");
    lines.add("    result = %s(%s)".formatted(name, String.join(", ", taken)));
    if (returned.size() == 1) {
      lines.add("    result = (result,)");
    }
    for (int i = 0; i < returned.size(); i++) {
      lines.addAll(check(given.stages(), returned.get(i), i));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> check(List<Stage> stages, String name, int index) {
    var all = stages.stream().filter(stage -> stage.name().equals(name)).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    var last = all.getLast();
    boolean series = !last.place().isEmpty() && last.form() instanceof Held.Numbers;
    return switch (last.form()) {
      case Held.Numbers(Tensor tensor) ->
          List.of(
              "    expected = %s".formatted(literal(nested(tensor, 0, 0))),
              "    print(\"%s\", \"equal\" if np.allclose(%s, expected) else \"differs\")"
                  .formatted(
                      name, "np.asarray(result[%d])%s".formatted(index, series ? "[-1]" : "")));
      case Held.Words(String text) ->
          List.of(
              "    print(\"%s\", result[%d])".formatted(name, index),
              "    # expected: " + text.replace("\n", " "));
    };
  }

  private static Object nested(Tensor tensor, int axis, int from) {
    if (axis == tensor.shape().length) {
      return tensor.data()[from];
    }
    int size = 1;
    for (int i = axis + 1; i < tensor.shape().length; i++) {
      size *= tensor.shape()[i];
    }
    var list = new ArrayList<Object>();
    for (int i = 0; i < tensor.shape()[axis]; i++) {
      list.add(nested(tensor, axis + 1, from + i * size));
    }
    return list;
  }

  private static String literal(Object value) {
    return switch (value) {
      case List<?> list when numbers(list) > MOST_NUMBERS ->
          throw new IllegalArgumentException(
              "the inputs hold more than %,d numbers; take a smaller scenario"
                  .formatted(MOST_NUMBERS));
      case List<?> list when !list.isEmpty() && list.getFirst() instanceof List<?> ->
          "np.array([\n    "
              + String.join(",\n    ", list.stream().map(Starter::plain).toList())
              + ",\n])";
      case List<?> list -> "np.array(" + plain(list) + ")";
      default -> plain(value);
    };
  }

  private static long numbers(List<?> list) {
    return list.stream()
        .mapToLong(each -> each instanceof List<?> inner ? numbers(inner) : 1)
        .sum();
  }

  private static String plain(Object value) {
    return switch (value) {
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(Starter::plain).toList()) + "]";
      case Double number when number.isNaN() -> "np.nan";
      case Double number when number.isInfinite() -> number > 0 ? "np.inf" : "-np.inf";
      case Boolean flag -> flag ? "True" : "False";
      case Number number -> number.toString().toLowerCase(Locale.ROOT);
      case String text -> Json.of(text);
      default -> Json.of(value);
    };
  }
}
