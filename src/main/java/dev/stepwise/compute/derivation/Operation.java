package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Relation;
import dev.stepwise.compute.arithmetic.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a number came to be: a small family, each with its operands, its value computed from them
/// alone, and its arithmetic as a term to be printed. Operands may be operations themselves, so
/// that a distance is the root of a sum of squares of differences.
public sealed interface Operation {
  /// Summands that are written out before the middle of a sum is left out.
  int SUMMANDS_SHOWN = 4;

  /// It was given, or drawn: nothing was computed.
  record Given() implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of();
    }
  }

  /// It is another number, moved to another place.
  record Moved(Operand from) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(from);
    }
  }

  /// A dot product: the products of the factors at the same places, added from the first to the
  /// last.
  record Dot(List<Operand> left, List<Operand> right) implements Operation {
    /// Copies what it is given.
    public Dot {
      left = List.copyOf(left);
      right = List.copyOf(right);
      if (left.size() != right.size()) {
        throw new IllegalArgumentException(left.size() + " and " + right.size() + " factors");
      }
    }

    @Override
    public List<Operand> operands() {
      return Stream.concat(left.stream(), right.stream()).toList();
    }

    /// The products in their order.
    List<Term> products() {
      return IntStream.range(0, left.size())
          .mapToObj(i -> Term.product(left.get(i).term(), right.get(i).term()))
          .toList();
    }

    /// The products as they are written. Where some are left out, those that are 0 come last: the
    /// sum owes its value to the others.
    private List<Term> telling() {
      var products = products();
      return products.size() <= SUMMANDS_SHOWN
          ? products
          : products.stream()
              .sorted(Comparator.comparing(product -> product.value() == 0))
              .toList();
    }
  }

  /// What a neuron adds up: the products of its weights and its inputs, from the first to the last,
  /// then its bias. Written out are the products that count; of many the largest.
  record WeightedSum(List<Operand> weights, List<Operand> inputs, Operand bias)
      implements Operation {
    /// Copies what it is given.
    public WeightedSum {
      weights = List.copyOf(weights);
      inputs = List.copyOf(inputs);
    }

    @Override
    public List<Operand> operands() {
      var all = new ArrayList<>(weights);
      all.addAll(inputs);
      all.add(bias);
      return List.copyOf(all);
    }

    private Term written() {
      int[] counting = IntStream.range(0, inputs.size()).filter(k -> product(k) != 0).toArray();
      boolean whole = counting.length < SUMMANDS_SHOWN + 1;
      var summands = new ArrayList<Term>();
      for (int k : whole ? counting : largest(counting)) {
        summands.add(Term.product(weights.get(k).term(), inputs.get(k).term()));
      }
      if (!whole) {
        summands.add(Term.symbol("\\cdots"));
      }
      summands.add(bias.term());
      return Term.shortened(summands, summands.size());
    }

    /// All but the last of those that are shown, in their order.
    private int[] largest(int[] counting) {
      return Arrays.stream(counting)
          .boxed()
          .sorted(Comparator.comparingDouble(k -> -Math.abs(product(k))))
          .limit(SUMMANDS_SHOWN - 1)
          .sorted()
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private double product(int k) {
      return weights.get(k).value() * inputs.get(k).value();
    }
  }

  /// A sum, from the first to the last.
  record Sum(List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Sum {
      operands = List.copyOf(operands);
    }
  }

  /// One less the other.
  record Difference(Operand left, Operand right) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(left, right);
    }
  }

  /// A mean.
  record Mean(List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Mean {
      operands = List.copyOf(operands);
    }
  }

  /// A product.
  record Product(List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Product {
      operands = List.copyOf(operands);
    }
  }

  /// A quotient.
  record Quotient(Operand numerator, Operand denominator) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(numerator, denominator);
    }
  }

  /// A power with a whole exponent.
  record Power(Operand base, int exponent) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(base);
    }
  }

  /// A function of one number.
  record Elementwise(Function function, Operand operand) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(operand);
    }
  }

  /// The share of one score: its exponential, the largest score subtracted first, over the sum of
  /// all such.
  ///
  /// @param at the index of the score whose share it is
  record Softmax(List<Operand> operands, int at) implements Operation {
    /// Copies what it is given.
    public Softmax {
      operands = List.copyOf(operands);
    }

    private Operand shifted(Operand score) {
      double largest =
          operands.stream().mapToDouble(Operand::value).reduce(Math::max).orElseThrow();
      var shift = Operand.of(new Difference(score, Operand.constant(largest)));
      return Operand.of(new Elementwise(Function.EXP, shift));
    }

    private Quotient quotient() {
      var all = Operand.of(new Sum(operands.stream().map(this::shifted).toList()));
      return new Quotient(shifted(operands.get(at)), all);
    }
  }

  /// The index of the smallest or the largest; of equal ones the first.
  record Chosen(Extreme extreme, List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Chosen {
      operands = List.copyOf(operands);
    }
  }

  /// The index of the number at a place of the order from the largest down; of equal ones the lower
  /// index comes first, what is not a number last.
  ///
  /// @param place from 0
  record Ranked(List<Operand> operands, int place) implements Operation {
    /// Copies what it is given.
    public Ranked {
      operands = List.copyOf(operands);
    }

    private int index() {
      // The opposite, because numbers that are none then come last; 0 − 0 is 0 and not −0.
      double[] keys = operands.stream().mapToDouble(one -> 0 - one.value()).toArray();
      return IntStream.range(0, keys.length)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> keys[i]))
          .skip(place)
          .findFirst()
          .orElseThrow();
    }
  }

  /// The smallest or the largest itself.
  record Extremum(Extreme extreme, List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Extremum {
      operands = List.copyOf(operands);
    }
  }

  /// How many of several numbers stand so to a bound: the members of a cluster, the place at which
  /// a running sum passes a target.
  record Counted(List<Operand> operands, Relation relation, Operand bound) implements Operation {
    /// Copies what it is given.
    public Counted {
      operands = List.copyOf(operands);
    }
  }

  /// Which one is chosen.
  enum Extreme {
    /// The smallest.
    LEAST,
    /// The largest.
    GREATEST;

    boolean beats(double value, double best) {
      return this == LEAST ? value < best : value > best;
    }

    /// The index of the smallest or the largest; of equal ones the first.
    public int index(List<Operand> operands) {
      int chosen = 0;
      for (int i = 1; i < operands.size(); i++) {
        if (beats(operands.get(i).value(), operands.get(chosen).value())) {
          chosen = i;
        }
      }
      return chosen;
    }
  }

  /// What it is applied to, in order.
  List<Operand> operands();

  /// Its value, from the operands alone; NaN where nothing is computed.
  default double result() {
    return switch (this) {
      case Given _ -> Double.NaN;
      case Moved(var from) -> from.value();
      case Dot(var left, var right) ->
          sum(
              IntStream.range(0, left.size())
                  .mapToDouble(i -> left.get(i).value() * right.get(i).value()));
      case WeightedSum(var weights, var inputs, var bias) ->
          new Dot(weights, inputs).result() + bias.value();
      case Sum(var operands) -> sum(operands.stream().mapToDouble(Operand::value));
      case Difference(var left, var right) -> left.value() - right.value();
      case Mean(var operands) ->
          sum(operands.stream().mapToDouble(Operand::value)) / operands.size();
      case Product(var operands) ->
          operands.stream().mapToDouble(Operand::value).reduce(1, (a, b) -> a * b);
      case Quotient(var numerator, var denominator) -> numerator.value() / denominator.value();
      case Power(var base, int exponent) -> Math.pow(base.value(), exponent);
      case Elementwise(var function, var operand) -> function.at(operand.value());
      case Softmax softmax -> softmax.quotient().result();
      case Chosen(var extreme, var operands) -> extreme.index(operands);
      case Ranked ranked -> ranked.index();
      case Extremum(var extreme, var operands) -> operands.get(extreme.index(operands)).value();
      case Counted(var operands, var relation, var bound) ->
          operands.stream().filter(one -> relation.holds(one.value(), bound.value())).count();
    };
  }

  /// One summand after the other: `DoubleStream.sum` compensates, which NumPy does not.
  private static double sum(DoubleStream summands) {
    return summands.reduce(0, Double::sum);
  }

  /// Its arithmetic; empty where there is none.
  default Optional<Term> term() {
    return switch (this) {
      case Given _, Moved _, Chosen _, Ranked _, Counted _ -> Optional.empty();
      case Dot dot -> Optional.of(Term.shortened(dot.telling(), SUMMANDS_SHOWN));
      case WeightedSum sum -> Optional.of(sum.written());
      case Sum(var operands) -> Optional.of(Term.shortened(terms(operands), SUMMANDS_SHOWN));
      case Difference(var left, var right) ->
          Optional.of(Term.difference(left.term(), right.term()));
      case Mean(var operands) -> Optional.of(mean(operands));
      case Product(var operands) -> Optional.of(new Term.Product(terms(operands)));
      case Quotient(var numerator, var denominator) ->
          Optional.of(Term.quotient(numerator.term(), denominator.term()));
      case Power(var base, int exponent) -> Optional.of(new Term.Power(base.term(), exponent));
      case Elementwise(var function, var operand) ->
          Optional.of(Term.apply(function, operand.term()));
      case Softmax softmax -> softmax.quotient().term();
      case Extremum(var extreme, var operands) ->
          extreme == Extreme.GREATEST && operands.size() <= SUMMANDS_SHOWN
              ? Optional.of(new Term.Largest(terms(operands)))
              : Optional.empty();
    };
  }

  /// Of many numbers the sum alone is written: a mean with dots could not be recomputed.
  private static Term mean(List<Operand> operands) {
    var sum =
        operands.size() <= SUMMANDS_SHOWN
            ? Term.shortened(terms(operands), SUMMANDS_SHOWN)
            : Term.number(new Sum(operands).result());
    return Term.quotient(sum, Term.count(operands.size()));
  }

  private static List<Term> terms(List<Operand> operands) {
    return operands.stream().map(Operand::term).toList();
  }
}
