package dev.stepwise.quiz;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The known slips for a number: what it would be had one of its operations been another. Each is
/// computed, none is guessed; those that give the right number anyway are left out.
final class Slips {
  private static final int DEEPEST = 4;
  private static final double SAME = 1e-12;

  private Slips() {}

  /// The slips for a number, the likeliest first.
  ///
  /// @param variables of the frame that it stands in
  static List<Slip> of(Derivation derivation, Map<String, Value> variables) {
    var slips = new ArrayList<Slip>();
    transposed(derivation.ref(), variables)
        .forEach(value ->
            add(
                slips,
                derivation,
                "row-for-column",
                "Row and column seem to have changed places: the first index is the row.",
                value));
    changed(derivation.operation(), 0)
        .forEach(change -> add(slips, derivation, change.id(), change.hint(), change.value()));
    add(slips, derivation, "sign", "The size is right, the sign is not.", -derivation.value());
    return List.copyOf(slips);
  }

  private static void add(
      List<Slip> slips, Derivation derivation, String id, String hint, double value) {
    double right = derivation.value();
    boolean known =
        Double.isNaN(value)
            || Math.abs(value - right) <= SAME * Math.max(1, Math.abs(right))
            || slips.stream().anyMatch(slip -> slip.value() == value);
    if (!known) {
      slips.add(new Slip(id, hint, value));
    }
  }

  /// One change of one operation, and what the whole gives with it.
  private record Change(String id, String hint, double value) {}

  /// The changes of an operation and of those inside it.
  private static Stream<Change> changed(Operation operation, int depth) {
    var here = own(operation);
    return depth == DEEPEST ? here : Stream.concat(here, inside(operation, depth));
  }

  /// The operation with a change inside one of its operands.
  private static Stream<Change> inside(Operation operation, int depth) {
    return switch (operation) {
      case Operation.Elementwise(var function, var operand) ->
          within(operand, depth).map(change -> with(change, function.at(change.value())));
      case Operation.Quotient(var top, var bottom) ->
          Stream.concat(
              within(top, depth).map(change -> with(change, change.value() / bottom.value())),
              within(bottom, depth).map(change -> with(change, top.value() / change.value())));
      case Operation.Difference(var left, var right) ->
          Stream.concat(
              within(left, depth).map(change -> with(change, change.value() - right.value())),
              within(right, depth).map(change -> with(change, left.value() - change.value())));
      case Operation.Product(var operands) ->
          operands.stream()
              .flatMap(operand ->
                  within(operand, depth)
                      .map(change ->
                          with(change, operation.result() / operand.value() * change.value())));
      case Operation.Sum(var operands) when operands.size() <= 3 ->
          operands.stream()
              .flatMap(operand ->
                  within(operand, depth)
                      .map(change ->
                          with(change, operation.result() - operand.value() + change.value())));
      default -> Stream.of();
    };
  }

  private static Stream<Change> within(Operand operand, int depth) {
    return switch (operand) {
      case Operand.Computed made -> changed(made.operation(), depth + 1);
      case Operand.At _, Operand.Constant _, Operand.Count _ -> Stream.of();
    };
  }

  private static Change with(Change change, double value) {
    return new Change(change.id(), change.hint(), value);
  }

