package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;

/// What the steps of a batch say: the whole of it, its way forward and back, and its update.
final class BatchNarration {
  private BatchNarration() {}

  static Narration batch(NetworkFrame frame) {
    var pass = frame.moment().pass().orElseThrow();
    double loss = pass.forward().loss();
    var title = "Batch %d of %d".formatted(pass.batch() + 1, frame.problem().batches());
    if (pass.backward().isEmpty()) {
      return new Narration(
          title + " breaks off",
          "Its loss is %s. There is no use in going back from here.".formatted(Numbers.text(loss)));
    }
    double after =
        Trainer.forward(frame.problem(), pass.samples(), frame.moment().parameters()).loss();
    var caption =
        "%s right. One step against the gradient, and for this batch %s."
            .formatted(
                Words.some(pass.forward().correct(), pass.samples().length),
                Words.change("the loss", loss, after));
    double rate = frame.problem().descent().rateIn(frame.moment().epoch());
    double moved = distance(pass.at(), frame.moment().parameters());
    if (frame.problem().mistake().isOfUpdate()) {
      return new Narration(title, mistakenStep(frame, pass, loss, after));
    }
    return new Narration(
        title,
        caption,
        List.of(
            Formula.of("\\lVert\\Delta\\theta\\rVert=\\eta\\,\\lVert\\nabla L\\rVert")
                .is(Term.product(rate, moved / rate))
                .gives(moved)
                .latex()));
  }

  private static String mistakenStep(NetworkFrame frame, Pass pass, double loss, double after) {
    return "%s right. %s For this batch %s."
        .formatted(
            Words.some(pass.forward().correct(), pass.samples().length),
            frame.problem().mistake().words(),
            Words.change("the loss", loss, after));
  }

  /// How far the parameters moved: the Euclidean norm over all of them.
  private static double distance(Parameters before, Parameters after) {
    double squares = 0;
    for (int i = 0; i < before.count(); i++) {
      double gap = after.at(after.place(i)) - before.at(before.place(i));
      squares += gap * gap;
    }
    return Math.sqrt(squares);
  }

  static Narration forward(NetworkFrame frame) {
    var pass = frame.moment().pass().orElseThrow();
    var forward = pass.forward();
    var caption =
        ("%s through both layers. The mean loss is %s; guessing %s alike would give "
                + "ln %d = %s.")
            .formatted(
                Phrases.count(forward.size(), "sample") + (forward.size() == 1 ? " goes" : " go"),
                Numbers.text(forward.loss()),
                forward.p()[0].length == 2
                    ? "both classes"
                    : "all %d classes".formatted(forward.p()[0].length),
                forward.p()[0].length,
                Numbers.text(Math.log(forward.p()[0].length)));
    boolean bent = !frame.problem().mistake().falsifies(Tensor.A1);
    return new Narration(
        "Forward pass",
        bent ? caption : caption + " " + frame.problem().mistake().words(),
        List.of(
            bent ? "z_1=XW_1+b_1,\\quad a_1=f(z_1)" : "z_1=XW_1+b_1,\\quad a_1=z_1",
            "z_2=a_1W_2+b_2,\\quad p=\\mathrm{softmax}(z_2)",
            Words.line("L=\\frac1n\\textstyle\\sum_i-\\ln p_{i,y_i}", forward.loss())));
  }

  static Narration backward(NetworkFrame frame) {
    var pass = frame.moment().pass().orElseThrow();
    var caption =
        ("The error walks back: from the logits to W2, through W2 to the hidden units, through "
                + "%s to W1. Every gradient has the shape of what it is the gradient of.%s")
            .formatted(frame.problem().activation().title(), bug(frame));
    var wrong = frame.problem().mistake().tensor().filter(Tensor::isBackward);
    if (wrong.isPresent()) {
      return new Narration(
          "Backward pass",
          "The error walks back to each parameter, with a mistake on purpose in %s. %s"
              .formatted(wrong.get().code(), frame.problem().mistake().words()),
          List.of(frame.problem().mistake().latex()),
          norms(pass));
    }
    return new Narration(
        "Backward pass",
        caption,
        List.of(
            "dz_2=(p-y)/n,\\quad dW_2=a_1^\\top dz_2,\\quad db_2=\\textstyle\\sum dz_2",
            "da_1=dz_2W_2^\\top,\\quad dz_1=da_1\\odot f'(z_1)",
            "dW_1=X^\\top dz_1,\\quad db_1=\\textstyle\\sum dz_1"),
        norms(pass));
  }

  private static Table norms(Pass pass) {
    var back = pass.back();
    return new Table(
        List.of("gradient", "largest entry"),
        List.of(
            List.of("dW2", Numbers.text(largest(back.dw2()))),
            List.of("db2", Numbers.text(largest(new double[][] {back.db2()}))),
            List.of("dW1", Numbers.text(largest(back.dw1()))),
            List.of("db1", Numbers.text(largest(new double[][] {back.db1()})))),
        -1);
  }

  private static double largest(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  /// Says that this run has a bug on purpose.
  static String bug(NetworkFrame frame) {
    return frame.problem().averaging() == Averaging.MEAN
        ? ""
        : " This run has a bug on purpose: dz2 isn't divided by n, so weights get sums, and biases"
            + " are divided afterwards.";
  }

  static Narration updated(NetworkFrame frame) {
    var before = frame.moment().pass().orElseThrow().at();
    double rate = frame.problem().descent().rateIn(frame.moment().epoch());
    var now = frame.moment().parameters();
    int most = 0;
    double step = -1;
    for (int i = 0; i < now.count(); i++) {
      double moved = Math.abs(now.at(now.place(i)) - before.at(now.place(i)));
      if (moved > step) {
        step = moved;
        most = i;
      }
    }
    var place = now.place(most);
    var mistake = frame.problem().mistake();
    if (mistake.isOfUpdate()) {
      return new Narration(
          "Update every parameter",
          "%s %s moves most: %s."
              .formatted(
                  mistake.words(), place.name(), Words.fromTo(before.at(place), now.at(place))),
          List.of(mistake.latex()));
    }
    return new Narration(
        "Update every parameter",
        "All %,d parameters take a step against their gradients, at rate %s. %s moves most: %s."
            .formatted(
                now.count(),
                Numbers.text(rate),
                place.name(),
                Words.fromTo(before.at(place), now.at(place))),
        List.of("\\theta\\leftarrow\\theta-\\eta\\,d\\theta", Words.line("\\eta", rate)));
  }
}
