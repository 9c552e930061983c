package dev.stepwise.view;

import org.kordamp.ikonli.feather.Feather;

/// What home and navigation say of an exercise.
///
/// @param number 1 to 7
/// @param id as in files: `k-means`
/// @param title on its card
/// @param shortTitle in the navigation
/// @param icon in the navigation
/// @param sentence what it shows
/// @param minutes how long a student takes
public record Card(
    int number,
    String id,
    String title,
    String shortTitle,
    Feather icon,
    String sentence,
    int minutes) {}
