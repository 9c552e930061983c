package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionProblem.Piece;
import dev.stepwise.compute.run.TokenLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    var words = token(problem, i);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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

  /// A sum of numbers, with at most four written out.
  static Term sum(double[] values) {
    int shown = values.length <= TERMS_SHOWN ? values.length : TERMS_SHOWN - 1;
    var terms = new ArrayList<Term>();
    for (int i = 0; i < shown; i++) {
      terms.add(Term.number(values[i]));
    }
    return sum(terms, values.length);
  }

  private static Term sum(List<Term> terms, int all) {
    if (terms.size() < all) {
      terms.add(Term.symbol("\\cdots"));
    }
    return terms.size() == 1 ? terms.getFirst() : new Term.Sum(terms);
  }

  /// `3×4`.
  public static String shape(double[][] matrix) {
    return matrix.length + "×" + matrix[0].length;
  }

  /// `1 token`, `8 tokens`, `1,024 tokens`.
  public static String count(long count, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
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
        : count == 2 ? "both " + one + "s" : "all " + count(count, one);
  }

  /// `a`, `a and b`, `a, b and c`.
  static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
