package dev.stepwise.scenario;

import dev.stepwise.scenario.Table.Decimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a cell of a text table can be: a number with this decimal sign or that, or a word for a
/// missing one.
final class Cells {
  /// A sign, digits in groups of three, decimals, a power of ten. Groups are parted by the sign
  /// that is not the decimal one, by blanks or by apostrophes; the first has no leading zero.
  private static final String GROUPED =
      "[+\\-\u2212]?[1-9]\\d{0,2}([G \\u00a0\\u202f\\u2009'\\u2019])\\d{3}(?:\\1\\d{3})*(?:D\\d*)?"
          + "(?:[eE][+\\-\u2212]?\\d+)?";

  private static final Pattern GROUPED_BEFORE_POINT =
      Pattern.compile(GROUPED.replace("G", ",").replace("D", "\\."));
  private static final Pattern GROUPED_BEFORE_COMMA =
      Pattern.compile(GROUPED.replace("G", ".").replace("D", ","));
  private static final Pattern GAP_OF_GROUPS = Pattern.compile("[ \\u00a0\\u202f\\u2009'\\u2019]");
  private static final int LONGEST = 400;

  /// Words for a missing number, as pandas, R and spreadsheets write them.
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "?", ".");

  private Cells() {}

  /// Whether nothing stands there.
  static boolean isMissing(String cell) {
    return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /// The finite number that a cell holds, or NaN. Stricter than [Double#parseDouble(String)], which
  /// also takes `1f`, `0x1p3` and `Infinity`.
  static double number(String cell, Decimal decimal) {
    if (isPlain(cell, decimal == Decimal.POINT ? '.' : ',')) {
      return finite(cell.replace(',', '.'));
    }
    var grouped = decimal == Decimal.POINT ? GROUPED_BEFORE_POINT : GROUPED_BEFORE_COMMA;
    if (cell.length() < 5 || cell.length() > LONGEST || !grouped.matcher(cell).matches()) {
      return Double.NaN;
    }
    var digits = GAP_OF_GROUPS.matcher(cell).replaceAll("");
    return finite(
        decimal == Decimal.POINT
            ? digits.replace(",", "")
            : digits.replace(".", "").replace(',', '.'));
  }

  private static double finite(String number) {
    double value = Double.parseDouble(number.replace('\u2212', '-'));
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /// A sign, digits with the decimal sign among them or not, a power of ten; no groups.
  private static boolean isPlain(String cell, char point) {
    int at = afterSign(cell, 0);
    int whole = afterDigits(cell, at);
    int digits = whole - at;
    at = whole;
    if (at < cell.length() && cell.charAt(at) == point) {
      int decimals = afterDigits(cell, at + 1);
      digits += decimals - at - 1;
      at = decimals;
    }
    if (digits == 0) {
      return false;
    }
    if (at < cell.length() && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
      int power = afterSign(cell, at + 1);
      at = afterDigits(cell, power);
      return at > power && at == cell.length();
    }
    return at == cell.length();
  }

  private static int afterSign(String cell, int at) {
    return at < cell.length() && "+-\u2212".indexOf(cell.charAt(at)) >= 0 ? at + 1 : at;
  }

  private static int afterDigits(String cell, int from) {
    int at = from;
    while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /// Whether a cell holds a finite number with one of the decimal signs.
  static boolean isNumber(String cell) {
    return !Double.isNaN(number(cell, Decimal.POINT)) || !Double.isNaN(number(cell, Decimal.COMMA));
  }

  /// What the cells of a table say of its decimal sign.
  ///
  /// @param decimal the sign that is likeliest
  /// @param doubt the question to a person, where the other may be meant as well
  record Sign(Decimal decimal, Optional<String> doubt) {}

  /// Finds the decimal sign. `1.5` can only have a point and `1,5` only a comma; `1,234` and
  /// `1.234` can be more than a thousand as well, which numbers like the former decide.
  ///
  /// @param rows the cells of the data
  /// @param semicolons whether semicolons part the cells, as they do where the comma is the decimal
  ///   sign
  static Sign sign(List<List<String>> rows, boolean semicolons) {
    long points = 0;
    long commas = 0;
    var point = "";
    var comma = "";
    var openPoint = "";
    var openComma = "";
    for (var row : rows) {
      for (var cell : row) {
        boolean hasComma = cell.indexOf(',') >= 0;
        if (!hasComma && cell.indexOf('.') < 0) {
          continue;
        }
        boolean asPoint = !Double.isNaN(number(cell, Decimal.POINT));
        boolean asComma = !Double.isNaN(number(cell, Decimal.COMMA));
        if (asPoint && asComma) {
          openComma = hasComma && openComma.isEmpty() ? cell : openComma;
          openPoint = !hasComma && openPoint.isEmpty() ? cell : openPoint;
        } else if (asPoint) {
          points++;
          point = point.isEmpty() ? cell : point;
        } else if (asComma) {
          commas++;
          comma = comma.isEmpty() ? cell : comma;
        }
      }
    }
    var likelier =
        (points == commas && semicolons) || commas > points ? Decimal.COMMA : Decimal.POINT;
    if (points > 0 && commas > 0) {
      return new Sign(
          likelier,
          Optional.of(
              "Numbers like “%s” and like “%s” are mixed: is the decimal sign a point or a comma?"
                  .formatted(point, comma)));
    }
    if (points > 0 || commas > 0) {
      return new Sign(points > 0 ? Decimal.POINT : Decimal.COMMA, Optional.empty());
    }
    if (!openComma.isEmpty()) {
      return new Sign(semicolons ? Decimal.COMMA : Decimal.POINT, Optional.of(either(openComma)));
    }
    return new Sign(
        Decimal.POINT,
        openPoint.isEmpty() || !semicolons ? Optional.empty() : Optional.of(either(openPoint)));
  }

  private static String either(String cell) {
    return "Is “%s” %s or %s?"
        .formatted(cell, plain(number(cell, Decimal.COMMA)), plain(number(cell, Decimal.POINT)));
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
