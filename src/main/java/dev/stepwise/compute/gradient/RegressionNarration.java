package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.RegressionFrame.Focus;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.Bowl;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the steps of linear regression say.
public final class RegressionNarration {
  private static final int ROWS_SHOWN = 8;

  private RegressionNarration() {}

  static Narration of(RegressionFrame frame) {
    return switch (frame.focus()) {
      case Focus.Initialised _ -> initialised(frame);
      case Focus.EpochDone(double before) -> epoch(frame, before);
      case Focus.Predicted _ -> predicted(frame);
      case Focus.SamplePredicted(int i) -> sample(frame, i);
      case Focus.LossMeasured _ -> loss(frame, frame.pass().orElseThrow());
      case Focus.GradientTaken _ -> gradient(frame);
      case Focus.DerivativeTaken(int j) -> derivative(frame, frame.pass().orElseThrow(), j);
      case Focus.Updated _ -> updated(frame);
      case Focus.Finished(double loss) -> finished(frame, loss);
      case Focus.Stopped(var trouble) -> stopped(frame, trouble);
    };
  }

  private static Narration initialised(RegressionFrame frame) {
    return new Narration(
        "Start at zero",
        "%s and a bias, all 0, for %s: every prediction is 0 at first."
            .formatted(
                Words.count(frame.problem().dimensions(), "weight"),
                Words.count(frame.problem().y().length, "sample")),
        List.of("\\hat y=Xw+b"));
  }

  private static Narration epoch(RegressionFrame frame, double before) {
    var pass = frame.pass().orElseThrow();
    double rate = frame.problem().descent().rateIn(frame.epoch());
    return new Narration(
        "Epoch " + frame.epoch(),
        "%s. One step down the slope, at rate %s, and the model is %s."
            .formatted(
                Words.change("The loss", before, pass.loss()),
                Numbers.text(rate),
                model(frame.model())),
        List.of(
            "L=\\frac{1}{%d}\\textstyle\\sum_i(\\hat y_i-y_i)^2=\\mathbf{%s}"
                .formatted(pass.errors().length, Numbers.latex(pass.loss()))),
        parameters(frame, pass));
  }

  /// The model as an equation in words.
  public static String model(LinearModel model) {
    var text = new StringBuilder("ŷ =");
    int shown = Math.min(3, model.weights().length);
    for (int j = 0; j < shown; j++) {
      double weight = model.weights()[j];
      text.append(j == 0 ? " " : weight < 0 ? " − " : " + ");
      text.append(Numbers.text(j == 0 ? weight : Math.abs(weight)));
      text.append("·x").append(j);
    }
    if (shown < model.weights().length) {
      text.append(" + …");
    }
    return text.append(model.bias() < 0 ? " − " : " + ")
        .append(Numbers.text(Math.abs(model.bias())))
        .toString();
  }

