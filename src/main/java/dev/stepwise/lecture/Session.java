package dev.stepwise.lecture;

import java.util.List;
import java.util.Optional;

/// What somebody was in the middle of, beside what the settings remember: data of their own, and
/// the lecture that was open.
///
/// @param places runs that no preset gives, one an exercise, each as a stop
/// @param talk the lecture; empty where none was open
public record Session(List<Stop> places, Optional<Talk> talk) {
  /// Nothing.
  public static final Session NONE = new Session(List.of(), Optional.empty());

  /// A lecture that was open.
  ///
  /// @param at the stop that it was at, from 0
  /// @param file where it is; empty where it is in none
  /// @param saved whether it is there as it is here
  public record Talk(Lecture lecture, int at, Optional<String> file, boolean saved) {
    /// What the file says of one that is saved.
    static final String SAVED = "yes";
  }

  /// Copies the places.
  public Session {
    places = List.copyOf(places);
  }
}
