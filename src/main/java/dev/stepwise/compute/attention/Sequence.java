package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionProblem.Embedding;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.compute.exercise.Schema.Kind;
import dev.stepwise.compute.exercise.Schema.Standing;
import java.util.Arrays;
import java.util.HashSet;
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

  /// Whole numbers of a file are exact doubles for whoever reads it.
  private static final long EXACT = 1L << 53;

  /// The inputs that say what the tokens are.
  public static List<Field> inputs() {
    return List.of(
        new Field("tokens", "Tokens", new Kind.Strings(), Standing.FILE_ONLY),
        new Field("text", "Text", new Kind.Text(), Standing.FILE_ONLY),
        new Field("X", "Embeddings", new Kind.Matrix(LARGEST), Standing.FILE_ONLY));
  }

  /// The parameters that say how tokens are embedded.
  public static List<Field> parameters() {
    return List.of(
        new Field(
            "embedding",
            "Embedding",
            new Kind.Choice(
                Arrays.stream(Embedding.values()).map(Embedding::word).toList(),
                Embedding.RANDOM.word()),
            Standing.FURTHER),
        new Field(
            "seq_len",
            "Tokens, where none are given",
            new Kind.Whole(1, LONGEST, null),
            Standing.FILE_ONLY),
        new Field("seed", "Seed", new Kind.Whole(-EXACT, EXACT, STANDARD_SEED), Standing.FURTHER));
  }

  /// The parameter for d_model.
  public static Field modelWidth(Standing standing) {
    return new Field("d_model", "d_model", new Kind.Whole(1, WIDEST, 8L), standing);
  }

  /// What a scenario says, completed from its seed.
  ///
  /// @param standardWidth d_model where neither X nor `d_model` says it
  public static Sequence of(Given given, int standardWidth) {
    var stated = new HashSet<>(given.inputs().keySet());
    long seed = given.parameter("seed", Long.class).orElse(STANDARD_SEED);
    var embedding =
        given
            .parameter("embedding", String.class)
            .map(Sequence::embedding)
            .orElse(Embedding.RANDOM);
    var x = given.input("X", double[][].class);
    var tokens = tokens(given, x);
    var width = given.parameter("d_model", Long.class);
    if (x.isPresent()) {
      checkX(x.get(), tokens, width);
      return new Sequence(tokens, x.get(), embedding, seed, stated);
    }
    int least = Embeddings.leastWidth(embedding, tokens);
    int columns = width.orElse((long) Math.max(standardWidth, least)).intValue();
    if (columns < least) {
      throw new InvalidInput(
          "/parameters/d_model",
          "d_model is %d, but a %s embedding of these tokens needs %d columns"
              .formatted(columns, embedding.word(), least),
          "choose d_model from %d, or embedding random".formatted(least));
    }
    return new Sequence(
        tokens, Embeddings.embed(embedding, tokens, columns, seed), embedding, seed, stated);
  }

  private static Embedding embedding(String word) {
    return Arrays.stream(Embedding.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput(
                "/parameters/embedding",
                "embedding is '" + word + "'",
                "choose random, one-hot or two-hot"));
  }

  private static List<String> tokens(Given given, Optional<double[][]> x) {
    var text = given.input("text", String.class);
    if (text.isPresent() && given.inputs().containsKey("tokens")) {
      throw new InvalidInput("/inputs/text", "there are tokens too", "give tokens or text");
    }
    @SuppressWarnings("unchecked")
    var listed = (Optional<List<String>>) (Optional<?>) given.input("tokens", List.class);
    var place = text.isPresent() ? "/inputs/text" : "/inputs/tokens";
    var tokens =
        text.map(Tokens::of)
            .or(() -> listed)
            .or(() -> x.map(rows -> Tokens.numbered(rows.length)))
            .or(() ->
                given
                    .parameter("seq_len", Long.class)
                    .map(length -> Tokens.numbered(length.intValue())))
            .orElseGet(() -> Tokens.of(STANDARD_TEXT));
    checkTokens(tokens, x.isPresent() && listed.isEmpty() && text.isEmpty() ? "/inputs/X" : place);
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

  private static void checkX(double[][] x, List<String> tokens, Optional<Long> width) {
    if (x.length != tokens.size()) {
      throw new InvalidInput(
          "/inputs/X",
          "has %s, but there are %s"
              .formatted(Words.count(x.length, "row"), Words.count(tokens.size(), "token")),
          "give a row for each token");
    }
    if (width.isPresent() && width.get() != x[0].length) {
      throw new InvalidInput(
          "/parameters/d_model",
          "d_model is %d, but X has %s".formatted(width.get(), Words.count(x[0].length, "column")),
          "choose d_model %d, or leave X out".formatted(x[0].length));
    }
    if (x[0].length > WIDEST) {
      throw new InvalidInput(
          "/inputs/X",
          "has %,d columns".formatted(x[0].length),
          "give at most %,d".formatted(WIDEST));
    }
  }
}
