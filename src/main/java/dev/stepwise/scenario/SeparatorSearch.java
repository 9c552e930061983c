package dev.stepwise.scenario;

import dev.stepwise.scenario.Table.Separator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the separator of a text table by cutting its first rows with each.
///
/// @param lines of the table
record SeparatorSearch(CsvLines lines) {
  private static final int SAMPLE = 40;

  private static final int LONGEST_SAMPLE = 400;

  /// How well a separator cuts.
  ///
  /// @param regular whether all rows get equally many cells, more than one
  /// @param numbers the share of cells below the first row that are numbers or gaps
  /// @param width how many cells the first row gets
  private record Cut(Separator separator, boolean regular, double numbers, int width) {}

  /// In the order in which they are preferred: a comma may be a decimal sign, blanks may stand in
  /// names.
  private static final List<Separator> ORDER =
      List.of(Separator.SEMICOLON, Separator.TAB, Separator.BAR, Separator.COMMA, Separator.BLANKS);

  /// The table, cut by the separator that gives regular rows with the most numbers in them. Where
  /// none does, the one that cuts the first row most often tells what is irregular; where none cuts
  /// it, there is one column.
  ///
  /// @throws ScenarioException where it is no table by that separator
  CsvRecords best(String file) throws ScenarioException {
    var sample = sample();
    var cuts = ORDER.stream().map(separator -> cut(sample, separator)).toList();
    var regular = cuts.stream().filter(Cut::regular).toList();
    if (!regular.isEmpty()) {
      var best =
          regular.stream()
              .max(
                  Comparator.comparingDouble(Cut::numbers)
                      .thenComparingInt(cut -> -ORDER.indexOf(cut.separator)))
              .orElseThrow();
      var other =
          regular.stream().filter(cut -> cut.numbers == 1 && cut.width != best.width).findFirst();
      var doubt =
          best.numbers < 1
              ? Optional.<String>empty()
              : other.map(cut ->
                  "Are the cells parted by %s or by %s?"
                      .formatted(people(best.separator), people(cut.separator)));
      return CsvRecords.cut(file, lines, best.separator).withDoubt(doubt);
    }
    var widest =
        cuts.stream()
            .filter(cut -> cut.separator != Separator.BLANKS)
            .max(Comparator.comparingInt(Cut::width))
            .orElseThrow();
    return CsvRecords.cut(
        file,
        lines,
        widest.width > 1
            ? widest.separator
            : isNumbersBetweenBlanks() ? Separator.BLANKS : absent());
  }

  private static String people(Separator separator) {
    return switch (separator) {
      case COMMA -> "commas";
      case SEMICOLON -> "semicolons";
      case TAB -> "tabs";
      case BAR -> "bars (|)";
      case BLANKS -> "blanks";
    };
  }

  /// The first lines, so that a large table is not cut five times; never the half of a cell that
  /// goes over several.
  private CsvLines sample() {
    var first = new ArrayList<String>();
    long quotes = 0;
    for (var line : lines.lines()) {
      boolean enough =
          (first.size() >= SAMPLE && quotes % 2 == 0) || first.size() >= LONGEST_SAMPLE;
      if (enough) {
        break;
      }
      if (!line.isBlank()) {
        first.add(line);
        quotes += line.chars().filter(c -> c == '"').count();
      }
    }
    return new CsvLines(first, lines.stated(), lines.comment());
  }

  private static Cut cut(CsvLines sample, Separator separator) {
    try {
      var rows = CsvRecords.cut("", sample, separator).rows();
      int width = rows.getFirst().size();
      var below = rows.size() > 1 ? rows.subList(1, rows.size()) : rows;
      long numbers =
          below.stream().flatMap(List::stream).filter(cell -> isNumber(cell, separator)).count();
      return new Cut(separator, width > 1, (double) numbers / (below.size() * width), width);
    } catch (ScenarioException _) {
      return new Cut(separator, false, 0, firstWidth(sample, separator));
    }
  }

  /// Whether a cell is a number, or nothing. `1,` before a blank is half of `1, 2`.
  private static boolean isNumber(String cell, Separator separator) {
    boolean half = separator == Separator.BLANKS && cell.endsWith(",");
    return !half && (Cells.isMissing(cell) || Cells.isNumber(cell));
  }

  private static int firstWidth(CsvLines sample, Separator separator) {
    var first = sample.text(separator).lines().findFirst().orElse("");
    return 1 + (int) first.chars().filter(c -> c == separator.sign()).count();
  }

  private boolean isNumbersBetweenBlanks() {
    var first = lines.lines().stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    var parts = List.of(first.strip().split("\\s+"));
    return parts.size() > 1 && parts.stream().allMatch(Cells::isNumber);
  }

  /// A separator that cuts nothing.
  private Separator absent() {
    return ORDER.stream()
        .filter(separator ->
            lines.lines().stream().noneMatch(line -> line.indexOf(separator.sign()) >= 0))
        .findFirst()
        .orElse(Separator.SEMICOLON);
  }
}
