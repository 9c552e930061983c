package dev.stepwise.view.lab;

import java.util.List;

/// What an experiment found.
///
/// @param pictures at least one; where there are several, such as a linear and a logarithmic one,
///   the reader switches between them
/// @param conclusion a sentence or two with the numbers in it
/// @param numbers the result as text, a line for each number in the pictures
public record Finding(List<Picture> pictures, String conclusion, String numbers) {

  /// A way to look at the result.
  ///
  /// @param name what the switch says
  public record Picture(String name, Drawing drawing) {}

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no picture
  public Finding {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("a finding has at least one picture");
    }
    pictures = List.copyOf(pictures);
  }
}
