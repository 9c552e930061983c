package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What single numbers of linear regression say: a prediction, a loss, a derivative.
public final class RegressionNumbers {
  private static final int ROWS_SHOWN = 8;

  private RegressionNumbers() {}

  /// The prediction of one sample.
  public static Narration sample(RegressionFrame frame, int i) {
    var at = frame.pass().map(Pass::at).orElse(frame.model());
    double[] row = frame.problem().x()[i];
    double prediction = at.predict(row);
    double y = frame.problem().y()[i];
    double error = prediction - y;
    return new Narration(
        "Point %d is predicted as %s".formatted(i + 1, Numbers.text(prediction)),
        error == 0
            ? "It is %s, so the prediction is right.".formatted(Numbers.text(y))
            : "It is %s, so the prediction is too %s by %s."
                .formatted(
                    Numbers.text(y), error < 0 ? "low" : "high", Numbers.text(Math.abs(error))),
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
                    point(pass, i),
                    Numbers.text(pass.predictions()[i]),
                    Numbers.text(frame.problem().y()[pass.samples()[i]]),
                    Numbers.text(squares[i])))
            .toList();
    return new Narration(
        "The loss is " + Numbers.text(pass.loss()),
        n == 1
            ? "The only error of the batch, squared."
            : "The errors are squared, so that none cancels another and large ones weigh most, and averaged over %s."
                .formatted(Words.count(n, "sample")),
        List.of(
            "L=\\frac{1}{%d}\\left(%s\\right)=\\mathbf{%s}"
                .formatted(n, Words.sum(squares), Numbers.latex(pass.loss()))),
        new Table(List.of("point", "predicted", "true", "squared error"), rows, 0));
  }

  private static String point(Pass pass, int row) {
    return Integer.toString(pass.samples()[row] + 1);
  }

  private static List<Integer> largest(Pass pass, double[] sizes) {
    return IntStream.range(0, pass.errors().length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(sizes[i])))
        .limit(ROWS_SHOWN)
        .toList();
  }

  /// The derivative by one parameter, its chain of factors and the measured one beside it.
  public static Narration derivative(RegressionFrame frame, Pass pass, int j) {
    int n = pass.errors().length;
    boolean bias = j == frame.problem().dimensions();
    double[] carried =
        IntStream.of(pass.samples())
            .mapToDouble(sample -> bias ? 1 : frame.problem().x()[sample][j])
            .toArray();
    double[] shares =
        IntStream.range(0, n).mapToDouble(i -> carried[i] * pass.errors()[i]).toArray();
    double gradient = pass.gradient().parameter(j);
    double numeric = measured(frame, pass, j);
    var rows =
        largest(pass, shares).stream()
            .map(i ->
                List.of(
                    point(pass, i),
                    Numbers.text(carried[i]),
                    Numbers.text(pass.errors()[i]),
                    Numbers.text(2.0 / n * shares[i])))
            .toList();
    var name = bias ? "db" : "dw_{%d}".formatted(j);
    return new Narration(
        "The gradient of " + RegressionNarration.name(frame, j),
        ("The square gives the factor 2, the mean the 1/n, the chain rule %s: %s. Moving %s a "
                + "little each way and measuring gives %s.")
            .formatted(
                bias ? "a 1" : "the input",
                Numbers.text(gradient),
                RegressionNarration.name(frame, j),
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
    double value = pass.at().parameter(j);
    double h = 1e-4 * Math.max(1, Math.abs(value));
    double above = loss(frame, pass, pass.at().with(j, value + h));
    double below = loss(frame, pass, pass.at().with(j, value - h));
    return (above - below) / (2 * h);
  }

  private static double loss(RegressionFrame frame, Pass pass, LinearModel at) {
    double squares = 0;
    for (int sample : pass.samples()) {
      double error = at.predict(frame.problem().x()[sample]) - frame.problem().y()[sample];
      squares += error * error;
    }
    return squares / pass.samples().length;
  }
}
