package dev.stepwise.compute.lstm;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How the numbers of one neuron come to be: its products, its weighted sum, and what its gate
/// makes of it.
final class Neuron {
  private static final int ROWS_SHOWN = 11;

  private final LstmFrame frame;
  private final Quantity quantity;
  private final int unit;
  private final double[] weights;
  private final double bias;
  private final double[] input;
  private final double sum;
  private final double value;

  /// @param quantity what its layer computes
  /// @param unit from 0
  Neuron(LstmFrame frame, Quantity quantity, int unit) {
    var time = frame.time();
    var layer = frame.problem().recurrentCell().layer(quantity);
    this.frame = frame;
    this.quantity = quantity;
    this.unit = unit;
    this.weights = layer.weights()[unit];
    this.bias = frame.problem().mistake().bias(layer, unit);
    this.input = time.input(quantity);
    this.sum = time.sum(quantity, unit);
    this.value = time.value(quantity, unit);
  }

  /// Its weighted sum.
  Derivation weightedSum() {
    return Derivation.of(Ref.of(quantity.weightedSum()), sum, adding())
        .titled("Weighted sum of unit %d: %s".formatted(unit + 1, Figures.text(sum)))
        .saying(shares())
        .symbols(sumSigns())
        .tabled(terms());
  }

  private Operation adding() {
    var operands = new Operands(frame);
    return new Operation.WeightedSum(
        operands.weights(quantity, unit), operands.input(quantity), operands.bias(quantity, unit));
  }

  private String sumSigns() {
    return "a=w\\cdot %s+b".formatted(quantity.layerInput().latex());
  }

  /// σ or tanh of the weighted sum. Where the sum had a step of its own it is that number, else it
  /// is worked out first.
  ///
  /// @param ref where the neuron's value stands
  Derivation activation(Ref ref) {
    boolean summed = frame.focus() instanceof Focus.OfPart && ref.indices().isEmpty();
    var a = summed ? Operand.at(sum, quantity.weightedSum()) : Operand.named(sumSigns(), adding());
    return Derivation.of(ref, value, new Operation.Elementwise(function(), a))
        .titled(
            "%s of unit %d: %s"
                .formatted(Phrases.capital(quantity.title()), unit + 1, Figures.text(value)))
        .saying((summed ? pressed() : passed()) + " " + meaning())
        .symbols(
            "%s=%s(a)"
                .formatted(
                    Signs.latex(quantity, frame.time().t(), unit),
                    function() == Function.SIGMOID ? "\\sigma" : "\\tanh"))
        .tabled(summed ? Table.NONE : terms());
  }

  private String passed() {
    return "The weighted sum %s goes through %s: %s."
        .formatted(Figures.text(sum), squash(), Figures.text(value));
  }

  private String pressed() {
    return "%s makes %s of %s."
        .formatted(Phrases.capital(squash()), Figures.text(value), Figures.text(sum));
  }

  private String squash() {
    return function() == Function.SIGMOID ? "the sigmoid" : "tanh";
  }

  private Function function() {
    return frame.problem().mistake().function(quantity);
  }

  /// One product of the weighted sum, and the sum so far.
  Derivation product(int k) {
    double product = times(k);
    double before = 0;
    for (int i = 0; i < k; i++) {
      before += times(i);
    }
    var operands = new Operands(frame);
    var factors = List.of(operands.weights(quantity, unit).get(k), operands.input(quantity).get(k));
    var why =
        Derivation.of(Ref.of(quantity.products(), k), product, new Operation.Product(factors))
            .titled("Term %d: %s".formatted(k + 1, name(k)))
            .saying(
                "%s is %s and its weight %s: %s. Sum so far: %s."
                    .formatted(
                        name(k),
                        Figures.text(input[k]),
                        Figures.text(weights[k]),
                        effect(product),
                        Figures.text(before + product)))
            .symbols("w_{%d}v_{%d}".formatted(k + 1, k + 1));
    return k == 0
        ? why
        : why.then(
            Formula.of(Term.sum(Term.number(before), Term.number(product)))
                .gives(before + product));
  }

