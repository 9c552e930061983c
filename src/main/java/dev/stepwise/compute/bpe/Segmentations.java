package dev.stepwise.compute.bpe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The latest encodings and what words had become after some merge: a window asks for the same ones
/// at every frame that it draws. Bounded by the letters that they hold, so that very long words are
/// kept too, but few of them. Safe for several threads.
final class Segmentations {
  private static final int MOST_LETTERS = 1 << 20;
  private static final int MOST = 2_048;

  /// An encoding, and how many merges it knows.
  record Made(Encoding encoding, int known) {}

  private record Moment(String word, int merges) {}

  private final Latest<String, Made> encodings = new Latest<>();
  private final Latest<Moment, List<Symbol>> segmented = new Latest<>();

  /// The latest values, dropped oldest first.
  private static final class Latest<K, V> {
    private record Held<V>(V value, int letters) {}

    private final Map<K, Held<V>> held = new LinkedHashMap<>(16, 0.75f, true);
    private int letters;

    synchronized Optional<V> find(K key) {
      return Optional.ofNullable(held.get(key)).map(Held::value);
    }

    synchronized void put(K key, V value, int size) {
      var before = held.put(key, new Held<>(value, size));
      letters += size - (before == null ? 0 : before.letters());
      var oldest = held.values().iterator();
      while (held.size() > 1 && (letters > MOST_LETTERS || held.size() > MOST)) {
        letters -= oldest.next().letters();
        oldest.remove();
      }
    }
  }

  /// What a word becomes by the first so many merges.
  List<Symbol> of(String word, int merges, Function<String, Made> anew) {
    var moment = new Moment(word, merges);
    var known = segmented.find(moment);
    if (known.isPresent()) {
      return known.get();
    }
    var encoding = made(word, merges, anew);
    var symbols = encoding.after(encoding.stagesWithin(merges));
    segmented.put(moment, symbols, word.length() + 1);
    return symbols;
  }

  /// How a word is encoded by the first so many merges.
  Encoding encoding(String word, int merges, Function<String, Made> anew) {
    return made(word, merges, anew).within(merges);
  }

  private Encoding made(String word, int merges, Function<String, Made> anew) {
    var known = encodings.find(word).filter(made -> made.known() >= merges);
    if (known.isPresent()) {
      return known.get().encoding();
    }
    var made = anew.apply(word);
    encodings.put(word, made, word.length() + 1);
    return made.encoding();
  }
}
