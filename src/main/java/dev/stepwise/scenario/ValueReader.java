package dev.stepwise.scenario;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.exercise.Schema.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one value of a known kind. The parser stands on the value's first token before, on its
/// last token after. The document as a whole is known to be well-formed.
final class ValueReader {
  private static final double LARGEST_EXACT_WHOLE = 0x1p53;
  private static final int LONGEST_QUOTE = 40;

  private final JsonParser parser;

  ValueReader(JsonParser parser) {
    this.parser = parser;
  }

  /// Reads a value into the Java type that the kind names.
  ///
  /// @throws InvalidInput where the value is of another kind or out of range
  Object read(Kind kind) {
    return switch (kind) {
      case Kind.Matrix _ -> matrix(kind);
      case Kind.Vector _ -> vector(kind);
      case Kind.Targets _ -> targets(kind);
      case Kind.Strings _ -> strings(kind);
      case Kind.Text _ -> text(kind);
      case Kind.Words _ -> words(kind);
      case Kind.Whole(long least, long most, _) -> whole(least, most, kind);
      case Kind.Real(double least, double most, _) -> real(least, most, kind);
      case Kind.Choice(var options, _) -> choice(options, kind);
      case Kind.Flag _ -> flag(kind);
    };
  }

  private double[][] matrix(Kind kind) {
    expect(JsonToken.START_ARRAY, kind);
    var rows = new ArrayList<double[]>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw wrong("is " + found(), "give " + Wanted.of(kind));
      }
      double[] row = numbers();
      if (row.length == 0) {
        throw wrong("is an empty row", "give at least one number a row");
      }
      if (!rows.isEmpty() && row.length != rows.getFirst().length) {
        throw wrong(
            "has " + count(row.length) + ", but the first row has " + rows.getFirst().length,
            "make all rows equally long");
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw wrong("has no rows", "give at least one row of numbers");
    }
    return rows.toArray(double[][]::new);
  }

  private static String count(int numbers) {
    return numbers == 1 ? "1 number" : numbers + " numbers";
  }

  private double[] vector(Kind kind) {
    expect(JsonToken.START_ARRAY, kind);
    return numbers();
  }

  /// Whole numbers from 0 are labels; anything else makes all of them real numbers.
  private Object targets(Kind kind) {
    double[] numbers = vector(kind);
    boolean labels =
        Arrays.stream(numbers)
            .allMatch(value -> value >= 0 && value <= Integer.MAX_VALUE && value == (int) value);
    return labels ? Arrays.stream(numbers).mapToInt(value -> (int) value).toArray() : numbers;
  }

  private double[] numbers() {
    double[] numbers = new double[8];
    int size = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number("a finite number");
    }
    return Arrays.copyOf(numbers, size);
  }

  private List<String> strings(Kind kind) {
    expect(JsonToken.START_ARRAY, kind);
    var strings = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw wrong("is " + found(), "give a text in quotes");
      }
      strings.add(parser.getString());
    }
    return List.copyOf(strings);
  }

  private String text(Kind kind) {
    expect(JsonToken.VALUE_STRING, kind);
    return parser.getString();
  }

  private SequencedMap<String, Long> words(Kind kind) {
    expect(JsonToken.START_OBJECT, kind);
    var frequency = new Kind.Whole(1, Long.MAX_VALUE, null);
    var words = new LinkedHashMap<String, Long>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var word = parser.currentName();
      if (words.containsKey(word)) {
        throw wrong("is there twice", "keep one of the two");
      }
      parser.nextToken();
      words.put(word, whole(frequency.least(), frequency.most(), frequency));
    }
    return words;
  }

  private long whole(long least, long most, Kind kind) {
    long value = wholeNumber(kind);
    if (value < least || value > most) {
      throw wrong("is " + value, "choose " + Wanted.of(kind));
    }
    return value;
  }

  /// JSON has no whole numbers of its own: 3.0 and 3e0 are as good as 3.
  private long wholeNumber(Kind kind) {
    double value = number(Wanted.of(kind));
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw wrong("is " + quoted(parser.getString()), "choose " + Wanted.of(kind));
      }
      return parser.getLongValue();
    }
    if (value != Math.rint(value) || Math.abs(value) > LARGEST_EXACT_WHOLE) {
      throw wrong("is " + quoted(parser.getString()), "choose " + Wanted.of(kind));
    }
    return (long) value;
  }

  private double real(double least, double most, Kind kind) {
    double value = number(Wanted.of(kind));
    if (value < least || value > most) {
      throw wrong("is " + quoted(parser.getString()), "choose " + Wanted.of(kind));
    }
    return value;
  }

  private String choice(List<String> options, Kind kind) {
    expect(JsonToken.VALUE_STRING, kind);
    var word = parser.getString();
    if (!options.contains(word)) {
      var nearest = Nearest.to(word, options).map(near -> "did you mean '" + near + "'? It is ");
      throw wrong("is '" + quoted(word) + "'", nearest.orElse("choose ") + Wanted.of(kind));
    }
    return word;
  }

  private boolean flag(Kind kind) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw wrong("is " + found(), "give " + Wanted.of(kind));
    };
  }

  private double number(String wanted) {
    var token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw wrong("is " + found(), "give " + wanted);
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      var written = quoted(parser.getString());
      boolean overflow = Character.isDigit(written.charAt(written.length() - 1));
      throw wrong("is " + written + (overflow ? ", too large for a double" : ""), "give " + wanted);
    }
    return value;
  }

  private void expect(JsonToken token, Kind kind) {
    if (parser.currentToken() != token) {
      throw wrong("is " + found(), "give " + Wanted.of(kind));
    }
  }

  /// What stands where something else was wanted.
  String found() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the text '" + quoted(parser.getString()) + "'";
      default -> quoted(parser.getString());
    };
  }

  /// An error at the value that the parser stands on.
  InvalidInput wrong(String problem, String remedy) {
    var place = parser.streamReadContext().pathAsPointer().toString();
    return new InvalidInput(place, problem, remedy);
  }

  private static String quoted(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
