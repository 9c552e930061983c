package dev.stepwise.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FadingTest {

  private static int[] yours(Fading fading, int numbers, int examples) {
    return IntStream.range(0, examples).map(i -> fading.yours(numbers, i)).toArray();
  }

  @Test
  void a_worked_example_comes_first_then_the_last_is_yours_then_two_then_all() {
    assertThat(yours(Fading.WORKED_FIRST, 4, 6)).containsExactly(0, 1, 2, 4, 4, 4);
    assertThat(yours(Fading.WORKED_FIRST, 1, 4)).containsExactly(0, 1, 1, 1);
  }

  @Test
  void turned_round_all_come_first_and_the_worked_example_last() {
    assertThat(yours(Fading.BLANKS_FIRST, 4, 6)).containsExactly(4, 2, 1, 0, 4, 2);
    assertThat(yours(Fading.BLANKS_FIRST, 1, 4)).containsExactly(1, 1, 1, 0);
  }
}
