package dev.stepwise.view.attention.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.attention.AttentionLab;
import dev.stepwise.compute.attention.AttentionLab.Cost;
import dev.stepwise.compute.attention.AttentionLab.Saturation;
import dev.stepwise.compute.attention.AttentionLab.Spread;
import dev.stepwise.compute.timing.Stopwatch;
import dev.stepwise.compute.timing.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AttentionExperimentsTest {
  @Test
  void the_variance_of_a_product_is_d_k_and_scaling_makes_it_one() {
    var shares = new ArrayList<Double>();
    for (var spread : AttentionLab.spread(7, shares::add)) {
      // A variance of 4,000 products is known to about 3 in 100.
      assertThat(spread.plain() / spread.width()).isCloseTo(1, within(0.15));
      assertThat(spread.scaled()).isCloseTo(spread.plain() / spread.width(), within(1e-12));
    }
    assertThat(shares).isSorted().endsWith(1.0);
  }

  @Test
  void without_scaling_softmax_saturates_as_d_k_grows_and_with_it_it_does_not() {
    var found = AttentionLab.saturation(7, _ -> {});
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).entropy()).isLessThan(found.get(i - 1).entropy());
    }
    var first = found.getFirst();
    var last = found.getLast();
    assertThat(last.gradient()).isLessThan(0.3 * last.scaledGradient());
    assertThat(last.scaledEntropy()).isCloseTo(first.scaledEntropy(), within(0.7));
    assertThat(last.scaledEntropy()).isGreaterThan(3 * last.entropy());
  }

  @Test
  void the_same_seed_finds_the_same() {
    assertThat(AttentionLab.spread(3, _ -> {})).isEqualTo(AttentionLab.spread(3, _ -> {}));
  }

  @Test
  void an_experiment_stops_when_its_thread_is_interrupted() {
    Thread.currentThread().interrupt();
    Assertions.assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> AttentionLab.saturation(1, _ -> {}));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void the_cost_is_the_time_that_the_clock_tells_and_eight_bytes_a_weight() {
    var clock = new AtomicLong();
    var stopwatch = new Stopwatch(() -> clock.getAndAdd(400_000_000));
    assertThat(AttentionLab.cost(1, stopwatch, _ -> {}))
        .allSatisfy(cost -> {
          assertThat(cost.milliseconds()).isCloseTo(400, within(1e-9));
          assertThat(cost.bytes()).isEqualTo(8L * cost.length() * cost.length());
        });
  }

  @Test
  void the_findings_say_the_numbers() {
    assertThat(
            AttentionExperiments.spread(List.of(new Spread(4, 4.1, 1.02), new Spread(64, 63, 0.98)))
                .conclusion())
        .isEqualTo("At d_k = 64 the variance of q·k is 63; divided by √d_k it is 0.98.");
    var saturation =
        AttentionExperiments.saturation(List.of(new Saturation(64, 0.5, 3.3, 0.04, 0.15)));
    assertThat(saturation.pictures()).hasSize(2);
    assertThat(saturation.conclusion()).contains("0.50 bits", "3.30 with it", "0.04 against 0.15");
    var cost =
        AttentionExperiments.cost(
            List.of(
                new Cost(64, new Timing(0.001, 0.001, 0.001), 32_768),
                new Cost(128, new Timing(0.0044, 0.0042, 0.005), 131_072)));
    assertThat(cost.conclusion())
        .startsWith(
            "From 64 to 128 tokens the time grew 4.40 times, from 1\u00A0ms to 4.40\u00A0ms"
                + " (4.20\u00A0ms to 5\u00A0ms)");
    assertThat(cost.numbers().lines()).hasSize(2);
  }
}
