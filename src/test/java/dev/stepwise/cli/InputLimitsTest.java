package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Limits;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.testing.OneAtATime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every input of every exercise is held to its limits, on the one way from inputs to a problem.
@OneAtATime
class InputLimitsTest {
  private static final String LONE = "a\ud83d!";

  static Stream<Arguments> inputs() {
    return new Exercises()
        .exercises().stream()
            .flatMap(exercise ->
                exercise.schema().inputs().stream()
                    .flatMap(
                        field -> beyond(field).map(value -> Arguments.of(exercise, field, value))));
  }

  private static Stream<Object> beyond(Schema.Field field) {
    return switch (field.kind()) {
      case Kind.Matrix(double largest) ->
          Stream.of(new double[][] {{0, 10 * largest}}, new double[][] {{0, -10 * largest}});
      case Kind.Vector(double largest) -> beyond(largest);
      case Kind.Targets(double largest) -> beyond(largest);
      case Kind.Strings _ -> Stream.of(List.of("a", LONE));
      case Kind.Text _ -> Stream.of(LONE, "\ude00", "x\ud800");
      case Kind.Words _ -> Stream.of(new LinkedHashMap<>(Map.of(LONE, 3L)));
      default -> Stream.of();
    };
  }

  private static Stream<Object> beyond(double largest) {
    return Stream.of(new double[] {0, 10 * largest}, new double[] {0, Double.NaN});
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void an_input_beyond_its_limits_is_refused_with_its_place(
      Exercise<?, ?> exercise, Schema.Field field, Object value) {
    var place = "/inputs/" + field.name();
    assertRefused(
        () -> exercise.problem(Given.nothing().withInputs(Map.of(field.name(), value))),
        switch (field.kind()) {
          case Kind.Matrix _ -> place + "/0/1";
          case Kind.Vector _, Kind.Targets _, Kind.Strings _ -> place + "/1";
          case Kind.Words _ -> place + "/a\\ud83d!";
          default -> place;
        });
  }

  private static void assertRefused(ThrowingCallable attempt, String place) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(attempt)
        .withMessageMatching("is (.* would overflow; give numbers between|not Unicode: ).*")
        .satisfies(e -> assertThat(e.place()).isEqualTo(place));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void whole_characters_beyond_the_first_plane_are_no_lone_surrogates(Exercise<?, ?> exercise) {
    assertThatNoException()
        .isThrownBy(() -> {
          for (var field : exercise.schema().inputs()) {
            if (field.kind() instanceof Kind.Strings) {
              Limits.check(
                  exercise.schema(),
                  Given.nothing().withInputs(Map.of(field.name(), List.of("a😀"))));
            }
          }
        });
  }

  static Stream<Exercise<?, ?>> exercises() {
    return new Exercises().exercises().stream();
  }
}
