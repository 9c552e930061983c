package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.gradient.network.Order;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleEditsTest {
  private final GradientExercise exercise = new GradientExercise();

  private NetworkProblem problem(double share, long seed) {
    var before = Problems.network(seed);
    var data = before.data();
    return before.withData(LabelledData.of(data.x(), data.y(), share, before.descent().seed()));
  }

  /// Samples taken away, moved and added, some of a class that there was not.
  @SuppressWarnings("ArrayRecordComponent") // made here
  private record Edit(double[][] x, int[] y, int[] origins) {
    static Edit of(LabelledData data, Random random) {
      var x = new ArrayList<double[]>();
      var y = new ArrayList<Integer>();
      var origins = new ArrayList<Integer>();
      for (int i = 0; i < data.x().length; i++) {
        if (random.nextInt(5) == 0 && i > 1) {
          continue;
        }
        double[] row = data.x()[i].clone();
        row[0] += random.nextInt(4) == 0 ? 1 : 0;
        x.add(row);
        y.add(data.y()[i]);
        origins.add(i);
      }
      int added = random.nextInt(5);
      for (int i = 0; i < added; i++) {
        x.add(random.doubles(data.dimensions()).toArray());
        y.add(random.nextInt(data.classes() + 2));
        origins.add(-1);
      }
      return new Edit(x.toArray(double[][]::new), whole(y), whole(origins));
    }

    private static int[] whole(List<Integer> numbers) {
      return numbers.stream().mapToInt(i -> i).toArray();
    }

    NetworkProblem applied(NetworkProblem problem) {
      return SampleEdits.withSamples(problem, x, y, origins);
    }
  }

  private static boolean isHeld(LabelledData data, int sample) {
    return Arrays.binarySearch(data.held(), sample) >= 0;
  }

  @Test
  void samples_that_stay_are_trained_on_or_held_out_as_before() {
    for (long seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      var before = problem(0.1 + 0.1 * random.nextInt(6), seed);
      var edit = Edit.of(before.data(), random);
      var after = edit.applied(before).data();
      for (int i = 0; i < edit.origins().length; i++) {
        int from = edit.origins()[i];
        if (from >= 0) {
          assertThat(isHeld(after, i)).as("seed %d", seed).isEqualTo(isHeld(before.data(), from));
        }
      }
      assertThat(after.held().length + after.training().length).isEqualTo(edit.origins().length);
    }
  }

  @Test
  void what_is_added_keeps_the_share() {
    for (long seed = 1; seed <= 20; seed++) {
      var problem = problem(0.3, seed);
      int n = problem.data().x().length;
      for (int added = 1; added <= 12; added++) {
        var data = problem.data();
        double[][] x = Arrays.copyOf(data.x(), data.x().length + 1);
        x[x.length - 1] = data.x()[0];
        int[] y = Arrays.copyOf(data.y(), x.length);
        int[] origins = Order.asGiven(x.length);
        origins[x.length - 1] = -1;
        problem = SampleEdits.withSamples(problem, x, y, origins);
        assertThat(problem.data().held()).hasSize((int) Math.round(0.3 * (n + added)));
      }
    }
  }

  @Test
  void the_weights_to_start_from_stay_whatever_classes_come_and_go() {
    for (long seed = 1; seed <= 60; seed++) {
      var before = problem(0.2, seed);
      var after = Edit.of(before.data(), new Random(seed)).applied(before);
      var from = Trainer.initialise(before);
      var to = Trainer.initialise(after);
      assertThat(to.w1()).isDeepEqualTo(from.w1());
      assertThat(to.b1()).containsExactly(from.b1());
      assertThat(columns(to, from.classes())).isDeepEqualTo(columns(from, to.classes()));
      assertThat(after.start()).isEqualTo(before.start());
    }
  }

  private static double[][] columns(Parameters parameters, int most) {
    return Arrays.stream(parameters.w2())
        .map(row -> Arrays.copyOf(row, Math.min(row.length, most)))
        .toArray(double[][]::new);
  }

  @Test
  void what_was_kept_is_kept_in_a_file_too() {
    for (long seed = 1; seed <= 30; seed++) {
      var before = problem(0.3, seed);
      var after = Edit.of(before.data(), new Random(seed)).applied(before);
      var read = (NetworkProblem) exercise.problem(exercise.given(after));
      assertThat(read.data().held()).containsExactly(after.data().held());
      assertThat(Trainer.order(read, 2)).containsExactly(Trainer.order(after, 2));
      assertThat(Trainer.initialise(read).sameAs(Trainer.initialise(after))).isTrue();
    }
  }

  private static NetworkProblem shuffled(NetworkProblem problem) {
    return problem.withDescent(shuffled(problem.descent()));
  }

  private static Descent shuffled(Descent descent) {
    return new Descent(
        descent.rate(),
        List.of(),
        3,
        2,
        Descent.Ordering.SHUFFLED,
        descent.seed(),
        descent.draws());
  }

  /// What is left of an order by an edit, in the indices after it.
  private static int[] left(int[] order, int[] origins) {
    return Arrays.stream(order)
        .map(sample -> Arrays.stream(origins).boxed().toList().indexOf(sample))
        .filter(i -> i >= 0)
        .toArray();
  }

  /// Those of an order that were there before an edit.
  private static int[] older(int[] order, int[] origins) {
    return Arrays.stream(order).filter(sample -> origins[sample] >= 0).toArray();
  }

  @Test
  void samples_that_stay_are_visited_in_the_same_order_in_every_epoch() {
    for (long seed = 1; seed <= 40; seed++) {
      var random = new Random(seed);
      var problem = shuffled(problem(0.2, seed));
      for (int edits = 0; edits < 4; edits++) {
        var edit = Edit.of(problem.data(), random);
        var after = edit.applied(problem);
        for (int epoch = 1; epoch <= 3; epoch++) {
          int[] order = Trainer.order(after, epoch);
          assertThat(Arrays.stream(order).sorted()).containsExactly(boxed(after.data().training()));
          assertThat(older(order, edit.origins()))
              .as("seed %d, edit %d, epoch %d", seed, edits, epoch)
              .containsExactly(left(Trainer.order(problem, epoch), edit.origins()));
        }
        problem = after;
      }
    }
  }

  private static Integer[] boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
  }

  @Test
  void so_are_those_of_a_regression() {
    for (long seed = 1; seed <= 40; seed++) {
      var drawn = Problems.regression(seed);
      var problem = drawn.withDescent(shuffled(drawn.descent()));
      int n = problem.y().length;
      int[] origins = Order.asGiven(n + 1);
      origins[1] = n - 1; // the last one in the place of the second, which goes
      origins[n - 1] = -1;
      origins[n] = -1;
      var x = new double[n + 1][problem.dimensions()];
      var after = SampleEdits.withSamples(problem, x, new double[n + 1], origins);
      for (int epoch = 1; epoch <= 3; epoch++) {
        assertThat(older(RegressionTrainer.order(after, epoch), origins))
            .containsExactly(left(RegressionTrainer.order(problem, epoch), origins));
      }
      var read = (RegressionProblem) exercise.problem(exercise.given(after));
      assertThat(read.descent()).isEqualTo(after.descent());
    }
  }

  @Test
  void a_sample_that_comes_and_goes_leaves_nothing_behind() {
    var before = shuffled(problem(0, 5));
    var x = before.data().x();
    var y = before.data().y();
    int[] more = Order.asGiven(x.length + 1);
    more[x.length] = -1;
    var with = Arrays.copyOf(x, x.length + 1);
    with[x.length] = x[0];
    var added = SampleEdits.withSamples(before, with, Arrays.copyOf(y, y.length + 1), more);
    assertThat(exercise.given(added).inputs()).containsKey("draws");
    var gone = SampleEdits.withSamples(added, x, y, Order.asGiven(x.length));
    assertThat(gone.descent()).isEqualTo(before.descent());
    assertThat(exercise.given(gone).inputs()).doesNotContainKey("draws");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "model", "held_out"})
  void what_draws_anew_lets_places_in_the_drawn_orders_go(String parameter) {
    var before = shuffled(problem(0, 6));
    int n = before.data().x().length - 1;
    var data = before.data();
    int[] fewer = Order.asGiven(n);
    var edited = SampleEdits.withSamples(before, data.rows(fewer), data.labels(fewer), fewer);
    assertThat(exercise.given(edited).inputs()).containsKey("draws");
    Map<String, Object> values = Map.of("seed", 9L, "model", "linear-regression", "held_out", 0.25);
    var changed =
        exercise.changed(edited, parameter, Objects.requireNonNull(values.get(parameter)));
    assertThat(exercise.given(changed).inputs()).doesNotContainKey("draws");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3,0,1", "3,0,1,1", "3,0,1,2,4", "3,0,1,900000"})
  void places_that_are_not_those_of_the_samples_are_refused(String draws) {
    int[] stated = Arrays.stream(draws.split(",")).mapToInt(Integer::parseInt).toArray();
    var given =
        exercise
            .given(Problems.network(1))
            .without(GradientParameters.HELD)
            .withInputs(
                Map.of(
                    "X", new double[][] {{1}, {2}, {3}}, "y", new int[] {0, 1, 1}, "draws", stated))
            .withParameters(Map.of("held_out", 0.0));
    assertThatThrownBy(() -> exercise.problem(given))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("each of the 3 samples trained on")
        .hasMessageContaining("leave it out");
  }

  /// Six orders of three; the same seed always gives the same counts.
  @Test
  void every_order_is_as_likely_where_some_come_later() {
    var counts = new HashMap<List<Integer>, Integer>();
    for (int epoch = 1; epoch <= 6000; epoch++) {
      counts.merge(Arrays.asList(boxed(Order.grown(1, 3, 42, epoch))), 1, Integer::sum);
    }
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(900, 1100));
  }

  @Test
  void another_share_draws_anew() {
    var before = problem(0.3, 4);
    int n = before.data().x().length;
    var x = before.data().x();
    int[] origins = Order.asGiven(n);
    origins[n - 1] = -1;
    origins[0] = -1;
    var edited = SampleEdits.withSamples(before, x, before.data().y(), origins);
    var other = (NetworkProblem) exercise.changed(edited, "held_out", 0.5);
    assertThat(other.data().held())
        .containsExactly(Order.heldOut(n, (int) Math.round(0.5 * n), before.descent().seed()));
    assertThat(exercise.given(other).inputs()).doesNotContainKey("held");
  }

  @Test
  void one_sample_is_left_to_train_on() {
    var before = problem(0.5, 2);
    int[] held = before.data().held();
    var after =
        SampleEdits.withSamples(before, before.data().rows(held), before.data().labels(held), held);
    assertThat(after.data().training()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,0", "99", "0,1,2"})
  void held_out_samples_that_are_not_there_are_refused(String held) {
    int[] named = Arrays.stream(held.split(",")).mapToInt(Integer::parseInt).toArray();
    var given =
        exercise
            .given(Problems.network(1))
            .withInputs(
                Map.of(
                    "X", new double[][] {{1}, {2}, {3}}, "y", new int[] {0, 1, 1}, "held", named));
    assertThatThrownBy(() -> exercise.problem(given))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("from 0 to 2");
  }

  @Test
  void names_of_columns_must_be_as_many_as_the_columns() {
    var problem = Problems.regression(3);
    int d = problem.dimensions();
    var right = List.copyOf(java.util.Collections.nCopies(d, "weight"));
    var named = exercise.given(problem).withInputs(Map.of("columns", right, "answer", "price"));
    var read = (RegressionProblem) exercise.problem(named);
    assertThat(read.names()).isEqualTo(new DataNames(right, "price"));
    assertThat(exercise.given(read).inputs()).containsEntry("answer", "price");
    var wrong = named.withInputs(Map.of("columns", java.util.Collections.nCopies(d + 1, "a")));
    assertThatThrownBy(() -> exercise.problem(wrong))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("X has %s".formatted(Phrases.count(d, "column")));
  }
}
