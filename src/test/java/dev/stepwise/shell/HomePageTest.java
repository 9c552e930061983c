package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.practice.Journal;
import dev.stepwise.quiz.Certainty;
import dev.stepwise.quiz.Review;
import dev.stepwise.quiz.Review.Part;
import dev.stepwise.quiz.Review.Progress;
import dev.stepwise.session.Workers;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class HomePageTest {
  private static final String LONG = "the multiplication of a neuron of a gate of a time step ";

  @Test
  void a_place_is_named_as_the_run_names_it() {
    var at = new Settings.Place("tie", "4", "BPE merges, NaN of “It”", 0.4);

    assertThat(ExerciseCard.progress(Optional.of(at))).isEqualTo("at BPE merges, NaN of “It”");
    assertThat(ExerciseCard.progress(Optional.empty())).isEqualTo("not started");
  }

  /// One kind of question went wrong on the last day of January.
  private static Journal journal(String today) {
    var review =
        Review.EMPTY.answered(
            "k-means",
            "nearest",
            Certainty.FAIRLY,
            Review.Correctness.WRONG,
            LocalDate.parse("2026-01-31"));
    return new Journal(review, () -> Instant.parse(today + "T12:00:00Z"));
  }

  @Test
  void a_card_says_which_part_comes_next() {
    var end = Optional.of(new Settings.Place("tie", "4", "Converged", 1));
    var watched = Review.EMPTY.reached("k-means", Part.WATCH, 1);
    var predicted = watched.reached("k-means", Part.PREDICT, 1);
    var worked = predicted.reached("k-means", Part.BY_HAND, 1);

    assertThat(new FourParts(Optional.empty(), Progress.NONE).words()).isEqualTo("not started");
    assertThat(new FourParts(end, watched.of("k-means")).words()).isEqualTo("next: predict");
    assertThat(new FourParts(end, predicted.of("k-means")).words()).isEqualTo("next: by hand");
    assertThat(new FourParts(end, worked.of("k-means")).words()).isEqualTo("next: code");
    var checked = worked.reached("k-means", Part.CODE, 1);
    assertThat(new FourParts(end, checked.of("k-means")).words()).startsWith("✓");
  }

  @Test
  void what_went_wrong_is_due_and_says_since_when() {
    var cards =
        Fx.call(() -> DueCard.of(TestWindow.registry(), journal("2026-02-01"), _ -> {}).toList());

    assertThat(cards).hasSize(1);
    assertThat(
            Fx.call(() -> cards.getFirst().lookupAll(".label")).stream()
                .map(label -> ((Labeled) label).getText()))
        .contains("Who takes a point?", "missed yesterday", "1 kind");
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
              new Places(new SettingsModel(settings, _ -> {}), List.of()),
              journal("2026-01-31"),
              new Look(Palette.LIGHT, scale, Look.Density.WINDOW),
              new Formulas(),
              workers,
              Optional.of(LONG.repeat(6)),
              new LectureCard(
                  new LectureCard.Ways(_ -> {}, () -> {}, List.of(), _ -> {}, Optional.empty())),
              _ -> {},
              _ -> {},
              () -> {});
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
