package dev.stepwise.view.marks;

import java.util.ArrayList;
import java.util.List;

/// Formulas one below the other in a width that all of them keep to: a long one is broken at its
/// wide gaps, then before its equals signs, and what is still too long is set smaller.
///
/// @param lines from top to bottom
/// @param height of all, in pixels
public record FormulaLayout(List<Line> lines, double height) {
  private static final double GAP = 0.55;
  private static final double INDENT = 1.2;
  private static final List<String> GAPS = List.of("\\quad", "\\qquad");

  /// A line.
  ///
  /// @param x,baseline where it begins, in pixels
  /// @param size of its font in pixels
  public record Line(FormulaMark formula, double x, double baseline, double size) {}

  /// Copies the list.
  public FormulaLayout {
    lines = List.copyOf(lines);
  }

  /// Lays formulas out.
  ///
  /// @param sources LaTeX
  /// @param width in pixels; positive
  /// @param size of the font in pixels
  public static FormulaLayout of(
      Formulas formulas, List<String> sources, double width, double size) {
    var lines = new ArrayList<Line>();
    double bottom = 0;
    for (var source : sources) {
      boolean first = true;
      for (var piece : broken(formulas, source, width / size)) {
        double x = first ? 0 : INDENT * size;
        var formula = formulas.of(piece);
        double fitting = Math.min(size, Math.max(1, width - x) / Math.max(formula.width(), 0.01));
        double gap = lines.isEmpty() ? 0 : GAP * size;
        double baseline = bottom + gap + formula.height() * fitting;
        lines.add(new Line(formula, x, baseline, fitting));
        bottom = baseline + formula.depth() * fitting;
        first = false;
      }
    }
    return new FormulaLayout(lines, bottom);
  }

  /// The source in pieces that fit as far as breaks allow.
  ///
  /// @param width in ems
  private static List<String> broken(Formulas formulas, String source, double width) {
    if (formulas.of(source).width() <= width) {
      return List.of(source);
    }
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var clause : clauses(source)) {
      double room = lines.isEmpty() ? width : width - INDENT;
      boolean joins = !line.isEmpty() && formulas.of(line + clause).width() <= room;
      if (joins) {
        line.append(clause);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      breakBefore(formulas, terms(withoutGap(clause)), width, lines, line);
    }
    lines.add(line.toString());
    return lines;
  }

  /// Adds terms to a line that is empty, and to further ones where they don't fit.
  private static void breakBefore(
      Formulas formulas, List<String> terms, double width, List<String> lines, StringBuilder line) {
    for (var term : terms) {
      double room = lines.isEmpty() ? width : width - INDENT;
      if (!line.isEmpty() && formulas.of(line + term).width() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(term);
    }
  }

  /// Cuts before each `\quad` or `\qquad` that is in no group.
  private static List<String> clauses(String source) {
    var clauses = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < source.length(); i++) {
      depth += nesting(source, i);
      if (depth == 0 && i > start && gapAt(source, i) > 0) {
        clauses.add(source.substring(start, i));
        start = i;
      }
    }
    clauses.add(source.substring(start));
    return clauses;
  }

  private static String withoutGap(String clause) {
    return clause.substring(gapAt(clause, 0));
  }

  /// How long the command of a wide gap at a place is; 0 where there is none.
  private static int gapAt(String source, int at) {
    for (var gap : GAPS) {
      if (isCommand(source, at, gap)) {
        return gap.length();
      }
    }
    return 0;
  }

  /// Cuts before each equals sign or `\approx` that is in no group.
  private static List<String> terms(String source) {
    var terms = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < source.length(); i++) {
      depth += nesting(source, i);
      boolean relation = source.charAt(i) == '=' || source.startsWith("\\approx", i);
      if (depth == 0 && i > start && relation) {
        terms.add(source.substring(start, i));
        start = i;
      }
    }
    terms.add(source.substring(start));
    return terms;
  }

  /// How many groups begin at a place: 1, 0 or -1.
  private static int nesting(String source, int at) {
    if (source.charAt(at) == '{' || isCommand(source, at, "\\left")) {
      return 1;
    }
    return source.charAt(at) == '}' || isCommand(source, at, "\\right") ? -1 : 0;
  }

  private static boolean isCommand(String source, int at, String command) {
    int end = at + command.length();
    return source.startsWith(command, at)
        && (end == source.length() || !Character.isLetter(source.charAt(end)));
  }
}
