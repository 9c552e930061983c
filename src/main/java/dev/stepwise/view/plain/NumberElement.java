package dev.stepwise.view.plain;

import dev.stepwise.compute.derivation.Ref;
import dev.stepwise.view.marks.Element;

/// A number of a frame on a stage.
///
/// @param ref its address
public record NumberElement(Ref ref) implements Element {}
