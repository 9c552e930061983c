package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.session.Workers;
import dev.stepwise.testing.Fx;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomePageTest {
  private static final String LONG = "the multiplication of a neuron of a gate of a time step ";

  @Test
  void a_place_is_named_as_the_run_names_it() {
    var at = new Settings.Place("tie", "4", "BPE merges, NaN of “It”", 0.4);

    assertThat(ExerciseCard.progress(Optional.of(at))).isEqualTo("at BPE merges, NaN of “It”");
    assertThat(ExerciseCard.progress(Optional.empty())).isEqualTo("not started");
  }

  /// The page beside the rail, in windows of 800 to 2,560 pixels, and with large text.
  @ParameterizedTest
  @CsvSource({
    "744, 2, 1",
    "968, 4, 1",
    "1224, 4, 1",
    "1864, 4, 1",
    "2504, 4, 1",
    "744, 1, 2",
    "1224, 2, 2"
  })
  void nothing_is_wider_than_the_page_however_long_the_name_of_the_place(
      int width, int columns, double scale) {
    Fx.run(() -> {
      var settings =
          Settings.DEFAULTS.withPlace(
              "k-means", new Settings.Place("bad-start", "4", LONG.repeat(6), 0.4));
      var workers = Workers.named("home", Platform::runLater);
      var page =
          new HomePage(
              TestWindow.registry(),
              new Places(new SettingsModel(settings, _ -> {})),
              new Look(Palette.LIGHT, scale, Look.Density.WINDOW),
              new Formulas(),
              workers,
              Optional.of(LONG.repeat(6)),
              _ -> {});
      page.setStyle("-fx-font-size: " + 14 * scale + "px");
      var scene = Fx.scene(page, width, 700, Palette.LIGHT);
      scene
          .getStylesheets()
          .setAll(HomePage.class.getResource("/assets/styles/shell.css").toExternalForm());
      scene.snapshot(null);
      workers.close();

      assertThat(page.lookupAll(".scroll-bar"))
          .filteredOn(bar -> ((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL)
          .noneMatch(Node::isVisible);
      assertThat(((Region) page.getContent()).getWidth()).isLessThanOrEqualTo(width);
      var button = page.lookup("#continue");
      var place = button.localToScene(button.getLayoutBounds());
      assertThat(place.getMaxX()).isLessThan(width);
      assertThat(place.getWidth()).isGreaterThan(80);
      var tops =
          page.lookupAll(".exercise-card").stream()
              .map(card -> card.localToScene(card.getLayoutBounds()).getMinY())
              .distinct()
              .count();
      assertThat(tops).isEqualTo((7 + columns - 1) / columns);
    });
  }
}
