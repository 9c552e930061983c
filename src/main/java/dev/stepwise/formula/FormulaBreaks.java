package dev.stepwise.formula;

import java.util.ArrayList;
import java.util.List;

/// Breaks a formula into lines of a width: at its wide gaps, where that is not enough before its
/// equals signs and arrows, and where that is not enough before its plus signs. Never inside a
/// group or parentheses.
final class FormulaBreaks {
  private static final List<String> GAPS = List.of("\\quad", "\\qquad");
  private static final List<String> RELATIONS = List.of("=", "\\approx", "\\to");
  private static final List<String> SUMS = List.of("+");

  /// Before what a formula may be broken, the best places first.
  private static final List<List<String>> MARKS = List.of(GAPS, RELATIONS, SUMS);

  private final Formulas formulas;
  private final double width;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private FormulaBreaks(Formulas formulas, double width) {
    this.formulas = formulas;
    this.width = width;
  }

  /// The source in lines that fit as far as breaks allow; all but the first are set in.
  ///
  /// @param source LaTeX
  /// @param width in ems; positive
  static List<String> of(Formulas formulas, String source, double width) {
    var breaks = new FormulaBreaks(formulas, width);
    breaks.add(source, 0);
    breaks.endLine();
    return breaks.lines;
  }

  /// Adds a piece to the line, or begins a line with it; what is wider than a line is broken.
  ///
  /// @param level which marks it may be broken before, and all after them
  private void add(String piece, int level) {
    if (fits(line + piece)) {
      line.append(piece);
      return;
    }
    endLine();
    var opening = piece.substring(gapAt(piece, 0));
    if (level == MARKS.size() || fits(opening)) {
      line.append(opening);
      return;
    }
    for (var part : cut(opening, MARKS.get(level))) {
      add(part, level + 1);
    }
  }

  private void endLine() {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }

  private boolean fits(String text) {
    double room = lines.isEmpty() ? width : width - FormulaLayout.INDENT;
    return formulas.of(text).width() <= room;
  }

  /// Cuts before each mark that is in no group.
  private static List<String> cut(String source, List<String> marks) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < source.length(); i++) {
      depth = Math.max(0, depth + nesting(source, i));
      int at = i;
      if (depth == 0 && i > start && marks.stream().anyMatch(mark -> stands(mark, source, at))) {
        parts.add(source.substring(start, i));
        start = i;
      }
    }
    parts.add(source.substring(start));
    return parts;
  }

  /// How long the command of a wide gap at a place is; 0 where there is none.
  private static int gapAt(String source, int at) {
    return GAPS.stream().filter(gap -> stands(gap, source, at)).mapToInt(String::length).sum();
  }

  /// How many groups begin at a place: 1, 0 or -1.
  private static int nesting(String source, int at) {
    return switch (source.charAt(at)) {
      case '{', '(' -> 1;
      case '}', ')' -> -1;
      case '\\' -> stands("\\left", source, at) ? 1 : stands("\\right", source, at) ? -1 : 0;
      default -> 0;
    };
  }

  private static boolean stands(String mark, String source, int at) {
    int end = at + mark.length();
    boolean command = mark.charAt(0) == '\\';
    return source.startsWith(mark, at)
        && !(command && end < source.length() && Character.isLetter(source.charAt(end)));
  }
}
