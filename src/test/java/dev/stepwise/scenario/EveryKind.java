package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An exercise that takes a field of every kind and whose run shows a value of every kind.
public final class EveryKind implements Exercise<Given, EveryKind.Values> {

  /// A frame that is its variables.
  public record Values(SequencedMap<String, Value> variables) implements Frame {}

  @Override
  public String id() {
    return "every-kind";
  }

  @Override
  public String title() {
    return "Every kind";
  }

  @Override
  public Schema schema() {
    return new Schema(
        List.of(
            field("X", new Kind.Matrix()),
            field("v", new Kind.Vector()),
            field("y", new Kind.Targets()),
            field("tokens", new Kind.Strings()),
            field("text", new Kind.Text()),
            field("words", new Kind.Words())),
        List.of(
            field("count", new Kind.Whole(1, 10, null)),
            field("seed", new Kind.Whole(Long.MIN_VALUE, Long.MAX_VALUE, 42L)),
            field("rate", new Kind.Real(0, 1, null)),
            field("bias", new Kind.Real(-Double.MAX_VALUE, Double.MAX_VALUE, null)),
            field("mode", new Kind.Choice(List.of("sort", "partition"), "sort")),
            field("scale", new Kind.Flag(true))));
  }

  private static Field field(String name, Kind kind) {
    return new Field(name, name, kind, Standing.FILE_ONLY);
  }

  @Override
  public Given complete(Given given) {
    return given;
  }

  @Override
  public Given given(Given problem) {
    return problem;
  }

  @Override
  public Run<Values> run(Given problem) {
    return Run.indexed(2, index -> index == 0 ? composite() : leaf());
  }

  private static Step<Values> composite() {
    return step("begin", List.of("x", "labels"), () -> Run.indexed(3, _ -> leaf()));
  }

  private static Step<Values> leaf() {
    return step("end", List.of("many"), null);
  }

  private static Step<Values> step(
      String phase, List<String> writes, @Nullable Supplier<Run<Values>> opens) {
    var kind = StepKind.of(phase).writes(writes.toArray(String[]::new));
    var step = Step.of(kind, phase, new Values(values()));
    return opens == null
        ? step.saying(() -> new Narration(phase, said(phase)))
        : step.opening(opens)
            .saying(() ->
                new Narration(
                    phase,
                    said(phase),
                    List.of("1+1=\\mathbf{2}"),
                    new Narration.Table(List.of("n"), List.of(List.of("1"), List.of("2")), 1)));
  }

  private static String said(String phase) {
    return "It says “" + phase + "”.";
  }

  private static SequencedMap<String, Value> values() {
    var values = new LinkedHashMap<String, Value>();
    values.put("x", new Value.Vector(new double[] {0.1, Double.NaN, Double.MIN_VALUE, -0.0}));
    values.put("labels", new Value.Labels(new int[] {2, 0}));
    values.put(
        "many",
        new Value.Many(
            List.of(
                new Value.Matrix(new double[][] {{Double.POSITIVE_INFINITY}}),
                new Value.Scalar(Double.NEGATIVE_INFINITY),
                new Value.Whole(Long.MAX_VALUE),
                new Value.Flag(true),
                new Value.Text("a\n\"b\""))));
    return values;
  }

  @Override
  public SequencedMap<String, Value> result(Values last) {
    return last.variables();
  }

  @Override
  public List<Condition> conditions() {
    return List.of();
  }
}
