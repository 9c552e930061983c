package dev.stepwise.lesson;

/// A mistake that people make, as it is told of wherever the app meets it.
///
/// @param id its name, the same everywhere: `keeps-its-label`
/// @param title in a few words
/// @param words why it is one, in two or three sentences
public record Misconception(String id, String title, String words) {}
