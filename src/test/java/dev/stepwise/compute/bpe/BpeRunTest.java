package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.testing.Contents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The run: its steps, in whatever order they are asked for.
class BpeRunTest {
  static Stream<BpeProblem> problems() {
    return TrainingTest.problems()
        .limit(24)
        .map(problem -> problem.withEncode(List.of("abc", "aaaa", "zé")));
  }

  private static Run<BpeFrame> run(BpeProblem problem) {
    return new BpeRun(problem, new Training(problem));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void the_top_level_is_split_then_merges_then_encode(BpeProblem problem) {
    var run = run(problem);
    int length = run.length();

    assertThat(run.step(0).phase()).isEqualTo("split");
    for (int index = 1; index < length - 1; index++) {
      assertThat(run.step(index).phase()).isEqualTo("merge");
      assertThat(run.step(index).frame().applied()).isEqualTo(index);
    }
    assertThat(run.step(length - 1).phase()).isEqualTo("encode");
    assertThat(run.has(length)).isFalse();
    assertThat(run.knownLength()).hasValue(length);
    assertThatThrownBy(() -> run.step(length)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void a_step_is_the_same_in_whatever_order_it_is_asked_for(BpeProblem problem) {
    var forwards = run(problem);
    var jumping = run(problem);
    var random = new Well19937c(3);
    int length = forwards.length();
    for (int visit = 0; visit < 6; visit++) {
      int index = random.nextInt(length);
      assertSame(jumping.step(index), forwards.step(index));
      if (jumping.step(index).isComposite()) {
        var one = sample(jumping.step(index));
        var other = sample(forwards.step(index));
        assertThat(one).hasSameSizeAs(other);
        for (int i = 0; i < one.size(); i++) {
          assertSame(one.get(i), other.get(i));
        }
      }
    }
  }

  private static void assertSame(Step<BpeFrame> one, Step<BpeFrame> other) {
    assertThat(one.narration()).isEqualTo(other.narration());
    assertThat(one.kind()).isEqualTo(other.kind());
    assertThat(one.conditions()).isEqualTo(other.conditions());
    assertThat(one.frame().pairs(50)).isEqualTo(other.frame().pairs(50));
    assertThat(Contents.of(one.frame().variables()))
        .isEqualTo(Contents.of(other.frame().variables()));
  }

  /// Steps inside a step at every depth: at each the first, the last, and some between.
  private static List<Step<BpeFrame>> sample(Step<BpeFrame> step) {
    var steps = new ArrayList<Step<BpeFrame>>();
    var inside = step.inside();
    int length = inside.length();
    int stride = Math.max(1, length / 6);
    for (int i = 0; i < length; i = i == length - 1 ? length : Math.min(i + stride, length - 1)) {
      steps.add(inside.step(i));
      if (inside.step(i).isComposite()) {
        steps.addAll(sample(inside.step(i)));
      }
    }
    return steps;
  }

  @ParameterizedTest
  @MethodSource("problems")
  void counting_word_by_word_ends_with_the_counts_of_the_choice(BpeProblem problem) {
    var run = run(problem);
    if (run.length() < 3) {
      return;
    }
    var inside = run.step(run.length() - 2).inside();
    var counting = inside.step(0).inside();
    var last = counting.step(counting.length() - 1).frame();

    assertThat(last.pairs(100)).isEqualTo(inside.step(1).frame().pairs(100));
    assertThat(last.pairs(1).rows().getFirst().pair())
        .isEqualTo(inside.step(1).frame().merge().orElseThrow().pair());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void what_a_step_reads_and_writes_are_variables_or_arguments(BpeProblem problem) {
    var run = run(problem);
    for (int index = 0; run.has(index); index++) {
      var step = run.step(index);
      var names = step.frame().variables().keySet();
      if (!step.phase().equals("encode")) {
        assertThat(names).as(step.crumb()).containsAll(step.writes());
      }
    }
  }

  @Test
  void no_merge_at_all_is_a_run_of_two_steps() {
    var run = run(new BpeProblem(Corpus.ofText("ab"), Rules.STANDARD, 0, List.of()));

    assertThat(run.length()).isEqualTo(2);
    assertThat(run.step(1).frame().focus()).isEqualTo(new EncodeFocus.Encoded(List.of()));
    assertThat(run.step(1).isComposite()).isFalse();
  }

  @Test
  void pairs_that_run_out_end_the_run_early_and_say_so() {
    var run = run(new BpeProblem(Corpus.ofText("ab ab"), Rules.STANDARD, 50, List.of()));
    var last = run.step(run.length() - 1);

    assertThat(run.length()).isEqualTo(4);
    assertThat(last.conditions()).contains(BpeConditions.NO_PAIR_LEFT);
    assertThat(last.narration().caption()).contains("no pair was left");
  }

  @Test
  void learning_stops_when_its_thread_is_interrupted_and_goes_on_when_asked_again() {
    var problem = TrainingTest.problems().skip(3).findFirst().orElseThrow();
    var training = new Training(problem);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> training.has(5)).isInstanceOf(CancellationException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(training.has(1)).isTrue();
  }
}
