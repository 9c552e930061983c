package dev.stepwise.compute.multihead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Run;
import dev.stepwise.lesson.Listing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiHeadTest {
  private static final MultiHeadExercise EXERCISE = new MultiHeadExercise();

  private static MultiHeadProblem random(Map<String, Object> parameters) {
    return EXERCISE.problem(new Given(new LinkedHashMap<>(), new LinkedHashMap<>(parameters)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void each_head_is_self_attention_with_its_columns(int heads) {
    var problem = random(Map.of("seq_len", 5L, "d_model", 8L, "num_heads", (long) heads));
    var pass = MultiHead.pass(problem);
    for (int head = 0; head < heads; head++) {
      var single = Attention.pass(problem.single(head));
      assertThat(pass.heads().get(head).weights()).isDeepEqualTo(single.weights());
      assertThat(pass.heads().get(head).output()).isDeepEqualTo(single.output());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"with-transpose", "without-transpose"})
  void every_number_goes_to_one_place_and_comes_back(String reshape) {
    var problem =
        random(Map.of("seq_len", 6L, "d_model", 12L, "num_heads", 3L, "reshape", reshape));
    for (int row = 0; row < 6; row++) {
      for (int column = 0; column < 12; column++) {
        var place = problem.target(row, column);
        assertThat(problem.source(place)).containsExactly(row, column);
      }
    }
  }

  @Test
  void the_wrong_reshape_mixes_tokens() {
    var problem =
        random(
            Map.of("seq_len", 8L, "d_model", 32L, "num_heads", 4L, "reshape", "without-transpose"));
    // NumPy: np.arange(8·32).reshape(4, 8, 8)[2, 6, 6] is 182 = 5·32 + 22.
    assertThat(problem.target(5, 22)).isEqualTo(new Place(2, 6, 6));
    var right = random(Map.of("seq_len", 8L, "d_model", 32L, "num_heads", 4L));
    assertThat(right.target(5, 22)).isEqualTo(new Place(2, 5, 6));
    assertThat(MultiHead.pass(problem).output()).isNotEqualTo(MultiHead.pass(right).output());
  }

  @Test
  void with_one_head_both_reshapes_agree() {
    var right = random(Map.of("num_heads", 1L));
    var wrong = random(Map.of("num_heads", 1L, "reshape", "without-transpose"));
    assertThat(MultiHead.pass(wrong).output()).isDeepEqualTo(MultiHead.pass(right).output());
  }

  @Test
  void parameters_and_multiplications_do_not_depend_on_the_heads() {
    var one = new Cost(10, 512, 1);
    var eight = new Cost(10, 512, 8);
    assertThat(eight.parameters()).isEqualTo(one.parameters()).isEqualTo(1_048_576);
    assertThat(eight.total()).isEqualTo(one.total());
    assertThat(new Cost(1024, 512, 8).attention()).isEqualTo(new Cost(1024, 512, 8).projections());
  }

  @Test
  void a_width_that_the_heads_do_not_divide_is_refused() {
    assertThatThrownBy(() -> random(Map.of("d_model", 10L, "num_heads", 4L)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "d_model 10 is not divisible by 4 heads: 2 columns would be left over; choose num_heads"
                + " from 1, 2, 5, 10");
  }

  @Test
  void every_step_at_every_depth_writes_what_it_says() {
    var run = MultiHeadRun.of(random(Map.of("seq_len", 3L, "mask", "causal")));
    assertThat(visit(run, 4)).isGreaterThan(60);
    assertThat(run.step(6).frame().pass().joined()[1]).hasSize(8);
  }

  private static int visit(Run<MultiHeadFrame> run, int depth) {
    int steps = 0;
    for (int index = 0; run.has(index); index++) {
      var step = run.step(index);
      steps++;
      assertThat(step.narration().caption()).isNotBlank();
      assertThat(step.frame().variables().keySet()).containsAll(step.writes());
      if (depth > 0 && step.isComposite()) {
        steps += visit(step.inside(), depth - 1);
      }
    }
    return steps;
  }

  @Test
  void joined_rows_are_the_heads_side_by_side() {
    var pass = MultiHead.pass(random(Map.of("seq_len", 4L)));
    assertThat(pass.joined()[2])
        .startsWith(pass.heads().get(0).output()[2])
        .endsWith(pass.heads().get(1).output()[2]);
    assertThat(pass.heads().get(1).weights()[0])
        .satisfies(row -> {
          double sum = 0;
          for (double weight : row) {
            sum += weight;
          }
          assertThat(sum).isCloseTo(1, within(1e-12));
        });
  }

  @Test
  void the_steps_name_the_lines_that_do_what_they_do() {
    for (var straight : List.of(false, true)) {
      var reshape = straight ? "without-transpose" : "with-transpose";
      var run = MultiHeadRun.of(random(Map.of("reshape", reshape)));
      var expected =
          List.of(
              "X @ W_q, X @ W_k, X @ W_v",
              straight ? "P.reshape(num_heads, n, d_k)" : "P.reshape(n, num_heads, d_k)",
              straight ? "if reshape == \"without-transpose\"" : "P.transpose(1, 0, 2) for P",
              "heads = [attention(",
              "joined = mixed.transpose(1, 0, 2)",
              "output = joined @ W_o",
              "return output, attention_weights");
      var listing = Listing.of("multi-head-attention");
      for (int index = 0; index < expected.size(); index++) {
        int line = listing.line(run.step(index).anchor());
        assertThat(listing.lines().get(line - 1)).contains(expected.get(index));
      }
      assertThat(listing.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(73));
    }
  }

  @Test
  void the_steps_of_exercise_1_name_lines_of_this_listing() {
    var run = MultiHeadRun.of(random(Map.of("mask", "causal")));
    var listing = Listing.of("multi-head-attention");
    var names = new LinkedHashSet<String>();
    collect(run.step(0).inside(), names);
    collect(run.step(3).inside().step(1).inside(), names);
    assertThat(names)
        .contains("keys", "scores", "scale", "mask", "softmax", "max", "divide", "output", "end")
        .allSatisfy(name -> assertThat(listing.line(name)).as(name).isPositive());
  }

  private static void collect(Run<MultiHeadFrame> run, Set<String> names) {
    for (int index = 0; run.has(index); index++) {
      names.add(run.step(index).anchor());
      if (run.step(index).isComposite()) {
        collect(run.step(index).inside(), names);
      }
    }
  }
}
