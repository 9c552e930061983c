package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.function.IntFunction;

/// How the numbers of a batch's forward pass come to be.
record ForwardNumbers(NetworkFrame frame, Pass pass) {

  /// The point of a row of the batch, by its number.
  static String point(Pass pass, int row) {
    return "point " + (pass.samples()[row] + 1);
  }

  private Operand number(double[][] values, Tensor tensor, int row, int column) {
    return Operand.at(Tensors.ref(tensor, row, column), values[row][column]);
  }

  /// A parameter that the batch was sent through: a variable unless its step has been taken since.
  static Operand parameter(NetworkFrame frame, Pass pass, Place place) {
    double value = pass.at().at(place);
    return frame.isUpdated() ? Operand.constant(value) : Operand.at(Tensors.ref(place), value);
  }

  private String titled(int row, String what) {
    return "%s of %s".formatted(what, point(pass, row));
  }

  Derivation input(int row, int column) {
    double value = pass.forward().x()[row][column];
    var name = frame.problem().data().names().column(column, "Input " + column);
    return Derivation.of(Tensors.ref(Tensor.X, row, column), value, new Operation.Given())
        .titled(titled(row, name))
        .saying("It is given with the data: %s.".formatted(Numbers.text(value)));
  }

  Derivation label(int row) {
    int label = pass.forward().y()[row];
    return Derivation.of(Tensors.ref(Tensor.Y, row, 0), label, new Operation.Given())
        .titled(titled(row, "The class"))
        .saying("It is given with the data: class %d.".formatted(label));
  }

  /// What a hidden unit adds up.
  Derivation sum(int row, int unit) {
    double[][] x = pass.forward().x();
    double[] weights = column(pass.at().w1(), unit);
    var names = frame.problem().data().names();
    return weighted(
            Tensors.ref(Tensor.Z1, row, unit),
            pass.forward().z1()[row][unit],
            Operand.list(
                weights.length, i -> parameter(frame, pass, new Place(Place.Of.W1, i, unit))),
            Operand.list(weights.length, i -> number(x, Tensor.X, row, i)),
            parameter(frame, pass, new Place(Place.Of.B1, 0, unit)),
            "Unit %d adds up %s".formatted(unit, Phrases.count(weights.length, "input")))
        .symbols("z_1[%d,%d]".formatted(row, unit))
        .tabled(
            Products.table(
                List.of("input", "x", "W1", "product"),
                i -> names.column(i, Integer.toString(i)),
                x[row],
                weights));
  }

  /// What a class adds up.
  Derivation logit(int row, int label) {
    double[][] a1 = pass.forward().a1();
    double[] weights = column(pass.at().w2(), label);
    return weighted(
            Tensors.ref(Tensor.Z2, row, label),
            pass.forward().z2()[row][label],
            Operand.list(
                weights.length, j -> parameter(frame, pass, new Place(Place.Of.W2, j, label))),
            Operand.list(weights.length, j -> number(a1, Tensor.A1, row, j)),
            parameter(frame, pass, new Place(Place.Of.B2, 0, label)),
            "The logit of class %d adds up %s"
                .formatted(label, Phrases.count(weights.length, "unit")))
        .symbols("z_2[%d,%d]".formatted(row, label))
        .tabled(
            Products.table(
                List.of("unit", "a1", "W2", "product"), Integer::toString, a1[row], weights));
  }

  private Derivation weighted(
      Ref ref,
      double value,
      List<Operand> weights,
      List<Operand> inputs,
      Operand bias,
      String adding) {
    var parts = Words.computed(value - bias.value(), bias.value(), Double::sum, value);
    return Derivation.of(ref, value, Products.sum(inputs, weights, bias))
        .titled(titled(ref.index(0), ref.text()))
        .saying(
            "%s times their weights, %s, and the bias %s: %s for %s."
                .formatted(
                    adding, parts.get(0), parts.get(1), parts.get(2), point(pass, ref.index(0))));
  }

