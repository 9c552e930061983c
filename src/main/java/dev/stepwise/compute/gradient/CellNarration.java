package dev.stepwise.compute.gradient;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.gradient.NetworkFrame.Focus;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.gradient.network.GradientCheck;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What one number of a batch says: the arithmetic that made it, with the values in it.
public final class CellNarration {
  private static final int ROWS_SHOWN = 8;
  private static final int MOST_MORE_DIGITS = 8;

  private CellNarration() {}

  /// The name of a number: `z1[27, 3]`, `p[4]` for a row.
  static String name(Tensor tensor, int row, int column) {
    return switch (tensor) {
      case Y, LOSS, P -> "%s[%d]".formatted(tensor.code(), row);
      case DB1, DB2 -> "%s[%d]".formatted(tensor.code(), column);
      default -> "%s[%d, %d]".formatted(tensor.code(), row, column);
    };
  }

  /// The number that a step looks at.
  static Narration of(NetworkFrame frame, Focus.Cell cell) {
    return of(frame, frame.moment().pass().orElseThrow(), cell);
  }

  /// A number of a batch.
  public static Narration of(NetworkFrame frame, Pass pass, Focus.Cell cell) {
    int row = cell.row();
    int column = cell.column();
    return switch (cell.tensor()) {
      case X -> input(pass, row, column);
      case Y -> label(pass, row);
      case Z1 ->
          weightedSum(
              pass,
              row,
              "z_1[%d,%d]".formatted(row, column),
              "Unit %d adds up".formatted(column),
              pass.forward().x()[row],
              column(pass.at().w1(), column),
              pass.at().b1()[column],
              new String[] {"input", "x", "W1"},
              pass.forward().z1()[row][column]);
      case A1 -> activation(frame, pass, row, column);
      case Z2 ->
          weightedSum(
              pass,
              row,
              "z_2[%d,%d]".formatted(row, column),
              "The logit of class %d adds up".formatted(column),
              pass.forward().a1()[row],
              column(pass.at().w2(), column),
              pass.at().b2()[column],
              new String[] {"unit", "a1", "W2"},
              pass.forward().z2()[row][column]);
      case P -> softmax(pass, row);
      case LOSS -> loss(pass, row);
      case DZ2 -> error(frame, pass, row, column);
      case DA1 -> blame(pass, row, column);
      case DZ1 -> throughActivation(frame, pass, row, column);
      case DW1, DW2, DB1, DB2 -> GradientNarration.of(frame, pass, cell);
    };
  }

  private static String point(Pass pass, int row) {
    return "point " + (pass.samples()[row] + 1);
  }

  private static String titled(Pass pass, int row, String what) {
    return "%s of %s".formatted(what, point(pass, row));
  }

  private static Narration input(Pass pass, int row, int column) {
    return new Narration(
        titled(pass, row, "Input %d".formatted(column)),
        "It is given with the data: %s.".formatted(Numbers.text(pass.forward().x()[row][column])));
  }

  private static Narration label(Pass pass, int row) {
    return new Narration(
        titled(pass, row, "The class"),
        "It is given with the data: class %d.".formatted(pass.forward().y()[row]));
  }

  private static Narration weightedSum(
      Pass pass,
      int row,
      String latex,
      String who,
      double[] values,
      double[] weights,
      double bias,
      String[] names,
      double result) {
    var parts = Words.computed(result - bias, bias, Double::sum, result);
    var caption =
        "%s %s times their weights, %s, and the bias %s: %s for %s."
            .formatted(
                who,
                Phrases.count(values.length, names[0]),
                parts.get(0),
                parts.get(1),
                parts.get(2),
                point(pass, row));
    return new Narration(
        titled(pass, row, latex.replace("_", "").replace(",", ", ")),
        caption,
        List.of(
            Formula.of(latex)
                .is(Term.sum(Words.products(values, weights), Term.number(bias)))
                .gives(result)
                .latex()),
        products(names, values, weights));
  }

