package dev.stepwise.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.check.Report.Verdict;
import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Code of learners is run and judged. Where python3 or NumPy is missing the tests fail.
@Tag("python")
class CheckerTest {
  private static final String ATTENTION =
      """
      import numpy as np
      # stepwise: X=tokens, W_q=A, W_k=B, W_v=C
      def softmax(x):
          e = np.exp(x - x.max(axis=-1, keepdims=True))
          return e / e.sum(axis=-1, keepdims=True)
      def attend(tokens, A, B, C):
          q, k, v = tokens @ A, tokens @ B, tokens @ C
          E = q @ k.T
          S = E / np.sqrt(k.shape[-1])
          return softmax(S) @ v
      """;

  @TempDir Path folder = Path.of("");

  private static LoadedScenario<?, ?> scenario(String text) throws Exception {
    var reader =
        new ScenarioReader(
            List.of(new AttentionExercise(), new KMeansExercise(), new LstmExercise()));
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return reader.complete("test.json", reader.read("test.json", bytes));
  }

  private Report check(String scenario, String code) throws Exception {
    var file = Files.writeString(folder.resolve("mine.py"), code);
    return new Checker(Python.find(Optional.empty()), Duration.ofSeconds(20))
        .check(scenario(scenario), file, Optional.empty(), _ -> {});
  }

  private Report attention(String code) throws Exception {
    return check(
        "{\"stepwise\": 1, \"exercise\": \"self-attention\", \"parameters\": {\"seq_len\": 4}}",
        code);
  }

  @Test
  void the_right_way_is_equal_under_other_names() throws Exception {
    assertThat(attention(ATTENTION).verdict()).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void the_first_wrong_stage_and_its_cause_are_named_in_the_learners_names() throws Exception {
    var report = attention(ATTENTION.replace("E / np.sqrt(k.shape[-1])", "E"));
    assertThat(report.verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(report.difference().orElseThrow().name()).isEqualTo("scores");
    assertThat(report.cause().orElseThrow().id()).isEqualTo("no-scaling");
    assertThat(report.message()).contains("your E").contains("yours ÷ run = 2.00 in all 16");
  }

  @Test
  void an_exception_is_told_with_the_learners_line() throws Exception {
    var report = attention("def attention(X, W_q, W_k, W_v):\n    return X[100]\n");
    assertThat(report.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(report.message()).contains("line 2").contains("IndexError");
  }

  @Test
  void a_step_of_an_lstm_is_driven_through_the_sequence() throws Exception {
    var code =
        """
        import numpy as np
        def sigma(a):
            return 1 / (1 + np.exp(-a))
        def lstm_cell(x_t, h_prev, c_prev, Wf, Wi, Wc, Wo, bf, bi, bc, bo):
            z = np.hstack((x_t, h_prev))
            f, i, o = sigma(Wf @ z + bf), sigma(Wi @ z + bi), sigma(Wo @ z + bo)
            c = f * c_prev + i * np.tanh(Wc @ z + bc)
            h = o * np.tanh(c)
            return h, c
        """;
    var scenario =
        "{\"stepwise\": 1, \"exercise\": \"lstm\", \"parameters\": {\"hidden_size\": 2,"
            + " \"time_steps\": 4}}";
    assertThat(check(scenario, code).verdict()).isEqualTo(Verdict.EQUAL);
    var wrong = check(scenario, code.replace("o * np.tanh(c)", "o * c"));
    assertThat(wrong.difference().orElseThrow().name()).isEqualTo("h");
    assertThat(wrong.cause().orElseThrow().id()).isEqualTo("no-tanh");
  }

  @Test
  void a_walk_goes_line_by_line_beside_the_steps_of_the_run() throws Exception {
    var walk = attention(ATTENTION).context().walk();
    var lines = walk.moments().stream().map(Walk.Moment::line).toList();
    assertThat(lines).containsExactly(6, 7, 8, 9, 3, 4, 5, 10);
    var scaled = walk.moments().get(3);
    assertThat(scaled.function()).isEqualTo("attend");
    assertThat(scaled.written()).containsExactly("S");
    assertThat(scaled.locals()).containsKeys("tokens", "q", "E", "S").doesNotContainKey("x");
    var steps = walk.moments().stream().map(moment -> moment.step().orElse("none")).toList();
    assertThat(steps).startsWith("none", "1", "2", "3").last().isEqualTo("3");
  }

  @Test
  void a_walk_comes_to_the_line_that_is_wrong_at_the_step_that_it_stands_for() throws Exception {
    var report = attention(ATTENTION.replace("E / np.sqrt(k.shape[-1])", "E * 1.5"));
    assertThat(report.context().line()).isEqualTo(9);
    var step = report.difference().orElseThrow().step();
    var walk = report.context().walk();
    assertThat(walk.moments().get(3).step()).contains(step);
    var sides = report.difference().orElseThrow().sides().orElseThrow();
    assertThat(sides.yours().shape()).isEqualTo("4×4");
    assertThat(sides.size()).isEqualTo(16);
  }

  @Test
  void a_walk_leads_up_to_the_line_of_an_exception() throws Exception {
    var report = attention("def attention(X, W_q, W_k, W_v):\n    n = len(X)\n    return X[100]\n");
    assertThat(report.context().line()).isEqualTo(3);
    assertThat(report.context().walk().moments().getLast().line()).isEqualTo(3);
  }

  @Test
  void a_comment_names_the_function() throws Exception {
    var code = ATTENTION + "def attention(X, W_q, W_k, W_v):\n    return X\n";
    assertThat(attention(code).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(attention("# stepwise: function=attend\n" + code).verdict())
        .isEqualTo(Verdict.EQUAL);
  }
}