  Derivation activation(int row, int unit) {
    double z = pass.forward().z1()[row][unit];
    double slope = frame.problem().activation().slope();
    var sum = number(pass.forward().z1(), Tensor.Z1, row, unit);
    var mistake = frame.problem().mistake();
    if (mistake.falsifies(Tensor.A1)) {
      return Derivation.of(
              Tensors.ref(Tensor.A1, row, unit),
              pass.forward().a1()[row][unit],
              new Operation.Moved(sum))
          .titled(titled(row, "Activation of unit %d".formatted(unit)))
          .saying(mistake.words());
    }
    var made =
        slope == 0
            ? new Operation.Elementwise(Function.RELU, sum)
            : new Operation.Extremum(
                Operation.Extreme.GREATEST,
                List.of(
                    sum, Operand.of(new Operation.Product(List.of(Operand.constant(slope), sum)))));
    var caption =
        z > 0
            ? "The sum %s is positive and passes as it is."
            : slope == 0
                ? "The sum %s is not positive: the unit is off for " + point(pass, row) + "."
                : "The sum %s is not positive: a hundredth of it passes.";
    return Derivation.of(Tensors.ref(Tensor.A1, row, unit), pass.forward().a1()[row][unit], made)
        .titled(titled(row, "Activation of unit %d".formatted(unit)))
        .saying(caption.formatted(Numbers.text(z)))
        .symbols("a_1[%d,%d]".formatted(row, unit));
  }

  /// The share of a class.
  Derivation probability(int row, int asked) {
    double[] logits = pass.forward().z2()[row];
    double[] p = pass.forward().p()[row];
    int label = pass.forward().y()[row];
    int best = TwoLayerNetwork.greatest(p);
    var caption =
        best == label
            ? "Class %d gets the largest share, %s, and is right."
                .formatted(best, Numbers.text(p[best]))
            : "%s is class %d, but class %d gets more: %s against %s."
                .formatted(
                    Phrases.capital(point(pass, row)),
                    label,
                    best,
                    Numbers.text(p[best]),
                    Numbers.text(p[label]));
    IntFunction<Operand> logit = c -> number(pass.forward().z2(), Tensor.Z2, row, c);
    return Derivation.of(
            Tensors.ref(Tensor.P, row, asked),
            p[asked],
            new Operation.Softmax(Operand.list(logits.length, logit), asked))
        .titled(titled(row, "Softmax"))
        .saying(
            caption + " The greatest logit is subtracted first, so no exponential can overflow.")
        .symbols("p_{%d}".formatted(asked))
        .then(Products.share(logits, asked, p[asked]))
        .tabled(Products.shares(logits, p, asked));
  }

  /// The loss of a sample: −ln of what its class got; from the logits where that is too small for a
  /// double.
  Derivation sampleLoss(int row) {
    int label = pass.forward().y()[row];
    double p = pass.forward().p()[row][label];
    double loss = pass.forward().losses()[row];
    return Derivation.of(
            Tensors.ref(Tensor.LOSS, row, 0),
            loss,
            p < Double.MIN_NORMAL ? fromLogits(row, label) : fromShare(row, label))
        .titled(titled(row, "The loss"))
        .saying(
            "Its class %d got %s, so it costs %s. A sure and right answer would cost 0, a sure and wrong one without limit."
                .formatted(label, Numbers.text(p), Numbers.text(loss)))
        .symbols("L_{%d}=-\\ln p_{%d}".formatted(row, label));
  }

  private Operation fromShare(int row, int label) {
    var share = number(pass.forward().p(), Tensor.P, row, label);
    return new Operation.Elementwise(
        Function.NEGATE, Operand.of(new Operation.Elementwise(Function.LN, share)));
  }

  private Operation fromLogits(int row, int label) {
    double[][] z2 = pass.forward().z2();
    var greatest = Operand.constant(Softmax.greatest(z2[row]));
    IntFunction<Operand> gap =
        c -> Operand.of(new Operation.Difference(number(z2, Tensor.Z2, row, c), greatest));
    var exponentials =
        Operand.list(
            z2[row].length, c -> Operand.of(new Operation.Elementwise(Function.EXP, gap.apply(c))));
    var sum = Operand.worked(new Operation.Sum(exponentials));
    return new Operation.Difference(
        Operand.of(new Operation.Elementwise(Function.LN, sum)), gap.apply(label));
  }

  /// The mean loss.
  Derivation loss() {
    double[] losses = pass.forward().losses();
    var each =
        Operand.list(
            losses.length, row -> Operand.at(Tensors.ref(Tensor.LOSS, row, 0), losses[row]));
    var said = OperationNarration.of(frame, Tensor.LOSS);
    return Derivation.of(
            Ref.of(Tensor.LOSS.code()), pass.forward().loss(), new Operation.Mean(each))
        .titled(said.title())
        .saying(said.caption())
        .symbols("L=\\frac{1}{%d}\\textstyle\\sum_i-\\ln p_{i,y_i}".formatted(losses.length));
  }

  static double[] column(double[][] rows, int column) {
    var values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }
}
