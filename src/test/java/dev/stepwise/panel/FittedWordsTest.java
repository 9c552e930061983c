package dev.stepwise.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.formula.Formulas;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OneAtATime
class FittedWordsTest {
  private static final double USUAL = 1;
  private static final Narration SHORT = new Narration("Step", "A few words.");
  private static final Narration LONG =
      new Narration("Step", String.join(" ", Collections.nCopies(75, "many words")));

  private final FittedWords words =
      Fx.call(() -> new FittedWords(new Formulas(), RowCategory.NONE, look(1)));
  private final StackPane root = Fx.call(() -> new StackPane(words));

  @BeforeEach
  void showIn300By300() {
    Fx.run(() -> {
      Fx.scene(root, 300, 300, Palette.LIGHT);
      root.applyCss();
      root.layout();
    });
  }

  private static Look look(double scale) {
    return new Look(Palette.LIGHT, scale, Look.Density.PRESENT);
  }

  private double sizeOf(Narration said) {
    Fx.run(() -> words.show(said, Pace.AT_REST));
    return size();
  }

  private double size() {
    Fx.run(() -> {}); // what was put off
    return Fx.call(() -> ((Label) words.lookup(".step-caption")).getFont().getSize());
  }

  private double height() {
    return Fx.call(() -> words.lookup(".step-panel").prefHeight(300));
  }

  @Test
  void a_step_of_few_words_does_not_grow_after_one_of_many() {
    double first = sizeOf(SHORT);
    double smaller = sizeOf(LONG);
    assertThat(smaller).isLessThan(first);
    assertThat(sizeOf(SHORT)).isEqualTo(smaller);
    Fx.run(words::growAgain);
    assertThat(size()).as("of another run").isEqualTo(first);
  }

  @Test
  void a_larger_text_size_does_not_push_words_out_of_their_room() {
    Fx.run(() -> words.setLook(look(2), USUAL));
    sizeOf(LONG);
    assertThat(height()).isLessThanOrEqualTo(300);
  }

  @Test
  void a_table_loses_rows_before_its_words_become_too_small() {
    var row = List.of("1", "0.25");
    var table = new Narration.Table(List.of("unit", "value"), Collections.nCopies(40, row), 0);
    var said = new Narration("Step", "Forty rows.", List.of(), table);
    assertThat(sizeOf(said)).isGreaterThan(0.69 * 14);
    assertThat(height()).isLessThanOrEqualTo(300);
  }
}
