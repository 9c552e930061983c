package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.List;

/// What the steps of linear regression say.
public final class RegressionNarration {
  private static final int ROWS_SHOWN = 8;

  private RegressionNarration() {}

  static Narration initialised(RegressionFrame frame) {
    return new Narration(
        "Start at zero",
        "%s and a bias, all 0, for %s: every prediction is 0 at first."
            .formatted(
                Phrases.count(frame.problem().dimensions(), "weight"),
                Phrases.count(frame.problem().y().length, "sample")),
        List.of("\\hat y=Xw+b"));
  }

  static Narration epoch(RegressionFrame frame, double before) {
    double loss = frame.losses().last();
    double rate = frame.problem().descent().rateIn(frame.epoch());
    int batches = frame.problem().batches();
    var mistaken = new MistakenRegression(frame.problem());
    var went =
        frame.problem().isMistaken()
            ? "%s The model is %s.".formatted(mistaken.words(), model(frame, frame.model()))
            : batches == 1
                ? "One step down the slope, at rate %s, and the model is %s."
                    .formatted(Numbers.text(rate), model(frame, frame.model()))
                : "%s of the slope of a batch each, at rate %s, and the model is %s."
                    .formatted(
                        Phrases.count(batches, "step"),
                        Numbers.text(rate),
                        model(frame, frame.model()));
    return new Narration(
        "Epoch " + frame.epoch(),
        "%s. %s".formatted(Words.change("The loss" + over(frame), before, loss), went),
        List.of(lossOf(frame.problem().y().length, loss)),
        frame.pass().map(pass -> parameters(frame, pass)).orElse(Table.NONE));
  }

  /// Which loss it is, where there are several.
  private static String over(RegressionFrame frame) {
    return frame.problem().batches() == 1 ? "" : " over all samples, measured before the epoch,";
  }

  private static String lossOf(int n, double loss) {
    return Words.line("L=\\frac{1}{%d}\\textstyle\\sum_i(\\hat y_i-y_i)^2".formatted(n), loss);
  }

  static Narration measured(RegressionFrame frame, double before) {
    int n = frame.problem().y().length;
    double loss = frame.losses().last();
    return new Narration(
        "The loss over all samples is " + Numbers.text(loss),
        "%s. No batch measures it: it is taken over %s before the first update of the epoch."
            .formatted(Words.change("It", before, loss), Phrases.count(n, "sample")),
        List.of(lossOf(n, loss)));
  }

  static Narration batch(RegressionFrame frame) {
    var pass = frame.pass().orElseThrow();
    var title = "Batch %d of %d".formatted(pass.batch() + 1, frame.problem().batches());
    var samples = Words.points(pass.samples());
    if (!(Math.abs(pass.loss()) <= Double.MAX_VALUE) || frame.model().equals(pass.at())) {
      return new Narration(
          title, "On %s the loss is %s.".formatted(samples, Numbers.text(pass.loss())));
    }
    if (frame.problem().isMistaken()) {
      return new Narration(
          title,
          "On %s the loss is %s. %s The model is %s."
              .formatted(
                  samples,
                  Numbers.text(pass.loss()),
                  new MistakenRegression(frame.problem()).words(),
                  model(frame, frame.model())),
          List.of(lossOf(pass.samples().length, pass.loss())),
          parameters(frame, pass));
    }
    return new Narration(
        title,
        "On %s the loss is %s. One step down the slope of this batch alone, and the model is %s."
            .formatted(samples, Numbers.text(pass.loss()), model(frame, frame.model())),
        List.of(lossOf(pass.samples().length, pass.loss())),
        parameters(frame, pass));
  }

  /// The model as an equation in words.
  private static String model(RegressionFrame frame, LinearModel model) {
    var text = new StringBuilder("ŷ =");
    int shown = Math.min(3, model.weights().length);
    for (int j = 0; j < shown; j++) {
      double weight = model.weights()[j];
      text.append(j == 0 ? " " : weight < 0 ? " − " : " + ");
      text.append(Numbers.text(j == 0 ? weight : Math.abs(weight)));
      text.append("·").append(frame.column(j));
    }
    if (shown < model.weights().length) {
      text.append(" + …");
    }
    return text.append(model.bias() < 0 ? " − " : " + ")
        .append(Numbers.text(Math.abs(model.bias())))
        .toString();
  }

