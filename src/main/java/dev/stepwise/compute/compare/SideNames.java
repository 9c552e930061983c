package dev.stepwise.compute.compare;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.stream.Collectors;

/// What two runs are called beside each other: by the values in which they differ.
record SideNames(Schema schema, Given first, Given second) {
  private static final int MOST = 2;

  Named named() {
    var variation = Variation.between(first, second);
    var fields =
        variation.parameters().keySet().stream()
            .flatMap(name -> schema.parameter(name).stream())
            .limit(MOST)
            .toList();
    if (fields.size() == 1) {
      var field = fields.getFirst();
      return new Named(
          field.label(),
          new Two<>(value(field, first), value(field, second)),
          new Two<>(phrase(field, first), phrase(field, second)));
    }
    if (!fields.isEmpty()) {
      return Named.plain(values(fields, first), values(fields, second));
    }
    boolean same = variation.inputs().isEmpty() && variation.without().isEmpty();
    return Named.plain("these data", same ? "the same" : "other data");
  }

  /// A word says what it is about; a number does not.
  private static String phrase(Schema.Field field, Given given) {
    return field.kind() instanceof Schema.Kind.Choice
        ? value(field, given)
        : Phrases.uncapitalised(field.label()) + " " + value(field, given);
  }

  private static String values(List<Schema.Field> fields, Given given) {
    return fields.stream()
        .map(field -> Phrases.uncapitalised(field.label()) + " " + value(field, given))
        .collect(Collectors.joining(", "));
  }

  private static String value(Schema.Field field, Given given) {
    return switch (given.parameters().get(field.name())) {
      case Boolean on -> on ? "on" : "off";
      case Double number -> Numbers.text(number);
      case String id when field.name().equals(Mistakes.PARAMETER) && id.equals(Mistakes.NONE) ->
          "the right way";
      case String id -> field.variants().getOrDefault(id, id.isEmpty() ? "none" : id);
      case null -> "none";
      case Object other -> other.toString();
    };
  }
}
