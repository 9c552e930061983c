package dev.stepwise.view;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.view.marks.Element;
import java.util.Set;

/// Why a number is what it is.
///
/// @param narration the arithmetic with the values in it
/// @param sources the elements whose values went in, to be lit
/// @param copied what is copied of its table, which may show less; [Narration.Table#NONE] where
///   there is nothing to copy
public record Explanation(Narration narration, Set<Element> sources, Narration.Table copied) {

  /// One whose table is copied as it is shown.
  public Explanation(Narration narration, Set<Element> sources) {
    this(narration, sources, narration.table());
  }

  /// Copies what it is given.
  public Explanation {
    sources = Set.copyOf(sources);
  }
}
