package dev.stepwise.export;

import dev.stepwise.lecture.Freedom;
import dev.stepwise.lecture.Stop;
import java.util.List;
import java.util.stream.Collectors;

/// A lecture to be handed out.
///
/// @param title of the lecture
/// @param stops in their order
/// @param copy whose it is
public record Handout(String title, List<HandoutStop> stops, Copy copy) {

  /// Copies the stops.
  public Handout {
    stops = List.copyOf(stops);
  }

  /// Whose copy it is.
  public enum Copy {
    /// For the room: without notes, and without answers.
    ROOM,
    /// For whoever gives the lecture.
    NOTES
  }

  boolean hasNotes() {
    return copy == Copy.NOTES;
  }

  /// What may be done at a stop, in a sentence; empty where nothing may.
  static String freedoms(Stop stop) {
    var words = stop.freedoms().stream().sorted().map(Freedom::words).toList();
    if (words.isEmpty()) {
      return "";
    }
    var last = words.getLast();
    var before = words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "));
    return "Try it yourself: you may " + (before.isEmpty() ? last : before + " and " + last) + ".";
  }

  /// The paragraphs of notes.
  static List<String> paragraphs(String notes) {
    return notes.strip().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// `1 minute`, `3 minutes`.
  static String minutes(int minutes) {
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }

  /// Minutes from the start as a clock shows them: `24:00`.
  static String clock(int minutes) {
    return minutes + ":00";
  }
}
