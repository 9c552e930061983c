package dev.stepwise.compute.derivation;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// How a number of a frame came to be. Its formula, its table, the numbers to light and its
/// term-by-term run follow from it, so that each is said once, and the same way everywhere.
///
/// ```java
/// Derivation.of(Ref.of("squared", i, j), value, new Sum(squares))
///     .titled("Distance from point 3 to centroid 2")
///     .saying("The point is at (1, 2), the centroid at (4, 6).")
///     .symbols("\\lVert x_3-\\mu_2\\rVert^2")
/// ```
///
/// @param ref where the number stands
/// @param value its value
/// @param operation what made it
/// @param title a short heading
/// @param sentence what only its exercise can say of it; one to three sentences
/// @param symbols the formula without numbers, in LaTeX; empty for the address alone
/// @param more lines of arithmetic that follow from it, such as a comparison
/// @param chosenTable the numbers compared, where it is another than that of the operation
/// @param decimals with how many of them its value is printed; empty for as few as hold
public record Derivation(
    Ref ref,
    double value,
    Operation operation,
    String title,
    String sentence,
    String symbols,
    List<Formula> more,
    Optional<Table> chosenTable,
    OptionalInt decimals) {

  /// Copies what it is given.
  public Derivation {
    more = List.copyOf(more);
  }

  /// One that says nothing yet.
  public static Derivation of(Ref ref, double value, Operation operation) {
    return new Derivation(
        ref,
        value,
        operation,
        "%s = %s".formatted(ref.text(), Numbers.text(value)),
        "",
        "",
        List.of(),
        Optional.empty(),
        OptionalInt.empty());
  }

  /// The same with another heading.
  public Derivation titled(String heading) {
    return new Derivation(
        ref, value, operation, heading, sentence, symbols, more, chosenTable, decimals);
  }

  /// The same with what only its exercise can say.
  public Derivation saying(String words) {
    return new Derivation(
        ref, value, operation, title, words, symbols, more, chosenTable, decimals);
  }

  /// The same with its formula in symbols.
  public Derivation symbols(String latex) {
    return new Derivation(
        ref, value, operation, title, sentence, latex, more, chosenTable, decimals);
  }

  /// The same with a line of arithmetic after it.
  public Derivation then(Formula line) {
    var longer = new ArrayList<>(more);
    longer.add(line);
    return new Derivation(
        ref, value, operation, title, sentence, symbols, longer, chosenTable, decimals);
  }

  /// The same with another table.
  public Derivation tabled(Table table) {
    return new Derivation(
        ref, value, operation, title, sentence, symbols, more, Optional.of(table), decimals);
  }

  /// The same of a number that stands at another address as well.
  public Derivation at(Ref other) {
    return new Derivation(
        other, value, operation, title, sentence, symbols, more, chosenTable, decimals);
  }

  /// The same with so many decimals of its value, so that it can be compared with others of its
  /// kind.
  public Derivation fixed(int places) {
    return new Derivation(
        ref, value, operation, title, sentence, symbols, more, chosenTable, OptionalInt.of(places));
  }

  /// The same where numbers stand elsewhere, such as in a frame that holds this one.
  ///
  /// @param own its own address
  /// @param others those of the numbers that it was made from, by what they were; one that has none
  ///   becomes a constant
  public Derivation readdressed(Ref own, Function<Ref, Optional<Ref>> others) {
    return new Derivation(
        own,
        value,
        Substitution.of(operation, operand -> readdressed(operand, others)),
        title,
        sentence,
        symbols,
        more,
        chosenTable,
        decimals);
  }

  private static Operand readdressed(Operand operand, Function<Ref, Optional<Ref>> others) {
    return operand instanceof Operand.At(var from, double number)
        ? others
            .apply(from)
            .map(to -> Operand.at(to, number))
            .orElseGet(() -> Operand.constant(number))
        : operand;
  }

  /// The addresses of the numbers that it was made from.
  public Set<Ref> sources() {
    var sources = new LinkedHashSet<Ref>();
    operation.operands().stream()
        .flatMap(Operand::leaves)
        .forEach(leaf -> sources.add(leaf.address()));
    return sources;
  }

  /// The first of the addresses of the numbers that it was made from: of a sum over all samples
  /// there may be a hundred thousand.
  ///
  /// @param most how many are wanted
  public List<Ref> sources(int most) {
    return operation.operands().stream()
        .flatMap(Operand::leaves)
        .map(leaf -> leaf.address())
        .distinct()
        .limit(most)
        .toList();
  }

  /// Whether all that it was made from is the same among the variables of two steps.
  public boolean isMadeFromTheSame(Map<String, Value> variables, Map<String, Value> others) {
    return sources().stream()
        .allMatch(source -> Differences.agree(source.in(variables), source.in(others)));
  }

  /// Its line of arithmetic; empty where there is none.
  public Optional<Formula> formula() {
    var left = symbols.isEmpty() ? ref.latex() : symbols;
    return operation
        .term()
        .map(term -> Formula.of(left).is(term))
        .map(line ->
            decimals.isPresent() ? line.gives(value, decimals.getAsInt()) : line.gives(value));
  }

  /// What is worked out first, its line of arithmetic, and what follows from it.
  private Stream<Formula> lines() {
    var first =
        operation.operands().stream()
            .mapMulti((Operand operand, Consumer<Formula> lines) -> {
              if (operand instanceof Operand.Named(var latex, var made)) {
                made.term()
                    .ifPresent(
                        term -> lines.accept(Formula.of(latex).is(term).gives(operand.value())));
              }
            });
    return Stream.of(first, formula().stream(), more.stream()).flatMap(lines -> lines);
  }

  /// The numbers that it was made from, where a table of them tells more than the formula.
  public Table table() {
    return chosenTable.orElseGet(() -> OperandTable.of(operation));
  }

  /// In words, with the arithmetic in it.
  public Narration narration() {
    return new Narration(title, sentence, lines().map(Formula::latex).toList(), table());
  }

  /// What each term of a dot product, a sum or a mean adds, one after the other; empty for the
  /// other operations.
  public List<Narration> terms() {
    return Summands.of(this).narrations();
  }

  /// What one term of a dot product, a sum or a mean adds.
  ///
  /// @param index which one, from 0
  /// @throws IndexOutOfBoundsException where there is no such term
  public Narration term(int index) {
    return Summands.of(this).narration(index);
  }
}
