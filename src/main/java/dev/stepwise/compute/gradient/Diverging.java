package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.regression.Bowl;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.gradient.regression.LinearRegression;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Why a training was stopped, in words: what went wrong, where, and by what.
final class Diverging {
  /// Inputs or weights larger than this are the reason why the gradients are large.
  private static final double LARGE = 1e3;

  private Diverging() {}

  /// Linear regression.
  static Narration stopped(RegressionFrame frame, Trouble trouble) {
    var problem = frame.problem();
    double rate = trouble.rate(problem.descent());
    double bearable = frame.bowl().largestRate();
    boolean several = problem.batches() > 1;
    var where =
        several
            ? "In epoch %d, batch %d".formatted(trouble.epoch(), trouble.batch() + 1)
            : "In epoch " + trouble.epoch();
    if (trouble.isAtTheStart()) {
      return new Narration(
          "Stopped: the data are too large",
          "%s, before any update, the loss is %s. The rate has no part in it: the squares of these targets are too large for a double. Divide y by a power of ten."
              .formatted(where, Numbers.text(trouble.loss())));
    }
    if (problem.isMistaken()) {
      return new Narration(
          "Stopped: the training diverges",
          "%s. This run makes a mistake on purpose: %s."
              .formatted(happened(where, trouble), problem.made().title()));
    }
    if (rate > bearable) {
      return new Narration(
          "Stopped: the training diverges",
          "%s. Each step of rate %s overshoots the valley and lands higher on the other side. On these data every rate above %s does%s.%s"
              .formatted(
                  happened(where, trouble),
                  Numbers.text(rate),
                  Numbers.text(bearable),
                  several ? ", even over all samples at once" : "",
                  inputs(problem.x())),
          List.of(
              Formula.of("\\eta")
                  .is(Term.number(rate))
                  .then(Relation.GREATER, Term.symbol("\\frac{2}{\\lambda_{\\max}}"))
                  .gives(bearable)
                  .latex()));
    }
    double steepest = steepest(problem, trouble);
    return new Narration(
        "Stopped: the training diverges",
        "%s. Over all samples at once rate %s would do, up to %s, but single batches are steeper: on this one every rate above %s overshoots."
            .formatted(
                happened(where, trouble),
                Numbers.text(rate),
                Numbers.text(bearable),
                Numbers.text(steepest)));
  }

  private static double steepest(RegressionProblem problem, Trouble trouble) {
    int[] order = RegressionTrainer.order(problem, trouble.epoch());
    Pass pass =
        RegressionTrainer.batch(
                problem,
                LinearModel.zero(problem.dimensions()),
                order,
                trouble.epoch(),
                trouble.batch(),
                Double.MAX_VALUE)
            .pass();
    double[][] x = LinearRegression.rows(problem.x(), pass.samples());
    double[] y = LinearRegression.targets(problem.y(), pass.samples());
    return Bowl.of(x, y).largestRate();
  }

  private static String happened(String where, Trouble trouble) {
    return switch (trouble.kind()) {
      case NOT_FINITE -> "%s the loss is %s".formatted(where, Numbers.text(trouble.loss()));
      case UPDATE_NOT_FINITE -> "%s the update no longer fits a double".formatted(where);
      case FAR_OFF ->
          "%s the loss reached %s, more than 10,000 times what it was at first"
              .formatted(where, Numbers.text(trouble.loss()));
    };
  }

  private static String inputs(double[][] x) {
    double most = largest(Arrays.stream(x));
    return most > LARGE
        ? " Inputs as large as %s make the valley so steep: standardise them, and larger rates will do."
            .formatted(Numbers.text(most))
        : "";
  }

  private static double largest(java.util.stream.Stream<double[]> rows) {
    return rows.flatMapToDouble(DoubleStream::of).map(Math::abs).max().orElse(0);
  }

  /// A network's training.
  static Narration stopped(NetworkFrame frame, NetworkFocus.Stopped focus) {
    var trouble = focus.trouble();
    var problem = frame.problem();
    double rate = trouble.rate(problem.descent());
    var where = "In epoch %d, batch %d".formatted(trouble.epoch(), trouble.batch() + 1);
    if (trouble.isAtTheStart()) {
      return new Narration(
          "Stopped before the first update",
          "%s, before any update, the loss is %s. The rate has no part in it: %s%s"
              .formatted(
                  where,
                  Numbers.text(trouble.loss()),
                  tooLarge(problem),
                  focus.first().map(bad -> overflow(trouble, bad)).orElse("")));
    }
    if (problem.mistake() != GradientMistake.NONE) {
      return new Narration(
          "Stopped: the training diverges",
          "%s. This run makes a mistake on purpose: %s.%s"
              .formatted(
                  happened(where, trouble),
                  problem.mistake().title(),
                  focus.first().map(bad -> overflow(trouble, bad)).orElse("")));
    }
    return new Narration(
        "Stopped: the training diverges",
        "%s. %s%s"
            .formatted(
                happened(where, trouble),
                cause(problem, rate),
                focus.first().map(bad -> overflow(trouble, bad)).orElse("")),
        List.of(
            "\\theta\\leftarrow\\theta-\\eta\\,d\\theta",
            Words.line("\\eta", rate),
            Words.line("L", trouble.loss())));
  }

  private static String cause(NetworkProblem problem, double rate) {
    double inputs = largest(Arrays.stream(problem.data().x()));
    double weights = given(problem);
    if (Math.max(inputs, weights) <= LARGE) {
      return ("Each step of rate %s overshoots the valley and lands higher on the other side, "
              + "where the gradient is larger still.")
          .formatted(Numbers.text(rate));
    }
    return "The gradients are as large as what they are made of: %s At rate %s a step overshoots."
        .formatted(tooLarge(problem), Numbers.text(rate));
  }

  /// What is too large, and what to do.
  private static String tooLarge(NetworkProblem problem) {
    double inputs = largest(Arrays.stream(problem.data().x()));
    double weights = given(problem);
    return weights > inputs
        ? "the parameters given are as large as %s. Give smaller ones, or have them drawn."
            .formatted(Numbers.text(weights))
        : "the inputs are as large as %s. Standardise them.".formatted(Numbers.text(inputs));
  }

  private static double given(NetworkProblem problem) {
    var nothing = new double[0];
    var given = problem.given();
    var all = given.orElse(new Parameters(new double[0][], nothing, new double[0][], nothing));
    return largest(
        java.util.stream.Stream.of(
                Arrays.stream(all.w1()),
                Arrays.stream(all.w2()),
                java.util.stream.Stream.of(all.b1(), all.b2()))
            .flatMap(rows -> rows));
  }

  private static String overflow(Trouble trouble, FirstBad bad) {
    boolean here = bad.epoch() == trouble.epoch() && bad.batch() == trouble.batch();
    var where =
        here
            ? "Here %s no longer fits a double".formatted(bad.tensor())
            : "Left to go on, %s would no longer fit a double in epoch %d, batch %d"
                .formatted(bad.tensor(), bad.epoch(), bad.batch() + 1);
    return " %s: it overflows to ∞, and ∞ − ∞ or 0 · ∞ is NaN, which spreads to every weight."
        .formatted(where);
  }
}
