package dev.stepwise.compute.bpe;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// The vocabulary while it grows: symbols numbered in the order in which they came to be. Two
/// merges that make the same letters make the same symbol. One thread adds to it; any may read.
final class Symbols {
  private final Map<Symbol, Integer> ids;
  private volatile Symbol[] symbols = new Symbol[256];
  private volatile int size; // written last, so that what is below it can be read
  private int[] lengths = new int[256];

  /// @param expected about how many there will be, so that tables need not grow
  Symbols(int expected) {
    ids = new ConcurrentHashMap<>(expected);
  }

  /// The number of a symbol, which is added where it is new.
  int id(Symbol symbol) {
    var known = ids.get(symbol);
    if (known != null) {
      return known;
    }
    int id = size;
    if (id == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * id);
      lengths = Arrays.copyOf(lengths, 2 * id);
    }
    symbols[id] = symbol;
    lengths[id] = symbol.length();
    size = id + 1;
    ids.put(symbol, id);
    return id;
  }

  /// The number of a symbol, if there is one.
  OptionalInt find(Symbol symbol) {
    var known = ids.get(symbol);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  Symbol symbol(int id) {
    return symbols[id];
  }

  /// How many code points it has, the marker counted as one. For the thread that adds.
  int length(int id) {
    return lengths[id];
  }

  int size() {
    return size;
  }
}