  private static String effect(double product) {
    return product == 0
        ? "it adds nothing"
        : "it %s by %s"
            .formatted(
                product > 0 ? "pushes the sum up" : "pulls the sum down",
                Figures.text(Math.abs(product)));
  }

  /// Which product weighs most, if any does.
  private String shares() {
    int[] telling = telling();
    if (telling.length == 0) {
      return "All %d products are 0, so the sum is the bias, %s."
          .formatted(input.length, Figures.text(bias));
    }
    var start = "%d products and a bias of %s; ".formatted(input.length, Figures.text(bias));
    return switch (telling.length) {
      case 1 ->
          start
              + "the largest share comes from %s, %s times the weight %s."
                  .formatted(
                      name(telling[0]),
                      Figures.text(input[telling[0]]),
                      Figures.text(weights[telling[0]]));
      case 2 ->
          start
              + "%s and %s have the largest shares, equal in size."
                  .formatted(name(telling[0]), name(telling[1]));
      default -> start + "%d of them are the largest, equal in size.".formatted(telling.length);
    };
  }

  /// What the value means.
  private String meaning() {
    var share = Signs.percent(value);
    var said =
        switch (quantity) {
          case F -> "This gate keeps %s of the cell state.".formatted(share);
          case I -> "This gate lets %s of the candidate in.".formatted(share);
          case O -> "This gate shows %s of tanh(c).".formatted(share);
          case R -> "The candidate sees %s of the state.".formatted(share);
          case Z ->
              "This gate keeps %s of the state and takes %s of the candidate."
                  .formatted(share, Signs.percent(1 - value));
          case CANDIDATE ->
              value == 0
                  ? "There is nothing to add, however much is let in."
                  : "It pushes the cell state %s, as far as the input gate lets it in."
                      .formatted(value < 0 ? "down" : "up");
          case N -> "The state moves towards it, as far as the update gate lets it.";
          default -> "The whole state is made anew; nothing of the old is kept as it was.";
        };
    if (!quantity.isGate() || !Saturation.isSaturated(value)) {
      return said;
    }
    return said
        + " It is %s: the sigmoid is nearly flat here, slope %s, so the gate hardly learns."
            .formatted(
                value > Saturation.OPEN ? "open" : "shut", Figures.text(value * (1 - value)));
  }

  private String name(int k) {
    return Signs.element(frame.problem(), quantity.layerInput(), k);
  }

  /// The products in their order, of many the largest, and the bias.
  private Table terms() {
    var rows = new ArrayList<List<String>>();
    int[] telling = telling();
    int tellingRow = -1;
    for (int k : largest(ROWS_SHOWN)) {
      if (telling.length == 1 && k == telling[0]) {
        tellingRow = rows.size();
      }
      var figures = Figures.product(input[k], weights[k], times(k));
      rows.add(List.of(name(k), figures.get(0), figures.get(1), figures.get(2)));
    }
    if (input.length > ROWS_SHOWN) {
      rows.add(List.of("of " + input.length, "…", "…", "…"));
    }
    rows.add(List.of("bias", "1", Figures.text(bias), Figures.text(bias)));
    return new Table(List.of("input", "value", "weight", "product"), rows, tellingRow);
  }

  private double times(int k) {
    return weights[k] * input[k];
  }

  private double size(int k) {
    return Math.abs(times(k));
  }

  /// The elements whose products are the largest, more than one where they tie; none where all
  /// products are 0.
  private int[] telling() {
    double most = size(largest(1)[0]);
    return most == 0
        ? new int[0]
        : IntStream.range(0, input.length).filter(k -> size(k) == most).toArray();
  }

  /// The elements with the largest products, in the order of the input.
  private int[] largest(int count) {
    return IntStream.range(0, input.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -size(k)))
        .limit(count)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
