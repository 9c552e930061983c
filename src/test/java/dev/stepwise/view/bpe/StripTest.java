package dev.stepwise.view.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.Collections;
import java.util.List;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;

/// Chips are laid out as far as they are seen.
@OneAtATime
class StripTest {
  private static Strip strip(List<Symbol> tokens) {
    return Fx.call(() -> {
      var surface = new CanvasSurface(new Canvas(10, 10).getGraphicsContext2D());
      return Strip.of(surface, tokens, 0, 10, 12, 300);
    });
  }

  @Test
  void what_has_no_room_is_not_laid_out() {
    var strip = strip(Collections.nCopies(40_000, Symbol.of("a")));

    assertThat(strip.isCut()).isTrue();
    assertThat(strip.chips()).hasSizeBetween(10, 40);
    assertThat(strip.right()).isLessThanOrEqualTo(300.1);
  }

  @Test
  void a_token_that_is_too_long_is_shortened_in_its_middle() {
    var strip = strip(List.of(new Symbol("x" + "-".repeat(8_000) + "y", true)));

    assertThat(strip.isCut()).isFalse();
    assertThat(strip.chips().getFirst().letters()).matches("x-+…-+y");
    assertThat(strip.right()).isBetween(250.0, 300.1);
  }

  @Test
  void letters_that_look_like_the_marker_are_written_out() {
    assertThat(new Chip(Symbol.of("</w>"), 12).letters()).isEqualTo("</w>");
    assertThat(new Chip(Symbol.END, 12).letters()).isEmpty();
  }

  @Test
  void what_cannot_be_seen_is_named_by_its_number() {
    assertThat(new Chip(Symbol.of("\u200d"), 12).letters()).isEqualTo("U+200D");
    assertThat(new Chip(Symbol.of("\ufe0f"), 12).letters()).isEqualTo("U+FE0F");
  }
}
