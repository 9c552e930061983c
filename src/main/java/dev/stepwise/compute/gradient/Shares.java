package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What each sample of a batch adds to the gradient of one parameter: what the parameter was
/// multiplied by, times the error of what it fed.
record Shares(NetworkFrame frame, Pass pass, Place place) {
  private static final int ROWS_SHOWN = 6;

  /// The address of the gradient.
  Ref ref() {
    var tensor = Tensor.gradientOf(place.of());
    return Tensors.ref(tensor, place.row(), place.column());
  }

  private boolean isFirstLayer() {
    return place.of() == Place.Of.W1 || place.of() == Place.Of.B1;
  }

  /// What the parameter of a weight was multiplied by: an input, or an activation.
  private Tensor carrier() {
    return place.of() == Place.Of.W1 ? Tensor.X : Tensor.A1;
  }

  private Tensor fed() {
    return isFirstLayer() ? Tensor.DZ1 : Tensor.DZ2;
  }

  /// What the parameter was multiplied by in each sample: an input, an activation, or 1.
  private double[] carried() {
    if (!place.of().isBias()) {
      return ForwardNumbers.column(Tensors.values(pass, carrier()), place.row());
    }
    var ones = new double[pass.samples().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /// The error of what the parameter fed, in each sample.
  private double[] errors() {
    return ForwardNumbers.column(Tensors.values(pass, fed()), place.column());
  }

  /// The shares added up. With the mistake of the variant, those of a bias are averaged.
  Operation added() {
    double[] carried = carried();
    double[] errors = errors();
    var of =
        Operand.list(
            errors.length, i -> Operand.at(Tensors.ref(fed(), i, place.column()), errors[i]));
    if (place.of().isBias()) {
      return isAveraged() ? new Operation.Mean(of) : new Operation.Sum(of);
    }
    return new Operation.Dot(
        Operand.list(
            carried.length, i -> Operand.at(Tensors.ref(carrier(), i, place.row()), carried[i])),
        of);
  }

  private boolean isAveraged() {
    return place.of().isBias() && frame.problem().averaging() == Averaging.SUM_BESIDE_MEAN;
  }

  /// The sum in symbols.
  String symbols() {
    var divided = isAveraged() ? "\\frac{1}{%d}".formatted(pass.samples().length) : "";
    var error = isFirstLayer() ? "dz_1" : "dz_2";
    return divided
        + "\\textstyle\\sum_i "
        + switch (place.of()) {
          case B1, B2 -> error + "[i]";
          case W1 -> "x[i,%d]\\cdot %s[i,%d]".formatted(place.row(), error, place.column());
          case W2 -> "a_1[i,%d]\\cdot %s[i,%d]".formatted(place.row(), error, place.column());
        };
  }

  /// The row with the largest share.
  private int telling() {
    return largest().getFirst();
  }

  private List<Integer> largest() {
    double[] carried = carried();
    double[] errors = errors();
    return IntStream.range(0, carried.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(carried[i] * errors[i])))
        .toList();
  }

  /// The chain of factors of the largest share.
  Formula chain() {
    int row = telling();
    var share = Formula.of("\\text{share}_{%d}".formatted(pass.samples()[row] + 1));
    double error = errors()[row];
    if (place.of() == Place.Of.B2) {
      return share.is("dz_2").gives(error);
    }
    double carried = carried()[row];
    if (place.of() == Place.Of.W2) {
      return share.is("a_1\\cdot dz_2").is(Term.product(carried, error)).gives(carried * error);
    }
    double da1 = pass.back().da1()[row][place.column()];
    double slope = frame.problem().slopeAt(pass.forward().z1()[row][place.column()]);
    var back = "f'\\cdot\\textstyle\\sum dz_2W_2";
    return place.of() == Place.Of.B1
        ? share.is(back).is(Term.product(slope, da1)).gives(error)
        : share
            .is("x_{%d}\\cdot %s".formatted(place.row(), back))
            .is(Term.product(carried, slope, da1))
            .gives(carried * error);
  }

  /// Which sample has the largest share, and what it is made of.
  String sentence() {
    int row = telling();
    double share = carried()[row] * errors()[row];
    var all = Phrases.count(pass.samples().length, "sample");
    var point = ForwardNumbers.point(pass, row);
    var factors =
        switch (place.of()) {
          case W1 -> "its input, the slope of the activation, and the error that came back";
          case B1 -> "the slope of the activation and the error that came back";
          case W2 -> "the unit's activation and the class's error";
          case B2 -> "the class's error";
        };
    if (pass.samples().length == 1) {
      return "The only sample of the batch, %s, gives %s: %s."
          .formatted(point, Numbers.text(share), factors);
    }
    return share == 0
        ? "Each of %s has a share, and all are 0, as for %s: %s.".formatted(all, point, factors)
        : "Each of %s has a share. %s has the largest, %s: %s."
            .formatted(all, Phrases.capital(point), Numbers.text(share), factors);
  }

  /// The largest shares.
  Table table() {
    double[] carried = carried();
    double[] errors = errors();
    boolean bias = place.of().isBias();
    var rows =
        largest().stream()
            .limit(ROWS_SHOWN)
            .map(i ->
                Words.row(
                    Integer.toString(pass.samples()[i] + 1),
                    bias
                        ? List.of(Numbers.text(errors[i]))
                        : Words.computed(
                            carried[i], errors[i], (a, b) -> a * b, carried[i] * errors[i])))
            .toList();
    var error = fed().code();
    var names = frame.problem().data().names();
    var carrier = place.of() == Place.Of.W1 ? names.column(place.row(), "x") : "a1";
    var head = bias ? List.of("point", error) : List.of("point", carrier, error, "share");
    return new Table(head, rows, 0);
  }
}
