package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class ScaleTest {

  private static List<String> labels(Scale scale, int most) {
    return scale.ticks(most).stream().map(Scale.Tick::label).toList();
  }

  static Stream<Scale> scales() {
    var random = new Random(42);
    return Stream.generate(
            () -> {
              double from = random.nextGaussian() * Math.pow(10, random.nextInt(-250, 250));
              double length = Math.pow(10, random.nextInt(-250, 250)) * (0.1 + random.nextDouble());
              Scale linear = new LinearScale(from, from + length);
              Scale log = new LogScale(length, length * Math.pow(10, random.nextDouble() * 30));
              return Stream.of(linear, log);
            })
        .limit(60)
        .flatMap(pair -> pair);
  }

  @ParameterizedTest
  @MethodSource("scales")
  void ticks_rise_lie_on_the_axis_and_keep_to_their_number(Scale scale) {
    for (int most : new int[] {1, 2, 5, 12}) {
      var values = scale.ticks(most).stream().mapToDouble(Scale.Tick::value).toArray();
      assertThat(values).isSorted().doesNotHaveDuplicates();
      assertThat(values.length).isLessThanOrEqualTo(most + 1);
      for (double value : values) {
        assertThat(scale.place(value)).isBetween(-1e-6, 1 + 1e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scales")
  void an_axis_of_some_length_has_ticks_with_different_short_labels(Scale scale) {
    var labels = labels(scale, 8);
    assertThat(labels).isNotEmpty();
    boolean narrow =
        scale.to() - scale.from() < 1e-6 * Math.max(Math.abs(scale.from()), Math.abs(scale.to()));
    if (!narrow) {
      assertThat(labels).doesNotHaveDuplicates().allMatch(label -> label.length() <= 14);
    }
  }

  @ParameterizedTest
  @MethodSource("scales")
  void a_value_s_place_leads_back_to_the_value(Scale scale) {
    for (double place : new double[] {0, 0.25, 1}) {
      assertThat(scale.place(scale.value(place))).isCloseTo(place, within(1e-3));
    }
  }

  @Test
  void linear_ticks_are_round() {
    assertThat(labels(new LinearScale(0, 10), 5)).containsExactly("0", "2", "4", "6", "8", "10");
    assertThat(labels(new LinearScale(-0.3, 0.3), 4)).containsExactly("−0.2", "0.0", "0.2");
    assertThat(labels(new LinearScale(0, 3e7), 3)).containsExactly("0", "1e7", "2e7", "3e7");
    assertThat(labels(new LinearScale(-1e300, 1e300), 2)).containsExactly("−1e300", "0", "1e300");
  }

  @Test
  void a_linear_axis_has_two_ticks_even_where_one_is_asked_for() {
    assertThat(labels(new LinearScale(6.03, 6.46), 2)).containsExactly("6.2", "6.4");
    assertThat(labels(new LinearScale(6.05, 6.49), 1)).containsExactly("6.2", "6.4");
    assertThat(labels(new LinearScale(1.1, 9.9), 1)).containsExactly("2", "8");
  }

  @Test
  void logarithmic_ticks_are_powers_of_ten_and_finer_where_these_are_few() {
    assertThat(labels(new LogScale(1, 1e4), 6)).containsExactly("1", "10", "100", "1000", "10000");
    assertThat(labels(new LogScale(1, 10), 6)).containsExactly("1", "2", "5", "10");
    assertThat(labels(new LogScale(1e-3, 1e6), 4)).containsExactly("0.001", "1", "1000", "1000000");
    assertThat(labels(new LogScale(1e2, 1e10), 5))
        .containsExactly("1e2", "1e4", "1e6", "1e8", "1e10");
    assertThat(labels(new LogScale(130, 180), 6)).contains("140", "160");
  }

  @Test
  void whole_ticks_are_whole() {
    assertThat(labels(new WholeScale(0, 3), 10)).containsExactly("0", "1", "2", "3");
    assertThat(labels(new WholeScale(5, 5), 10)).containsExactly("5", "6");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -3.5, 1e300, -1e300, 1e-300, Double.MIN_VALUE})
  void a_single_value_gets_an_axis_around_it(double value) {
    var scale = LinearScale.over(new double[] {value, value, Double.NaN}, 0.05);
    assertThat(scale.from()).isLessThan(scale.to());
    assertThat(scale.place(value)).isBetween(0.0, 1.0);
    assertThat(scale.ticks(5)).isNotEmpty();
  }

  @Test
  void the_largest_numbers_have_finite_places() {
    var scale = LinearScale.over(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 0.1);
    assertThat(scale.place(0)).isCloseTo(0.5, within(1e-9));
    assertThat(scale.place(Double.MAX_VALUE)).isFinite();
    assertThat(LogScale.over(new double[] {Double.MIN_VALUE, Double.MAX_VALUE}, 0.1).ticks(4))
        .isNotEmpty();
  }

  @Test
  void an_axis_over_no_value_is_a_plain_one() {
    assertThat(LinearScale.over(new double[0], 0.1)).isEqualTo(new LinearScale(0, 1));
    assertThat(LogScale.over(new double[0], 0.1)).isEqualTo(new LogScale(1, 10));
  }

  static List<Scale> noAxes() {
    double infinite = Double.POSITIVE_INFINITY;
    return List.of(
        LinearScale.over(new double[] {Double.NaN, infinite}, 0.1),
        LogScale.over(new double[] {-1, 0, infinite}, 0.1),
        new LinearScale(infinite, infinite),
        new LinearScale(Double.NaN, 1),
        new LinearScale(2, 1),
        new LogScale(0, 1),
        new LogScale(1, infinite),
        new WholeScale(0, infinite));
  }

  @ParameterizedTest
  @MethodSource("noAxes")
  void from_or_to_a_number_that_is_not_finite_there_is_no_axis(Scale scale) {
    assertThat(scale.isAxis()).isFalse();
    assertThat(scale.place(0.5)).isNaN();
    assertThat(scale.value(0.5)).isNaN();
    assertThat(scale.ticks(5)).isEmpty();
  }

  @Test
  void points_that_differ_in_one_coordinate_alone_are_seen_apart() {
    var box = new Box(0, 0, 400, 300);
    double[] apart = {0.01, 0.03, 0.06};
    for (double constant : new double[] {0, 5, 1e9}) {
      double[] same = {constant, constant, constant};
      var flat = PlotFrame.equalAspect(box, apart, same, 0.1);
      var upright = PlotFrame.equalAspect(box, same, apart, 0.1);
      assertThat(flat.pixelX(0.06) - flat.pixelX(0.01)).isCloseTo(400 / 1.2, within(1e-6));
      assertThat(flat.pixelY(constant)).isCloseTo(150, within(1e-3));
      assertThat(upright.pixelY(0.01) - upright.pixelY(0.06)).isCloseTo(300 / 1.2, within(1e-6));
      assertThat(upright.pixelX(constant)).isCloseTo(200, within(1e-3));
    }
  }

  @Test
  void what_is_not_positive_has_no_place_on_a_logarithmic_axis() {
    assertThat(new LogScale(1, 10).place(0)).isNaN();
    assertThat(new LogScale(1, 10).place(-2)).isNaN();
  }
}
