package dev.stepwise.view;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.view.marks.Element;
import java.util.Set;

/// Why a number is what it is.
///
/// @param narration the arithmetic with the values in it
/// @param sources the elements whose values went in, to be lit
public record Explanation(Narration narration, Set<Element> sources) {

  /// Copies what it is given.
  public Explanation {
    sources = Set.copyOf(sources);
  }
}
