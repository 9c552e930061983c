package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void the_extremes_of_any_range_are_those_of_its_numbers() {
    var random = new Random(1);
    var series = new Series();
    int size = 5000;
    for (int i = 0; i < size; i++) {
      double value = random.nextInt(50) == 0 ? Double.NaN : random.nextGaussian();
      series.put(i, value);
    }
    var prefix = series.prefix(4321);
    for (int trial = 0; trial < 400; trial++) {
      int from = random.nextInt(4321);
      int to = from + random.nextInt(4400 - from);
      double least = Double.NaN;
      double most = Double.NaN;
      for (int i = from; i < Math.min(to, 4321); i++) {
        double value = prefix.at(i);
        if (Double.isFinite(value)) {
          least = Double.isNaN(least) ? value : Math.min(least, value);
          most = Double.isNaN(most) ? value : Math.max(most, value);
        }
      }
      assertThat(prefix.least(from, to)).isEqualTo(least);
      assertThat(prefix.most(from, to)).isEqualTo(most);
    }
  }

  @Test
  void a_single_peak_among_a_million_is_found() {
    var series = new Series();
    for (int i = 0; i < 1_000_000; i++) {
      series.put(i, i == 777_777 ? 9 : 1);
    }
    var all = series.prefix(1_000_000);
    assertThat(all.most(0, 1_000_000)).isEqualTo(9);
    assertThat(all.most(0, 777_777)).isEqualTo(1);
    assertThat(all.most(777_777, 777_778)).isEqualTo(9);
  }

  @Test
  void a_prefix_does_not_see_what_comes_later() {
    var series = new Series();
    series.put(0, 1);
    var early = series.prefix(1);
    for (int i = 1; i < 3000; i++) {
      series.put(i, 100);
    }
    assertThat(early.size()).isEqualTo(1);
    assertThat(early.most(0, 3000)).isEqualTo(1);
    assertThatThrownBy(() -> early.at(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void numbers_come_in_their_order() {
    var series = new Series();
    series.put(0, 1);
    series.put(0, 1);
    assertThat(series.size()).isEqualTo(1);
    assertThatThrownBy(() -> series.put(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
