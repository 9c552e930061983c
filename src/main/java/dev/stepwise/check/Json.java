package dev.stepwise.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/// Plain values written as JSON.
final class Json {
  private Json() {}

  /// @param value maps, lists, texts, numbers, truth values and nulls
  static String of(@Nullable Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> {
        out.append('{');
        var separator = "";
        for (var entry : map.entrySet()) {
          out.append(separator);
          write(String.valueOf(entry.getKey()), out);
          out.append(": ");
          write(entry.getValue(), out);
          separator = ", ";
        }
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        var separator = "";
        for (var each : list) {
          out.append(separator);
          write(each, out);
          separator = ", ";
        }
        out.append(']');
      }
      case Double number when !Double.isFinite(number) -> write(number.toString(), out);
      case Number number -> out.append(number);
      case Boolean flag -> out.append(flag);
      default ->
          out.append('"')
              .append(JsonStringEncoder.getInstance().quoteAsCharArray(value.toString()))
              .append('"');
    }
  }
}
