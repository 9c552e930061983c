package dev.stepwise.testing.arithmetic;

import dev.stepwise.testing.arithmetic.PrintedFormula.Findings;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// A sentence or the cell of a table, checked for the arithmetic in it.
public final class PrintedText {
  private static final String NUMBER = "[−+-]?(?:\\d[\\d,]*(?:\\.\\d+)?(?:e[−-]?\\d+)?|∞|NaN)";
  private static final Pattern CHANGE =
      Pattern.compile("(" + NUMBER + ")(?: %)? (?:→|to) (" + NUMBER + ")(?![\\w.]*\\d)");
  private static final Pattern ARITHMETIC =
      Pattern.compile(
          "(?:(?<![\\w.])"
              + NUMBER
              + "|√|\\bln |[()=≈<>≤≥+·×/−-]|(?<=[\\d)=≈<>≤≥+·×/−-]) (?=[\\d(√l=≈<>≤≥+·×/−-]))+");
  private static final Pattern EXPONENT = Pattern.compile("e(-?\\d+)");

  private PrintedText() {}

  /// Checks each piece of arithmetic, `a + b = c`, and each change, `from a to b` and `a → b`,
  /// which must not print the same number twice.
  public static Findings check(String text) {
    int comparisons = 0;
    var faults = new ArrayList<String>();
    var changes = CHANGE.matcher(text);
    while (changes.find()) {
      boolean told =
          changes.group().contains("→")
              || text.startsWith("from ", Math.max(0, changes.start() - 5));
      if (told) {
        comparisons++;
        if (changes.group(1).equals(changes.group(2))) {
          faults.add("a change that changes nothing: " + changes.group());
        }
      }
    }
    var pieces = ARITHMETIC.matcher(text);
    while (pieces.find()) {
      var found = PrintedFormula.check(latex(pieces.group()));
      comparisons += found.comparisons();
      faults.addAll(found.faults());
    }
    return new Findings(comparisons, faults);
  }

  private static String latex(String piece) {
    var latex =
        piece
            .strip()
            .replace('−', '-')
            .replace("·", "\\cdot ")
            .replace("×", "\\cdot ")
            .replace("≈", "\\approx ")
            .replace("≤", "\\le ")
            .replace("≥", "\\ge ")
            .replaceAll("√(\\d[\\d.]*)", "\\\\sqrt{$1}")
            .replace("√", "\\sqrt ")
            .replace("ln ", "\\ln ")
            .replace("∞", "\\infty ")
            .replace("NaN", "\\text{NaN}")
            .replaceAll("(?<=\\d),(?=\\d{3})", "{,}");
    return EXPONENT.matcher(latex).replaceAll("\\\\cdot 10^{$1}");
  }
}
