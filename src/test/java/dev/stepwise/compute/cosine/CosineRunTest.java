package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineProblem.Selection;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CosineRunTest {

  static Stream<CosineProblem> problems() {
    return Stream.concat(
        IntStream.range(0, 30).mapToObj(Problems::random),
        Stream.of(Problems.texts(), Problems.with(Problems.texts(), Selection.PARTITION)));
  }

  private static void walk(Run<CosineFrame> run, Consumer<Step<CosineFrame>> each) {
    for (int index = 0; run.has(index); index++) {
      var step = run.step(index);
      each.accept(step);
      if (step.isComposite()) {
        walk(step.inside(), each);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void watching_changes_nothing(CosineProblem problem) {
    var run = CosineRun.of(problem);
    walk(run, _ -> {});
    var last = run.step(run.length() - 1).frame();
    var plain = CosineSearch.search(problem);
    assertThat(last.search().similarities()).containsExactly(plain.similarities());
    assertThat(Arrays.copyOf(last.standing().order(), problem.k()))
        .containsExactly(CosineSearch.topK(plain.similarities(), problem.k(), problem.selection()));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void steps_read_and_write_what_there_is_and_say_numbers(CosineProblem problem) {
    walk(
        CosineRun.of(problem),
        step -> {
          assertThat(step.narration().title()).isNotBlank().doesNotContain("Infinity");
          assertThat(step.narration().caption()).isNotBlank();
          assertThat(step.frame().standing().order()).hasSize(problem.count());
          assertThat(Arrays.stream(step.frame().standing().order()).sorted().toArray())
              .containsExactly(IntStream.range(0, problem.count()).toArray());
          assertThat(step.frame().variables().keySet())
              .as("%s %s", step.phase(), step.crumb())
              .containsAll(step.writes());
        });
  }

  @ParameterizedTest
  @MethodSource("problems")
  void the_same_step_is_the_same_whenever_it_is_asked_for(CosineProblem problem) {
    var run = CosineRun.of(problem);
    int select = run.length() - 2;
    var forward = titles(run.step(select).inside());
    var again = CosineRun.of(problem).step(select).inside();
    for (int index = forward.size() - 1; index >= 0; index--) {
      assertThat(again.step(index).narration().title()).isEqualTo(forward.get(index));
    }
  }

  private static List<String> titles(Run<CosineFrame> run) {
    var titles = new ArrayList<String>();
    for (int index = 0; run.has(index); index++) {
      titles.add(run.step(index).narration().title());
    }
    return titles;
  }

  @Test
  void each_insertion_keeps_what_is_placed_in_order() {
    var problem =
        Problems.of(new double[][] {{1, 0}, {0, 1}, {1, 1}}, new double[] {1, 2}, 1, Metric.COSINE);
    var inserts = CosineRun.of(problem).step(3).inside();
    assertThat(inserts.step(0).frame().standing().order()).containsExactly(0, 1, 2);
    assertThat(inserts.step(1).frame().standing().order()).containsExactly(1, 0, 2);
    assertThat(inserts.step(2).frame().standing().order()).containsExactly(2, 1, 0);
    assertThat(inserts.step(2).narration().title())
        .isEqualTo("d3 passes 2 documents, into the top 1");
  }

  @Test
  void terms_add_up_to_the_similarity() {
    var problem = Problems.random(5);
    var scores = CosineRun.of(problem);
    int compare = scores.length() - 3;
    var document = scores.step(compare).inside().step(0);
    var terms = document.inside();
    assertThat(terms.length()).isEqualTo(problem.dimensions());
    var last = terms.step(terms.length() - 1);
    assertThat(last.frame().focus()).isEqualTo(new ScoreFocus.OneTerm(0, terms.length() - 1));
  }

  @Test
  void conditions_name_ties_zero_vectors_and_what_is_not_a_number() {
    var tie =
        Problems.of(new double[][] {{1, 2}, {2, 1}, {1, 2}}, new double[] {1, 0}, 1, Metric.COSINE);
    assertThat(CosineRun.of(tie).step(3).conditions()).contains(CosineConditions.TIE);
    assertThat(CosineRun.of(tie).step(3).inside().step(2).conditions())
        .contains(CosineConditions.TIE);
    var zero =
        Problems.of(new double[][] {{0, 0}, {2, 1}}, new double[] {1, 0}, 1, Metric.COSINE, 0);
    var run = CosineRun.of(zero);
    assertThat(run.step(0).conditions()).contains(CosineConditions.ZERO_VECTOR);
    assertThat(run.step(1).inside().step(0).conditions())
        .contains(CosineConditions.ZERO_VECTOR, CosineConditions.NOT_A_NUMBER);
    assertThat(run.step(2).inside().step(0).conditions())
        .containsExactly(CosineConditions.NOT_A_NUMBER);
  }

  @Test
  void any_step_of_a_hundred_thousand_is_there_at_once() {
    var problem =
        Problems.of(
            Problems.gaussian(new Random(1), 100_000, 4),
            new double[] {1, 2, 3, 4},
            10,
            Metric.COSINE);
    var heap = CosineRun.of(Problems.with(problem, Selection.PARTITION)).step(3).inside();
    heap.step(10);
    long start = System.nanoTime();
    heap.step(99_999);
    heap.step(50_000);
    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
  }

  @Test
  void a_zero_query_has_no_direction_and_no_angle_is_claimed() {
    var run =
        CosineRun.of(
            Problems.of(new double[][] {{1, 0}, {0, 2}}, new double[] {0, 0}, 1, Metric.COSINE));
    var told = run.step(run.length() - 1).narration();
    assertThat(told.caption())
        .startsWith("The query is the zero vector: it has no direction.")
        .doesNotContain("°");
    assertThat(told.table().rows()).allSatisfy(row -> assertThat(row).contains("none"));
  }
}
