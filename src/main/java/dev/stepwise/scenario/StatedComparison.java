package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.Variation;

/// A comparison of two runs on a preset, as a list of them states it.
///
/// @param id its name in files: `scaled-or-not`
/// @param title its name for people
/// @param preset the id of the preset that both runs start from
/// @param first what the first run has over the preset
/// @param second what the second run has over the first
/// @param opens where the point shows: the path of a step of both runs, or `last`
/// @param point the point that it makes, in one sentence
public record StatedComparison(
    String id,
    String title,
    String preset,
    Variation first,
    Variation second,
    String opens,
    String point) {}
