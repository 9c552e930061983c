package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.StepKind;
import java.util.List;

/// The division of the scores by √d_k.
public sealed interface ScaleFocus extends Focus {
  @Override
  default Tensor tensor() {
    return Tensor.SCORES;
  }

  @Override
  default Stage stage(int row) {
    return Stage.SCALED;
  }

  /// All scores divided.
  record Scaled() implements ScaleFocus {
    static final StepKind KIND = StepKind.of("scale").reads("scores", "K").writes("scores");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      int width = frame.headWidth();
      var root = Numbers.text(Math.sqrt(width));
      var caption =
          width == 1
              ? "With d_k = 1 a score has one term only; dividing by √1 = 1 changes nothing."
              : "A dot product of %d terms spreads about √%d = %s times as wide as one term, so it is divided by that. %s"
                  .formatted(width, width, root, effect(frame));
      var formula =
          Formula.of("S\\leftarrow\\frac{S}{\\sqrt{d_k}}")
              .is("\\frac{S}{\\sqrt{%d}}".formatted(width))
              .is(Term.quotient(Term.symbol("S"), Term.number(Math.sqrt(width))))
              .latex();
      return new Narration("Divide by √d_k", caption, List.of(formula));
    }

    private static String effect(AttentionFrame frame) {
      double[][] before = frame.pass().products();
      double[][] after = frame.pass().scaled();
      if (!Spread.allEqual(before)) {
        return "The scores' standard deviation goes from %s to %s."
            .formatted(
                Numbers.text(Spread.deviation(before)), Numbers.text(Spread.deviation(after)));
      }
      return "%s goes from %s to %s."
          .formatted(
              before.length == 1 ? "The only score" : "Here all scores are equal: each",
              Numbers.text(before[0][0]),
              Numbers.text(after[0][0]));
    }
  }

  /// One row of scores divided.
  record RowScaled(int query) implements ScaleFocus {
    static final StepKind KIND = StepKind.of("scale row").at("scale");

    @Override
    public StepKind kind() {
      return KIND.reads("scores").writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query);
    }

    @Override
    public Stage stage(int row) {
      return row <= query ? Stage.SCALED : Stage.PRODUCTS;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      int best = Winners.of(frame.pass().scaled()[query]).places().getFirst();
      int width = frame.headWidth();
      boolean only = frame.problem().length() == 1;
      return new Narration(
          "Scale the row of " + Words.token(frame.problem(), query),
          "%s of the row is divided by √%d = %s%s."
              .formatted(
                  only ? "The only score" : "Every score",
                  width,
                  Numbers.text(Math.sqrt(width)),
                  width == 1 ? " and stays what it is" : only ? "" : "; their order stays"),
          frame.cells().formulas(Tensor.SCORES, query, best).subList(0, 1));
    }
  }

  /// The scores left as they are: a teaching variant.
  record Unscaled() implements ScaleFocus {
    static final StepKind KIND = StepKind.of("scale").at("unscaled");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      return new Narration("Scaling is off", "The scores stay as they are. " + without(frame));
    }

    /// What scaling would do.
    private static String without(AttentionFrame frame) {
      int width = frame.headWidth();
      double[][] products = frame.pass().products();
      if (width == 1) {
        return "With d_k = 1 dividing by √1 = 1 would change nothing.";
      }
      if (Spread.allEqual(products)) {
        return "Dividing by √%d would leave them as equal as they are.".formatted(width);
      }
      double deviation = Spread.deviation(products);
      return "Their standard deviation is %s; dividing by √%d would make it %s. The wider they spread, the nearer softmax comes to 0 and 1."
          .formatted(Numbers.text(deviation), width, Numbers.text(deviation / Math.sqrt(width)));
    }
  }
}
