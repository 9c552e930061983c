package dev.stepwise.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.quiz.Review.Correctness;
import dev.stepwise.quiz.Review.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private static Review answered(Review review, String kind, Correctness correctness) {
    return review.answered("k-means", kind, Certainty.CERTAIN, correctness, MONDAY);
  }

  @Test
  void what_went_wrong_is_due_at_once_and_comes_before_what_is_old() {
    var review = answered(Review.EMPTY, "old", Correctness.RIGHT);
    review = answered(review, "wrong", Correctness.WRONG);
    var progress = review.of("k-means");
    assertThat(progress.due(MONDAY)).containsExactly("wrong");
    assertThat(progress.due(MONDAY.plusDays(2))).containsExactly("wrong");
    assertThat(progress.due(MONDAY.plusDays(3))).containsExactly("wrong", "old");
  }

  @Test
  void a_right_answer_makes_up_for_a_wrong_one() {
    var review = answered(Review.EMPTY, "nearest", Correctness.WRONG);
    review = answered(review, "nearest", Correctness.RIGHT);
    var progress = review.of("k-means");
    assertThat(progress.due(MONDAY)).isEmpty();
    assertThat(progress.kinds().values())
        .singleElement()
        .satisfies(nearest -> {
          assertThat(nearest.total()).isEqualTo(new Tally.Score(1, 2));
          assertThat(nearest.isOverconfident()).isTrue();
        });
  }

  @Test
  void a_part_never_goes_back() {
    var review = Review.EMPTY.reached("bpe", Part.WATCH, 0.75).reached("bpe", Part.WATCH, 0.25);
    assertThat(review.of("bpe").part(Part.WATCH)).isEqualTo(0.75);
    assertThat(review.of("bpe").part(Part.CODE)).isZero();
  }

  @Test
  void what_is_saved_is_read_again(@TempDir Path folder) throws IOException {
    var review = answered(Review.EMPTY, "nearest", Correctness.WRONG);
    review = answered(review, "moves", Correctness.RIGHT).reached("k-means", Part.BY_HAND, 0.5);
    review = review.read("k-means", "why-it-works").read("bpe", "the-problem");
    var file = new ReviewFile(folder.resolve("deep").resolve("progress.json"));
    file.save(review);
    assertThat(file.load().review()).isEqualTo(review);
    assertThat(file.load().remark()).isEmpty();
  }

  @Test
  void a_file_without_ticks_of_lessons_is_read(@TempDir Path folder) throws IOException {
    var path = folder.resolve("progress.json");
    Files.writeString(path, "{\"exercises\": {\"bpe\": {\"parts\": {\"watch\": 1}}}}");
    var review = new ReviewFile(path).load().review();
    assertThat(review.of("bpe").part(Part.WATCH)).isEqualTo(1);
    assertThat(review.of("bpe").read()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[]",
        "{\"exercises\": {\"k-means\": {\"kinds\": {\"a\": {\"last\": \"never\"}}}}}",
        "\u0000"
      })
  void a_broken_file_is_set_aside_and_said(String content, @TempDir Path folder)
      throws IOException {
    var path = folder.resolve("progress.json");
    Files.writeString(path, content);
    var loaded = new ReviewFile(path).load();
    assertThat(loaded.review()).isEqualTo(Review.EMPTY);
    assertThat(loaded.remark()).isPresent();
    assertThat(folder.resolve("progress.json.bak")).hasContent(content);
  }
}