  /// The changes of one operation itself.
  private static Stream<Change> own(Operation operation) {
    return switch (operation) {
      case Operation.Mean(var operands) ->
          Stream.of(
              new Change(
                  "sum-for-mean",
                  "That is the sum; a mean divides it by how many there are.",
                  new Operation.Sum(operands).result()),
              new Change(
                  "one-less",
                  "That divides by one less than how many there are.",
                  new Operation.Sum(operands).result() / (operands.size() - 1)));
      case Operation.Sum(var operands) -> sum(operands);
      case Operation.Dot(var left, var right) -> dot(left, right);
      case Operation.WeightedSum(var weights, var inputs, var bias) ->
          Stream.concat(
              Stream.of(
                  new Change(
                      "bias-left-out",
                      "The bias is missing.",
                      new Operation.Dot(weights, inputs).result())),
              dot(weights, inputs).map(change -> with(change, change.value() + bias.value())));
      case Operation.Quotient quotient -> quotient(quotient);
      case Operation.Difference(var left, var right) ->
          Stream.of(
              new Change(
                  "reversed",
                  "The difference is the other way round.",
                  right.value() - left.value()),
              new Change("not-subtracted", "Something is to be subtracted.", left.value()));
      case Operation.Product(var operands) ->
          Stream.of(
              new Change(
                  "sum-for-product",
                  "The factors are multiplied, not added.",
                  new Operation.Sum(operands).result()));
      case Operation.Power(var base, int exponent) ->
          Stream.of(
              new Change("not-squared", "The square is missing.", base.value()),
              new Change("doubled", "That is twice it, not its square.", exponent * base.value()));
      case Operation.Elementwise(var function, var operand) -> elementwise(function, operand);
      case Operation.Softmax(var scores, int at) -> softmax(scores, at);
      case Operation.Chosen(var extreme, var operands) -> chosen(extreme, operands);
      case Operation.Extremum(var extreme, var operands) ->
          Stream.of(
              new Change(
                  "other-extreme",
                  "That is the other end: look at which one is asked for.",
                  operands.get(other(extreme).index(operands)).value()));
      case Operation.Counted counted ->
          Stream.of(
              new Change("off-by-one", "One too many.", counted.result() + 1),
              new Change("off-by-one", "One too few.", counted.result() - 1));
      case Operation.Ranked(var operands, int place) ->
          Stream.of(place - 1, place + 1)
              .filter(other -> other >= 0 && other < operands.size())
              .map(other ->
                  new Change(
                      "next-place",
                      "That one stands a place beside it; places count from 0.",
                      new Operation.Ranked(operands, other).result()));
      case Operation.Moved _, Operation.Given _ -> Stream.of();
    };
  }

  private static Stream<Change> sum(List<Operand> operands) {
    double sum = new Operation.Sum(operands).result();
    var changes = new ArrayList<Change>();
    boolean squares =
        operands.stream()
            .allMatch(operand ->
                operand instanceof Operand.Made(Operation.Power(_, int exponent)) && exponent == 2);
    if (squares) {
      changes.add(
          new Change(
              "not-squared",
              "The differences are squared before they are added.",
              operands.stream().mapToDouble(Slips::base).sum()));
      changes.add(
          new Change(
              "absolute",
              "That adds the sizes of the differences; here their squares are added.",
              operands.stream().mapToDouble(Slips::base).map(Math::abs).sum()));
    } else {
      changes.add(
          new Change(
              "mean-for-sum", "That is the mean; here it is the sum.", sum / operands.size()));
    }
    changes.add(
        new Change("last-left-out", "The last term is missing.", sum - operands.getLast().value()));
    changes.add(
        new Change(
            "first-left-out", "The first term is missing.", sum - operands.getFirst().value()));
    return changes.stream();
  }

  private static double base(Operand square) {
    return square instanceof Operand.Made(Operation.Power(var base, _)) ? base.value() : 0;
  }

  private static Stream<Change> dot(List<Operand> left, List<Operand> right) {
    int last = left.size() - 1;
    double whole = new Operation.Dot(left, right).result();
    return Stream.of(
        new Change(
            "last-left-out",
            "The last product is missing.",
            whole - left.get(last).value() * right.get(last).value()),
        new Change(
            "first-left-out",
            "The first product is missing.",
            whole - left.getFirst().value() * right.getFirst().value()),
        new Change(
            "added",
            "The numbers at the same places are multiplied, then added.",
            new Operation.Sum(left).result() + new Operation.Sum(right).result()),
        new Change(
            "product-of-sums",
            "Each pair is multiplied before adding, not the sums afterwards.",
            new Operation.Sum(left).result() * new Operation.Sum(right).result()));
  }

