package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CosineExerciseTest {
  private static final double[][] DOCUMENTS = {{1, 0}, {0, 2}, {1, 1}};
  private static final double[] QUERY = {1, 0.5};

  private final CosineExercise exercise = new CosineExercise();

  private static Given given(Map<String, ?> inputs, Map<String, ?> parameters) {
    return Given.nothing().withInputs(inputs).withParameters(parameters);
  }

  @Test
  void nothing_given_is_a_dozen_random_documents() {
    var problem = exercise.problem(Given.nothing());
    assertThat(problem.documents()).hasDimensions(12, 6);
    assertThat(problem.k()).isEqualTo(5);
    assertThat(problem.metric()).isEqualTo(Metric.COSINE);
    assertThat(problem.epsilon()).isEqualTo(1e-8);
    assertThat(problem.selection()).isEqualTo(Selection.SORT);
  }

  @Test
  void what_is_drawn_depends_on_the_seed_alone() {
    var one = exercise.problem(given(Map.of(), Map.of("seed", 7L)));
    var more = exercise.problem(given(Map.of(), Map.of("seed", 7L, "num_documents", 20L)));
    var other = exercise.problem(given(Map.of(), Map.of("seed", 8L)));
    assertThat(more.documents()[3]).containsExactly(one.documents()[3]);
    assertThat(more.query()).containsExactly(one.query());
    assertThat(other.documents()[3]).isNotEqualTo(one.documents()[3]);
  }

  static Stream<Given> givens() {
    return Stream.of(
        Given.nothing(),
        given(Map.of("query", new double[] {1, 2, 3}), Map.of("num_documents", 4L)),
        given(
            Map.of("documents", DOCUMENTS, "query", QUERY),
            Map.of("k", 2L, "metric", "dot", "epsilon", 0.5, "selection", "partition")),
        given(
            Map.of("texts", List.of("a cat naps", "a dog barks"), "query_text", "dogs"),
            Map.of("components", 2L)),
        given(Map.of("texts", List.of("a cat naps", "a dog barks")), Map.of()));
  }

  @ParameterizedTest
  @MethodSource("givens")
  void a_problem_given_back_is_the_same_problem(Given given) {
    var problem = exercise.problem(given);
    var again = exercise.problem(exercise.given(problem));
    assertThat(again.documents()).isDeepEqualTo(problem.documents());
    assertThat(again.query()).containsExactly(problem.query());
    assertThat(exercise.given(again).parameters()).isEqualTo(exercise.given(problem).parameters());
  }

  @Test
  void the_result_has_the_names_of_the_format() {
    var problem =
        exercise.problem(given(Map.of("documents", DOCUMENTS, "query", QUERY), Map.of("k", 2L)));
    var run = exercise.run(problem);
    var result = exercise.result(run.step(run.length() - 1).frame());
    assertThat(result.keySet()).containsExactly("similarities", "ranking", "top_k");
    assertThat(labels(result, "top_k")).containsExactly(2, 0);
    assertThat(labels(result, "ranking")).containsExactly(2, 0, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> exercise.result(run.step(0).frame()));
  }

  private static int[] labels(Map<String, Value> result, String name) {
    return result.get(name) instanceof Value.Labels(var values) ? values : new int[0];
  }

  static Stream<Arguments> contradictions() {
    var vectors = Map.of("documents", DOCUMENTS, "query", QUERY);
    return Stream.of(
        Arguments.of(
            given(vectors, Map.of("k", 4L)),
            "/parameters/k",
            "k is 4, but there are 3 documents; choose k from 1 to 3"),
        Arguments.of(
            given(Map.of("documents", DOCUMENTS), Map.of()),
            "/inputs/query",
            "is missing; give 2 numbers, as many as a document has"),
        Arguments.of(
            given(Map.of("documents", DOCUMENTS, "query", new double[] {1}), Map.of()),
            "/inputs/query",
            "has 1 number, but the documents have 2; give 2 numbers"),
        Arguments.of(
            given(Map.of("documents", DOCUMENTS, "texts", List.of("a")), Map.of()),
            "/inputs/texts",
            "both documents and texts are given; give one of them"),
        Arguments.of(
            given(Map.of("texts", List.of("the of", " ")), Map.of()),
            "/inputs/texts",
            "holds no word that is not a stop word; give texts with words in them"),
        Arguments.of(
            given(Map.of("texts", List.of("cat"), "query", QUERY), Map.of()),
            "/inputs/query",
            "is given as numbers, but the documents are texts; give query_text"),
        Arguments.of(
            given(Map.of("documents", DOCUMENTS, "query_text", "cat"), Map.of()),
            "/inputs/query_text",
            "is given, but there are no texts; give a query of numbers"),
        Arguments.of(
            given(vectors, Map.of("components", 3L)),
            "/parameters/components",
            "says how many numbers a text becomes, but there are no texts; leave it out"),
        Arguments.of(
            given(
                Map.of("documents", new double[][] {{0, 1e301}}, "query", new double[] {1, 1}),
                Map.of()),
            "/inputs/documents/0/1",
            "is 1.0E301, and what is computed from it would overflow; give numbers between -1e300"
                + " and 1e300"),
        Arguments.of(
            given(
                Map.of(
                    "documents",
                    new double[][] {{0, 1}, {1e200, 0}},
                    "query",
                    new double[] {1e200, 1}),
                Map.of("metric", "dot")),
            "/parameters/metric",
            "is dot, but the product of d2 and the query could overflow; choose cosine or"
                + " euclidean, or give smaller numbers"),
        Arguments.of(
            given(Map.of(), Map.of("num_documents", 1_000_000L, "dimensions", 128L)),
            "/parameters/num_documents",
            "1,000,000 documents of 128 numbers are 128,000,000 numbers; draw at most 64,000,000"
                + " numbers"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void a_contradiction_is_named_with_its_place_and_remedy(
      Given given, String place, String message) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> exercise.problem(given))
        .withMessage(message)
        .satisfies(e -> assertThat(e.place()).isEqualTo(place));
  }
}
