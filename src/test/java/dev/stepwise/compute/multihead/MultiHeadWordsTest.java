package dev.stepwise.compute.multihead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the steps say where there is one head, one column, one token, or where rows are no tokens.
class MultiHeadWordsTest {
  private static final MultiHeadExercise EXERCISE = new MultiHeadExercise();

  private static MultiHeadProblem problem(String text, int width, int heads, String reshape) {
    var inputs = new LinkedHashMap<String, Object>(Map.of("text", text));
    var parameters =
        new LinkedHashMap<String, Object>(
            Map.of("d_model", (long) width, "num_heads", (long) heads, "reshape", reshape));
    return EXERCISE.problem(new Given(inputs, parameters));
  }

  private static List<Narration> all(MultiHeadProblem problem) {
    var told = new ArrayList<Narration>();
    collect(EXERCISE.run(problem), told);
    return told;
  }

  private static void collect(Run<MultiHeadFrame> run, List<Narration> told) {
    for (int i = 0; run.has(i); i++) {
      told.add(run.step(i).narration());
      if (run.step(i).isComposite()) {
        collect(run.step(i).inside(), told);
      }
    }
  }

  @Test
  void one_head_is_not_called_all_of_them() {
    for (var told : all(problem("a b", 8, 1, "with-transpose"))) {
      assertThat(told.title() + " " + told.caption())
          .doesNotContain("all 1", "1 pieces", "1 rows", "1 heads", "one a head", "a 8×8");
    }
  }

  @Test
  void an_8_is_an_8() {
    var first = all(problem("a b", 8, 2, "with-transpose")).getFirst();
    assertThat(first.caption()).contains("an 8×8 matrix", "both heads");
  }

  @Test
  void heads_of_one_column_and_single_tokens_are_counted_as_one() {
    for (var told : all(problem("a", 4, 4, "with-transpose"))) {
      assertThat(told.title() + " " + told.caption())
          .doesNotContain(" 1 columns", " 1 numbers", " 1 tokens", " 1 queries");
    }
  }

  @Test
  void after_a_wrong_reshape_a_row_of_a_head_is_a_piece_of_one_token() {
    var problem = problem("a b c d", 8, 2, "without-transpose");
    for (int head = 0; head < 2; head++) {
      var pieces = problem.pieces(head);
      for (int row = 0; row < problem.length(); row++) {
        for (int column = 0; column < problem.headWidth(); column++) {
          int[] from = problem.source(new Place(head, row, column));
          assertThat(pieces.get(row).token()).isEqualTo(from[0]);
          assertThat(pieces.get(row).number()).isEqualTo(from[1] / problem.headWidth());
        }
      }
    }
    assertThat(problem("a b", 8, 2, "with-transpose").pieces(0)).isEmpty();
  }

  @Test
  void after_a_wrong_reshape_rows_inside_a_head_are_not_called_tokens() {
    var run = EXERCISE.run(problem("a b c d", 8, 2, "without-transpose"));
    var inside = new ArrayList<Narration>();
    collect(run.step(3).inside(), inside);
    for (var told : inside) {
      var words = told.title() + " " + told.caption();
      if (words.contains("“")) {
        assertThat(words).contains("piece");
      }
      for (var row : told.table().rows()) {
        assertThat(row.getFirst()).doesNotStartWith("“");
      }
    }
    assertThat(inside).anyMatch(told -> told.title().contains("row 1, piece 1 of “a”"));
    assertThat(run.step(4).inside().step(2).narration().title()).startsWith("Row 2:");
    assertThat(run.step(5).inside().step(2).narration().title()).isEqualTo("Row 2 of the output");
  }

  @Test
  void rows_are_labelled_by_what_they_are() {
    var problem = problem("a b c d", 8, 2, "without-transpose");
    assertThat(Words.labels(problem.tokens(), problem.pieces(1)))
        .containsExactly("c · 0", "c · 1", "d · 0", "d · 1");
  }

  @Test
  void of_one_token_or_one_head_a_wrong_reshape_misplaces_nothing_and_says_so() {
    for (var harmless :
        List.of(
            problem("a", 8, 2, "without-transpose"), problem("a b", 8, 1, "without-transpose"))) {
      assertThat(harmless.misplaces()).isFalse();
      for (var told : all(harmless)) {
        assertThat(told.title() + " " + told.caption())
            .doesNotContain("instead", "by chance", "pieces of", "several of each", "wrong places");
      }
    }
  }
}