  private static Table parameters(RegressionFrame frame, Pass pass) {
    double rate = frame.problem().descent().rateIn(frame.epoch());
    int d = frame.problem().dimensions();
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j <= d && rows.size() < ROWS_SHOWN; j++) {
      double before = pass.at().parameter(j);
      double gradient = pass.gradient().parameter(j);
      var step = new MistakenRegression(frame.problem()).step(j, rate);
      double after = step.applyAsDouble(before, gradient);
      rows.add(Words.row(name(frame, j), Words.computed(before, gradient, step, after)));
    }
    return new Table(List.of("parameter", "before", "gradient", "after"), rows, -1);
  }

  /// The name of a parameter: `w0`, or `bias`.
  public static String name(RegressionFrame frame, int j) {
    return j == frame.problem().dimensions() ? "bias" : "w" + j;
  }

  static Narration predicted(RegressionFrame frame) {
    return new Narration(
        frame.problem().batches() == 1 ? "Predict every sample" : "Predict the batch",
        "Each row of X%s times the weights, plus the bias: %s."
            .formatted(
                frame.problem().batches() == 1 ? "" : " in the batch",
                model(frame, frame.pass().orElseThrow().at())),
        List.of("\\hat y=Xw+b"));
  }

  static Narration gradient(RegressionFrame frame) {
    var pass = frame.pass().orElseThrow();
    if (frame.problem().made() == GradientMistake.NOT_DIVIDED) {
      return new Narration(
          "The gradient",
          new MistakenRegression(frame.problem()).words(),
          List.of("dw=2X^\\top e,\\qquad db=2\\textstyle\\sum_i e_i"),
          parameters(frame, pass));
    }
    return new Narration(
        "The gradient",
        "How the loss would change if each parameter grew a little. It points up the slope; the"
            + " step goes the other way.",
        List.of("dw=\\frac{2}{n}X^\\top e,\\qquad db=\\frac{2}{n}\\textstyle\\sum_i e_i"),
        parameters(frame, pass));
  }

  static Narration updated(RegressionFrame frame) {
    var pass = frame.pass().orElseThrow();
    double rate = frame.problem().descent().rateIn(frame.epoch());
    if (frame.problem().made().isOfUpdate()) {
      return new Narration(
          "Update every parameter",
          "%s The model is %s now."
              .formatted(
                  new MistakenRegression(frame.problem()).words(), model(frame, frame.model())),
          List.of(frame.problem().made().latex()),
          parameters(frame, pass));
    }
    return new Narration(
        "Step down the slope",
        "Each parameter moves against its gradient, by rate %s times it: now %s."
            .formatted(Numbers.text(rate), model(frame, frame.model())),
        List.of(
            Words.descended(
                "w_0",
                pass.at().parameter(0),
                rate,
                pass.gradient().parameter(0),
                frame.model().parameter(0))),
        parameters(frame, pass));
  }

  static Narration finished(RegressionFrame frame, double loss) {
    var bowl = frame.bowl();
    int d = frame.problem().dimensions();
    var rows = new ArrayList<List<String>>();
    for (int j = 0; j <= d && rows.size() < ROWS_SHOWN; j++) {
      rows.add(
          List.of(
              name(frame, j),
              Numbers.text(frame.model().parameter(j)),
              Numbers.text(bowl.bottom().parameter(j))));
    }
    return new Narration(
        "Trained for " + Phrases.count(frame.epoch(), "epoch"),
        "The loss is %s; the lowest there is, by solving the equations, is %s. The model found is %s."
            .formatted(
                Numbers.text(loss), Numbers.text(bowl.lowest()), model(frame, frame.model())),
        List.of(
            Formula.of("L")
                .gives(loss)
                .then(Relation.AT_LEAST, Math.min(loss, bowl.lowest()))
                .latex()),
        new Table(List.of("parameter", "found", "exact"), rows, -1));
  }
}
