package dev.stepwise.shell.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.check.Python;
import dev.stepwise.check.Report.Sides;
import dev.stepwise.compute.run.Value;
import dev.stepwise.testing.Reports;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckWordsTest {

  @Test
  void the_first_difference_is_told_in_the_learners_names() {
    var report = Reports.wrong();
    assertThat(CheckWords.title(report)).isEqualTo("centroids[1, 1] is the first to differ");
    assertThat(CheckWords.sentence(report))
        .isEqualTo("Yours is C, made in line 4. 1 of 4 numbers differs.");
    assertThat(report.stages())
        .extracting(stage -> CheckWords.status(stage, report.difference()))
        .containsExactly("equal", "not kept", "from [1, 1]", "follows");
    assertThat(report.stages())
        .extracting(CheckWords::yours)
        .containsExactly("your nearest", "", "your C", "");
    assertThat(CheckWords.ratio(report.difference().orElseThrow())).contains("2");
  }

  @Test
  void a_failure_is_a_sentence() {
    assertThat(CheckWords.sentence(Reports.failed()))
        .startsWith("Your code fails in line 3")
        .endsWith(".");
  }

  @Test
  void it_is_said_who_runs_code_and_as_whom_and_what_helps_where_nobody_does() {
    assertThat(
            CheckWords.python(Optional.of(Optional.of(new Python(List.of("py", "-3"), "3.9.1")))))
        .contains("Python 3.9.1 (py -3)")
        .contains("as you");
    assertThat(CheckWords.python(Optional.of(Optional.empty())))
        .contains("python.org")
        .contains("settings")
        .contains("numpy.savez");
  }

  @Test
  void of_several_matrices_the_one_with_the_first_difference_is_drawn() {
    var ones = new Value.Matrix(new double[][] {{1, 1}});
    var twos = new Value.Matrix(new double[][] {{1, 2}});
    var sides =
        new Sides(
            new Value.Many(List.of(ones, twos)),
            new Value.Many(List.of(ones, ones)),
            List.of(1, 0, 1),
            1,
            4,
            1e-6);
    var slice = Slice.of(sides).orElseThrow();
    assertThat(slice.within()).containsExactly(1);
    assertThat(slice.yours()[slice.row()][slice.column()]).isEqualTo(2);
    assertThat(slice.run()[slice.row()][slice.column()]).isEqualTo(1);
  }

  @Test
  void a_vector_is_drawn_as_a_row_and_a_single_number_not_at_all() {
    var sides =
        new Sides(
            new Value.Vector(new double[] {1, 2, 3}),
            new Value.Vector(new double[] {1, 2, 4}),
            List.of(2),
            1,
            3,
            1e-6);
    assertThat(Slice.of(sides).orElseThrow().column()).isEqualTo(2);
    assertThat(Slice.of(new Sides(new Value.Scalar(1), new Value.Scalar(2), List.of(), 1, 1, 1e-6)))
        .isEmpty();
  }
}
