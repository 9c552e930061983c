package dev.stepwise.compute.attention;

import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An address with the indices that its variable carries in its name: `scores[3]` at 2 is `scores`
/// at 3, 2, and `heads[1][0]` at 3, 2 is `heads` at 1, 0, 3, 2.
///
/// @param stem the name without indices
/// @param indexed whether it carries any
/// @param indices all of them, each from 0
public record IndexedName(String stem, boolean indexed, List<Integer> indices) {
  private static final Pattern INDEXED = Pattern.compile("(\\w+)((?:\\[\\d+(?:, \\d+)*])+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /// An address taken apart.
  public static IndexedName of(Ref ref) {
    var indexed = INDEXED.matcher(ref.variable());
    if (!indexed.matches()) {
      return new IndexedName(ref.variable(), false, ref.indices());
    }
    var inName = NUMBER.matcher(indexed.group(2)).results().map(MatchResult::group);
    var indices = Stream.concat(inName.map(Integer::valueOf), ref.indices().stream()).toList();
    return new IndexedName(indexed.group(1), true, indices);
  }

  /// Whether it has so many indices, each below a limit.
  public boolean within(int... limits) {
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
