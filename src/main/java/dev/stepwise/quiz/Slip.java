package dev.stepwise.quiz;

/// A mistake that people make, and what it would give here.
///
/// @param id its name, the same wherever the app speaks of it: `sum-for-mean`
/// @param hint what to think of, in a sentence; it gives no number away
/// @param value what it gives
public record Slip(String id, String hint, double value) {}
