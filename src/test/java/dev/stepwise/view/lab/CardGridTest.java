package dev.stepwise.view.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

@OneAtATime
class CardGridTest {
  private static Region card(double height) {
    var card = new Region();
    card.setPrefHeight(height);
    return card;
  }

  @Test
  void narrow_cards_stand_below_each_other() {
    Fx.run(() -> {
      var grid = new CardGrid(List.of(card(100), card(50)), 400);
      assertThat(grid.prefHeight(815)).isEqualTo(100 + 16 + 50);
      grid.resize(815, 166);
      grid.layout();
      assertThat(grid.getChildrenUnmodifiable().get(1).getLayoutX()).isZero();
      assertThat(grid.getChildrenUnmodifiable().get(1).getLayoutY()).isEqualTo(116);
    });
  }

  @Test
  void where_two_fit_they_share_the_width_and_the_height_of_their_row() {
    Fx.run(() -> {
      var grid = new CardGrid(List.of(card(100), card(50), card(30)), 400);
      assertThat(grid.prefHeight(816)).isEqualTo(100 + 16 + 30);
      grid.resize(816, 146);
      grid.layout();
      var second = grid.getChildrenUnmodifiable().get(1).getLayoutBounds();
      assertThat(second.getWidth()).isEqualTo(400);
      assertThat(second.getHeight()).isEqualTo(100);
      assertThat(grid.getChildrenUnmodifiable().get(2).getLayoutY()).isEqualTo(116);
    });
  }
}
