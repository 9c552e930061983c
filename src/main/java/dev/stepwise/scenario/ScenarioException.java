package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.InvalidInput;
import java.util.PrimitiveIterator;

/// A file cannot be used. The message is one line that names the file, the place in it, what is
/// wrong and what would be right: `two-blobs.json: /inputs/X/3/1: is NaN; give a finite number`.
public final class ScenarioException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 400;

  private final String file;
  private final String place;
  private final String words;

  /// @param file the file's name as the user gave it
  /// @param place a JSON pointer, or a line and column; empty where the file as a whole is meant
  /// @param what what is wrong
  /// @param remedy what would be right
  public ScenarioException(String file, String place, String what, String remedy) {
    this(file, place, what + "; " + remedy);
  }

  /// @param file the file's name as the user gave it
  /// @param invalid what is wrong in it
  public ScenarioException(String file, InvalidInput invalid) {
    this(file, invalid.place(), String.valueOf(invalid.getMessage()));
  }

  private ScenarioException(String file, String place, String whatAndRemedy) {
    super(
        oneLine(file)
            + ": "
            + (place.isEmpty() ? "" : shortened(oneLine(place)) + ": ")
            + shortened(oneLine(whatAndRemedy)));
    this.file = file;
    this.place = place;
    this.words = whatAndRemedy;
  }

  /// The same where the scenario stands inside of something else.
  ///
  /// @param outer its place, such as `/lecture/stops/2/scenario`
  public ScenarioException within(String outer) {
    return new ScenarioException(file, outer + place, words);
  }

  /// The file.
  public String file() {
    return file;
  }

  /// The place in the file; empty where the file as a whole is meant.
  public String place() {
    return place;
  }

  /// Keys and texts of a file may hold anything; a line break in them must not make a second line,
  /// nor a control character steer the terminal.
  private static String oneLine(String text) {
    var line = new StringBuilder();
    PrimitiveIterator.OfInt codePoints = text.codePoints().iterator();
    while (codePoints.hasNext()) {
      int codePoint = codePoints.nextInt();
      boolean breaksLine =
          Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
      boolean halfCharacter = Character.getType(codePoint) == Character.SURROGATE;
      if (breaksLine || halfCharacter) {
        line.append(String.format("\\u%04x", codePoint));
      } else {
        line.appendCodePoint(codePoint);
      }
    }
    return line.toString();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