  private static Stream<Change> quotient(Operation.Quotient quotient) {
    double top = quotient.numerator().value();
    double bottom = quotient.denominator().value();
    var changes = new ArrayList<Change>();
    changes.add(new Change("not-divided", "The division is missing.", top));
    if (quotient.denominator() instanceof Operand.Made(Operation.Elementwise(var function, var of))
        && function == Function.ROOT) {
      changes.add(
          new Change(
              "root-left-out",
              "That divides by the number itself, not by its root.",
              top / of.value()));
    }
    changes.add(new Change("root-of-divisor", "That divides by a root.", top / Math.sqrt(bottom)));
    changes.add(new Change("multiplied", "That multiplies; here it is divided.", top * bottom));
    changes.add(new Change("upside-down", "The fraction is upside down.", bottom / top));
    return changes.stream();
  }

  private static Stream<Change> elementwise(Function function, Operand operand) {
    double argument = operand.value();
    return Stream.of(
        new Change(
            function == Function.ROOT ? "root-left-out" : "function-left-out",
            switch (function) {
              case ROOT -> "The root is missing.";
              case EXP -> "The exponential is missing.";
              case RELU -> "What is below zero becomes zero.";
              default -> "The function is missing: that is its argument.";
            },
            argument),
        new Change(
            "wrong-function",
            "That is another squashing function.",
            switch (function) {
              case TANH -> Function.SIGMOID.at(argument);
              case SIGMOID -> Function.TANH.at(argument);
              default -> Double.NaN;
            }),
        new Change(
            "wrong-sign-inside",
            "Look at the sign of what the function is applied to.",
            function.at(-argument)));
  }

  private static Stream<Change> softmax(List<Operand> scores, int at) {
    double largest = scores.stream().mapToDouble(Operand::value).max().orElseThrow();
    double score = scores.get(at).value();
    return Stream.of(
        new Change(
            "not-normalised",
            "That is the exponential alone: divide it by the sum of all of them.",
            Math.exp(score - largest)),
        new Change(
            "not-normalised",
            "That is the exponential alone: divide it by the sum of all of them.",
            Math.exp(score)),
        new Change(
            "no-exponential",
            "That is the share of the scores themselves: their exponentials are compared.",
            score / new Operation.Sum(scores).result()),
        new Change(
            "shift-in-part",
            "The largest score is subtracted above and below the line, or nowhere.",
            Math.exp(score - largest)
                / scores.stream().mapToDouble(one -> Math.exp(one.value())).sum()));
  }

  private static Stream<Change> chosen(Operation.Extreme extreme, List<Operand> operands) {
    int right = extreme.index(operands);
    int lastTie = right;
    for (int i = right + 1; i < operands.size(); i++) {
      lastTie = operands.get(i).value() == operands.get(right).value() ? i : lastTie;
    }
    return Stream.of(
        new Change("tie-to-the-higher", "Of equal ones the first wins.", lastTie),
        new Change(
            "other-extreme",
            "That is the other end: look at which one is asked for.",
            other(extreme).index(operands)),
        new Change("counted-from-one", "Indices count from 0.", right + 1.0),
        new Change(
            "value-for-index",
            "That is the number itself; asked for is its place.",
            operands.get(right).value()));
  }

  private static Operation.Extreme other(Operation.Extreme extreme) {
    return extreme == Operation.Extreme.LEAST
        ? Operation.Extreme.GREATEST
        : Operation.Extreme.LEAST;
  }

  private static Stream<Double> transposed(Ref ref, Map<String, Value> variables) {
    if (ref.indices().size() != 2) {
      return Stream.of();
    }
    var mirrored = Ref.of(ref.variable(), ref.index(1), ref.index(0)).in(variables);
    return mirrored.isPresent() ? Stream.of(mirrored.getAsDouble()) : Stream.of();
  }
}
