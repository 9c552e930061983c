package dev.stepwise.compute.bpe;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The slow, obvious way, written apart from the app: count every pair at every merge. Words are
/// texts with blanks between their symbols; the marker is a character that no text has, so that
/// letters `</w>` are something else.
final class Recounting {
  private static final String END = "\uE000";

  private final Map<String, Long> words = new LinkedHashMap<>();
  private final Rules rules;
  private final List<List<String>> merges = new ArrayList<>();
  final List<List<String>> written = new ArrayList<>();
  final List<Long> counts = new ArrayList<>();

  /// The counts before each merge, in the order in which the pairs are first seen.
  final List<Map<String, Long>> tables = new ArrayList<>();

  /// The words after each merge, from none on.
  final List<List<String>> segmented = new ArrayList<>();

  Recounting(Corpus.Words corpus, Rules rules, int most) {
    this.rules = rules;
    for (int i = 0; i < corpus.size(); i++) {
      words.put(spaced(corpus.word(i), rules.marker()), corpus.frequency(i));
    }
    segmented.add(words.keySet().stream().map(Recounting::written).toList());
    while (merges.size() < most) {
      var pairs = count();
      if (pairs.isEmpty()) {
        break;
      }
      var best = best(pairs);
      var table = new LinkedHashMap<String, Long>();
      pairs.forEach((pair, count) -> table.put(pair, count));
      tables.add(table);
      merges.add(List.of(best.split(" ", -1)));
      written.add(merges.getLast().stream().map(Recounting::written).toList());
      counts.add(pairs.get(best));
      replace(best);
      segmented.add(words.keySet().stream().map(Recounting::written).toList());
    }
  }

  static String spaced(String word, String marker) {
    var symbols = new ArrayList<String>();
    word.codePoints().forEach(c -> symbols.add(Character.toString(c)));
    if (!marker.isEmpty()) {
      symbols.add(END);
    }
    return String.join(" ", symbols);
  }

  private Map<String, Long> count() {
    var pairs = new LinkedHashMap<String, Long>();
    words.forEach((word, frequency) -> {
      var symbols = word.split(" ", -1);
      boolean once =
          rules.pairCount() == PairCount.ONCE_PER_WORD
              || rules.pairCount() == PairCount.DIFFERENT_WORDS;
      Collection<String> here = once ? new HashSet<>() : new ArrayList<>();
      int end = symbols.length - (rules.pairCount() == PairCount.LAST_LEFT_OUT ? 1 : 0);
      for (int i = 1; i < end; i++) {
        var pair = symbols[i - 1] + " " + symbols[i];
        pairs.putIfAbsent(pair, 0L);
        here.add(pair);
      }
      if (rules.pairCount() == PairCount.WITHOUT_OVERLAP) {
        new HashSet<>(here)
            .forEach(pair -> pairs.merge(pair, frequency * found(word, pair), Long::sum));
        return;
      }
      boolean forgets =
          rules.pairCount() == PairCount.UNWEIGHTED
              || rules.pairCount() == PairCount.DIFFERENT_WORDS;
      here.forEach(pair -> pairs.merge(pair, forgets ? 1 : frequency, Long::sum));
    });
    return pairs;
  }

  /// How often a text is found, each time after the end of the one before.
  private static int found(String word, String pair) {
    return (doubled(word).length() - doubled(word).replace(doubled(pair), "").length())
        / doubled(pair).length();
  }

  /// Between blanks, each symbol is whole; a blank that one match has used is there for the next.
  private static String doubled(String word) {
    return " " + word.replace(" ", "  ") + " ";
  }

  private String best(Map<String, Long> pairs) {
    var order = new ArrayList<>(pairs.keySet());
    if (rules.tieBreak() == TieBreak.LEXICOGRAPHIC) {
      // UTF-8 bytes sort as code points do.
      order.sort((one, other) -> {
        var a = one.split(" ", -1);
        var b = other.split(" ", -1);
        int left = Arrays.compareUnsigned(bytes(a[0]), bytes(b[0]));
        return left != 0 ? left : Arrays.compareUnsigned(bytes(a[1]), bytes(b[1]));
      });
    }
    var best = order.getFirst();
    long most = 0;
    for (var pair : order) {
      long count = pairs.getOrDefault(pair, 0L);
      best = count > most ? pair : best;
      most = Math.max(count, most);
    }
    return best;
  }

  /// A symbol of the app as it is written here.
  static String text(Symbol symbol) {
    return symbol.letters() + (symbol.endsWord() ? END : "");
  }

  /// With the marker as it is written.
  static String written(String text) {
    return text.replace(END, "</w>");
  }

  private static byte[] bytes(String text) {
    return written(text).getBytes(StandardCharsets.UTF_8);
  }

  private void replace(String pair) {
    var replaced = new LinkedHashMap<String, Long>();
    words.forEach((word, frequency) -> replaced.put(merged(word, pair, rules), frequency));
    words.clear();
    words.putAll(replaced);
  }

  static String merged(String word, String pair, Rules rules) {
    var joined = pair.replace(" ", "");
    if (rules.replacement() == Replacement.TEXT) {
      return word.replace(pair, joined);
    }
    var there = doubled(word);
    var merged =
        switch (rules.replacement()) {
          case FIRST_ONLY ->
              there.replaceFirst(
                  Pattern.quote(doubled(pair)), Matcher.quoteReplacement(" " + joined + " "));
          case FROM_THE_RIGHT -> fromTheRight(there, doubled(pair), " " + joined + " ");
          default -> there.replace(doubled(pair), " " + joined + " ");
        };
    return merged.strip().replace("  ", " ");
  }

  private static String fromTheRight(String word, String pair, String joined) {
    int at = word.lastIndexOf(pair);
    return at < 0
        ? word
        : fromTheRight(word.substring(0, at), pair, joined)
            + joined
            + word.substring(at + pair.length());
  }

  /// Encodes by every merge in turn.
  List<String> encode(String word) {
    var symbols = spaced(word, rules.marker());
    for (var merge : merges) {
      symbols = merged(symbols, String.join(" ", merge), rules);
    }
    return List.of(written(symbols).split(" ", -1));
  }
}
