package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionProblem.Piece;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.TokenLabel;
import dev.stepwise.compute.text.Phrases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pieces of sentences and of formulas.
public final class Words {
  private static final int TERMS_SHOWN = 4;

  private Words() {}

  /// What a row is: a token in quotation marks, with its place where the same token stands
  /// elsewhere too, or the piece of one that a wrong reshape has put there.
  public static String token(AttentionProblem problem, int i) {
    var pieces = problem.names().pieces();
    if (pieces.isEmpty()) {
      return token(problem.tokens(), i);
    }
    return "row %d, piece %d of %s"
        .formatted(i, pieces.get(i).number(), token(problem.tokens(), pieces.get(i).token()));
  }

  /// The same at the start of a sentence.
  static String starting(AttentionProblem problem, int i) {
    return Phrases.capital(token(problem, i));
  }

  /// A token in quotation marks, with its place where the same token stands elsewhere too.
  public static String token(List<String> tokens, int i) {
    var token = tokens.get(i);
    boolean twice = Collections.frequency(tokens, token) > 1;
    return TokenLabel.quoted(token) + (twice ? " (" + i + ")" : "");
  }

  /// What the rows are called beside a matrix: tokens, or `token · piece` after a wrong reshape.
  public static List<String> labels(AttentionProblem problem) {
    return labels(problem.tokens(), problem.names().pieces());
  }

  /// The same for tokens.
  ///
  /// @param pieces what the rows are instead; empty where they are the tokens
  public static List<String> labels(List<String> tokens, List<Piece> pieces) {
    return pieces.isEmpty()
        ? TokenLabel.all(tokens)
        : pieces.stream()
            .map(piece -> TokenLabel.of(tokens.get(piece.token())) + " · " + piece.number())
            .toList();
  }

  /// A token as an index in LaTeX: its letters where they are plain and not ambiguous, else its
  /// place.
  public static String index(AttentionProblem problem, int i) {
    var token = problem.tokens().get(i);
    boolean plain = problem.names().pieces().isEmpty() && token.matches("[A-Za-z]{1,9}");
    return plain && Collections.frequency(problem.tokens(), token) == 1
        ? "\\text{" + token + "}"
        : Integer.toString(i);
  }

  /// `a_1 b_1 + a_2 b_2 + …`, with at most four products written out. Where there are more, those
  /// that are 0 are left to the end: the sum owes its value to the others.
  public static Term products(double[] left, double[] right) {
    var order =
        IntStream.range(0, left.length)
            .boxed()
            .sorted(Comparator.comparing(t -> left.length > TERMS_SHOWN && left[t] * right[t] == 0))
            .limit(left.length <= TERMS_SHOWN ? left.length : TERMS_SHOWN - 1)
            .toList();
    var terms =
        order.stream()
            .map(t -> Term.product(left[t], right[t]))
            .collect(Collectors.toCollection(ArrayList::new));
    return sum(terms, left.length);
  }

  private static Term sum(List<Term> terms, int all) {
    if (terms.size() < all) {
      terms.add(Term.symbol("\\cdots"));
    }
    return terms.size() == 1 ? terms.getFirst() : new Term.Sum(terms);
  }

  /// The shapes of a product of an n×m and an m×k matrix, in LaTeX.
  static String shapes(int n, int m, int k) {
    return "(%d\\times %d)\\cdot(%d\\times %d)\\to\\mathbf{(%d\\times %d)}"
        .formatted(n, m, m, k, n, k);
  }

  /// `58 %`.
  static String percent(double share) {
    double percent = 100 * share;
    var text =
        percent >= 10 && percent < 99.5
            ? Long.toString(Math.round(percent))
            : Numbers.text(percent);
    boolean nearly = share < 1 && text.startsWith("100");
    return (nearly ? "nearly 100" : text) + "\u00A0%";
  }

  /// `a` or `an`, as a number is spoken: an 8, an 11, an 18, an 80, an 800.
  public static String article(long number) {
    var digits = Long.toString(number);
    boolean vowel =
        digits.startsWith("8")
            || (digits.length() % 3 == 2 && (digits.startsWith("11") || digits.startsWith("18")));
    return vowel ? "an" : "a";
  }

  /// `the head`, `both heads`, `all 8 heads`.
  public static String all(long count, String one) {
    return count == 1
        ? "the " + one
        : count == 2 ? "both " + one + "s" : "all " + Phrases.count(count, one);
  }
}
