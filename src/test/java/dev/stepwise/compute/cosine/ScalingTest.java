package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.exercise.Given;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Vectors so short or so long that their squares vanish or overflow.
class ScalingTest {
  private static final double[] ONE = {3, -1, 2, 0.5};
  private static final double[] OTHER = {1, 4, -2, 7};

  private static double[] times(double factor, double[] vector) {
    return Arrays.stream(vector).map(value -> factor * value).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-307, 1e-170, 1e-100, 1, 1e60, 1e150, 1e299})
  void a_norm_grows_as_its_vector_does(double factor) {
    assertThat(Geometry.norm(times(factor, ONE)) / factor)
        .isCloseTo(Geometry.norm(ONE), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-170, 1, 1e60, 1e299})
  void a_norm_is_that_of_exact_arithmetic(double factor) {
    var random = new Well19937c(5);
    var vector = new double[50];
    Arrays.setAll(vector, _ -> factor * random.nextGaussian());
    var squares =
        Arrays.stream(vector)
            .mapToObj(BigDecimal::new)
            .map(value -> value.multiply(value))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    double exact = squares.sqrt(new MathContext(40)).doubleValue();

    assertThat(Geometry.norm(vector))
        .isCloseTo(exact, within(Math.max(1e-14 * exact, Double.MIN_VALUE)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {4.9e-324, 1e-315, 1e-300, 1e-170, 1e60, 1e299})
  void without_epsilon_a_cosine_does_not_depend_on_lengths(double factor) {
    double[] tiny = times(factor, new double[] {1, 1});
    double[] query = {1, 1};
    var problem =
        new CosineExercise()
            .problem(
                Given.nothing()
                    .withInputs(
                        Map.of("documents", new double[][] {tiny, {3, 4}, {-1, 1}}, "query", query))
                    .withParameters(Map.of("epsilon", 0.0)));
    var similarities = CosineSearch.search(problem).similarities();

    assertThat(similarities[0]).isCloseTo(1, within(1e-15));
    assertThat(similarities[1]).isCloseTo(7 / (5 * Math.sqrt(2)), within(1e-15));
    assertThat(similarities[2]).isCloseTo(0, within(1e-15));
    assertThat(Geometry.degrees(tiny, query)).isCloseTo(0, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-160, 1, 1e60, 1e299})
  void distances_grow_as_their_vectors_do(double factor) {
    double distance =
        -CosineSearch.similarity(times(factor, ONE), times(factor, OTHER), Metric.EUCLIDEAN);
    assertThat(distance / factor).isCloseTo(Math.sqrt(4 + 25 + 16 + 42.25), within(1e-13));
  }

  @Test
  void large_products_that_cancel_each_other_leave_zero_and_not_nan() {
    double[] one = {1e200, 1e200};
    double[] other = {1e200, -1e200};
    assertThat(CosineSearch.similarity(one, other, Metric.DOT)).isZero();
    assertThat(CosineSearch.similarity(times(1e-150, one), other, Metric.DOT)).isZero();
    assertThat(CosineSearch.similarity(new double[] {1e-200}, new double[] {1e200}, Metric.DOT))
        .isEqualTo(1);
  }

  @Test
  void an_angle_is_precise_where_its_cosine_is_not() {
    double[] nearly = {1, 1e-9};
    assertThat(Geometry.degrees(new double[] {1, 0}, nearly))
        .isCloseTo(Math.toDegrees(1e-9), within(1e-20));
    assertThat(Geometry.degrees(new double[] {1, 0}, new double[] {-2, 0})).isEqualTo(180);
    assertThat(Geometry.degrees(new double[] {0, 0}, nearly)).isNaN();
  }

  @Test
  void a_short_query_is_no_zero_vector() {
    var run =
        new CosineExercise()
            .run(
                new CosineExercise()
                    .problem(
                        Given.nothing()
                            .withInputs(
                                Map.of(
                                    "documents",
                                    new double[][] {{1, 0}, {0, 1}},
                                    "query",
                                    new double[] {1e-170, 0}))));
    var caption = run.step(run.length() - 1).narration().caption();

    assertThat(caption).doesNotContain("zero vector").contains("d1 is nearest", "ε is not small");
    assertThat(run.step(0).conditions()).doesNotContain(CosineConditions.ZERO_VECTOR);
  }

  @Test
  void squares_that_would_vanish_are_told_with_their_scale() {
    var problem =
        new CosineExercise()
            .problem(
                Given.nothing()
                    .withInputs(
                        Map.of(
                            "documents",
                            new double[][] {{1e-170, 1e-170}},
                            "query",
                            new double[] {1, 1})));
    var narration = CosineRun.of(problem).step(0).inside().step(0).narration();

    assertThat(narration.caption()).contains("would vanish", "1.41e−170");
    assertThat(narration.formulas().getFirst()).contains("10^{-170}").doesNotContain("\\sqrt{0}");
  }
}
