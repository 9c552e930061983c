package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.BpeFrame.Focus;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The variables of the listing at a step. Dictionaries have the symbols of a word, or of a pair,
/// with blanks between them as their keys. Of a large corpus they are left out, and their sizes
/// stand for them.
final class BpeVariables {
  /// The most words whose dictionaries are spelled out.
  static final int MOST_WORDS = 300;

  private BpeVariables() {}

  /// Whether the dictionaries are there.
  static boolean spelledOut(BpeFrame frame) {
    return frame.training().words().size() <= MOST_WORDS;
  }

  static SequencedMap<String, Value> of(BpeFrame frame) {
    var variables = new LinkedHashMap<String, Value>();
    if (frame.isEncoding()) {
      variables.put("merges", merges(frame));
      encoding(variables, frame);
      return variables;
    }
    if (frame.problem().corpus().text().isPresent()
        && frame.focus() instanceof Focus.Split
        && spelledOut(frame)) {
      variables.put("corpus", new Value.Text(frame.problem().corpus().text().get()));
    }
    words(variables, frame);
    frame
        .merge()
        .ifPresent(merge -> {
          variables.put("merges", merges(frame));
          counts(variables, frame);
          if (hasBest(frame.focus())) {
            variables.put("best", pair(merge.pair()));
          }
        });
    oneWord(variables, frame);
    return variables;
  }

  private static boolean hasBest(Focus focus) {
    return !(focus instanceof Focus.Counted) && !(focus instanceof Focus.WordCounted);
  }

  private static void words(SequencedMap<String, Value> variables, BpeFrame frame) {
    var words = frame.training().words();
    if (!spelledOut(frame)) {
      variables.put("len(words)", new Value.Whole(words.size()));
      return;
    }
    var values = new LinkedHashMap<String, Value>();
    for (int word = 0; word < words.size(); word++) {
      values.put(
          String.join(" ", Symbol.texts(frame.symbols(word))),
          new Value.Whole(words.frequency(word)));
    }
    variables.put("words", new Value.Named(values));
  }

  private static void counts(SequencedMap<String, Value> variables, BpeFrame frame) {
    if (!spelledOut(frame)) {
      variables.put("len(counts)", new Value.Whole(frame.merge().map(Merge::kinds).orElse(0)));
      return;
    }
    var rows = new ArrayList<>(frame.pairs(Integer.MAX_VALUE).rows());
    rows.sort(Comparator.comparing(PairTable.Row::first));
    var values = new LinkedHashMap<String, Value>();
    rows.forEach(row ->
        values.put(
            row.pair().left().text() + " " + row.pair().right().text(),
            new Value.Whole(row.count())));
    variables.put("counts", new Value.Named(values));
  }

  private static void oneWord(SequencedMap<String, Value> variables, BpeFrame frame) {
    switch (frame.focus()) {
      case Focus.WordSplit(int word) -> {
        variables.put("word", new Value.Text(frame.training().words().word(word)));
        variables.put("n", new Value.Whole(frame.training().words().frequency(word)));
      }
      case Focus.WordCounted counted -> {
        variables.put("word", symbols(frame.symbols(counted.word())));
        variables.put(
            "frequency", new Value.Whole(frame.training().words().frequency(counted.word())));
      }
      case Focus.WordReplaced(var merge, int word) -> {
        variables.put("word", symbols(frame.training().segmented(word, merge.rank())));
        variables.put("merged", symbols(frame.symbols(word)));
      }
      default -> {}
    }
  }

  private static void encoding(SequencedMap<String, Value> variables, BpeFrame frame) {
    switch (frame.focus()) {
      case Focus.WordEncoded(_, var encoding) -> {
        variables.put("word", new Value.Text(encoding.word()));
        variables.put("tokens", symbols(encoding.tokens()));
      }
      case Focus.Applied(_, var encoding, int stages) -> {
        variables.put("word", new Value.Text(encoding.word()));
        if (stages > 0) {
          variables.put("best", pair(encoding.stages().get(stages - 1).pair()));
        }
        variables.put("tokens", symbols(encoding.after(stages)));
      }
      case Focus.Numbered(_, var encoding) -> {
        variables.put("word", new Value.Text(encoding.word()));
        variables.put("tokens", symbols(encoding.tokens()));
        var ids =
            encoding.tokens().stream()
                .mapToInt(token -> frame.training().id(token, frame.applied()).orElse(-1))
                .toArray();
        variables.put("ids", new Value.Labels(ids));
      }
      default -> {}
    }
  }

  private static Value merges(BpeFrame frame) {
    return new Value.Many(
        frame.training().merges(frame.learned()).stream()
            .map(merge -> pair(merge.pair()))
            .toList());
  }

  static Value pair(Pair pair) {
    return symbols(List.of(pair.left(), pair.right()));
  }

  static Value symbols(List<Symbol> symbols) {
    return new Value.Many(
        symbols.stream().<Value>map(symbol -> new Value.Text(symbol.text())).toList());
  }
}
