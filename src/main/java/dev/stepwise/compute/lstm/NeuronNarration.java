package dev.stepwise.compute.lstm;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
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
            .formatted(Signs.capital(quantity.title()), unit + 1, Figures.text(value)),
        "The weighted sum %s goes through %s: %s. %s"
            .formatted(Figures.text(sum), squash(), Figures.text(value), meaning()),
        List.of(sumFormula(), squashFormula()),
        terms());
  }

  /// Its weighted sum.
  Narration weightedSum() {
    return new Narration(
        "Weighted sum of unit %d: %s".formatted(unit + 1, Figures.text(sum)),
        shares(),
        List.of(sumFormula()),
        terms());
  }

  /// Which product weighs most, if any does.
  private String shares() {
    var bias = Figures.text(layer.bias()[unit]);
    int[] telling = telling();
    if (telling.length == 0) {
      return "All %d products are 0, so the sum is the bias, %s.".formatted(input.length, bias);
    }
    var start = "%d products and a bias of %s; ".formatted(input.length, bias);
    return switch (telling.length) {
      case 1 ->
          start
              + "the largest share comes from %s, %s times the weight %s."
                  .formatted(
                      name(telling[0]),
                      Figures.text(input[telling[0]]),
                      Figures.text(layer.weights()[unit][telling[0]]));
      case 2 ->
          start
              + "%s and %s have the largest shares, equal in size."
                  .formatted(name(telling[0]), name(telling[1]));
      default -> start + "%d of them are the largest, equal in size.".formatted(telling.length);
    };
  }

  /// σ or tanh of the weighted sum.
  Narration activation() {
    return new Narration(
        "%s of unit %d: %s"
            .formatted(Signs.capital(quantity.title()), unit + 1, Figures.text(value)),
        "%s makes %s of %s. %s"
            .formatted(Signs.capital(squash()), Figures.text(value), Figures.text(sum), meaning()),
        List.of(squashFormula()));
  }

  /// One product of the weighted sum.
  Narration term(int k) {
    double weight = layer.weights()[unit][k];
    double product = weight * input[k];
    double before = 0;
    for (int i = 0; i < k; i++) {
      before += layer.weights()[unit][i] * input[i];
    }
    var effect =
        product == 0
            ? "it adds nothing"
            : "it %s by %s"
                .formatted(
                    product > 0 ? "pushes the sum up" : "pulls the sum down",
                    Figures.text(Math.abs(product)));
    var lines = new ArrayList<String>();
    lines.add(
        Formula.of("w_{%d}v_{%d}".formatted(k + 1, k + 1))
            .is(Term.product(weight, input[k]))
            .gives(product)
            .latex());
    if (k > 0) {
      lines.add(
          Formula.of(Term.sum(new double[] {before, product}, 2)).gives(before + product).latex());
    }
    return new Narration(
        "Term %d: %s".formatted(k + 1, name(k)),
        "%s is %s and its weight %s: %s. Sum so far: %s."
            .formatted(
                name(k),
                Figures.text(input[k]),
                Figures.text(weight),
                effect,
                Figures.text(before + product)),
        lines);
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
          case CANDIDATE ->
              value == 0
                  ? "There is nothing to add, however much is let in."
                  : "It pushes the cell state %s, as far as the input gate lets it in."
                      .formatted(value < 0 ? "down" : "up");
          case N -> "The state moves towards it, as far as the update gate lets it.";
          default -> "The whole state is made anew; nothing of the old is kept as it was.";
        };
    boolean gate = quantity.range() == Quantity.Range.GATE;
    if (!gate || !Saturation.isSaturated(value)) {
      return said;
    }
    return said
        + " It is %s: the sigmoid is nearly flat here, slope %s, so the gate hardly learns."
            .formatted(
                value > Saturation.OPEN ? "open" : "shut", Figures.text(value * (1 - value)));
  }

  private String squash() {
    return quantity.range() == Quantity.Range.GATE ? "the sigmoid" : "tanh";
  }

  /// The sum with those of its products that are not 0; of many the largest.
  private String sumFormula() {
    int[] counting = IntStream.range(0, input.length).filter(k -> product(k) != 0).toArray();
    boolean all = counting.length <= TERMS_SHOWN + 1;
    var terms = new ArrayList<Term>();
    for (int k : all ? counting : largest(TERMS_SHOWN)) {
      terms.add(Term.product(layer.weights()[unit][k], input[k]));
    }
    if (!all) {
      terms.add(Term.symbol("\\cdots"));
    }
    terms.add(Term.number(layer.bias()[unit]));
    return Formula.of("a")
        .is("w\\cdot %s+b".formatted(TimeStep.inputQuantity(quantity).latex()))
        .is(Term.shortened(terms, terms.size()))
        .gives(sum)
        .latex();
  }

  private String squashFormula() {
    boolean gate = quantity.range() == Quantity.Range.GATE;
    return Formula.of(Signs.latex(quantity, time.t(), unit))
        .is((gate ? "\\sigma" : "\\tanh") + "(a)")
        .is(Term.apply(gate ? Function.SIGMOID : Function.TANH, Term.number(sum)))
        .gives(value)
        .latex();
  }

  private String name(int k) {
    return Signs.element(time.problem(), TimeStep.inputQuantity(quantity), k);
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
      var figures = Figures.product(input[k], layer.weights()[unit][k], product(k));
      rows.add(List.of(name(k), figures.get(0), figures.get(1), figures.get(2)));
    }
    if (input.length > ROWS_SHOWN) {
      rows.add(List.of("of " + input.length, "…", "…", "…"));
    }
    var bias = Figures.text(layer.bias()[unit]);
    rows.add(List.of("bias", "1", bias, bias));
    return new Table(List.of("input", "value", "weight", "product"), rows, tellingRow);
  }

  private double product(int k) {
    return layer.weights()[unit][k] * input[k];
  }

  /// The elements whose products are the largest, more than one where they tie; none where all
  /// products are 0.
  private int[] telling() {
    double most = Math.abs(product(largest(1)[0]));
    return most == 0
        ? new int[0]
        : IntStream.range(0, input.length).filter(k -> Math.abs(product(k)) == most).toArray();
  }

  /// The elements with the largest products, in the order of the input.
  private int[] largest(int count) {
    return IntStream.range(0, input.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -Math.abs(product(k))))
        .limit(count)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
