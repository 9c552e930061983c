package dev.stepwise.compute.compare;

/// What two runs are called beside each other.
///
/// @param subject in what they differ: `Start`; empty where the names say it
/// @param sides what each has there: `random`
public record Named(String subject, Two<String> sides) {}
