package dev.stepwise.view.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Position;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.testing.StageProbe;
import dev.stepwise.view.bpe.BpeElement.OfMerge;
import dev.stepwise.view.bpe.BpeElement.OfSize;
import org.junit.jupiter.api.Test;

/// The line of merges and the curve above it are places to go to.
@OneAtATime
class BpeSeekTest {
  private final StageProbe<BpeFrame> stage = open();

  private static StageProbe<BpeFrame> open() {
    var view = new BpeView();
    var preset =
        Presets.of("bpe").stream()
            .filter(each -> each.id().equals("constitution"))
            .findFirst()
            .orElseThrow();
    var problem = view.exercise().problem(preset.scenario(view.exercise()).given());
    return StageProbe.open(view, problem, 40, 760, 700);
  }

  private Box place(int rank) {
    return stage.hits().of(new OfMerge(rank)).orElseThrow().box();
  }

  @Test
  void a_click_on_a_merge_goes_there_be_it_made_or_to_come() {
    for (int rank : new int[] {37, 41}) {
      var node = place(rank);
      stage.use(() -> stage.pointer.click(node.centreX(), node.centreY()));
    }

    assertThat(stage.jumps).containsExactly(Position.top(38), Position.top(42));
    assertThat(stage.isExplaining()).isFalse();
  }

  @Test
  void a_click_on_the_merge_of_the_step_asks_why() {
    var node = place(39);
    stage.use(() -> stage.pointer.click(node.centreX(), node.centreY()));

    assertThat(stage.jumps).isEmpty();
    assertThat(stage.isExplaining()).isTrue();
  }

  @Test
  void the_wheel_and_dragging_move_the_line_of_merges_until_the_next_step() {
    var node = place(39);
    stage.use(() -> stage.pointer.scroll(node.centreX(), node.centreY(), 0, -400));
    assertThat(stage.hits().of(new OfMerge(39))).isEmpty();
    assertThat(stage.at(node.centreX(), node.centreY())).isEqualTo(new OfMerge(48));

    stage.use(() -> {
      stage.pointer.press(node.centreX(), node.centreY());
      stage.pointer.drag(node.centreX() + 2 * node.width() + 12, node.centreY());
      stage.pointer.release(node.centreX() + 2 * node.width() + 12, node.centreY());
    });
    assertThat(stage.at(node.centreX(), node.centreY())).isEqualTo(new OfMerge(46));

    stage.show(41);
    assertThat(stage.at(node.centreX(), node.centreY())).isEqualTo(new OfMerge(40));
    assertThat(stage.jumps).isEmpty();
  }

  @Test
  void dragging_along_the_curve_goes_through_the_merges() {
    var dot = stage.hits().of(new OfSize(40)).orElseThrow().box();
    var curve = stage.hits().trackAt(dot.centreX(), dot.centreY()).orElseThrow();
    stage.use(() -> {
      stage.pointer.press(dot.centreX(), dot.centreY());
      stage.pointer.drag(curve.box().centreX(), dot.centreY());
      stage.pointer.drag(curve.box().right() + 50, dot.centreY());
      stage.pointer.drag(0, dot.centreY());
      stage.pointer.release(0, dot.centreY());
    });

    assertThat(stage.scrubs).hasSize(3);
    assertThat(stage.scrubs.get(0).first()).isBetween(950, 1050);
    assertThat(stage.scrubs.get(1).first()).isBetween(1990, 2000);
    assertThat(stage.scrubs.get(2)).isEqualTo(Position.START);
  }
}
