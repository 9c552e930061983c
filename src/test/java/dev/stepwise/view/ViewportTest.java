package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.testing.OneAtATime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class ViewportTest {

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "0.2, 0.7", "0, 1", "1, 0"})
  void what_is_under_the_pointer_stays_there(double across, double down) {
    var near = Viewport.WHOLE.zoomed(4, across, down);
    assertThat(near.width()).isCloseTo(0.25, within(1e-12));
    assertThat(near.x0() + across * near.width()).isCloseTo(across, within(1e-12));
    assertThat(near.y0() + down * near.height()).isCloseTo(down, within(1e-12));
  }

  @Test
  void zooming_out_ends_at_the_whole() {
    assertThat(new Viewport(0.2, 0.3, 0.4, 0.5).zoomed(0.01, 0.5, 0.5)).isEqualTo(Viewport.WHOLE);
  }

  @Test
  void moving_stops_at_the_edges() {
    var part = new Viewport(0.25, 0.25, 0.5, 0.5);
    assertThat(part.moved(-9, 9)).isEqualTo(new Viewport(0, 0.75, 0.25, 1));
    assertThat(part.moved(1, -0.5)).isEqualTo(new Viewport(0.5, 0.125, 0.75, 0.375));
  }

  @Test
  void zooming_in_has_an_end() {
    var near = Viewport.WHOLE;
    for (int i = 0; i < 50; i++) {
      near = near.zoomed(2, 0.99, 0.99);
    }
    assertThat(near.width()).isPositive().isCloseTo(1.0 / 256, within(1e-12));
  }

  @Test
  void an_empty_part_is_refused() {
    assertThatThrownBy(() -> new Viewport(0.5, 0, 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