  /// The products of a sum, of many the largest.
  static Table products(String[] names, double[] left, double[] right) {
    var shown =
        IntStream.range(0, left.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(left[i] * right[i])))
            .limit(ROWS_SHOWN)
            .sorted()
            .toList();
    var rows = new ArrayList<List<String>>();
    for (int i : shown) {
      var row = new ArrayList<>(List.of(Integer.toString(i)));
      row.addAll(Words.computed(left[i], right[i], (a, b) -> a * b, left[i] * right[i]));
      rows.add(row);
    }
    return new Table(List.of(names[0], names[1], names[2], "product"), rows, -1);
  }

  private static Narration activation(NetworkFrame frame, Pass pass, int row, int unit) {
    double z = pass.forward().z1()[row][unit];
    double a = pass.forward().a1()[row][unit];
    double slope = frame.problem().activation().slope();
    var caption =
        z > 0
            ? "The sum %s is positive and passes as it is.".formatted(Numbers.text(z))
            : slope == 0
                ? "The sum %s is not positive: the unit is off for %s."
                    .formatted(Numbers.text(z), point(pass, row))
                : "The sum %s is not positive: a hundredth of it passes."
                    .formatted(Numbers.text(z));
    Term made =
        slope == 0
            ? Term.apply(Function.RELU, Term.number(z))
            : new Term.Largest(
                List.of(
                    Term.number(z), Term.product(new Term.Exact("0.01", slope), Term.number(z))));
    return new Narration(
        titled(pass, row, "Activation of unit %d".formatted(unit)),
        caption,
        List.of(Formula.of("a_1[%d,%d]".formatted(row, unit)).is(made).gives(a).latex()));
  }

  private static Narration softmax(Pass pass, int row) {
    double[] logits = pass.forward().z2()[row];
    double[] p = pass.forward().p()[row];
    int label = pass.forward().y()[row];
    int best = TwoLayerNetwork.greatest(p);
    double greatest = Softmax.greatest(logits);
    double[] exponentials = Softmax.exponentials(logits, greatest);
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
    int more = 0;
    while (more < MOST_MORE_DIGITS && !holds(logits, greatest, exponentials, p, more)) {
      more++;
    }
    var rows = new ArrayList<List<String>>();
    for (int c = 0; c < p.length; c++) {
      rows.add(
          List.of(
              Integer.toString(c),
              Numbers.text(logits[c], more),
              Numbers.text(exponentials[c], more / 2),
              Numbers.text(p[c])));
    }
    return new Narration(
        titled(pass, row, "Softmax"),
        caption + " The greatest logit is subtracted first, so no exponential can overflow.",
        List.of(
            Formula.of("p_{%d}".formatted(label))
                .is(
                    Term.quotient(
                        Term.apply(Function.EXP, Term.difference(logits[label], greatest)),
                        Words.sum(exponentials)))
                .is(Term.quotient(exponentials[label], Softmax.sum(exponentials)))
                .gives(p[label])
                .latex()),
        new Table(List.of("class", "z2", "e^(z2 − max)", "p"), rows, label));
  }

  /// Whether the exponentials follow from the logits, and the shares from the exponentials, as they
  /// are printed: the logits with so many digits more, the exponentials with half of them.
  private static boolean holds(
      double[] logits, double greatest, double[] exponentials, double[] p, int more) {
    double sum = 0;
    for (double exponential : exponentials) {
      sum += Numbers.printed(exponential, more / 2);
    }
    for (int c = 0; c < p.length; c++) {
      double shown = Numbers.printed(exponentials[c], more / 2);
      double gap = Numbers.printed(logits[c], more) - Numbers.printed(greatest, more);
      if (Math.abs(Math.exp(gap) - shown) > Numbers.lastPlace(exponentials[c], more / 2) / 2
          || Math.abs(shown / sum - Numbers.printed(p[c], 0)) > Numbers.lastPlace(p[c], 0) / 2) {
        return false;
      }
    }
    return true;
  }

  private static Narration loss(Pass pass, int row) {
    int label = pass.forward().y()[row];
    double p = pass.forward().p()[row][label];
    double loss = pass.forward().losses()[row];
    return new Narration(
        titled(pass, row, "The loss"),
        "Its class %d got %s, so it costs %s. A sure and right answer would cost 0, a sure and wrong one without limit."
            .formatted(label, Numbers.text(p), Numbers.text(loss)),
        List.of(
            Formula.of("L_{%d}=-\\ln p_{%d}".formatted(row, label))
                .is(Term.apply(Function.NEGATE, Term.apply(Function.LN, Term.number(p))))
                .gives(loss)
                .latex()));
  }

  private static Narration error(NetworkFrame frame, Pass pass, int row, int column) {
    double p = pass.forward().p()[row][column];
    int label = pass.forward().y()[row];
    int target = label == column ? 1 : 0;
    double dz2 = pass.back().dz2()[row][column];
    boolean mean = frame.problem().averaging() == Averaging.MEAN;
    var caption =
        target == 1
            ? "Class %d is right and got %s of 1: the logit should rise, so its derivative is negative."
                .formatted(column, Numbers.text(p))
            : "Class %d is wrong and got %s: the logit should fall, so its derivative is positive."
                .formatted(column, Numbers.text(p));
    var gap = Term.difference(Term.number(p), Term.count(target));
    var share = mean ? Term.quotient(gap, Term.count(pass.samples().length)) : gap;
    return new Narration(
        titled(pass, row, "dz2[%d, %d]".formatted(row, column)),
        caption,
        List.of(Formula.of("dz_2[%d,%d]".formatted(row, column)).is(share).gives(dz2).latex()));
  }

  private static Narration blame(Pass pass, int row, int unit) {
    double[] errors = pass.back().dz2()[row];
    double[] weights = pass.at().w2()[unit];
    double result = pass.back().da1()[row][unit];
    return new Narration(
        titled(pass, row, "da1[%d, %d]".formatted(row, unit)),
        "Unit %d feeds every class through its weight; the classes' errors come back the same way and add up to %s."
            .formatted(unit, Numbers.text(result)),
        List.of(
            Formula.of("da_1[%d,%d]".formatted(row, unit))
                .is(Words.products(errors, weights))
                .gives(result)
                .latex()),
        products(new String[] {"class", "dz2", "W2"}, errors, weights));
  }

  private static Narration throughActivation(NetworkFrame frame, Pass pass, int row, int unit) {
    double da1 = pass.back().da1()[row][unit];
    double z1 = pass.forward().z1()[row][unit];
    double derivative = frame.problem().activation().derivative(z1);
    double dz1 = pass.back().dz1()[row][unit];
    var caption =
        z1 > 0
            ? "The sum was %s, positive: the error passes whole.".formatted(Numbers.text(z1))
            : derivative == 0
                ? "The sum was %s, not positive: no error passes, and unit %d learns nothing from %s."
                    .formatted(Numbers.text(z1), unit, point(pass, row))
                : "The sum was %s, not positive: a hundredth of the error passes."
                    .formatted(Numbers.text(z1));
    return new Narration(
        titled(pass, row, "dz1[%d, %d]".formatted(row, unit)),
        caption,
        List.of(
            Formula.of("dz_1[%d,%d]".formatted(row, unit))
                .is("da_1\\cdot f'(z_1)")
                .is(Term.product(da1, derivative))
                .gives(dz1)
                .latex()));
  }

  /// A parameter after the update.
  public static Narration updated(NetworkFrame frame, Place place) {
    var pass = frame.moment().pass().orElseThrow();
    double before = pass.at().at(place);
    double gradient = pass.back().gradients().at(place);
    double rate = frame.problem().descent().rateIn(frame.moment().epoch());
    double after = before - rate * gradient;
    var way =
        gradient > 0
            ? "Its gradient is positive: a larger value would cost more, so it falls."
            : gradient < 0
                ? "Its gradient is negative: a larger value would cost less, so it rises."
                : "Its gradient is 0, so it stays.";
    var goes =
        after != before
            ? " It goes %s.".formatted(Words.fromTo(before, after))
            : gradient == 0
                ? ""
                : " But the step is too small to change a double of this size: it stays at %s."
                    .formatted(Numbers.text(before));
    return new Narration(
        "Update " + place.name(),
        way + goes,
        List.of(Words.descended(place.latex(), before, rate, gradient, after)));
  }

  /// The derivative of the batch's loss by a parameter, measured.
  static GradientCheck check(NetworkFrame frame, Pass pass, Place place) {
    return GradientCheck.of(
        pass.forward(), pass.at(), frame.problem().activation(), place, GradientCheck.STEP);
  }

  static double[] column(double[][] rows, int column) {
    var values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }
}
