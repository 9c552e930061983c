package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// One row of scores on its way through softmax, and how each number on it comes to be. In the
/// steps of its parts these numbers are variables; elsewhere they are worked out from the scores.
///
/// @param query which row, from 0
record SoftmaxRow(AttentionFrame frame, int query) {

  double[] scores() {
    return frame.pass().scores()[query];
  }

  double[] exponentials() {
    return Softmax.exponentials(scores(), frame.shift(query));
  }

  boolean stable() {
    return frame.problem().settings().isStable();
  }

  private String name(String variable) {
    return "%s[%d]".formatted(variable, query);
  }

  private Ref ref(String variable, int key) {
    return Ref.of(name(variable), key);
  }

  /// Adds what is known of it once a part of it is done.
  void addTo(Map<String, Value> variables, Part last) {
    double shift = frame.shift(query);
    boolean shifted = stable() && last != Part.MAX;
    variables.put(
        name("scores"),
        new Value.Vector(
            shifted ? Arrays.stream(scores()).map(score -> score - shift).toArray() : scores()));
    if (stable()) {
      variables.put(name("top"), new Value.Scalar(shift));
    }
    if (last.compareTo(Part.EXP) >= 0) {
      variables.put(name("exps"), new Value.Vector(exponentials()));
    }
    if (last.compareTo(Part.SUM) >= 0) {
      variables.put(name("sums"), new Value.Scalar(Softmax.sum(exponentials())));
    }
    if (last == Part.DIVIDE) {
      variables.put(Tensor.WEIGHTS.rowName(query), new Value.Vector(frame.pass().weights()[query]));
    }
  }

  /// Whether the numbers of a part are variables of the frame.
  boolean has(Part part) {
    return frame.focus() instanceof SoftmaxFocus.PartWeighed(int of, var last)
        && of == query
        && part.compareTo(last) <= 0;
  }

  /// Whether a part is there to be asked about: in the steps of parts no later one is.
  boolean reaches(Part part) {
    return !(frame.focus() instanceof SoftmaxFocus.PartWeighed(int of, var last))
        || query < of
        || (query == of && part.compareTo(last) <= 0);
  }

  private List<Operand> each(IntFunction<Operand> operand) {
    return Operand.list(scores().length, operand);
  }

  private Operand score(int key) {
    return Operand.at(scores()[key], Tensor.SCORES.variable(), query, key);
  }

  private Operation shifting(int key) {
    double shift = frame.shift(query);
    var greatest = has(Part.SHIFT) ? Operand.at(shift, name("top")) : Operand.constant(shift);
    return stable()
        ? new Operation.Difference(score(key), greatest)
        : new Operation.Moved(score(key));
  }

  private Operand shifted(int key) {
    var operation = shifting(key);
    return has(Part.EXP)
        ? Operand.at(ref("scores", key), operation.result())
        : stable() ? Operand.worked(operation) : score(key);
  }

  private Operation raising(int key) {
    return new Operation.Elementwise(Function.EXP, shifted(key));
  }

  private Operand exponential(int key) {
    return has(Part.SUM)
        ? Operand.at(ref("exps", key), exponentials()[key])
        : Operand.worked(raising(key));
  }

  private Operation adding() {
    return new Operation.Sum(each(this::exponential));
  }

  private Operand sum() {
    return has(Part.DIVIDE)
        ? Operand.at(Softmax.sum(exponentials()), name("sums"))
        : Operand.worked(adding());
  }

  private String symbol(String of, int key) {
    return "%s_{%s,%s}"
        .formatted(of, Words.index(frame.problem(), query), Words.index(frame.problem(), key));
  }

  private String exponent(int key) {
    return symbol("s", key) + (stable() ? "-\\max_j s_j" : "");
  }

  private String sumSymbol() {
    return stable() ? "\\sum_j e^{s_j-\\max s}" : "\\sum_j e^{s_j}";
  }

