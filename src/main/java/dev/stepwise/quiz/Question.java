package dev.stepwise.quiz;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Optional;

/// A prediction: asked before a step is seen, answered by the step.
///
/// @param kind what is asked, the same for all questions of the kind: `nearest`
/// @param path the step that answers it, as a trace numbers steps: `3.1.17`
/// @param prompt the question, which gives nothing away
/// @param answer what is right, and what else can be said
/// @param reveal what is told afterwards, with the arithmetic
/// @param refs the numbers of the step that decide
/// @param about a number whose place on the stage shows what is asked about, such as the point
///   whose cluster is asked for; it gives nothing away
public record Question(
    String kind,
    String path,
    String prompt,
    Answer answer,
    Narration reveal,
    List<Ref> refs,
    Optional<Ref> about) {

  /// One that is about the whole picture.
  public Question(
      String kind, String path, String prompt, Answer answer, Narration reveal, List<Ref> refs) {
    this(kind, path, prompt, answer, reveal, refs, Optional.empty());
  }

  /// The same about something that the stage shows.
  public Question about(Ref ref) {
    return new Question(kind, path, prompt, answer, reveal, refs, Optional.of(ref));
  }

  /// Copies what it is given.
  public Question {
    refs = List.copyOf(refs);
  }

  /// Its name, unique in its run.
  public String id() {
    return kind + "@" + path;
  }

  /// What is right.
  public sealed interface Answer {

    /// One of several.
    ///
    /// @param options between 2 and 9, so that a key can choose them
    /// @param right the index of the one that is right
    record Choice(List<Option> options, int right) implements Answer {
      /// Copies what it is given.
      public Choice {
        options = List.copyOf(options);
        if (options.size() < 2 || options.size() > 9 || right < 0 || right >= options.size()) {
          throw new IllegalArgumentException(
              "%d options, of which number %d is right".formatted(options.size(), right));
        }
        if (options.stream().map(Option::text).distinct().count() < options.size()) {
          throw new IllegalArgumentException("two options say the same: " + options);
        }
      }
    }

    /// A number.
    ///
    /// @param tolerance how far off an answer may be
    record Amount(double value, double tolerance) implements Answer {}

    /// The right answer in words.
    default String text() {
      return switch (this) {
        case Choice(var options, int right) -> options.get(right).text();
        case Amount(double value, _) -> Numbers.text(value);
      };
    }
  }

  /// What can be chosen.
  ///
  /// @param text for people
  /// @param misconception the id of the mistake behind it; empty for the right one, and where
  ///   nothing is known to lead there
  /// @param drawn a number whose place on the stage stands for it, so that it can be clicked
  public record Option(String text, Optional<String> misconception, Optional<Ref> drawn) {
    /// In words alone.
    public static Option of(String text) {
      return new Option(text, Optional.empty(), Optional.empty());
    }

    /// The same, standing for a mistake.
    public Option mistaken(String id) {
      return new Option(text, Optional.of(id), drawn);
    }

    /// The same, standing at a place of the stage.
    public Option at(Ref ref) {
      return new Option(text, misconception, Optional.of(ref));
    }
  }
}
