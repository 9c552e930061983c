package dev.stepwise.cli;

import dev.stepwise.lecture.Lecture;
import java.nio.file.Path;
import java.util.Optional;

/// What a window begins with.
///
/// @param lecture what is opened in it, a scenario being a lecture of one stop; empty for the home
///   page
/// @param file where that is; empty where it is in none
/// @param remark what went wrong before, to be said on the home page
public record Opening(Optional<Lecture> lecture, Optional<Path> file, Optional<String> remark) {

  /// The home page.
  static Opening home() {
    return new Opening(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A lecture, or a scenario.
  static Opening of(Lecture lecture, Path file) {
    return new Opening(Optional.of(lecture), Optional.of(file), Optional.empty());
  }

  /// The home page, with what went wrong.
  static Opening saying(String remark) {
    return new Opening(Optional.empty(), Optional.empty(), Optional.of(remark));
  }
}