  /// How the greatest score comes to be.
  Derivation greatest() {
    double greatest = frame.shift(query);
    var tops = Winners.of(scores());
    var told = Numbers.text(greatest);
    var sentence =
        tops.count() == 1
            ? "There is only one score: %s.".formatted(told)
            : tops.all()
                ? "All %d scores are equal: %s.".formatted(tops.count(), told)
                : "It is %s, for %s.".formatted(told, tops.named(frame.problem()));
    var why =
        Derivation.of(
                Ref.of(name("top")),
                greatest,
                new Operation.Extremum(Operation.Extreme.GREATEST, each(this::score)))
            .titled("The greatest score of " + Words.token(frame.problem(), query))
            .saying(sentence)
            .symbols("\\max_j s_j");
    return why.formula().isPresent() ? why : why.then(Formula.of("\\max_j s_j").gives(greatest));
  }

  /// How a score less the greatest comes to be.
  Derivation difference(int key) {
    var operation = shifting(key);
    return Derivation.of(ref("scores", key), operation.result(), operation)
        .titled("Shifted score of " + Words.token(frame.problem(), key))
        .saying("The score minus the greatest of its row.")
        .symbols(exponent(key));
  }

  /// The score that softmax got.
  Derivation untouched(int key) {
    return Derivation.of(ref("scores", key), scores()[key], new Operation.Moved(score(key)))
        .titled("Score of " + Words.token(frame.problem(), key))
        .saying("What softmax was given: nothing has been done to it yet.");
  }

  /// How an exponential comes to be.
  Derivation power(int key) {
    double exponential = exponentials()[key];
    return Derivation.of(ref("exps", key), exponential, raising(key))
        .titled("Exponential of " + Words.token(frame.problem(), key))
        .saying(power(shifted(key).value(), exponential))
        .symbols("e^{%s}".formatted(exponent(key)));
  }

  private static String power(double exponent, double exponential) {
    var power = "e to the power of " + Numbers.text(exponent);
    if (exponent == Double.NEGATIVE_INFINITY) {
      return "The mask hides the key: " + power + " is 0.";
    }
    return Double.isInfinite(exponential)
        ? power + " is larger than the largest double: ∞."
        : exponential == 0
            ? power + " is smaller than the smallest double, and underflows to 0."
            : power + "; never negative, whatever the score.";
  }

  /// How the sum of the exponentials comes to be.
  Derivation total() {
    double sum = Softmax.sum(exponentials());
    return Derivation.of(Ref.of(name("sums")), sum, adding())
        .titled("The sum of the exponentials of " + Words.token(frame.problem(), query))
        .saying("What every exponential of the row is divided by: %s.".formatted(Numbers.text(sum)))
        .symbols(sumSymbol());
  }

  /// How a weight comes to be.
  Derivation weight(Ref ref, int key) {
    double weight = frame.pass().weights()[query][key];
    var problem = frame.problem();
    return Derivation.of(ref, weight, new Operation.Quotient(exponential(key), sum()))
        .titled(
            "Weight of %s for %s".formatted(Words.token(problem, key), Words.token(problem, query)))
        .saying(share(key, weight))
        .symbols(Formula.of(symbol("a", key)).is(definition(key)).latex());
  }

  /// e to the power of the score, over the sum.
  private Term definition(int key) {
    double score = scores()[key];
    var exponent = stable() ? Term.difference(score, frame.shift(query)) : Term.number(score);
    return Term.quotient(Term.apply(Function.EXP, exponent), Term.symbol(sumSymbol()));
  }

  private String share(int key, double weight) {
    var trouble = SoftmaxTrouble.of(frame, query);
    if (scores()[key] == Double.NEGATIVE_INFINITY && !Double.isNaN(weight)) {
      return "The mask hides this key: e^−∞ is 0, so it gets nothing of the row.";
    }
    if (trouble != SoftmaxTrouble.NONE) {
      return trouble.why(exponentials());
    }
    if (weight == 0) {
      return "Its exponential is smaller than the smallest double, 4.9·10⁻³²⁴, and underflows to 0:"
          + " the key gets nothing, though no mask hides it.";
    }
    return "%s gives %s of its attention to %s."
        .formatted(
            Words.starting(frame.problem(), query),
            Words.percent(weight),
            Words.token(frame.problem(), key));
  }
}
