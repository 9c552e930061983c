package dev.stepwise.export;

import dev.stepwise.quiz.HandSheet;

/// A sheet to be worked out by hand, and what it is of.
///
/// @param exercise its title
/// @param title of the scenario
/// @param seed that drew it
public record SheetFile(String exercise, String title, long seed, HandSheet sheet) {}
