package dev.stepwise.owndata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void standardised_columns_have_mean_0_and_spread_1(long seed) {
    var random = new Random(seed);
    var rows = new double[40][3];
    for (var row : rows) {
      row[0] = random.nextGaussian();
      row[1] = 1e6 + 1e3 * random.nextGaussian();
      row[2] = 1e300 * random.nextDouble();
    }
    var scaled = Scaling.STANDARDISED.apply(rows);
    for (int c = 0; c < 3; c++) {
      var column = new double[scaled.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = scaled[i][c];
      }
      assertThat(new Mean().evaluate(column)).isCloseTo(0, within(1e-9));
      assertThat(new StandardDeviation(false).evaluate(column)).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void a_constant_column_becomes_0() {
    var scaled = Scaling.STANDARDISED.apply(new double[][] {{0.1, 1}, {0.1, 2}, {0.1, 3}});
    assertThat(List.of(scaled)).extracting(row -> row[0]).containsOnly(0.0);
  }

  @Test
  void numbers_left_as_they_are_are_not_touched() {
    var rows = new double[][] {{1, 2}, {3, 4}};
    assertThat(Scaling.AS_GIVEN.apply(rows)).isSameAs(rows);
  }
}
