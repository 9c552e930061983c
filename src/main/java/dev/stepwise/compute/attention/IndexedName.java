package dev.stepwise.compute.attention;

import dev.stepwise.compute.run.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// An address with the indices that its variable carries in its name: `scores[3]` at 2 is `scores`
/// at 3, 2.
///
/// @param stem the name without indices
/// @param indexed whether it carries any
/// @param indices all of them, each from 0
record IndexedName(String stem, boolean indexed, List<Integer> indices) {
  private static final Pattern INDEXED = Pattern.compile("(\\w+)\\[(\\d+)(?:, (\\d+))?]");

  static IndexedName of(Ref ref) {
    var indexed = INDEXED.matcher(ref.variable());
    if (!indexed.matches()) {
      return new IndexedName(ref.variable(), false, ref.indices());
    }
    var indices = new ArrayList<Integer>();
    indices.add(Integer.valueOf(indexed.group(2)));
    if (indexed.group(3) != null) {
      indices.add(Integer.valueOf(indexed.group(3)));
    }
    indices.addAll(ref.indices());
    return new IndexedName(indexed.group(1), true, List.copyOf(indices));
  }

  /// Whether it has so many indices, each below a limit.
  boolean within(int... limits) {
    if (indices.size() != limits.length) {
      return false;
    }
    for (int i = 0; i < limits.length; i++) {
      if (indices.get(i) < 0 || indices.get(i) >= limits[i]) {
        return false;
      }
    }
    return true;
  }
}
