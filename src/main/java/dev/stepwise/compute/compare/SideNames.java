package dev.stepwise.compute.compare;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Mistakes;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Variation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What two runs are called beside each other: by the values in which they differ.
record SideNames(Schema schema, Given first, Given second) {
  private static final int MOST = 2;

  /// What a name says of one of the values: `(0 = all)`.
  private static final Pattern TOLD = Pattern.compile(" \\((\\S+) = (\\S+)\\)$");

  private static final Pattern WORDS = Pattern.compile("[a-z]{2,}(-[a-z]{2,})+");

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
          label(field),
          new Two<>(value(field, first), value(field, second)),
          new Two<>(phrase(field, first), phrase(field, second)),
          Optional.empty());
    }
    if (!fields.isEmpty()) {
      return Named.plain(values(fields, first), values(fields, second));
    }
    var rows = RowNames.of(first, second, variation);
    if (rows.isPresent()) {
      return rows.get();
    }
    boolean same = variation.inputs().isEmpty() && variation.without().isEmpty();
    return Named.plain("these data", same ? "the same" : "other data");
  }

  /// A word says what it is about; a number does not.
  private static String phrase(Schema.Field field, Given given) {
    var value = value(field, given);
    boolean says = field.kind() instanceof Schema.Kind.Choice;
    if (says && value.startsWith("with")) { // a sentence says “with” before it
      return "the " + Phrases.uncapitalised(label(field)) + " " + value;
    }
    return says ? value : Phrases.uncapitalised(label(field)) + " " + value(field, given);
  }

  /// The field's name, without what it says of one of its values.
  private static String label(Schema.Field field) {
    return TOLD.matcher(field.label()).replaceFirst("");
  }

  /// A number, or the word that the field's name has for it.
  private static String number(Schema.Field field, Object number) {
    var told = TOLD.matcher(field.label());
    return told.find() && told.group(1).equals(number.toString())
        ? told.group(2)
        : number.toString();
  }

  /// The words of an id such as `every-occurrence`; what is no word stays as it is.
  private static String words(String id) {
    return WORDS.matcher(id).matches() ? id.replace('-', ' ') : id;
  }

  private static String values(List<Schema.Field> fields, Given given) {
    return fields.stream()
        .map(field -> Phrases.uncapitalised(label(field)) + " " + value(field, given))
        .collect(Collectors.joining(", "));
  }

  private static String value(Schema.Field field, Given given) {
    return switch (given.parameters().get(field.name())) {
      case Boolean on -> on ? "on" : "off";
      case Double number -> Numbers.given(number);
      case String id when field.name().equals(Mistakes.PARAMETER) && id.equals(Mistakes.NONE) ->
          "the right way";
      case String id when field.name().equals(Mistakes.PARAMETER) ->
          field.variants().getOrDefault(id, id);
      case String id -> id.isEmpty() ? "none" : words(id);
      case null -> "none";
      case Object other -> number(field, other);
    };
  }
}
