package dev.stepwise.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Palette;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

@OneAtATime
class FormulaViewTest {
  private static final List<String> HALF = List.of("\\frac{1}{2}");

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Formulas formulas = new Formulas();

  @Test
  void room_is_kept_while_formulas_are_warmed_up_and_filled_when_they_are_warm() {
    formulas.warmUp(waiting::add);
    var view = Fx.call(() -> new FormulaView(formulas));
    var column = Fx.call(() -> new VBox(view));
    Fx.run(() -> {
      Fx.scene(column, 400, 300, Palette.LIGHT);
      view.show(HALF);
      column.layout();
    });
    assertThat(view.getChildrenUnmodifiable()).isEmpty();
    assertThat(view.getHeight()).isGreaterThan(20);

    waiting.remove().run();
    Fx.run(() -> {});
    Fx.run(column::layout);

    assertThat(view.getChildrenUnmodifiable()).isNotEmpty();
    Fx.run(() -> assertThat(view.getHeight()).isEqualTo(view.prefHeight(400)));
    assertThat(view.prefHeight(400))
        .isGreaterThanOrEqualTo(FormulaLayout.of(formulas, HALF, 380, 17).height());
  }
}
