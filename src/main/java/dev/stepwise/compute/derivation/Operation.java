package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.arithmetic.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a number came to be: a small family, each with its operands, its value computed from them
/// alone, and its arithmetic as a term to be printed.
public sealed interface Operation {
  /// Summands that are written out before the middle of a sum is left out.
  int SUMMANDS_SHOWN = 6;

  /// It was given, or drawn: nothing was computed.
  record Given() implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of();
    }

    @Override
    public double result() {
      return Double.NaN;
    }

    @Override
    public Optional<Term> term() {
      return Optional.empty();
    }
  }

  /// It is another number, moved to another place.
  record Moved(Operand from) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(from);
    }

    @Override
    public double result() {
      return from.value();
    }

    @Override
    public Optional<Term> term() {
      return Optional.empty();
    }
  }

  /// A dot product. From the first term to the last.
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
      var all = new ArrayList<>(left);
      all.addAll(right);
      return List.copyOf(all);
    }

    @Override
    public double result() {
      double sum = 0;
      for (int i = 0; i < left.size(); i++) {
        sum += left.get(i).value() * right.get(i).value();
      }
      return sum;
    }

    @Override
    public Optional<Term> term() {
      return Optional.of(Term.dot(values(left), values(right), SUMMANDS_SHOWN));
    }
  }

  /// A sum.
  record Sum(List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Sum {
      operands = List.copyOf(operands);
    }

    @Override
    public double result() {
      return operands.stream().mapToDouble(Operand::value).reduce(0, Double::sum);
    }

    @Override
    public Optional<Term> term() {
      return Optional.of(Term.sum(values(operands), SUMMANDS_SHOWN));
    }
  }

  /// A mean.
  record Mean(List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Mean {
      operands = List.copyOf(operands);
    }

    @Override
    public double result() {
      return new Sum(operands).result() / operands.size();
    }

    @Override
    public Optional<Term> term() {
      return Optional.of(
          Term.quotient(Term.sum(values(operands), SUMMANDS_SHOWN), Term.count(operands.size())));
    }
  }

  /// A product.
  record Product(List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Product {
      operands = List.copyOf(operands);
    }

    @Override
    public double result() {
      return operands.stream().mapToDouble(Operand::value).reduce(1, (a, b) -> a * b);
    }

    @Override
    public Optional<Term> term() {
      return Optional.of(Term.product(values(operands)));
    }
  }

  /// A quotient.
  record Quotient(Operand numerator, Operand denominator) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(numerator, denominator);
    }

    @Override
    public double result() {
      return numerator.value() / denominator.value();
    }

    @Override
    public Optional<Term> term() {
      return Optional.of(Term.quotient(numerator.value(), denominator.value()));
    }
  }

  /// A function of one number.
  record Elementwise(Function function, Operand operand) implements Operation {
    @Override
    public List<Operand> operands() {
      return List.of(operand);
    }

    @Override
    public double result() {
      return function.at(operand.value());
    }

    @Override
    public Optional<Term> term() {
      return Optional.of(Term.apply(function, Term.number(operand.value())));
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

    private double largest() {
      return operands.stream().mapToDouble(Operand::value).reduce(Math::max).orElseThrow();
    }

    @Override
    public double result() {
      double largest = largest();
      double sum = 0;
      for (var score : operands) {
        sum += Math.exp(score.value() - largest);
      }
      return Math.exp(operands.get(at).value() - largest) / sum;
    }

    @Override
    public Optional<Term> term() {
      double largest = largest();
      var exponentials = operands.stream().<Term>map(score -> shifted(score, largest)).toList();
      return Optional.of(
          Term.quotient(
              shifted(operands.get(at), largest), Term.shortened(exponentials, SUMMANDS_SHOWN)));
    }

    private static Term shifted(Operand score, double largest) {
      return Term.apply(Function.EXP, Term.difference(score.value(), largest));
    }
  }

  /// The index of the smallest or the largest; of equal ones the first.
  record Chosen(Extreme extreme, List<Operand> operands) implements Operation {
    /// Copies what it is given.
    public Chosen {
      operands = List.copyOf(operands);
    }

    @Override
    public double result() {
      int chosen = 0;
      for (int i = 1; i < operands.size(); i++) {
        if (extreme.beats(operands.get(i).value(), operands.get(chosen).value())) {
          chosen = i;
        }
      }
      return chosen;
    }

    @Override
    public Optional<Term> term() {
      return Optional.empty();
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
  }

  /// What it is applied to, in order.
  List<Operand> operands();

  /// Its value, from the operands alone; NaN where nothing is computed.
  double result();

  /// Its arithmetic; empty where there is none.
  Optional<Term> term();

  private static double[] values(List<Operand> operands) {
    return operands.stream().mapToDouble(Operand::value).toArray();
  }
}
