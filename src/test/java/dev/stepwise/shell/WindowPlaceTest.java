package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class WindowPlaceTest {
  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 24, 1366, 744);
  private static final Rectangle2D BEAMER = new Rectangle2D(1366, 0, 1920, 1080);

  private static WindowPlace at(double x, double y, double width, double height) {
    return new WindowPlace(x, y, width, height, WindowPlace.State.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({"1366, 744", "1280, 690", "800, 600"})
  void a_first_window_is_whole_on_a_small_screen(double width, double height) {
    var place = WindowPlace.centred(1280, 800, new Rectangle2D(0, 24, width, height));

    assertThat(place.x()).isGreaterThanOrEqualTo(0);
    assertThat(place.y()).isGreaterThanOrEqualTo(24);
    assertThat(place.x() + place.width()).isLessThanOrEqualTo(width);
    assertThat(place.y() + place.height()).isLessThanOrEqualTo(24 + height);
  }

  @Test
  void a_window_that_fits_stays_where_it_was() {
    var place = at(1500, 100, 1280, 800);

    assertThat(place.on(List.of(LAPTOP, BEAMER))).isEqualTo(place);
  }

  @Test
  void the_window_of_an_unplugged_screen_comes_to_the_middle_of_the_one_that_is_left() {
    assertThat(at(1500, 100, 1280, 700).on(List.of(LAPTOP))).isEqualTo(at(43, 46, 1280, 700));
  }

  @Test
  void a_window_larger_than_its_screen_is_made_to_fit() {
    assertThat(at(-20, -10, 1920, 1080).on(List.of(LAPTOP))).isEqualTo(at(0, 24, 1366, 744));
  }

  @Test
  void a_window_across_two_screens_goes_to_the_one_that_holds_most_of_it() {
    assertThat(at(1266, 200, 1000, 600).on(List.of(LAPTOP, BEAMER)))
        .isEqualTo(at(1366, 200, 1000, 600));
  }

  @Test
  void a_maximized_window_stays_one() {
    var place = new WindowPlace(5000, 0, 1280, 700, WindowPlace.State.MAXIMIZED);

    assertThat(place.on(List.of(LAPTOP)).state()).isEqualTo(WindowPlace.State.MAXIMIZED);
  }

  @Test
  void numbers_that_are_none_give_the_usual_window() {
    assertThat(at(Double.NaN, 0, 1280, 800).on(List.of(LAPTOP))).isEqualTo(at(43, 24, 1280, 744));
  }

  @Test
  void what_was_changed_is_remembered_when_the_window_closes() throws TimeoutException {
    var window = TestWindow.show(900, 700, TestWindow.still(UnaryOperator.identity()));
    window.run(() -> {
      window.stage.setX(20);
      window.stage.setY(30);
      window.stage.setWidth(850);
    });
    window.close();

    assertThat(window.settings.get().window()).isEqualTo(Optional.of(at(20, 30, 850, 700)));
  }

  @Test
  void the_window_comes_back_where_it_was() {
    var place = at(40, 50, 820, 640);

    var placed =
        Fx.call(() -> {
          var stage = new Stage();
          WindowMemory.place(stage, Optional.of(place));
          return at(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        });

    assertThat(placed).isEqualTo(place);
  }
}
