package dev.stepwise.lecture;

import dev.stepwise.playback.Position;
import dev.stepwise.session.Bookmark;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A stop of a lecture: a way through some steps of a run, and what is said there.
///
/// @param bookmark where it begins
/// @param until its last step; empty where that is the first one
/// @param title its name for people
/// @param notes for whoever gives the lecture; empty where there are none
/// @param minutes planned for it, from 0 to [#MOST_MINUTES]
/// @param question to the room; empty where none is asked
/// @param answer to it, for whoever gives the lecture
/// @param freedoms what students may do by themselves
public record Stop(
    Bookmark bookmark,
    Optional<Position> until,
    String title,
    String notes,
    int minutes,
    String question,
    String answer,
    Set<Freedom> freedoms) {

  /// The longest that a stop is planned for.
  public static final int MOST_MINUTES = 600;

  /// Copies the set.
  ///
  /// @throws IllegalArgumentException where the minutes are out of range
  public Stop {
    if (minutes < 0 || minutes > MOST_MINUTES) {
      throw new IllegalArgumentException("minutes: " + minutes);
    }
    freedoms = Set.copyOf(freedoms);
  }

  /// A stop of one step, of which nothing is said yet and at which students may do anything.
  public static Stop at(Bookmark bookmark) {
    return new Stop(
        bookmark,
        Optional.empty(),
        bookmark.scenario().title(),
        "",
        0,
        "",
        "",
        EnumSet.allOf(Freedom.class));
  }

  /// Whether nothing is said at it, and no time planned for it.
  boolean isSilent() {
    return until.isEmpty()
        && minutes == 0
        && notes.isBlank()
        && question.isBlank()
        && answer.isBlank();
  }

  /// Where it begins.
  public Position begins() {
    return bookmark.position();
  }

  /// Its last step, in which all is there that it shows.
  public Position ends() {
    return until.orElse(begins());
  }

  /// The same with another place.
  public Stop showing(Bookmark other) {
    return new Stop(other, Optional.empty(), title, notes, minutes, question, answer, freedoms);
  }

  /// The same with another last step; before where it begins, it begins there.
  public Stop ending(Position last) {
    if (last.compareTo(begins()) >= 0) {
      var end = last.equals(begins()) ? Optional.<Position>empty() : Optional.of(last);
      return new Stop(bookmark, end, title, notes, minutes, question, answer, freedoms);
    }
    var from =
        new Bookmark(
            bookmark.scenario(),
            last,
            bookmark.choices(),
            bookmark.pins(),
            bookmark.breakpoints(),
            bookmark.lineBreaks());
    return new Stop(from, Optional.of(ends()), title, notes, minutes, question, answer, freedoms);
  }

  /// The same under another title.
  public Stop titled(String other) {
    return new Stop(bookmark, until, other, notes, minutes, question, answer, freedoms);
  }

  /// The same with other notes.
  public Stop noted(String other) {
    return new Stop(bookmark, until, title, other, minutes, question, answer, freedoms);
  }

  /// The same planned for another time.
  public Stop taking(int otherMinutes) {
    return new Stop(bookmark, until, title, notes, otherMinutes, question, answer, freedoms);
  }

  /// The same with another question.
  public Stop asking(String other, String itsAnswer) {
    return new Stop(bookmark, until, title, notes, minutes, other, itsAnswer, freedoms);
  }

  /// The same, at which students may do something else.
  public Stop allowing(Set<Freedom> others) {
    return new Stop(bookmark, until, title, notes, minutes, question, answer, others);
  }
}
