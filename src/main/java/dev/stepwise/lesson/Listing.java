package dev.stepwise.lesson;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The NumPy program that an exercise steps through, as it is shown beside the picture and as the
/// tests execute it.
///
/// @param lines without line breaks; a step's `line` counts them from 1
public record Listing(List<String> lines) {

  /// Copies what it is given.
  public Listing {
    lines = List.copyOf(lines);
  }

  /// The listing of an exercise; no lines where it has none yet.
  ///
  /// @param exerciseId such as `k-means`
  public static Listing of(String exerciseId) {
    var path = "/assets/" + exerciseId + "/listing.py";
    return Resources.exist(path)
        ? new Listing(new String(Resources.read(path), StandardCharsets.UTF_8).lines().toList())
        : new Listing(List.of());
  }
}
