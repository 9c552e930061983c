package dev.stepwise.compute.lstm;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What is said of one neuron: its weighted sum, term by term, and what its gate makes of it.
final class NeuronNarration {
  private static final int ROWS_SHOWN = 11;
  private static final int TERMS_SHOWN = 3;

  private final TimeStep time;
  private final Quantity quantity;
  private final int unit;
  private final Layer layer;
  private final double[] input;
  private final double sum;
  private final double value;

  NeuronNarration(TimeStep time, Quantity quantity, int unit) {
    this.time = time;
    this.quantity = quantity;
    this.unit = unit;
    this.layer = time.problem().weights().layer(quantity);
    this.input = time.input(quantity);
    this.sum = time.sum(quantity, unit);
    this.value = time.value(quantity, unit);
  }

  /// The neuron as a whole.
  Narration whole() {
    return new Narration(
        "%s of unit %d: %s"
            .formatted(Signs.capital(quantity.title()), unit + 1, Numbers.text(value)),
        "The weighted sum %s goes through %s: %s. %s"
            .formatted(Numbers.text(sum), squash(), Numbers.text(value), meaning()),
        List.of(sumFormula(), squashFormula()),
        terms());
  }

  /// Its weighted sum.
  Narration weightedSum() {
    int telling = telling();
    return new Narration(
        "Weighted sum of unit %d: %s".formatted(unit + 1, Numbers.text(sum)),
        "%s and a bias of %s; the largest share is %s, %s times %s."
            .formatted(
                Signs.count(input.length, "product"),
                Numbers.text(layer.bias()[unit]),
                name(telling),
                Numbers.text(layer.weights()[unit][telling]),
                Numbers.text(input[telling])),
        List.of(sumFormula()),
        terms());
  }

  /// σ or tanh of the weighted sum.
  Narration activation() {
    return new Narration(
        "%s of unit %d: %s"
            .formatted(Signs.capital(quantity.title()), unit + 1, Numbers.text(value)),
        "%s makes %s of %s. %s"
            .formatted(Signs.capital(squash()), Numbers.text(value), Numbers.text(sum), meaning()),
        List.of(squashFormula()));
  }

  /// One product of the weighted sum.
  Narration term(int k) {
    double weight = layer.weights()[unit][k];
    double product = weight * input[k];
    double soFar = 0;
    for (int i = 0; i <= k; i++) {
      soFar += layer.weights()[unit][i] * input[i];
    }
    var effect = product > 0 ? "pushes the sum up" : product < 0 ? "pulls it down" : "adds nothing";
    return new Narration(
        "Term %d: %s".formatted(k + 1, name(k)),
        "%s is %s and its weight %s: it %s by %s. Sum so far: %s."
            .formatted(
                name(k),
                Numbers.text(input[k]),
                Numbers.text(weight),
                effect,
                Numbers.text(Math.abs(product)),
                Numbers.text(soFar)),
        List.of(
            "w_{%d}v_{%d}=%s\\cdot %s=\\mathbf{%s}"
                .formatted(
                    k + 1,
                    k + 1,
                    Numbers.latex(weight),
                    Numbers.latexOperand(input[k]),
                    Numbers.latex(product))));
  }

  /// What the value means.
  String meaning() {
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
          case CANDIDATE, N ->
              "This is what would be added: %s."
                  .formatted(value < 0 ? "a pull down" : value > 0 ? "a push up" : "nothing");
          default -> "The whole state is made anew; nothing of the old is kept as it was.";
        };
    boolean gate = quantity.range() == Quantity.Range.GATE;
    if (!gate || !Saturation.isSaturated(value)) {
      return said;
    }
    return said
        + " It is saturated: the sigmoid is nearly flat here, slope %s, so hardly anything is learned."
            .formatted(Numbers.text(value * (1 - value)));
  }

  private String squash() {
    return quantity.range() == Quantity.Range.GATE ? "the sigmoid" : "tanh";
  }

  private String sumFormula() {
    int[] largest = largest(TERMS_SHOWN);
    var terms = new StringBuilder();
    for (int k : largest) {
      terms
          .append(terms.isEmpty() ? "" : "+")
          .append(Numbers.latexOperand(layer.weights()[unit][k]))
          .append("\\cdot ")
          .append(Numbers.latexOperand(input[k]));
    }
    if (input.length > largest.length) {
      terms.append("+\\cdots");
    }
    return "a=w\\cdot %s+b=%s+%s=\\mathbf{%s}"
        .formatted(
            TimeStep.inputQuantity(quantity).latex(),
            terms,
            Numbers.latexOperand(layer.bias()[unit]),
            Numbers.latex(sum));
  }

  private String squashFormula() {
    return "%s=%s(a)=%s(%s)=\\mathbf{%s}"
        .formatted(
            Signs.latex(quantity, time.t(), unit),
            function(),
            function(),
            Numbers.latex(sum),
            Numbers.latex(value));
  }

  private String function() {
    return quantity.range() == Quantity.Range.GATE ? "\\sigma" : "\\tanh";
  }

  private String name(int k) {
    return Signs.element(time.problem(), TimeStep.inputQuantity(quantity), k);
  }

  /// The products in their order, of many the largest, and the bias.
  private Table terms() {
    var rows = new ArrayList<List<String>>();
    int telling = telling();
    int tellingRow = -1;
    for (int k : largest(ROWS_SHOWN)) {
      double weight = layer.weights()[unit][k];
      if (k == telling) {
        tellingRow = rows.size();
      }
      rows.add(
          List.of(
              name(k),
              Numbers.text(input[k]),
              Numbers.text(weight),
              Numbers.text(weight * input[k])));
    }
    rows.add(
        List.of("bias", "1", Numbers.text(layer.bias()[unit]), Numbers.text(layer.bias()[unit])));
    return new Table(List.of("input", "value", "weight", "product"), rows, tellingRow);
  }

  private int telling() {
    return largest(1)[0];
  }

  /// The elements with the largest products, in the order of the input.
  private int[] largest(int count) {
    return IntStream.range(0, input.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -Math.abs(layer.weights()[unit][k] * input[k])))
        .limit(count)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
