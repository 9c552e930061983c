package dev.stepwise.compute.gradient;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
import java.util.List;

/// How the errors of a batch come to be on their way back; [ParameterNumbers] has the gradients.
record BackwardNumbers(NetworkFrame frame, Pass pass) {

  private Derivation of(Tensor tensor, int row, int column, Operation operation, String caption) {
    var ref = Tensors.ref(tensor, row, column);
    return Derivation.of(ref, Tensors.values(pass, tensor)[row][column], operation)
        .titled("%s of %s".formatted(ref.text(), ForwardNumbers.point(pass, row)))
        .saying(caption)
        .symbols("%s[%d,%d]".formatted(tensor.latex(), row, column));
  }

  private Operand number(double[][] values, Tensor tensor, int row, int column) {
    return Operand.at(Tensors.ref(tensor, row, column), values[row][column]);
  }

  /// The derivative by a logit.
  Derivation error(int row, int label) {
    double p = pass.forward().p()[row][label];
    boolean right = pass.forward().y()[row] == label;
    var gap =
        new Operation.Difference(
            number(pass.forward().p(), Tensor.P, row, label), Operand.count(right ? 1 : 0));
    var mistake = frame.problem().mistake();
    if (mistake.falsifies(Tensor.DZ2)) {
      return of(Tensor.DZ2, row, label, mistaken(gap), mistake.words());
    }
    return of(
        Tensor.DZ2,
        row,
        label,
        frame.problem().averaging() == Averaging.MEAN
            ? new Operation.Quotient(Operand.of(gap), Operand.count(pass.samples().length))
            : gap,
        right
            ? "Class %d is right and got %s of 1: the logit should rise, so its derivative is negative."
                .formatted(label, Numbers.text(p))
            : "Class %d is wrong and got %s: the logit should fall, so its derivative is positive."
                .formatted(label, Numbers.text(p)));
  }

  private Operation mistaken(Operation.Difference gap) {
    var wrong =
        switch (frame.problem().mistake()) {
          case TARGET_MINUS_PREDICTION -> new Operation.Difference(gap.right(), gap.left());
          case NO_TARGET -> new Operation.Moved(gap.left());
          default -> gap;
        };
    if (!new MistakenNetwork(frame.problem()).dividesByTheBatch()) {
      return wrong;
    }
    var divided = wrong instanceof Operation.Moved(var p) ? p : Operand.of(wrong);
    return new Operation.Quotient(divided, Operand.count(pass.samples().length));
  }

  /// The derivative by an activation.
  Derivation blame(int row, int unit) {
    double[] errors = pass.back().dz2()[row];
    var mistake = frame.problem().mistake();
    double[] weights = frame.wayBack(pass)[unit];
    var back =
        new Operation.Dot(
            Operand.list(errors.length, c -> number(pass.back().dz2(), Tensor.DZ2, row, c)),
            Operand.list(errors.length, c -> wayBack(unit, c)));
    var caption =
        mistake.falsifies(Tensor.DA1)
            ? mistake.words()
            : "Unit %d feeds every class through its weight; the classes' errors come back the same way and add up to %s."
                .formatted(unit, Numbers.text(pass.back().da1()[row][unit]));
    return of(Tensor.DA1, row, unit, back, caption)
        .tabled(
            Products.table(
                List.of("class", "dz2", "W2", "product"), Integer::toString, errors, weights));
  }

  private double rate() {
    return frame.problem().descent().rateIn(frame.moment().epoch());
  }

  /// The weight that an error goes back through.
  private Operand wayBack(int unit, int label) {
    var weight = ForwardNumbers.parameter(frame, pass, new Place(Place.Of.W2, unit, label));
    if (!frame.problem().mistake().falsifies(Tensor.DA1)) {
      return weight;
    }
    var gradient = number(pass.back().dw2(), Tensor.DW2, unit, label);
    var step = new Operation.Product(List.of(Operand.at(rate(), "rate"), gradient));
    return Operand.of(new Operation.Difference(weight, Operand.of(step)));
  }

  /// The derivative by the sum of a hidden unit.
  Derivation throughActivation(int row, int unit) {
    double z1 = pass.forward().z1()[row][unit];
    var error = number(pass.back().da1(), Tensor.DA1, row, unit);
    var mistake = frame.problem().mistake();
    if (mistake.falsifies(Tensor.DZ1)) {
      var sum = number(pass.forward().z1(), Tensor.Z1, row, unit);
      var wrong =
          mistake == GradientMistake.VALUE_FOR_SLOPE
              ? new Operation.Product(List.of(error, sum))
              : new Operation.Moved(error);
      return of(Tensor.DZ1, row, unit, wrong, mistake.words());
    }
    double slope = frame.problem().activation().derivative(z1);
    var passed = new Operation.Product(List.of(error, Operand.constant(slope)));
    var caption =
        z1 > 0
            ? "The sum was %s, positive: the error passes whole.".formatted(Numbers.text(z1))
            : slope == 0
                ? "The sum was %s, not positive: no error passes, and unit %d learns nothing from %s."
                    .formatted(Numbers.text(z1), unit, ForwardNumbers.point(pass, row))
                : "The sum was %s, not positive: a hundredth of the error passes."
                    .formatted(Numbers.text(z1));
    return of(Tensor.DZ1, row, unit, passed, caption)
        .symbols("dz_1[%d,%d]=da_1\\cdot f'(z_1)".formatted(row, unit));
  }
}
