package dev.stepwise.formula;

import java.util.ArrayList;
import java.util.List;

/// Formulas one below the other in a width that all of them keep to: a long one is broken at its
/// wide gaps, then before its equals signs and arrows, then before its plus signs, and what is
/// still too long is set smaller.
///
/// @param lines from top to bottom
/// @param height of all, in pixels
public record FormulaLayout(List<Line> lines, double height) {
  private static final double GAP = 0.55;

  /// How far all lines of a formula but its first are set in, in ems.
  static final double INDENT = 1.2;

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
      for (var piece : FormulaBreaks.of(formulas, source, width / size)) {
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
}
