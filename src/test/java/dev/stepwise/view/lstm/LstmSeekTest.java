package dev.stepwise.view.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.draw.Box;
import dev.stepwise.playback.Position;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.testing.StageProbe;
import dev.stepwise.view.lstm.LstmElement.OfTime;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The traces are a timeline: one drags through them, and clicks on a time step to go there.
@OneAtATime
class LstmSeekTest {
  private static final int T = 40;

  private final StageProbe<LstmFrame> stage =
      StageProbe.open(
          new LstmView(),
          new LstmExercise()
              .problem(
                  Given.nothing()
                      .withParameters(Map.of("time_steps", (long) T, "hidden_size", 3L))),
          9,
          760,
          700);

  private Box place(int t) {
    return stage.hits().of(new OfValue(Quantity.F, t, 1)).orElseThrow().box();
  }

  @Test
  void dragging_over_the_strips_goes_through_the_time_steps_under_the_pointer() {
    var from = place(9);
    double step = (place(9).x() - place(0).x()) / 9;
    double y = from.centreY();
    stage.use(() -> {
      stage.pointer.press(from.centreX(), y);
      stage.pointer.drag(from.centreX() + 3 * step, y);
      stage.pointer.drag(from.centreX() + 4 * step, y + 500);
      stage.pointer.drag(from.centreX() - 5 * step, y);
      stage.pointer.drag(-1000, y);
      stage.pointer.drag(5000, y);
      stage.pointer.release(5000, y);
    });

    assertThat(stage.scrubs)
        .containsExactly(
            Position.top(12),
            Position.top(13),
            Position.top(4),
            Position.top(0),
            Position.top(T - 1));
    assertThat(stage.ends).isEqualTo(1);
    assertThat(stage.jumps).isEmpty();
    assertThat(stage.isExplaining()).isFalse();
  }

  @Test
  void what_was_pointed_at_is_not_left_behind_by_a_drag() {
    var from = place(4);
    stage.use(() -> {
      stage.pointer.move(from.centreX(), from.centreY());
      stage.pointer.press(from.centreX(), from.centreY());
    });
    assertThat(stage.pointed()).isPresent();
    stage.use(() -> {
      stage.pointer.drag(place(8).centreX(), from.centreY());
      stage.pointer.release(place(8).centreX(), from.centreY());
    });
    assertThat(stage.pointed()).isEmpty();
  }

  @Test
  void a_click_on_a_number_still_asks_why() {
    var cell = place(4);
    stage.use(() -> stage.pointer.click(cell.centreX(), cell.centreY()));

    assertThat(stage.isExplaining()).isTrue();
    assertThat(stage.scrubs).isEmpty();
    assertThat(stage.jumps).isEmpty();
  }

  @Test
  void a_click_on_the_time_axis_or_on_what_is_to_come_goes_there() {
    double step = (place(9).x() - place(0).x()) / 9;
    double x = place(9).centreX() + 20 * step;
    double axis = stage.hits().trackAt(x, place(9).centreY()).orElseThrow().box().bottom() - 4;
    assertThat(stage.at(place(5).centreX(), axis)).isEqualTo(new OfTime(5));

    stage.use(() -> stage.pointer.click(place(5).centreX(), axis));
    stage.use(() -> stage.pointer.click(x, place(9).centreY()));
    stage.use(() -> stage.pointer.click(place(9).centreX(), axis)); // it is there already

    assertThat(stage.jumps).containsExactly(Position.top(5), Position.top(29));
  }

  @Test
  void zoomed_in_shift_or_a_wheel_to_the_side_moves_the_traces() {
    var at = place(9);
    stage.use(() -> stage.pointer.scroll(at.centreX(), at.centreY(), 0, 400));
    var zoomed = place(9);
    assertThat(zoomed.width()).isGreaterThan(2 * at.width());

    stage.use(() -> stage.pointer.scroll(at.centreX(), at.centreY(), -30, 0));
    assertThat(place(9).x()).isLessThan(zoomed.x());
    stage.use(() -> {
      stage.pointer.pressWithShift(at.centreX(), at.centreY());
      stage.pointer.drag(at.centreX() + 30, at.centreY());
      stage.pointer.release(at.centreX() + 30, at.centreY());
    });

    assertThat(place(9).x()).isCloseTo(zoomed.x(), org.assertj.core.data.Offset.offset(2.0));
    assertThat(stage.scrubs).isEmpty();
  }
}
