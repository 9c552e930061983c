package dev.stepwise.compute.bpe;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Optional;

/// How each number of a frame came to be.
///
/// @param frame the frame
public record BpeDerivations(BpeFrame frame) {

  /// How the number at an address came to be; empty where none stands there, or where there is
  /// nothing to tell.
  public Optional<Derivation> of(Ref ref) {
    if (ref.in(frame.variables()).isEmpty()) {
      return Optional.empty();
    }
    var words = new Frequencies(frame);
    var pairs = new PairSums(frame);
    var sizes = new Sizes(frame);
    return switch (ref.variable()) {
      case BpeVariables.FREQUENCIES -> Optional.of(words.derivation(ref, ref.index(0)));
      case "n", "frequency" -> frame.focus().wordInSight().map(word -> words.moved(ref, word));
      case BpeVariables.DIFFERENT -> Optional.of(words.different());
      case BpeVariables.TOTAL -> Optional.of(words.total());
      case BpeVariables.COUNTS ->
          Optional.of(pairs.count(ref, PairSums.inOrder(frame).get(ref.index(0)).pair()));
      case BpeVariables.KINDS -> Optional.of(pairs.kinds());
      case BpeVariables.GREATEST -> frame.merge().map(pairs::best);
      case BpeVariables.CHOSEN -> Optional.of(pairs.choice());
      case BpeVariables.LENGTH -> Optional.of(sizes.length());
      case BpeVariables.PER_WORD -> Optional.of(sizes.tokensPerWord());
      case BpeVariables.VOCABULARY -> Optional.of(sizes.vocabulary());
      case BpeVariables.AFTER ->
          frame.focus() instanceof MergeFocus.WordReplaced replaced
              ? Optional.of(sizes.shortened(replaced))
              : Optional.empty();
      case "rank" ->
          frame.focus() instanceof EncodeFocus.Applied at
              ? Optional.of(rank(at.encoding(), at.stages() - 1))
              : Optional.empty();
      case "ids" ->
          frame.focus() instanceof EncodeFocus.OfWord at
              ? sizes.id(ref, at.encoding().tokens().get(ref.index(0)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Where the count of a pair stands; empty where it is none of the variables.
  public Optional<Ref> address(Pair pair) {
    return frame.variables().containsKey(BpeVariables.COUNTS)
        ? PairSums.addresses(frame, List.of(pair)).stream().findFirst()
        : Optional.empty();
  }

  /// The pair whose count is one of `counts`.
  ///
  /// @param index in the order in which the pairs are first seen
  public Pair pair(int index) {
    return PairSums.inOrder(frame).get(index).pair();
  }

  /// How often a word of the corpus occurs.
  public Derivation frequency(int word) {
    return new Frequencies(frame).derivation(Ref.of(BpeVariables.FREQUENCIES, word), word);
  }

  /// How often a pair occurs, whether or not its count is among the variables.
  public Derivation count(Pair pair) {
    return new PairSums(frame).count(address(pair).orElse(Ref.of(BpeVariables.COUNTS)), pair);
  }

  /// How often the pair of a merge occurred when it was merged.
  public Derivation count(Merge merge) {
    return new PairSums(frame).best(merge);
  }

  /// What a word adds to the count of a pair.
  public Derivation gain(int word, Pair pair) {
    return new PairSums(frame).gain(word, pair);
  }

  /// How many tokens a word took on average after so many merges.
  public Derivation tokensPerWord(int merges) {
    return new Sizes(frame, merges).tokensPerWord();
  }

  /// Which merge comes next while a word is encoded.
  ///
  /// @param stage which of the merges that apply, from 0
  public Derivation rank(Encoding encoding, int stage) {
    return new Ranking(frame, encoding).derivation(stage);
  }
}
