package dev.stepwise.presenting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.presenting.Wall.Ink;
import dev.stepwise.presenting.Wall.Spot;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WallTest {
  private final Wall wall = new Wall();

  private void stroke(double x) {
    wall.begin(new Spot(x, 0));
    wall.draw(new Spot(x, 1));
  }

  @Test
  void strokes_are_taken_back_one_by_one_and_drawn_again() {
    wall.toggleDrawing();
    stroke(0.1);
    wall.take(Ink.BLUE);
    stroke(0.2);
    assertThat(wall.strokes()).extracting(Wall.Stroke::ink).containsExactly(Ink.MAGENTA, Ink.BLUE);
    assertThat(wall.undo()).isTrue();
    assertThat(wall.strokes()).hasSize(1);
    assertThat(wall.redo()).isTrue();
    assertThat(wall.strokes().getLast().spots())
        .containsExactly(new Spot(0.2, 0), new Spot(0.2, 1));
    assertThat(wall.redo()).isFalse();
    wall.undo();
    wall.undo();
    assertThat(wall.undo()).isFalse();
  }

  @Test
  void a_new_stroke_forgets_those_that_were_taken_back() {
    stroke(0.1);
    wall.undo();
    stroke(0.2);
    assertThat(wall.redo()).isFalse();
    assertThat(wall.strokes()).hasSize(1);
  }

  @Test
  void laying_the_pen_down_wipes_and_nothing_can_be_drawn_again() {
    wall.toggleDrawing();
    stroke(0.1);
    wall.toggleDrawing();
    assertThat(wall.strokes()).isEmpty();
    assertThat(wall.redo()).isFalse();
  }

  @Test
  void a_blank_wall_lies_over_a_frozen_one() {
    wall.toggleFrozen();
    assertThat(wall.showing()).isEqualTo(Wall.Showing.FROZEN);
    wall.blank();
    assertThat(wall.showing()).isEqualTo(Wall.Showing.BLANK);
    assertThat(wall.unblank()).isTrue();
    assertThat(wall.showing()).isEqualTo(Wall.Showing.FROZEN);
    assertThat(wall.unblank()).isFalse();
    wall.clear();
    assertThat(wall.showing()).isEqualTo(Wall.Showing.LIVE);
  }

  @Test
  void every_window_is_told_until_it_no_longer_listens() {
    var first = new AtomicInteger();
    var second = new AtomicInteger();
    var ends = wall.onChange(first::incrementAndGet);
    wall.onChange(second::incrementAndGet);
    stroke(0.5);
    ends.run();
    wall.undo();
    assertThat(first).hasValue(2);
    assertThat(second).hasValue(3);
  }
}
