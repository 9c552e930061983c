package dev.stepwise.presenting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwise.presenting.ScreenPlan.Extent;
import dev.stepwise.presenting.ScreenPlan.Order;
import dev.stepwise.presenting.ScreenPlan.Spot;
import dev.stepwise.presenting.ScreenPlan.Wanted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenPlanTest {
  private static final Area LAPTOP = new Area(0, 0, 1280, 800);
  private static final Area PROJECTOR = new Area(1280, 0, 1920, 1080);
  private static final Area SMALL = new Area(-1024, 0, 1024, 768);

  @Test
  void the_room_looks_at_the_largest_other_screen_and_the_presenter_at_the_usual_one() {
    var plan = ScreenPlan.of(List.of(LAPTOP, SMALL, PROJECTOR), Order.USUAL, Wanted.NO);
    assertThat(plan.audience()).isEqualTo(new Spot(PROJECTOR, Extent.FULL_SCREEN));
    assertThat(plan.presenter()).contains(new Spot(LAPTOP, Extent.MAXIMIZED));
    assertThat(plan.hasTwoScreens()).isTrue();
  }

  @Test
  void of_equal_screens_the_first_is_taken() {
    var twin = new Area(3200, 0, 1920, 1080);
    assertThat(
            ScreenPlan.of(List.of(LAPTOP, PROJECTOR, twin), Order.USUAL, Wanted.NO)
                .audience()
                .screen())
        .isEqualTo(PROJECTOR);
  }

  @Test
  void swapped_they_change_places_and_swapped_twice_they_are_back() {
    var screens = List.of(LAPTOP, PROJECTOR);
    var swapped = ScreenPlan.of(screens, Order.SWAPPED, Wanted.NO);
    assertThat(swapped.audience()).isEqualTo(new Spot(LAPTOP, Extent.FULL_SCREEN));
    assertThat(swapped.presenter()).contains(new Spot(PROJECTOR, Extent.MAXIMIZED));
    assertThat(ScreenPlan.of(screens, Order.SWAPPED.other(), Wanted.NO))
        .isEqualTo(ScreenPlan.of(screens, Order.USUAL, Wanted.NO));
  }

  @Test
  void one_screen_is_the_room_s_alone() {
    for (var order : Order.values()) {
      assertThat(ScreenPlan.of(List.of(LAPTOP), order, Wanted.NO))
          .isEqualTo(new ScreenPlan(new Spot(LAPTOP, Extent.FULL_SCREEN), Optional.empty()));
    }
  }

  @Test
  void after_a_screen_is_gone_both_windows_are_where_somebody_can_see_them() {
    for (var order : Order.values()) {
      var plan = ScreenPlan.of(List.of(LAPTOP), order, Wanted.YES);
      assertThat(plan.audience()).isEqualTo(new Spot(LAPTOP, Extent.WINDOW));
      assertThat(plan.presenter()).contains(new Spot(LAPTOP, Extent.MAXIMIZED));
      assertThat(plan.hasTwoScreens()).isFalse();
    }
  }

  @Test
  void only_one_window_is_ever_full_screen() {
    for (var screens : List.of(List.of(LAPTOP), List.of(LAPTOP, PROJECTOR))) {
      for (var order : Order.values()) {
        for (var wanted : Wanted.values()) {
          assertThat(ScreenPlan.of(screens, order, wanted).presenter().map(Spot::extent))
              .isNotEqualTo(Optional.of(Extent.FULL_SCREEN));
        }
      }
    }
  }

  @Test
  void without_a_screen_there_is_no_plan() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScreenPlan.of(List.of(), Order.USUAL, Wanted.NO));
  }
}
