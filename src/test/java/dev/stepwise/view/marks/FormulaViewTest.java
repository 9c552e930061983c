package dev.stepwise.view.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FormulaViewTest {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Formulas formulas = new Formulas();
  private FormulaView view;

  @Start
  void start(Stage stage) {
    formulas.warmUp(waiting::add);
    view = new FormulaView(formulas);
    stage.setScene(new Scene(new VBox(view), 400, 300));
    stage.show();
  }

  @Test
  void room_is_kept_while_formulas_are_warmed_up_and_filled_when_they_are_warm() {
    WaitForAsyncUtils.asyncFx(() -> {
      view.show(List.of("\\frac{1}{2}"));
      view.getParent().layout();
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.getChildrenUnmodifiable()).isEmpty();
    assertThat(view.getHeight()).isGreaterThan(20);

    waiting.remove().run();
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.asyncFx(() -> view.getParent().layout());
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(view.getChildrenUnmodifiable()).isNotEmpty();
    assertThat(view.getHeight())
        .isEqualTo(
            Math.ceil(FormulaLayout.of(formulas, List.of("\\frac{1}{2}"), 400, 17).height()));
  }
}
