package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// How each number of a frame of linear regression came to be.
record RegressionDerivations(RegressionFrame frame) {
  private static final int ROWS_SHOWN = 8;

  /// The address of the derivative by a parameter.
  ///
  /// @param parameter the weights from 0, then the bias
  /// @param weights how many weights there are
  static Ref gradient(int parameter, int weights) {
    return parameter == weights ? Ref.of("db") : Ref.of("dw", parameter);
  }

  /// How the number at an address came to be; empty where none stands there, or where there is
  /// nothing to tell.
  Optional<Derivation> of(Ref ref) {
    var value = ref.in(frame.variables());
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (ref.variable()) {
          case "y_pred" -> prediction(ref.index(0));
          case "error" -> error(ref.index(0));
          case "loss" -> loss();
          case "losses" -> losses(ref, value.getAsDouble());
          case "dw" -> derivative(ref.index(0));
          case "db" -> derivative(frame.problem().dimensions());
          case "weights" -> parameter(ref, ref.index(0));
          case "bias" -> parameter(ref, frame.problem().dimensions());
          case "order" -> Orders.drawn(ref, value.getAsDouble(), frame.problem().descent());
          case "i" -> Orders.ofBatch(ref, value.getAsDouble(), pass().batch());
          default -> null;
        });
  }

  private Pass pass() {
    return frame.pass().orElseThrow();
  }

  private int sample(int row) {
    return pass().samples()[row];
  }

  private Operand x(int row, int column) {
    return Operand.at(frame.problem().x()[sample(row)][column], "X", sample(row), column);
  }

  private Operand y(int row) {
    return Operand.at(frame.problem().y()[sample(row)], "y", sample(row));
  }

  /// The error of a sample: a variable once the errors are taken.
  private Operand error(double value, int row) {
    return Operand.at(value, "error", row);
  }

  /// A parameter of the model that predicts: a variable unless it has been updated since.
  private Operand predicting(LinearModel model, int j) {
    double value = model.parameter(j);
    if (frame.isUpdated()) {
      return Operand.constant(value);
    }
    return j == model.weights().length
        ? Operand.at(value, "bias")
        : Operand.at(value, "weights", j);
  }

  private Operation predicted(LinearModel model, IntFunction<Operand> x) {
    int d = model.weights().length;
    return Products.sum(
        Operand.list(d, x), Operand.list(d, j -> predicting(model, j)), predicting(model, d));
  }

  /// What is predicted for a sample of the batch.
  Derivation prediction(int row) {
    double prediction = pass().predictions()[row];
    double y = frame.problem().y()[sample(row)];
    double error = pass().errors()[row];
    int number = sample(row) + 1;
    return Derivation.of(Ref.of("y_pred", row), prediction, predicted(pass().at(), j -> x(row, j)))
        .titled("Point %d is predicted as %s".formatted(number, Numbers.text(prediction)))
        .saying(
            error == 0
                ? "It is %s, so the prediction is right.".formatted(Numbers.text(y))
                : "It is %s, so the prediction is too %s by %s."
                    .formatted(
                        Numbers.text(y), error < 0 ? "low" : "high", Numbers.text(Math.abs(error))))
        .symbols("\\hat y_{%d}".formatted(number))
        .then(
            Formula.of("e_{%d}".formatted(number)).is(Term.difference(prediction, y)).gives(error));
  }

  private Derivation error(int row) {
    double error = pass().errors()[row];
    int number = sample(row) + 1;
    var predicted = Operand.at(pass().predictions()[row], "y_pred", row);
    return Derivation.of(Ref.of("error", row), error, new Operation.Difference(predicted, y(row)))
        .titled("The error of point %d is %s".formatted(number, Numbers.text(error)))
        .saying("What is predicted minus what is true: too high is positive, too low negative.")
        .symbols("e_{%d}=\\hat y_{%d}-y_{%d}".formatted(number, number, number));
  }

  /// The mean squared error of the batch.
  Derivation loss() {
    double[] errors = pass().errors();
    int n = errors.length;
    var squares =
        Operand.list(n, row -> Operand.of(new Operation.Power(error(errors[row], row), 2)));
    return Derivation.of(Ref.of("loss"), pass().loss(), new Operation.Mean(squares))
        .titled("The loss is " + Numbers.text(pass().loss()))
        .saying(
            n == 1
                ? "The only error of the batch, squared."
                : ("The errors are squared, so that none cancels another and large ones weigh"
                        + " most, and averaged over %s.")
                    .formatted(Phrases.count(n, "sample")))
        .symbols("L")
        .tabled(
            table(
                List.of("point", "predicted", "true", "squared error"),
                row -> errors[row] * errors[row],
                (row, square) ->
                    Words.computed(
                        pass().predictions()[row],
                        frame.problem().y()[sample(row)],
                        (predicted, y) -> (predicted - y) * (predicted - y),
                        square)));
  }

  /// The loss over all samples, measured before the first update of an epoch.
  private Derivation losses(Ref ref, double value) {
    int epoch = ref.indices().isEmpty() ? frame.epoch() : ref.index(0) + 1;
    return Derivation.of(ref, value, measured(value))
        .titled("The loss before epoch %d is %s".formatted(epoch, Numbers.text(value)))
        .saying(
            "The squared errors of %s, averaged, by the model before the first update of the epoch."
                .formatted(Phrases.count(frame.problem().y().length, "sample")))
        .symbols("L");
  }

  private Operation measured(double value) {
    return switch (frame.focus()) {
      case RegressionFocus.EpochDone(_, var from, _) -> overAll(from);
      case RegressionFocus.Measured _ -> overAll(frame.model());
      default -> new Operation.Moved(Operand.constant(value));
    };
  }

  private Operation overAll(LinearModel model) {
    double[][] x = frame.problem().x();
    return new Operation.Mean(
        Operand.list(
            x.length,
            i -> {
              var predicted = predicted(model, j -> Operand.at(x[i][j], "X", i, j));
              var y = Operand.at(frame.problem().y()[i], "y", i);
              var error = new Operation.Difference(Operand.worked(predicted), y);
              return Operand.of(new Operation.Power(Operand.of(error), 2));
            }));
  }

  /// The derivative by one parameter, its chain of factors and the measured one beside it.
  ///
  /// @param j the weights from 0, then the bias
  Derivation derivative(int j) {
    var problem = frame.problem();
    double[] errors = pass().errors();
    int n = errors.length;
    boolean bias = j == problem.dimensions();
    double gradient = pass().gradient().parameter(j);
    double numeric = RegressionCheck.derivative(problem, pass(), j);
    var ref = gradient(j, problem.dimensions());
    var errorsOf = Operand.list(n, row -> error(errors[row], row));
    var sum =
        bias
            ? new Operation.Sum(errorsOf)
            : new Operation.Dot(Operand.list(n, row -> x(row, j)), errorsOf);
    boolean divided = problem.made() != GradientMistake.NOT_DIVIDED;
    var factor =
        divided
            ? Operand.of(new Operation.Quotient(Operand.count(2), Operand.count(n)))
            : Operand.count(2);
    double scale = factor.value();
    var sumIs =
        bias ? "s=\\textstyle\\sum_i e_i" : "s=\\textstyle\\sum_i x_{i,%d}\\,e_i".formatted(j);
    IntToDoubleFunction carried = row -> bias ? 1 : problem.x()[sample(row)][j];
    return Derivation.of(
            ref, gradient, new Operation.Product(List.of(factor, Operand.named(sumIs, sum))))
        .titled("The gradient of " + RegressionNarration.name(frame, j))
        .saying(
            ("The square gives the factor 2, the mean %s, the chain rule %s: %s. Moving %s a "
                    + "little each way and measuring gives %s.")
                .formatted(
                    divided ? "the 1/n" : "should give 1/n, which is left out here",
                    bias ? "a 1" : "the input",
                    Numbers.text(gradient),
                    RegressionNarration.name(frame, j),
                    Numbers.text(numeric)))
        .symbols(
            (bias ? "db" : "dw_{%d}".formatted(j)) + (divided ? "=\\frac{2}{n}\\,s" : "=2\\,s"))
        .then(Formula.of("\\frac{L(\\theta+h)-L(\\theta-h)}{2h}").gives(numeric))
        .tabled(
            table(
                List.of("point", bias ? "1" : frame.column(j), "error", "share"),
                row -> frame.share(row, j),
                (row, share) ->
                    Words.computed(
                        carried.applyAsDouble(row), errors[row], (x, e) -> scale * x * e, share)));
  }

  /// The cells of a row after its name.
  private interface Cells {
    List<String> of(int row, double size);
  }

  /// A row for each of the samples with the largest sizes.
  private Table table(List<String> head, IntToDoubleFunction size, Cells cells) {
    var rows =
        IntStream.range(0, pass().errors().length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -Math.abs(size.applyAsDouble(row))))
            .limit(ROWS_SHOWN)
            .map(row ->
                Words.row(
                    Integer.toString(sample(row) + 1), cells.of(row, size.applyAsDouble(row))))
            .toList();
    return new Table(head, rows, 0);
  }

  /// A weight or the bias.
  private Derivation parameter(Ref ref, int j) {
    double value = frame.model().parameter(j);
    var name = RegressionNarration.name(frame, j);
    var title = "%s = %s".formatted(name, Numbers.text(value));
    if (frame.pass().isPresent() && frame.isUpdated()) {
      return updated(ref, j, value, pass());
    }
    if (frame.focus() instanceof RegressionFocus.EpochDone(_, var from, int batches)) {
      return Updates.moved(ref, from.parameter(j), value, batches).titled(title);
    }
    return Derivation.of(ref, value, new Operation.Given())
        .titled(title)
        .saying(
            frame.epoch() == 0
                ? "Every parameter starts at 0."
                : "It stands as the updates so far left it.");
  }

  private Derivation updated(Ref ref, int j, double value, Pass pass) {
    double before = pass.at().parameter(j);
    var derivative = derivative(j);
    var title = "Update " + RegressionNarration.name(frame, j);
    var latex = j == frame.problem().dimensions() ? "b" : "w_{%d}".formatted(j);
    double rate = frame.problem().descent().rateIn(frame.epoch());
    var gradient = Operand.at(derivative.ref(), derivative.value());
    var way = new MistakenRegression(frame.problem());
    var made = frame.problem().made();
    if (made.isOfUpdate() && (way.keeps(j) || value != before)) {
      return Updates.mistaken(
              ref, value, before, way.keeps(j) ? GradientMistake.NONE : made, rate, gradient)
          .saying(way.words())
          .symbols(latex)
          .titled(title)
          .tabled(derivative.table());
    }
    return Updates.updated(ref, value, before, rate, gradient, latex)
        .titled(title)
        .tabled(derivative.table());
  }
}
