package dev.stepwise.draw;

/// What a part of a mark stands for, to be noted in [Hits] at the place where the mark draws it.
///
/// @param description what a screen reader or tool tip says of it
public record Spot(Element element, String description) {}
