package dev.stepwise.compute.attention;

import static dev.stepwise.compute.attention.SequenceParameters.D_MODEL;
import static dev.stepwise.compute.attention.SequenceParameters.EMBEDDING;
import static dev.stepwise.compute.attention.SequenceParameters.SEED;
import static dev.stepwise.compute.attention.SequenceParameters.SEQ_LEN;
import static dev.stepwise.compute.attention.SequenceParameters.TEXT;
import static dev.stepwise.compute.attention.SequenceParameters.TOKENS;
import static dev.stepwise.compute.attention.SequenceParameters.X;

import dev.stepwise.compute.attention.AttentionProblem.Embedding;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Input;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Shapes;
import dev.stepwise.compute.linear.RandomMatrices;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tokens of a scenario and the matrix X: what both attention exercises start from.
///
/// @param tokens n
/// @param x n×d_model
/// @param stated the names of the inputs that the scenario states
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record Sequence(
    List<String> tokens, double[][] x, Embedding embedding, long seed, Set<String> stated) {
  /// Most tokens: a score matrix of a million cells.
  public static final int LONGEST = 1024;

  /// The widest d_model and d_k.
  public static final int WIDEST = 2048;

  /// The seed where none is stated.
  public static final long STANDARD_SEED = 42;

  /// The sentence where no token is stated.
  public static final String STANDARD_TEXT =
      "the animal did not cross the street because it was tired";

  /// Scores are sums of products of four such numbers; they stay finite.
  public static final double LARGEST = 1e60;

  /// What a scenario says, completed from its seed.
  ///
  /// @param standardWidth d_model where neither X nor `d_model` says it
  public static Sequence of(Given given, int standardWidth) {
    long seed = SEED.of(given);
    var embedding = EMBEDDING.of(given);
    var tokens = tokens(given);
    var width = D_MODEL.stated(given);
    double[][] x =
        X.in(given)
            .map(rows -> checked(rows, tokens, width))
            .orElseGet(() -> {
              int columns = columns(embedding, tokens, width, standardWidth);
              return Embeddings.embed(embedding, tokens, columns, seed);
            });
    return new Sequence(tokens, x, embedding, seed, given.inputs().keySet());
  }

  /// A matrix that is stated, or else a random one with standard deviation 1/√rows, so that what it
  /// makes of a vector is about as long as the vector.
  ///
  /// @param stream which of the matrices of a seed it is
  /// @param because what asks for its size, such as `d_model is 8`
  /// @throws InvalidInput where a stated one has another size
  public double[][] matrix(
      Given given, Input<double[][]> input, int rows, int columns, int stream, String because) {
    var stated = input.in(given);
    if (stated.isPresent() && (stated.get().length != rows || stated.get()[0].length != columns)) {
      throw new InvalidInput(
          input.place(),
          "%s is %s, but %s"
              .formatted(input.name(), new Value.Matrix(stated.get()).shape(), because),
          "give %d×%d numbers, or leave %s out for random ones"
              .formatted(rows, columns, input.name()));
    }
    return stated.orElseGet(() -> {
      var generator = Embeddings.generator(seed, 2 + stream);
      return RandomMatrices.gaussian(rows, columns, 1 / Math.sqrt(rows), generator);
    });
  }

  private static int columns(
      Embedding embedding, List<String> tokens, Optional<Integer> width, int standardWidth) {
    int least = Embeddings.leastWidth(embedding, tokens);
    int columns = width.orElse(Math.max(standardWidth, least));
    if (columns < least) {
      throw new InvalidInput(
          D_MODEL.place(),
          "d_model is %d, but a %s embedding of these tokens needs %d columns"
              .formatted(columns, embedding.word(), least),
          "choose d_model from %d, or embedding random".formatted(least));
    }
    return columns;
  }

  private static List<String> tokens(Given given) {
    var text = TEXT.in(given);
    var listed = TOKENS.in(given);
    var x = X.in(given);
    if (text.isPresent() && listed.isPresent()) {
      throw new InvalidInput(TEXT.place(), "there are tokens too", "give tokens or text");
    }
    var tokens =
        text.map(Tokens::of)
            .or(() -> listed)
            .or(() ->
                x.map(rows -> rows.length).or(() -> SEQ_LEN.stated(given)).map(Tokens::numbered))
            .orElseGet(() -> Tokens.of(STANDARD_TEXT));
    boolean counted = x.isPresent() && listed.isEmpty() && text.isEmpty();
    checkTokens(tokens, (counted ? X : text.isPresent() ? TEXT : TOKENS).place());
    return tokens;
  }

  /// Checks how many tokens there are, and that none is empty.
  ///
  /// @throws InvalidInput where there are none or too many
  static void checkTokens(List<String> tokens, String place) {
    if (tokens.isEmpty()) {
      throw new InvalidInput(place, "there is no token", "give at least one word");
    }
    if (tokens.size() > LONGEST) {
      long n = tokens.size();
      throw new InvalidInput(
          place,
          "there are %,d tokens, whose score matrix would have %,d cells".formatted(n, n * n),
          "give at most %,d".formatted(LONGEST));
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isBlank()) {
        throw new InvalidInput(
            place + "/" + i, "the token is empty", "give it at least one character");
      }
    }
  }

  private static double[][] checked(double[][] x, List<String> tokens, Optional<Integer> width) {
    Shapes.length(
        X.place(),
        x.length,
        tokens.size(),
        "row",
        "there " + (tokens.size() == 1 ? "is " : "are ") + Phrases.count(tokens.size(), "token"));
    if (width.isPresent() && width.get() != x[0].length) {
      throw new InvalidInput(
          D_MODEL.place(),
          "d_model is %d, but X has %s"
              .formatted(width.get(), Phrases.count(x[0].length, "column")),
          "choose d_model %d, or leave X out".formatted(x[0].length));
    }
    if (x[0].length > WIDEST) {
      throw new InvalidInput(
          X.place(),
          "has " + Phrases.count(x[0].length, "column"),
          "give at most " + Phrases.number(WIDEST));
    }
    return x;
  }
}
