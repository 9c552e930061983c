package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.AttentionExercise;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.testing.PresetSteps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every number has an address and a derivation: what its operands make is its value, each operand
/// stands where it says, and every step names a line of the listing. Steps of every preset, at
/// every depth.
class DerivationsTest {
  private static final int WAYS = 6;
  private static final int WRITTEN_LOOKED_AT = 24;
  private static final int OTHERS_LOOKED_AT = 4;
  private static final double TOLERANCE = 1e-9;

  /// Presets whose steps take long to compute.
  private static final Map<String, Integer> FEWER_WAYS =
      Map.of("long-sequence", 1, "depth-probe", 1, "digits", 2, "rate-too-high", 2);

  static Stream<Exercise<?, ?>> exercises() {
    return Stream.<Exercise<?, ?>>of(
        new AttentionExercise(),
        new MultiHeadExercise(),
        new LstmExercise(),
        new KMeansExercise(),
        new GradientExercise(),
        new BpeExercise(),
        new CosineExercise());
  }

  @ParameterizedTest
  @MethodSource("exercises")
  <P, F extends Frame> void each_number_is_what_its_operands_make(Exercise<P, F> exercise) {
    var faults = new ArrayList<String>();
    int computed = 0;
    for (var preset : Presets.of(exercise.id())) {
      int ways = FEWER_WAYS.getOrDefault(preset.id(), WAYS);
      for (var entry : PresetSteps.of(exercise, preset, ways).entrySet()) {
        var place = preset.id() + " " + entry.getKey() + " ";
        computed += check(exercise, entry.getValue(), place, faults);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(computed).as("numbers that were computed").isGreaterThan(100);
  }

  private static <P, F extends Frame> int check(
      Exercise<P, F> exercise, Step<F> step, String place, List<String> faults) {
    var listing = Listing.of(exercise.id());
    if (listing.line(step.anchor()) == 0 || step.anchor().chars().allMatch(Character::isDigit)) {
      faults.add(place + "names no line of the listing: " + step.anchor());
    }
    var variables = step.frame().variables();
    var written = step.frame().written();
    var looked = new LinkedHashSet<>(some(written, WRITTEN_LOOKED_AT));
    variables.forEach((name, value) -> looked.addAll(some(Ref.all(name, value), OTHERS_LOOKED_AT)));
    int computed = 0;
    for (var ref : looked) {
      var why = exercise.why(step.frame(), ref);
      if (why.isEmpty() && written.contains(ref)) {
        faults.add(place + ref.text() + " was written and has no derivation");
      }
      if (why.isPresent()) {
        faults.addAll(
            faults(why.get(), step.frame()).map(fault -> place + ref.text() + fault).toList());
        computed += why.get().operation() instanceof Operation.Given ? 0 : 1;
      }
    }
    return computed;
  }

  private static Stream<String> faults(Derivation why, Frame frame) {
    var faults = new ArrayList<String>();
    var variables = frame.variables();
    var there = why.ref().in(variables);
    if (there.isEmpty() || !same(there.getAsDouble(), why.value())) {
      faults.add(" is said to be %s and stands as %s".formatted(why.value(), there));
    }
    var operation = why.operation();
    if (!(operation instanceof Operation.Given) && !near(operation.result(), why.value())) {
      faults.add(" is %s, its operands make %s".formatted(why.value(), operation.result()));
    }
    operation.operands().stream()
        .flatMap(Operand::leaves)
        .limit(200)
        .forEach(leaf -> {
          var stands = leaf.address().in(variables);
          if (stands.isEmpty() || !same(stands.getAsDouble(), leaf.value())) {
            faults.add(
                " has the operand %s = %s, which stands as %s"
                    .formatted(leaf.address().text(), leaf.value(), stands));
          }
        });
    if (why.title().isBlank() || why.narration().caption().isBlank()) {
      faults.add(" says nothing");
    }
    return faults.stream().limit(3);
  }

  private static boolean same(double one, double other) {
    return one == other || (Double.isNaN(one) && Double.isNaN(other));
  }

  private static boolean near(double one, double other) {
    return same(one, other)
        || Math.abs(one - other)
            <= TOLERANCE * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
  }

  /// The first, the last and some between.
  private static List<Ref> some(List<Ref> refs, int most) {
    int n = Math.min(most, refs.size());
    return IntStream.range(0, n)
        .mapToObj(i -> refs.get(n == 1 ? 0 : (int) ((long) i * (refs.size() - 1) / (n - 1))))
        .toList();
  }
}
