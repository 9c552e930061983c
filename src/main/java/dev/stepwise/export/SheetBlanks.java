package dev.stepwise.export;

import dev.stepwise.compute.derivation.InSymbols;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Surface;
import dev.stepwise.formula.FormulaLayout;
import dev.stepwise.formula.Formulas;
import dev.stepwise.quiz.Blank;

/// A blank on paper: its number and its name, its formula in symbols, the box for the result, and
/// room to write; on the key the arithmetic, and the result in its box.
final class SheetBlanks {
  private static final double BOX_WIDTH = 120;
  private static final double BOX_HEIGHT = 30;
  private static final double INDENT = 32;
  private static final double HEAD = 26;
  private static final double GAP = 10;
  private static final double LINE = 28;

  private final SheetStyle style;
  private final Formulas formulas;
  private final SheetWriter.Copy copy;

  SheetBlanks(SheetStyle style, Formulas formulas, SheetWriter.Copy copy) {
    this.style = style;
    this.formulas = formulas;
    this.copy = copy;
  }

  /// Its block.
  ///
  /// @param number of the blank on the sheet
  SheetBlock of(Blank blank, int number, int moreDigits) {
    double room = SheetStyle.COLUMN - INDENT;
    var symbols =
        FormulaLayout.of(
            formulas, InSymbols.lines(blank.derivation(), moreDigits), room, SheetStyle.FORMULA);
    var arithmetic =
        FormulaLayout.of(
            formulas, blank.derivation().narration().formulas(), room, SheetStyle.FORMULA);
    var last = symbols.lines().getLast();
    double middle = last.baseline() - SheetStyle.FORMULA * 0.3;
    double free =
        symbols.lines().stream()
            .limit(symbols.lines().size() - 1L)
            .mapToDouble(line -> line.baseline() + line.formula().depth() * line.size())
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    double end = last.x() + last.formula().width() * last.size();
    boolean beside =
        end + GAP + sign() + GAP + BOX_WIDTH + noteRoom(blank) <= room
            && middle - BOX_HEIGHT / 2 > free + GAP / 2;
    double boxX = beside ? end + GAP + sign() + GAP : sign() + GAP;
    double boxY =
        beside ? Math.max(-BOX_HEIGHT / 4, middle - BOX_HEIGHT / 2) : symbols.height() + GAP;
    double filled = Math.max(symbols.height(), boxY + BOX_HEIGHT);
    double below = copy == SheetWriter.Copy.KEY ? arithmetic.height() + GAP : lines(blank) * LINE;
    return new SheetBlock(
        SheetStyle.COLUMN,
        HEAD + filled + GAP + below + 14,
        (surface, x, y) -> {
          head(surface, blank, number, x, y);
          double left = x + INDENT;
          double top = y + HEAD;
          draw(surface, symbols, left, top);
          box(surface, blank, new Box(left + boxX, top + boxY, BOX_WIDTH, BOX_HEIGHT));
          double under = top + filled + GAP;
          if (copy == SheetWriter.Copy.KEY) {
            draw(surface, arithmetic, left, under);
          } else {
            ruled(surface, lines(blank), left, under);
          }
        });
  }

  private void head(Surface surface, Blank blank, int number, double x, double y) {
    surface.circle(x + 10, y + 9, 10, Ink.filled(SheetStyle.PALETTE.text()));
    var inverse = SheetStyle.NOTE.bold().coloured(SheetStyle.PALETTE.background()).centred();
    surface.text(String.valueOf(number), x + 10, y + 9 + inverse.drop(), inverse);
    var name = style.cut(blank.ref().text(), SheetStyle.NAME, SheetStyle.COLUMN - INDENT);
    double baseline = y + 9 + SheetStyle.NAME.drop();
    surface.text(name, x + INDENT, baseline, SheetStyle.NAME);
    sign(surface, blank, x + INDENT + style.width(name, SheetStyle.NAME) + 2 * GAP, baseline, x);
  }

  /// What it is called in the app's formulas, where that fits beside its name.
  private void sign(Surface surface, Blank blank, double left, double baseline, double x) {
    if (blank.derivation().symbols().isEmpty()) {
      return;
    }
    var sign = formulas.of(blank.derivation().symbols());
    double size = SheetStyle.FORMULA * 0.85;
    if (left + sign.width() * size <= x + SheetStyle.COLUMN && sign.height() * size < 18) {
      sign.draw(surface, left, baseline, size, SheetStyle.PALETTE.muted());
    }
  }

  private void box(Surface surface, Blank blank, Box box) {
    var type = SheetStyle.BODY;
    double middle = box.centreY();
    surface.text("=", box.x() - GAP - sign(), middle + type.drop(), type);
    surface.rectangle(box, 3, Ink.stroked(SheetStyle.PALETTE.text(), 1.2, 4, 4));
    if (copy == SheetWriter.Copy.KEY) {
      var answer = SheetStyle.ANSWER.centred();
      surface.text(blank.shown(), box.centreX(), middle + answer.drop(), answer);
    }
    var note = SheetStyle.NOTE;
    surface.text(digits(blank), box.right() + GAP, middle + note.drop(), note);
  }

  private double sign() {
    return style.width("=", SheetStyle.BODY);
  }

  private double noteRoom(Blank blank) {
    return GAP + style.width(digits(blank), SheetStyle.NOTE);
  }

  /// To how many digits the number is wanted.
  private static String digits(Blank blank) {
    var shown = blank.shown();
    int point = shown.indexOf('.');
    if (shown.contains("e")) {
      return "3 digits and a power of ten";
    }
    int decimals = point < 0 ? 0 : shown.length() - point - 1;
    if (decimals == 0) {
      boolean isWhole = blank.derivation().value() == Math.rint(blank.derivation().value());
      return isWhole ? "a whole number" : "no decimals";
    }
    return decimals == 1 ? "1 decimal" : decimals + " decimals";
  }

  private static int lines(Blank blank) {
    return blank.derivation().sources().size() > 8 ? 4 : 3;
  }

  private static void ruled(Surface surface, int lines, double x, double y) {
    for (int i = 1; i <= lines; i++) {
      double at = y + i * LINE - 4;
      surface.line(
          x,
          at,
          x + SheetStyle.COLUMN - INDENT,
          at,
          new Ink.Stroke(SheetStyle.PALETTE.faint(), 0.75));
    }
  }

  private static void draw(Surface surface, FormulaLayout layout, double x, double y) {
    for (var line : layout.lines()) {
      line.formula()
          .draw(surface, x + line.x(), y + line.baseline(), line.size(), SheetStyle.PALETTE.text());
    }
  }
}
