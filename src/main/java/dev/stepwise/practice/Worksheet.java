package dev.stepwise.practice;

import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Blank;
import dev.stepwise.quiz.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The numbers of one step, some of them for the learner to work out. Immutable.
///
/// @param at the step that writes them
/// @param kind of step: examples of a kind leave more and more to the learner
/// @param title of the step
/// @param lines the numbers in the order in which they are computed
/// @param earlier how many examples of the kind there were before
public record Worksheet(Position at, String kind, String title, List<Line> lines, int earlier) {

  /// How a number stands.
  public enum State {
    /// Given, as part of the worked example.
    GIVEN,
    /// The learner's, and not there yet.
    OPEN,
    /// The learner's, and right.
    RIGHT,
    /// The learner's, but shown: all hints were used.
    SHOWN
  }

  /// One number.
  ///
  /// @param answers how many answers were given
  /// @param hints how many hints were asked for, 0 to 3
  /// @param verdict on the last answer
  public record Line(Blank blank, State state, int answers, int hints, Optional<Verdict> verdict) {
    /// The hints that there are: words, arithmetic, the number.
    public static final int MOST_HINTS = 3;

    static Line of(Blank blank, State state) {
      return new Line(blank, state, 0, 0, Optional.empty());
    }

    /// Whether it was right with the first answer and without a hint.
    public boolean isRightAtOnce() {
      return state == State.RIGHT && answers == 1 && hints == 0;
    }

    private Line checked(String answer) {
      var said = blank.check(answer);
      return switch (said) {
        case Verdict.Unreadable _ -> new Line(blank, state, answers, hints, Optional.of(said));
        case Verdict.Right _ -> new Line(blank, State.RIGHT, answers + 1, hints, Optional.of(said));
        default -> new Line(blank, State.OPEN, answers + 1, hints, Optional.of(said));
      };
    }

    private Line hinted() {
      int more = Math.min(MOST_HINTS, hints + 1);
      return new Line(blank, more == MOST_HINTS ? State.SHOWN : state, answers, more, verdict);
    }
  }

  /// Copies the lines.
  public Worksheet {
    lines = List.copyOf(lines);
  }

  /// The numbers of a step, of which the last ones are the learner's.
  ///
  /// @param yours how many
  static Worksheet of(
      Position at, String kind, String title, List<Blank> blanks, int yours, int earlier) {
    int given = blanks.size() - yours;
    return new Worksheet(
        at,
        kind,
        title,
        IntStream.range(0, blanks.size())
            .mapToObj(i -> Line.of(blanks.get(i), i < given ? State.GIVEN : State.OPEN))
            .toList(),
        earlier);
  }

  /// With an answer to a number.
  Worksheet checked(int line, String answer) {
    return with(line, lines.get(line).checked(answer));
  }

  /// With one hint more to a number.
  Worksheet hinted(int line) {
    return with(line, lines.get(line).hinted());
  }

  private Worksheet with(int line, Line changed) {
    var others = new ArrayList<>(lines);
    others.set(line, changed);
    return new Worksheet(at, kind, title, others, earlier);
  }

  /// The first number that is still the learner's; empty where none is.
  public OptionalInt open() {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).state() == State.OPEN)
        .findFirst();
  }

  /// Whether no number is open.
  public boolean isDone() {
    return open().isEmpty();
  }

  /// How many of the numbers are the learner's.
  public int yours() {
    return (int) lines.stream().filter(line -> line.state() != State.GIVEN).count();
  }

  /// How many of them were right at once.
  public int rightAtOnce() {
    return (int) lines.stream().filter(Line::isRightAtOnce).count();
  }
}
