package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.gradient.NetworkFrame.Focus;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.GradientCheck;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the gradient of one parameter says: the chain of its factors, sample by sample, and whether
/// the measured derivative agrees.
final class GradientNarration {
  private static final int ROWS_SHOWN = 6;

  private GradientNarration() {}

  static Narration of(NetworkFrame frame, Pass pass, Focus.Cell cell) {
    var place = new Place(cell.tensor().parameters().orElseThrow(), cell.row(), cell.column());
    double gradient = pass.back().gradients().at(place);
    double[] carried = carried(pass, place);
    double[] errors = errors(pass, place);
    int telling = largest(carried, errors);
    var check = CellNarration.check(frame, pass, place);
    var formulas = new ArrayList<String>();
    formulas.add(chain(frame, pass, place, telling));
    formulas.add(
        Words.line(
            "d%s=%s\\textstyle\\sum_i %s"
                .formatted(
                    place.latex(),
                    divided(frame, place, carried.length),
                    isBias(place)
                        ? error(place) + "[i]"
                        : carrier(place) + "\\cdot " + error(place)),
            gradient));
    formulas.add(Words.line("\\frac{L(\\theta+h)-L(\\theta-h)}{2h}", check.numeric()));
    return new Narration(
        "The gradient of " + place.name(),
        caption(pass, place, telling, carried[telling] * errors[telling])
            + verdict(check, gradient),
        formulas,
        shares(pass, place, carried, errors, telling));
  }

  private static boolean isBias(Place place) {
    return place.of() == Place.Of.B1 || place.of() == Place.Of.B2;
  }

  private static String divided(NetworkFrame frame, Place place, int n) {
    return isBias(place) && !frame.problem().averaging().word().equals("mean")
        ? "\\frac{1}{%d}".formatted(n)
        : "";
  }

  private static String carrier(Place place) {
    return place.of() == Place.Of.W1
        ? "x[i,%d]".formatted(place.row())
        : "a_1[i,%d]".formatted(place.row());
  }

  private static String error(Place place) {
    boolean first = place.of() == Place.Of.W1 || place.of() == Place.Of.B1;
    return (first ? "dz_1" : "dz_2") + (isBias(place) ? "" : "[i,%d]".formatted(place.column()));
  }

  /// What the parameter was multiplied by in each sample: an input, an activation, or 1.
  private static double[] carried(Pass pass, Place place) {
    int n = pass.samples().length;
    return switch (place.of()) {
      case W1 -> CellNarration.column(pass.forward().x(), place.row());
      case W2 -> CellNarration.column(pass.forward().a1(), place.row());
      case B1, B2 -> IntStream.range(0, n).mapToDouble(_ -> 1).toArray();
    };
  }

  /// The error of what the parameter fed, in each sample.
  private static double[] errors(Pass pass, Place place) {
    return switch (place.of()) {
      case W1, B1 -> CellNarration.column(pass.back().dz1(), place.column());
      case W2, B2 -> CellNarration.column(pass.back().dz2(), place.column());
    };
  }

  private static int largest(double[] carried, double[] errors) {
    return IntStream.range(0, carried.length)
        .boxed()
        .max(Comparator.comparingDouble(i -> Math.abs(carried[i] * errors[i])))
        .orElse(0);
  }

  /// The chain of factors of one sample's share.
  private static String chain(NetworkFrame frame, Pass pass, Place place, int row) {
    var share = Formula.of("\\text{share}_{%d}".formatted(pass.samples()[row] + 1));
    double dz2 = pass.back().dz2()[row][Math.min(place.column(), pass.at().classes() - 1)];
    double a1 = pass.forward().a1()[row][Math.min(place.row(), pass.at().hidden() - 1)];
    if (place.of() == Place.Of.B2) {
      return share.is("dz_2").gives(dz2).latex();
    }
    if (place.of() == Place.Of.W2) {
      return share.is("a_1\\cdot dz_2").is(Term.product(a1, dz2)).gives(a1 * dz2).latex();
    }
    double da1 = pass.back().da1()[row][place.column()];
    double slope =
        frame.problem().activation().derivative(pass.forward().z1()[row][place.column()]);
    double dz1 = pass.back().dz1()[row][place.column()];
    var back = "f'\\cdot\\textstyle\\sum dz_2W_2";
    if (place.of() == Place.Of.B1) {
      return share.is(back).is(Term.product(slope, da1)).gives(dz1).latex();
    }
    double x = pass.forward().x()[row][place.row()];
    return share
        .is("x_{%d}\\cdot %s".formatted(place.row(), back))
        .is(Term.product(x, slope, da1))
        .gives(x * dz1)
        .latex();
  }

  private static String caption(Pass pass, Place place, int row, double share) {
    var sum = Phrases.count(pass.samples().length, "sample");
    int point = pass.samples()[row] + 1;
    var factors =
        switch (place.of()) {
          case W1 -> "its input, the slope of the activation, and the error that came back";
          case B1 -> "the slope of the activation and the error that came back";
          case W2 -> "the unit's activation and the class's error";
          case B2 -> "the class's error";
        };
    if (pass.samples().length == 1) {
      return "The only sample of the batch, point %d, gives %s: %s."
          .formatted(point, Numbers.text(share), factors);
    }
    return share == 0
        ? "Each of %s has a share, and all are 0, as for point %d: %s."
            .formatted(sum, point, factors)
        : "Each of %s has a share. Point %d has the largest, %s: %s."
            .formatted(sum, point, Numbers.text(share), factors);
  }

  private static String verdict(GradientCheck check, double gradient) {
    return check.agrees(gradient)
        ? " Moving the parameter a little each way and measuring agrees: %s."
            .formatted(Numbers.text(check.numeric()))
        : " But moving the parameter a little each way and measuring gives %s, %s: this gradient is wrong."
            .formatted(
                Numbers.text(check.numeric()),
                gradient == 0 || check.numeric() == 0
                    ? "not " + Numbers.text(gradient)
                    : "about %,d times less".formatted(Math.round(gradient / check.numeric())));
  }

  private static Table shares(
      Pass pass, Place place, double[] carried, double[] errors, int telling) {
    var shown =
        IntStream.range(0, carried.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(carried[i] * errors[i])))
            .limit(ROWS_SHOWN)
            .toList();
    var names =
        switch (place.of()) {
          case W1 -> new String[] {"x", "dz1"};
          case W2 -> new String[] {"a1", "dz2"};
          case B1 -> new String[] {"", "dz1"};
          case B2 -> new String[] {"", "dz2"};
        };
    boolean bias = isBias(place);
    var rows =
        shown.stream()
            .map(i -> {
              var point = Integer.toString(pass.samples()[i] + 1);
              var row = new ArrayList<>(List.of(point));
              row.addAll(
                  bias
                      ? List.of(Numbers.text(errors[i]))
                      : Words.computed(
                          carried[i], errors[i], (a, b) -> a * b, carried[i] * errors[i]));
              return List.copyOf(row);
            })
            .toList();
    var head = bias ? List.of("point", names[1]) : List.of("point", names[0], names[1], "share");
    return new Table(head, rows, shown.indexOf(telling));
  }
}
