package dev.stepwise.compute.exercise;

import java.util.Map;

/// A mistake that people make in an exercise, declared beside the right code: a run with it is a
/// run like any other, which says that the mistake is in force. Whatever speaks of the mistake uses
/// its id: the bug to hunt, the cause of wrong code, the lesson.
///
/// @param id its name in files: `sum-for-mean`
/// @param title what is done, in a few words: `Sum for mean`
/// @param words what is wrong with it, in one to three sentences
/// @param remedy what would be right, in a sentence
/// @param parameters the parameters of a scenario that put it in force, by their names
public record Mistake(
    String id, String title, String words, String remedy, Map<String, Object> parameters) {

  /// Copies the map.
  public Mistake {
    parameters = Map.copyOf(parameters);
  }

  /// What is given, with the mistake in force.
  public Given in(Given given) {
    return given.withParameters(parameters);
  }
}
