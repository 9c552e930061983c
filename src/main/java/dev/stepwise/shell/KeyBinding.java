package dev.stepwise.shell;

import dev.stepwise.shell.Chord.Modifier;
import dev.stepwise.shell.Chord.Typed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a command, and how the list of keys tells of them.
///
/// @param keys for people: `→ or PgDn`
/// @param title what they do
/// @param command what they ask for
/// @param chords the keys themselves
record KeyBinding(String keys, String title, Command command, List<Chord> chords) {

  /// Every key of the window, in the order in which the list of keys shows them.
  static final List<KeyBinding> ALL =
      List.of(
          of("Space", "Play or pause", Command.PLAY_PAUSE, Chord.of(KeyCode.SPACE)),
          of(
              "→ or PgDn",
              "Step over",
              Command.OVER,
              Chord.of(KeyCode.RIGHT),
              Chord.of(KeyCode.KP_RIGHT)),
          of(
              "← or PgUp",
              "Step back",
              Command.BACK,
              Chord.of(KeyCode.LEFT),
              Chord.of(KeyCode.KP_LEFT)),
          of("↓", "Step into", Command.INTO, Chord.of(KeyCode.DOWN), Chord.of(KeyCode.KP_DOWN)),
          of("↑", "Step out", Command.OUT, Chord.of(KeyCode.UP), Chord.of(KeyCode.KP_UP)),
          of("Shift + →", "Next phase", Command.NEXT_PHASE, Chord.shift(KeyCode.RIGHT)),
          of("Shift + ←", "Previous phase", Command.PREVIOUS_PHASE, Chord.shift(KeyCode.LEFT)),
          of("Home", "To the start", Command.START, Chord.of(KeyCode.HOME)),
          of("End", "To the end", Command.END, Chord.of(KeyCode.END)),
          of(
              "+",
              "Faster",
              Command.FASTER,
              new Typed("+"),
              Chord.of(KeyCode.PLUS),
              Chord.of(KeyCode.ADD),
              Chord.shift(KeyCode.EQUALS)),
          of(
              "−",
              "Slower",
              Command.SLOWER,
              new Typed("-"),
              Chord.of(KeyCode.MINUS),
              Chord.of(KeyCode.SUBTRACT)),
          of(
              "PgDn, PgUp",
              "In a lecture, on to its next step or stop, and back",
              Command.ONWARD,
              Chord.of(KeyCode.PAGE_DOWN)),
          of(
              "Backspace",
              "Back to the stop of the lecture",
              Command.COME_BACK,
              Chord.of(KeyCode.BACK_SPACE)),
          of("R", "Restart with the same seed", Command.RESTART, Chord.of(KeyCode.R)),
          of("G", "Go to a step", Command.GO_TO, Chord.of(KeyCode.G)),
          of("W", "Why this number? Then the next one", Command.WHY, Chord.of(KeyCode.W)),
          of("Ctrl + Z", "Undo an edit", Command.UNDO, new Chord.Key(KeyCode.Z, Modifier.SHORTCUT)),
          of(
              "Ctrl + Y",
              "Redo an edit",
              Command.REDO,
              new Chord.Key(KeyCode.Z, Modifier.SHORTCUT_SHIFT),
              new Chord.Key(KeyCode.Y, Modifier.SHORTCUT)),
          of(
              "Ctrl + C",
              "Copy the picture of the step",
              Command.COPY_PICTURE,
              new Chord.Key(KeyCode.C, Modifier.SHORTCUT)),
          of(
              "Ctrl + S",
              "Save the picture of the step",
              Command.SAVE_PICTURE,
              new Chord.Key(KeyCode.S, Modifier.SHORTCUT)),
          of("P", "Predict what comes next", Command.PREDICT, Chord.of(KeyCode.P)),
          of("H", "Work the numbers out by hand", Command.BY_HAND, Chord.of(KeyCode.H)),
          of("M", "Find the mistake that hides in a run", Command.HUNT, Chord.of(KeyCode.M)),
          of(
              "C",
              "Compare with another run, or leave the comparison",
              Command.COMPARE,
              Chord.of(KeyCode.C)),
          of(
              "N",
              "To the first number that differs, when comparing",
              Command.FIRST_DIFFERENCE,
              Chord.of(KeyCode.N)),
          of("U", "Learn: read the lesson, or leave it", Command.LEARN, Chord.of(KeyCode.U)),
          of(
              "Ctrl + F",
              "Search all lessons",
              Command.SEARCH_LESSONS,
              new Chord.Key(KeyCode.F, Modifier.SHORTCUT)),
          of("K", "Check your own code, or leave it", Command.CHECK, Chord.of(KeyCode.K)),
          of("F5 or F", "Present", Command.PRESENT, Chord.of(KeyCode.F5), Chord.of(KeyCode.F)),
          of(
              "B or .",
              "Blank the screen; any key returns",
              Command.BLANK,
              Chord.of(KeyCode.B),
              Chord.of(KeyCode.PERIOD),
              Chord.of(KeyCode.DECIMAL),
              new Typed(".")),
          of(
              "V",
              "The presenter's window, also on one screen",
              Command.PRESENTER,
              Chord.of(KeyCode.V)),
          of(
              "X",
              "When presenting, swap the two screens",
              Command.SWAP_SCREENS,
              Chord.of(KeyCode.X)),
          of(
              "Z",
              "When presenting, freeze what the room sees",
              Command.FREEZE,
              Chord.of(KeyCode.Z)),
          of(
              "Ctrl + +",
              "Larger notes in the presenter's window",
              Command.NOTES_LARGER,
              new Chord.Key(KeyCode.PLUS, Modifier.SHORTCUT),
              new Chord.Key(KeyCode.ADD, Modifier.SHORTCUT),
              new Chord.Key(KeyCode.EQUALS, Modifier.SHORTCUT),
              new Chord.Key(KeyCode.EQUALS, Modifier.SHORTCUT_SHIFT)),
          of(
              "Ctrl + −",
              "Smaller notes",
              Command.NOTES_SMALLER,
              new Chord.Key(KeyCode.MINUS, Modifier.SHORTCUT),
              new Chord.Key(KeyCode.SUBTRACT, Modifier.SHORTCUT)),
          of("L", "Spotlight", Command.SPOTLIGHT, Chord.of(KeyCode.L)),
          of(
              "D, then 1 to 4",
              "Draw on the screen, in four colours",
              Command.DRAW,
              Chord.of(KeyCode.D)),
          of("Esc", "Leave what is open", Command.LEAVE, Chord.of(KeyCode.ESCAPE)),
          of(
              "?",
              "These keys",
              Command.KEYS,
              new Typed("?"),
              Chord.shift(KeyCode.SLASH),
              Chord.of(KeyCode.F1)));

  /// Copies the list.
  KeyBinding {
    chords = List.copyOf(chords);
  }

  /// The other half of a row of the list.
  private static final KeyBinding BACKWARD =
      of("PgUp", "Step back", Command.BACKWARD, Chord.of(KeyCode.PAGE_UP));

  /// What a pressed key asks for.
  static Optional<Command> command(KeyEvent event) {
    return Stream.concat(ALL.stream(), Stream.of(BACKWARD))
        .filter(binding -> binding.chords.stream().anyMatch(chord -> chord.matches(event)))
        .map(KeyBinding::command)
        .findFirst();
  }

  /// The keys of a command.
  static KeyBinding of(Command command) {
    return ALL.stream().filter(binding -> binding.command == command).findFirst().orElseThrow();
  }

  private static KeyBinding of(String keys, String title, Command command, Chord... chords) {
    return new KeyBinding(keys, title, command, List.of(chords));
  }
}
