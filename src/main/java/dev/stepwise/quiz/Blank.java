package dev.stepwise.quiz;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A number of a step that a learner is to work out.
///
/// @param derivation how it came to be
/// @param slips what known mistakes would give
public record Blank(Derivation derivation, List<Slip> slips) {
  private static final double FLOATING = 1e-9;

  /// What a name in brackets stands for another.
  private static final Pattern AT = Pattern.compile("\\[(\\w+)\\]");

  /// Copies what it is given.
  public Blank {
    slips = List.copyOf(slips);
  }

  /// Where it stands.
  public Ref ref() {
    return derivation.ref();
  }

  /// The number as the app prints it.
  public String shown() {
    return Numbers.text(derivation.value());
  }

  /// Checks an answer: a number or an expression, right to the digits that are shown.
  public Verdict check(String answer) {
    return switch (Expression.read(answer)) {
      case Expression.Reading.Unreadable(String words) -> new Verdict.Unreadable(words);
      case Expression.Reading.Value(double value) -> judge(value);
    };
  }

  private Verdict judge(double answer) {
    if (agrees(answer, derivation.value())) {
      return new Verdict.Right(shown());
    }
    return slips.stream()
        .filter(slip -> agrees(answer, slip.value()))
        .findFirst()
        .<Verdict>map(Verdict.Slipped::new)
        .orElseGet(Verdict.Wrong::new);
  }

  /// Whether an answer is a number to the digits with which it is printed.
  private static boolean agrees(double answer, double value) {
    if (answer == value || (Double.isNaN(answer) && Double.isNaN(value))) {
      return true;
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    double half = whole ? FLOATING * Math.max(1, Math.abs(value)) : Numbers.lastPlace(value, 0) / 2;
    return Math.abs(answer - value) <= half * (1 + FLOATING)
        || Numbers.text(answer).equals(Numbers.text(value));
  }

  /// The first hint: words.
  public String words() {
    return derivation.sentence();
  }

  /// The second hint: its arithmetic, the number itself left out; empty where there is none.
  public Optional<String> arithmetic() {
    var left = derivation.symbols().isEmpty() ? ref().latex() : derivation.symbols();
    return derivation
        .operation()
        .term()
        .map(term -> Formula.of(left).is(term).is(Term.symbol("\\;?")).latex());
  }

  /// Its line of arithmetic with the number; empty where it has none.
  public Optional<String> worked() {
    return derivation.formula().map(Formula::latex);
  }

  /// Whether it is an index, which counts from 0 as NumPy does.
  public boolean isIndex() {
    return derivation.operation() instanceof Operation.Chosen
        || derivation.operation() instanceof Operation.Ranked;
  }

  /// Whether it belongs to what the same step chooses, as `counts[best]` does where the step writes
  /// `best`: then nothing may point at it, nor at what it is made from.
  public boolean isOfChosen(StepKind kind) {
    var at = AT.matcher(ref().variable());
    return at.find() && kind.writes().contains(at.group(1));
  }

  /// The numbers that it is made from.
  public Set<Ref> sources() {
    return derivation.sources();
  }

  /// The third: the number.
  public String solution() {
    return "%s = %s".formatted(ref().text(), shown());
  }
}
