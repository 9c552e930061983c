package dev.stepwise.compute.bpe;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The vocabulary while it grows: symbols numbered in the order in which they came to be. Two
/// merges that make the same text make the same symbol. One thread adds to it; any may read.
final class Symbols {
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private volatile String[] texts = new String[256];
  private volatile int size; // written last, so that what is below it can be read
  private int[] lengths = new int[256];

  /// The number of a symbol, which is added where it is new.
  int id(String text) {
    var known = ids.get(text);
    if (known != null) {
      return known;
    }
    int id = size;
    if (id == texts.length) {
      texts = Arrays.copyOf(texts, 2 * id);
      lengths = Arrays.copyOf(lengths, 2 * id);
    }
    texts[id] = text;
    lengths[id] = text.codePointCount(0, text.length());
    size = id + 1;
    ids.put(text, id);
    return id;
  }

  /// The number of a symbol, if there is one.
  OptionalInt find(String text) {
    var known = ids.get(text);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  String text(int id) {
    return texts[id];
  }

  /// How many code points it has. For the thread that adds.
  int length(int id) {
    return lengths[id];
  }

  int size() {
    return size;
  }
}
