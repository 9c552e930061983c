package dev.stepwise.draw;

import dev.stepwise.compute.run.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Short words for values: numbers with at most four significant digits, the first few elements of
/// what is long.
public final class ValueText {
  private static final int SHOWN = 3;
  private static final int DIGITS = 4;

  private ValueText() {}

  /// The words.
  public static String of(Value value) {
    return switch (value) {
      case Value.Scalar(var number) -> of(number);
      case Value.Whole(var number) -> minus(Long.toString(number));
      case Value.Flag(var flag) -> flag ? "True" : "False";
      case Value.Text(var text) -> "'" + text + "'";
      case Value.Vector(var values) -> list(values.length, i -> of(values[i]));
      case Value.Labels(var values) -> list(values.length, i -> minus(Integer.toString(values[i])));
      case Value.Matrix(var rows) -> list(rows.length, 1, i -> of(new Value.Vector(rows[i])));
      case Value.Many(List<Value> values) -> list(values.size(), 1, i -> of(values.get(i)));
      case Value.Named(var values) -> "{" + String.join(", ", values.keySet()) + "}";
    };
  }

  /// A number with at most four significant digits, or all of a whole number below a million; `nan`
  /// and `inf` as NumPy writes them.
  public static String of(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "−inf";
    }
    double size = Math.abs(number);
    var rounded =
        BigDecimal.valueOf(number)
            .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
      int exponent = rounded.precision() - rounded.scale() - 1;
      return minus(rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent);
    }
    if (number == Math.rint(number)) {
      return minus(Long.toString((long) number));
    }
    return minus(rounded.toPlainString());
  }

  private static String list(int length, IntFunction<String> element) {
    return list(length, SHOWN, element);
  }

  private static String list(int length, int shown, IntFunction<String> element) {
    var words = new ArrayList<String>();
    for (int i = 0; i < Math.min(length, shown); i++) {
      words.add(element.apply(i));
    }
    if (length > shown) {
      words.add("…");
    }
    return "[" + String.join(", ", words) + "]";
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
