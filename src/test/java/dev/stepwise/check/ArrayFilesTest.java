package dev.stepwise.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.check.Report.Verdict;
import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Arrays from any language are judged by their names and values.
class ArrayFilesTest {
  /// X and all W are such that Q = K = V = X, and d_k is 1.
  private static final String SCENARIO =
      """
      {"stepwise": 1, "exercise": "self-attention", "inputs": {
        "X": [[1, 2, 0, 1], [0, 1, 1, 3]],
        "W_q": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]],
        "W_k": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]],
        "W_v": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]},
       "parameters": {"d_model": 4, "d_k": 4}}
      """;

  @TempDir Path folder = Path.of("");

  private Report check(String name, String content) throws Exception {
    var file = Files.writeString(folder.resolve(name), content);
    var reader = new ScenarioReader(List.of(new AttentionExercise()));
    var scenario = reader.read("test.json", SCENARIO.getBytes(StandardCharsets.UTF_8));
    return new Checker(Optional.empty(), Checker.LIMIT)
        .check(reader.complete("test.json", scenario), file, Optional.empty(), _ -> {});
  }

  @Test
  void scores_that_are_not_scaled_are_the_first_that_differ() throws Exception {
    var report = check("mine.json", "{\"scores\": [[6, 5], [5, 11]]}");
    assertThat(report.verdict()).isEqualTo(Verdict.DIFFERS);
    var difference = report.difference().orElseThrow();
    assertThat(difference.name()).isEqualTo("scores");
    assertThat(difference.index()).containsExactly(0, 0);
    assertThat(difference.yours()).isEqualTo(6.0);
    assertThat(difference.expected()).isEqualTo(3.0);
  }

  @Test
  void code_without_python_is_an_error_with_a_remedy() throws Exception {
    var report = check("mine.py", "x = 1");
    assertThat(report.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(report.message()).contains("--python");
  }

  @Test
  void a_file_that_is_no_array_names_what_would_be_right() throws Exception {
    assertThat(check("mine.json", "[1]").message()).contains("is no JSON object");
    assertThat(check("output.csv", "1,2\n3,x\n").message()).contains("line 2");
    assertThat(check("mine.npz", "no zip").message()).contains("numpy.savez");
  }
}
