package dev.stepwise.view.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Whoever adds a printed share to the printed sum above it gets the printed sum beside it.
@OneAtATime
class RunningSumTest {

  private static BigDecimal read(String printed) {
    return new BigDecimal(printed.replace('−', '-').replace("+", ""));
  }

  @RepeatedTest(200)
  void each_printed_sum_is_the_one_above_and_the_share_beside_it(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var shares = random.doubles(1 + random.nextInt(9), -1, 1).toArray();
    var sums = RunningSum.of(0, shares, sum -> Figures.sum(sum, Figures.USUAL));
    for (int row = 0; row < shares.length; row++) {
      var added = read(sums.sum(row)).add(read(sums.share(row)));
      assertThat(added.setScale(sums.decimals(), RoundingMode.HALF_UP))
          .isEqualByComparingTo(read(sums.sum(row + 1)));
    }
    assertThat(Figures.sum(sums.after(shares.length), Figures.USUAL))
        .as("the last sum, rounded")
        .isEqualTo(Figures.sum(Arrays.stream(shares).reduce(0, Double::sum), Figures.USUAL));
  }

  @Test
  void sums_have_more_decimals_where_three_would_not_add_up() {
    double[] shares = {0.3334, 0.3334, 0.3334};
    var sums = RunningSum.of(0, shares, sum -> Figures.sum(sum, Figures.USUAL));
    assertThat(sums.share(2)).isEqualTo("+0.3334");
    assertThat(sums.sum(2)).isEqualTo("0.6668");
    assertThat(sums.sum(3)).as("not 0.999, which three times 0.333 are").isEqualTo("1.0002");
    assertThat(RunningSum.of(0, new double[] {1, 3}, Double::toString).sum(2)).isEqualTo("4");
  }

  @Test
  void what_is_not_a_number_stays_so() {
    var sums = RunningSum.of(0, new double[] {1, Double.NaN}, Double::toString);
    assertThat(sums.sum(2)).isEqualTo("NaN");
  }
}
