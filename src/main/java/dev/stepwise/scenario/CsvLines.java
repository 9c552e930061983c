package dev.stepwise.scenario;

import dev.stepwise.scenario.Table.Separator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The lines of a text table before they are cut: with what a spreadsheet says of the separator,
/// and without comments. What is no row leaves an empty line, so that lines keep their numbers.
///
/// @param lines the rows
/// @param stated the separator that a first line `sep=;` names
/// @param comment the last comment before the first row; empty where there is none
record CsvLines(List<String> lines, Optional<Separator> stated, String comment) {
  private static final Pattern STATED = Pattern.compile("\\s*\"?sep=(.)\"?[,;\\t|\\s]*");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  static CsvLines of(String text) {
    var lines = new ArrayList<>(Arrays.asList(LINE_END.split(text, -1)));
    var stated = STATED.matcher(lines.getFirst());
    Optional<Separator> separator = Optional.empty();
    if (stated.matches()) {
      char sign = stated.group(1).charAt(0);
      separator = Arrays.stream(Separator.values()).filter(s -> s.sign() == sign).findFirst();
      lines.set(0, "");
    }
    return new CsvLines(lines, separator, withoutComments(lines));
  }

  /// Empties the lines of comments.
  ///
  /// @return the last one before the first row
  private static String withoutComments(List<String> lines) {
    var comment = "";
    boolean begun = false;
    boolean quoted = false;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      // Below the first row `#ff0000` is a cell; a comment has a blank behind its sign.
      boolean isComment =
          !quoted
              && line.startsWith("#")
              && (!begun || line.length() == 1 || line.charAt(1) == ' ');
      if (isComment) {
        comment = begun ? comment : line.substring(1).strip();
        lines.set(i, "");
      } else if (!line.isEmpty()) {
        begun = true;
        quoted ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
      }
    }
    return comment;
  }

  /// Whether nothing is left.
  boolean isBlank() {
    return lines.stream().allMatch(String::isBlank);
  }

  /// The text to be cut. Where blanks cut, one stands for several.
  String text(Separator separator) {
    if (separator != Separator.BLANKS) {
      return String.join("\n", lines);
    }
    return String.join("\n", lines.stream().map(CsvLines::singleBlanks).toList());
  }

  private static String singleBlanks(String line) {
    var parts = line.strip().split("\"", -1);
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = BLANKS.matcher(parts[i]).replaceAll(" ");
    }
    return String.join("\"", parts);
  }

  /// The names in the comment, where it has one for each column.
  Optional<List<String>> names(Separator separator, int width) {
    if (comment.isEmpty()) {
      return Optional.empty();
    }
    var cut =
        separator == Separator.BLANKS
            ? BLANKS.split(comment)
            : comment.split(Pattern.quote(String.valueOf(separator.sign())), -1);
    var names = Arrays.stream(cut).map(String::strip).toList();
    boolean named = names.size() == width && names.stream().noneMatch(Cells::isNumber);
    return named ? Optional.of(names) : Optional.empty();
  }
}