  private static Table parameters(RegressionFrame frame, Pass pass) {
    int d = frame.problem().dimensions();
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j <= d && rows.size() < ROWS_SHOWN; j++) {
      rows.add(
          List.of(
              name(frame, j),
              Numbers.text(pass.at().parameter(j)),
              Numbers.text(pass.gradient().parameter(j)),
              Numbers.text(frame.model().parameter(j))));
    }
    return new Table(List.of("parameter", "before", "gradient", "after"), rows, -1);
  }

  /// The name of a parameter: `w0`, or `bias`.
  public static String name(RegressionFrame frame, int j) {
    return j == frame.problem().dimensions() ? "bias" : "w" + j;
  }

  private static Narration predicted(RegressionFrame frame) {
    return new Narration(
        "Predict every sample",
        "Each row of X times the weights, plus the bias: %s."
            .formatted(model(frame.pass().orElseThrow().at())),
        List.of("\\hat y=Xw+b"));
  }

  /// The prediction of one sample.
  public static Narration sample(RegressionFrame frame, int i) {
    var at = frame.pass().map(Pass::at).orElse(frame.model());
    double[] row = frame.problem().x()[i];
    double prediction = at.predict(row);
    double y = frame.problem().y()[i];
    double error = prediction - y;
    return new Narration(
        "Point %d is predicted as %s".formatted(i + 1, Numbers.text(prediction)),
        "It is %s, so the prediction is %s by %s."
            .formatted(
                Numbers.text(y),
                error < 0 ? "too low" : error > 0 ? "too high" : "right, off",
                Numbers.text(Math.abs(error))),
        List.of(
            "\\hat y_{%d}=%s+%s=\\mathbf{%s}"
                .formatted(
                    i + 1,
                    Words.products(row, at.weights()),
                    Numbers.latexOperand(at.bias()),
                    Numbers.latex(prediction)),
            "e_{%d}=%s-%s=\\mathbf{%s}"
                .formatted(
                    i + 1,
                    Numbers.latex(prediction),
                    Numbers.latexOperand(y),
                    Numbers.latex(error))));
  }

  /// The mean squared error.
  public static Narration loss(RegressionFrame frame, Pass pass) {
    int n = pass.errors().length;
    var shown = largest(pass, pass.errors());
    double[] squares =
        IntStream.range(0, n).mapToDouble(i -> pass.errors()[i] * pass.errors()[i]).toArray();
    var rows =
        shown.stream()
            .map(i ->
                List.of(
                    Integer.toString(i + 1),
                    Numbers.text(pass.predictions()[i]),
                    Numbers.text(frame.problem().y()[i]),
                    Numbers.text(squares[i])))
            .toList();
    return new Narration(
        "The loss is " + Numbers.text(pass.loss()),
        "The errors are squared, so that none cancels another and large ones weigh most, and averaged over %s."
            .formatted(Words.count(n, "sample")),
        List.of(
            "L=\\frac{1}{%d}\\left(%s\\right)=\\mathbf{%s}"
                .formatted(n, Words.sum(squares), Numbers.latex(pass.loss()))),
        new Table(List.of("point", "predicted", "true", "squared error"), rows, 0));
  }

  private static List<Integer> largest(Pass pass, double[] sizes) {
    return IntStream.range(0, pass.errors().length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(sizes[i])))
        .limit(ROWS_SHOWN)
        .toList();
  }

  private static Narration gradient(RegressionFrame frame) {
    var pass = frame.pass().orElseThrow();
    return new Narration(
        "The gradient",
        "How the loss would change if each parameter grew a little. It points up the slope; the step goes the other way.",
        List.of("dw=\\frac{2}{n}X^\\top e,\\qquad db=\\frac{2}{n}\\textstyle\\sum_i e_i"),
        parameters(frame, pass));
  }

  /// The derivative by one parameter, its chain of factors and the measured one beside it.
  public static Narration derivative(RegressionFrame frame, Pass pass, int j) {
    int n = pass.errors().length;
    boolean bias = j == frame.problem().dimensions();
    double[] carried =
        IntStream.range(0, n).mapToDouble(i -> bias ? 1 : frame.problem().x()[i][j]).toArray();
    double[] shares =
        IntStream.range(0, n).mapToDouble(i -> carried[i] * pass.errors()[i]).toArray();
    double gradient = pass.gradient().parameter(j);
    double numeric = measured(frame, pass, j);
    var rows =
        largest(pass, shares).stream()
            .map(i ->
                List.of(
                    Integer.toString(i + 1),
                    Numbers.text(carried[i]),
                    Numbers.text(pass.errors()[i]),
                    Numbers.text(2.0 / n * shares[i])))
            .toList();
    var name = bias ? "db" : "dw_{%d}".formatted(j);
    return new Narration(
        "The gradient of " + name(frame, j),
        ("The square gives the factor 2, the mean the 1/n, the chain rule %s: %s. Moving %s a "
                + "little each way and measuring gives %s.")
            .formatted(
                bias ? "a 1" : "the input",
                Numbers.text(gradient),
                name(frame, j),
                Numbers.text(numeric)),
        List.of(
            "%s=\\frac{2}{%d}\\left(%s\\right)=\\mathbf{%s}"
                .formatted(
                    name,
                    n,
                    bias ? Words.sum(pass.errors()) : Words.products(carried, pass.errors()),
                    Numbers.latex(gradient)),
            "\\frac{L(\\theta+h)-L(\\theta-h)}{2h}=\\mathbf{%s}".formatted(Numbers.latex(numeric))),
        new Table(List.of("point", bias ? "1" : "x" + j, "error", "share"), rows, 0));
  }

  /// The derivative by central differences, exact up to rounding since the loss is quadratic.
  private static double measured(RegressionFrame frame, Pass pass, int j) {
    double h = 1e-4 * Math.max(1, Math.abs(pass.at().parameter(j)));
    double above = RegressionRun.pass(frame.problem(), moved(pass.at(), j, h)).loss();
    double below = RegressionRun.pass(frame.problem(), moved(pass.at(), j, -h)).loss();
    return (above - below) / (2 * h);
  }

  private static LinearModel moved(LinearModel model, int j, double by) {
    if (j == model.weights().length) {
      return new LinearModel(model.weights(), model.bias() + by);
    }
    var weights = model.weights().clone();
    weights[j] += by;
    return new LinearModel(weights, model.bias());
  }

  private static Narration updated(RegressionFrame frame) {
    var pass = frame.pass().orElseThrow();
    double rate = frame.problem().descent().rateIn(frame.epoch());
    return new Narration(
        "Step down the slope",
        "Each parameter moves against its gradient, by rate %s times it: now %s."
            .formatted(Numbers.text(rate), model(frame.model())),
        List.of(
            "w_0\\leftarrow %s-%s\\cdot %s=\\mathbf{%s}"
                .formatted(
                    Numbers.latex(pass.at().parameter(0)),
                    Numbers.latex(rate),
                    Numbers.latexOperand(pass.gradient().parameter(0)),
                    Numbers.latex(frame.model().parameter(0)))),
        parameters(frame, pass));
  }

  private static Narration finished(RegressionFrame frame, double loss) {
    var bowl = Bowl.of(frame.problem().x(), frame.problem().y());
    double[] bottom = bowl.bottom();
    double lowest = bowl.at(bottom);
    int d = frame.problem().dimensions();
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j <= d && rows.size() < ROWS_SHOWN; j++) {
      rows.add(
          List.of(
              name(frame, j), Numbers.text(frame.model().parameter(j)), Numbers.text(bottom[j])));
    }
    return new Narration(
        "Trained for " + Words.count(frame.epoch(), "epoch"),
        "The loss is %s; the lowest there is, by solving the equations, is %s. The model found is %s."
            .formatted(Numbers.text(loss), Numbers.text(lowest), model(frame.model())),
        List.of("L=\\mathbf{%s}\\ge %s".formatted(Numbers.latex(loss), Numbers.latex(lowest))),
        new Table(List.of("parameter", "found", "exact"), rows, -1));
  }

  private static Narration stopped(RegressionFrame frame, Trouble trouble) {
    double largest = Bowl.of(frame.problem().x(), frame.problem().y()).largestRate();
    double rate = frame.problem().descent().rateIn(trouble.epoch());
    return new Narration(
        "Stopped: the training diverges",
        ("In epoch %d the loss is %s. Each step of rate %s overshoots the valley and lands higher "
                + "on the other side. On these data every rate above %s does.")
            .formatted(
                trouble.epoch(),
                Numbers.text(trouble.loss()),
                Numbers.text(rate),
                Numbers.text(largest)),
        List.of(
            "\\eta=%s>\\frac{2}{\\lambda_{\\max}}=\\mathbf{%s}"
                .formatted(Numbers.latex(rate), Numbers.latex(largest))));
  }
}
