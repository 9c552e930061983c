package dev.stepwise.view;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Element;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Why a number is what it is.
///
/// @param narration the arithmetic with the values in it
/// @param sources the elements whose values went in, to be lit
/// @param copied what is copied of its table, which may show less; [Narration.Table#NONE] where
///   there is nothing to copy
public record Explanation(Narration narration, Set<Element> sources, Narration.Table copied) {

  private static final int MOST_LIT = 400;

  /// From how the number came to be.
  ///
  /// @param drawn what is drawn for the number at an address
  public static Explanation of(Derivation derivation, Function<Ref, Element> drawn) {
    var sources =
        derivation.sources(MOST_LIT).stream().map(drawn).collect(Collectors.toUnmodifiableSet());
    return new Explanation(derivation.narration(), sources);
  }

  /// One whose table is copied as it is shown.
  public Explanation(Narration narration, Set<Element> sources) {
    this(narration, sources, narration.table());
  }

  /// The value without what made it.
  public Explanation valuesAlone() {
    return new Explanation(narration.valuesAlone(), sources, copied);
  }

  /// Copies what it is given.
  public Explanation {
    sources = Set.copyOf(sources);
  }
}
