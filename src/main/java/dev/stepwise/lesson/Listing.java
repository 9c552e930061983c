package dev.stepwise.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The NumPy program that an exercise steps through, as it is shown beside the picture and as the
/// tests execute it. In its file a line that steps execute has a name, in a trailing comment
/// `# @name`, which is not shown; a line that several kinds of step execute has several, `# @q @k`.
///
/// @param lines as they are shown, without line breaks
/// @param anchors the number of each named line, from 1
public record Listing(List<String> lines, Map<String, Integer> anchors) {
  private static final Pattern ANCHOR = Pattern.compile("^(.*?)\\s*# @(\\S+(?: @\\S+)*)$");

  /// Copies what it is given.
  public Listing {
    lines = List.copyOf(lines);
    anchors = Map.copyOf(anchors);
  }

  /// No listing.
  public static Listing none() {
    return new Listing(List.of(), Map.of());
  }

  /// The listing of an exercise; no lines where it has none yet.
  ///
  /// @param exerciseId such as `k-means`
  public static Listing of(String exerciseId) {
    var path = "/assets/" + exerciseId + "/listing.py";
    return Resources.exist(path)
        ? parsed(new String(Resources.read(path), StandardCharsets.UTF_8))
        : none();
  }

  /// A listing from the text of its file.
  ///
  /// @throws IllegalArgumentException where two lines have the same name
  public static Listing parsed(String text) {
    var lines = new ArrayList<String>();
    var anchors = new LinkedHashMap<String, Integer>();
    for (var line : text.lines().toList()) {
      var anchor = ANCHOR.matcher(line);
      boolean named = anchor.matches();
      lines.add(named ? anchor.group(1) : line);
      for (var name : named ? anchor.group(2).split(" @") : new String[0]) {
        if (anchors.put(name, lines.size()) != null) {
          throw new IllegalArgumentException("two lines are called @" + name);
        }
      }
    }
    return new Listing(lines, anchors);
  }

  /// The number of a named line, from 1; 0 where no line has this name.
  public int line(String anchor) {
    return anchors.getOrDefault(anchor, 0);
  }
}
