package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
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
            Formula.of("\\hat y_{%d}".formatted(i + 1))
                .is(Term.sum(Words.products(row, at.weights()), Term.number(at.bias())))
                .gives(prediction)
                .latex(),
            Formula.of("e_{%d}".formatted(i + 1))
                .is(Term.difference(prediction, y))
                .gives(error)
                .latex()));
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
                row(
                    point(pass, i),
                    Words.computed(
                        pass.predictions()[i],
                        frame.problem().y()[pass.samples()[i]],
                        (predicted, y) -> (predicted - y) * (predicted - y),
                        squares[i])))
            .toList();
    return new Narration(
        "The loss is " + Numbers.text(pass.loss()),
        n == 1
            ? "The only error of the batch, squared."
            : "The errors are squared, so that none cancels another and large ones weigh most, and averaged over %s."
                .formatted(Phrases.count(n, "sample")),
        List.of(
            Formula.of("L")
                .is(
                    n == 1
                        ? Term.square(Term.number(pass.errors()[0]))
                        : Term.quotient(Words.sum(squares), Term.count(n)))
                .gives(pass.loss())
                .latex()),
        new Table(List.of("point", "predicted", "true", "squared error"), rows, 0));
  }

  private static List<String> row(String name, List<String> numbers) {
    var cells = new ArrayList<>(List.of(name));
    cells.addAll(numbers);
    return List.copyOf(cells);
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
                row(
                    point(pass, i),
                    Words.computed(
                        carried[i],
                        pass.errors()[i],
                        (x, e) -> 2.0 / n * x * e,
                        2.0 / n * shares[i])))
            .toList();
    // Brackets are not broken into lines.
    int inBrackets = n > 3 ? 2 : 3;
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
            Formula.of(name)
                .is(
                    Term.product(
                        Term.quotient(Term.count(2), Term.count(n)),
                        bias
                            ? Term.sum(pass.errors(), inBrackets)
                            : Term.dot(carried, pass.errors(), inBrackets)))
                .gives(gradient)
                .latex(),
            Words.line("\\frac{L(\\theta+h)-L(\\theta-h)}{2h}", numeric)),
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
