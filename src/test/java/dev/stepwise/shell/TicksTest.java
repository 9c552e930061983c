package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.session.Survey;
import dev.stepwise.testing.OneAtATime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class TicksTest {
  private static Survey survey(int length, int names) {
    return new Survey(
        length,
        0,
        IntStream.range(0, names)
            .mapToObj(i ->
                new Survey.Name(
                    names == 1 ? 0 : (int) ((long) i * (length - 1) / (names - 1)),
                    "iteration " + i))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"1, 600", "2, 600", "11, 600", "11, 130", "50000, 1000", "2000000000, 300"})
  void marks_keep_apart_and_names_do_not_touch(int length, double width) {
    var ticks = Ticks.of(survey(length, Math.min(length, 13)), width, text -> text.length() * 7.0);

    assertThat(width * ticks.stride() / Math.max(1, length - 1)).isGreaterThanOrEqualTo(7);
    double free = 0;
    for (var placed : ticks.names()) {
      double right = placed.left() + placed.name().label().length() * 7.0;
      assertThat(placed.left()).isGreaterThanOrEqualTo(free);
      assertThat(right).isLessThanOrEqualTo(width + 1e-9);
      free = right;
    }
  }

  @Test
  void a_short_run_has_a_mark_for_every_step_and_all_its_names() {
    var ticks = Ticks.of(survey(6, 6), 1000, text -> text.length() * 7.0);

    assertThat(ticks.stride()).isEqualTo(1);
    assertThat(ticks.names()).hasSize(6);
  }
}
