package dev.stepwise.compute.exercise;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/// The mistakes that an exercise can make on purpose: the values of its parameter `mistake`, whose
/// default is to make none.
public final class Mistakes {
  /// The name of the parameter.
  public static final String PARAMETER = "mistake";

  /// Its value for the right way.
  public static final String NONE = "none";

  private Mistakes() {}

  /// The parameter of an exercise that can make mistakes.
  ///
  /// @param values all of them, the right way among them
  /// @param id what each is called in files
  /// @param title what each is called by people
  /// @param right the right way
  public static <E> Parameter<E> parameter(
      E[] values, Function<E, String> id, Function<E, String> title, E right) {
    var parameter = Parameter.choice(PARAMETER, "Mistake", values, id, right);
    for (var value : values) {
      parameter = value.equals(right) ? parameter : parameter.variant(value, title.apply(value));
    }
    return parameter;
  }

  /// The ids of an exercise's mistakes, each with its name for people; none where it makes none.
  public static SequencedMap<String, String> of(Schema schema) {
    var titles = new LinkedHashMap<String, String>();
    schema
        .parameter(PARAMETER)
        .ifPresent(field -> {
          if (field.kind() instanceof Schema.Kind.Choice choice) {
            choice.options().stream()
                .filter(id -> !id.equals(NONE))
                .forEach(id -> titles.put(id, field.variants().getOrDefault(id, id)));
          }
        });
    return titles;
  }

  /// The mistake that is made with what is given; [#NONE] where none is.
  public static String in(Given given) {
    return given.parameters().get(PARAMETER) instanceof String id ? id : NONE;
  }
}
