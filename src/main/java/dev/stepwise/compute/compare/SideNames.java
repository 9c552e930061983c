package dev.stepwise.compute.compare;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What two runs are called beside each other: by the values in which they differ.
record SideNames(Schema schema, Given first, Given second) {
  private static final int MOST = 2;

  Two<String> names() {
    var variation = Variation.between(first, second);
    var parameters =
        variation.parameters().keySet().stream()
            .filter(name -> schema.parameter(name).isPresent())
            .limit(MOST)
            .toList();
    if (parameters.isEmpty()) {
      return variation.inputs().isEmpty() && variation.without().isEmpty()
          ? new Two<>("one", "the same")
          : new Two<>("one", "other data");
    }
    return new Two<>(of(first, parameters), of(second, parameters));
  }

  private String of(Given given, List<String> parameters) {
    boolean alone = parameters.size() == 1;
    return parameters.stream()
        .map(name -> schema.parameter(name).orElseThrow())
        .map(field -> text(field, given.parameters().get(field.name()), alone))
        .collect(Collectors.joining(", "));
  }

  private static String text(Schema.Field field, Object value, boolean alone) {
    var label = field.label().toLowerCase(Locale.ROOT);
    return switch (value) {
      case Boolean on -> on ? label : "no " + label;
      case Double number -> label + " " + Numbers.text(number);
      case Long number -> label + " " + number;
      case String id when field.name().equals(Mistakes.PARAMETER) && id.equals(Mistakes.NONE) ->
          "the right way";
      case String id -> {
        var word = field.variants().getOrDefault(id, id.isEmpty() ? "none" : id);
        yield alone ? word : label + " " + word;
      }
      case null, default -> label;
    };
  }
}
