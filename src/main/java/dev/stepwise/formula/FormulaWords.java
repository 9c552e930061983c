package dev.stepwise.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a formula aloud: LaTeX as plain words, for screen readers and text twins. It knows the
/// commands that our formulas use; of others the name is read.
public final class FormulaWords {
  private static final Map<String, String> PHRASES = new LinkedHashMap<>();

  static {
    PHRASES.put("\\\\(left|right|big|Big|bigg|Bigg|[,;:!])(?![A-Za-z])", " ");
    PHRASES.put("\\\\(mathbf|mathrm|mathcal|mathit|text|operatorname|boldsymbol)\\s*", "");
    PHRASES.put("\\\\textcolor\\{[^{}]*\\}", "");
    PHRASES.put("\\\\[dt]?frac\\{([^{}]*)\\}\\{([^{}]*)\\}", " ($1) over ($2) ");
    PHRASES.put("\\\\sqrt\\{([^{}]*)\\}", " the square root of ($1) ");
    PHRASES.put("\\\\lVert(.*?)\\\\rVert", " the norm of ($1) ");
    PHRASES.put("\\^\\{?2\\}?(?![0-9])", " squared ");
    PHRASES.put("\\^\\{?\\\\top\\}?", " transposed ");
    PHRASES.put("\\^\\{([^{}]*)\\}", " to the power of ($1) ");
    PHRASES.put("\\^(.)", " to the power of $1 ");
    PHRASES.put("_\\{([^{}]*)\\}", " $1 ");
    PHRASES.put("_(.)", " $1 ");
    PHRASES.put("\\\\sum(?![A-Za-z])", " the sum over ");
    PHRASES.put("\\\\(cdot|times)(?![A-Za-z])", " times ");
    PHRASES.put("\\\\(cdots|ldots|dots)(?![A-Za-z])", " and so on ");
    PHRASES.put("\\\\approx(?![A-Za-z])", " is about ");
    PHRASES.put("\\\\(le|leq)(?![A-Za-z])", " is at most ");
    PHRASES.put("\\\\(ge|geq)(?![A-Za-z])", " is at least ");
    PHRASES.put("\\\\(to|rightarrow)(?![A-Za-z])", " to ");
    PHRASES.put("=", " equals ");
    PHRASES.put("<", " is less than ");
    PHRASES.put(">", " is greater than ");
    PHRASES.put("-|−", " minus ");
    PHRASES.put("\\+", " plus ");
    PHRASES.put("\\\\([A-Za-z]+)", " $1 ");
    PHRASES.put("[{}\\\\~&]", " ");
  }

  private FormulaWords() {}

  /// The words.
  public static String of(String latex) {
    var words = latex;
    String before;
    do {
      // Groups are replaced from the inside out, so once more until nothing changes.
      before = words;
      for (var phrase : PHRASES.entrySet()) {
        words = words.replaceAll(phrase.getKey(), phrase.getValue());
      }
    } while (!words.equals(before));
    return words.replaceAll("\\s+", " ").replaceAll("\\( ", "(").replaceAll(" \\)", ")").strip();
  }
}
