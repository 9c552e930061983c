package dev.stepwise.compute.bpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The vocabulary while it grows: symbols numbered in the order in which they came to be. Two
/// merges that make the same text make the same symbol.
final class Symbols {
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int[] lengths = new int[256];

  /// The number of a symbol, which is added where it is new.
  int id(String text) {
    var known = ids.get(text);
    if (known != null) {
      return known;
    }
    int id = texts.size();
    ids.put(text, id);
    texts.add(text);
    if (id == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * id);
    }
    lengths[id] = text.codePointCount(0, text.length());
    return id;
  }

  /// The number of a symbol, if there is one.
  OptionalInt find(String text) {
    var known = ids.get(text);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  String text(int id) {
    return texts.get(id);
  }

  /// How many code points it has.
  int length(int id) {
    return lengths[id];
  }

  int size() {
    return texts.size();
  }
}
