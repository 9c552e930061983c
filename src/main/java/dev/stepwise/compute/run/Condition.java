package dev.stepwise.compute.run;

/// Something a student can ask the run to pause at, such as an empty cluster or a tie.
///
/// @param id a name for settings, in kebab case
/// @param title what the menu says
public record Condition(String id, String title) {}
