package dev.stepwise.shell.checking;

import dev.stepwise.check.Python;
import dev.stepwise.check.Report;
import dev.stepwise.check.Report.Difference;
import dev.stepwise.check.Report.StageReport;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.ValueText;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// What is said of a check.
final class CheckWords {
  static final String AS_YOU =
      "It runs as you, with all that you may do, in a process and an empty folder of its own, for"
          + " 10 seconds at most. Run only code that you trust.";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private CheckWords() {}

  /// What it comes to.
  static String title(Report report) {
    return switch (report.verdict()) {
      case EQUAL -> "Your result is right";
      case ERROR -> "This could not be checked";
      case DIFFERS ->
          report
              .difference()
              .map(first -> ref(first) + " is the first to differ")
              .orElse("Your result differs");
    };
  }

  /// The same in a sentence or two.
  static String sentence(Report report) {
    var remark = report.context().remark();
    return switch (report.verdict()) {
      case EQUAL -> remark.isEmpty() ? "It is what the run comes to." : remark;
      case ERROR -> sentence(report.message());
      case DIFFERS ->
          (report.difference().map(first -> sentence(report, first)).orElse(report.message())
                  + " "
                  + remark)
              .strip();
    };
  }

  private static String sentence(Report report, Difference first) {
    var yours =
        report.stages().stream()
            .filter(stage -> stage.status() == Report.Status.DIFFERS && !stage.yours().isEmpty())
            .findFirst();
    var place =
        yours
            .map(stage ->
                "Yours is %s%s. "
                    .formatted(
                        stage.yours(), stage.line() > 0 ? ", made in line " + stage.line() : ""))
            .orElse("");
    var count =
        first
            .sides()
            .map(sides -> sides.size() == 1 ? "" : count(sides) + ".")
            .orElseGet(() ->
                "not found".equals(first.yours())
                    ? "Nothing of yours is it, nor looks like it."
                    : "Yours: %s; the run: %s.".formatted(first.yours(), first.expected()));
    return (place + count).strip();
  }

  /// How many numbers differ: `All 10 numbers differ`.
  static String count(Report.Sides sides) {
    return sides.differing() == sides.size()
        ? "All %d numbers differ".formatted(sides.size())
        : "%d of %d numbers %s"
            .formatted(
                sides.differing(), sides.size(), sides.differing() == 1 ? "differs" : "differ");
  }

  private static String sentence(String message) {
    var begun =
        message.isEmpty()
            ? message
            : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    return begun.endsWith(".") || begun.isEmpty() ? begun : begun + ".";
  }

  /// The first that differs, as the listing has it.
  static String ref(Difference first) {
    return new Ref(first.name(), first.index()).text();
  }

  /// How an array of the run stands.
  static String status(StageReport stage, Optional<Difference> difference) {
    return switch (stage.status()) {
      case EQUAL -> "equal";
      case DIFFERS ->
          difference
              .map(Difference::index)
              .filter(index -> !index.isEmpty())
              .map(index -> "from " + index)
              .orElse("differs");
      case NOT_FOUND -> "not kept";
      case FOLLOWS -> "follows";
    };
  }

  /// The learner's name for an array of the run; nothing where it is the same.
  static String yours(StageReport stage) {
    return stage.yours().isEmpty() || stage.yours().equals(stage.name())
        ? ""
        : "your " + stage.yours();
  }

  /// Who runs code.
  static String python(Optional<Optional<Python>> python) {
    return python
        .map(found ->
            found
                .map(each -> "Code is run by " + each.words() + ". " + AS_YOU)
                .orElse(
                    "No Python 3 was found. Install it from python.org, or name one in the"
                        + " settings. Arrays that you saved with numpy.savez can be checked without"
                        + " it."))
        .orElse("Looking for Python …");
  }

  /// When it was checked.
  static String checked(LocalTime at) {
    return "checked %s, again when you save".formatted(TIME.format(at));
  }

  /// Yours ÷ the run's; empty where that says nothing.
  static Optional<String> ratio(Difference first) {
    return first.yours() instanceof Double mine
            && first.expected() instanceof Double run
            && run != 0
            && Double.isFinite(mine / run)
        ? Optional.of(ValueText.of(mine / run))
        : Optional.empty();
  }

  /// A number, or words.
  static String value(Object value) {
    return value instanceof Number number
        ? ValueText.of(number.doubleValue())
        : String.valueOf(value);
  }

  /// What speaks for a cause: behind the last semicolon, as far as it is about a ratio.
  static String evidence(Report.Cause cause) {
    int at = cause.text().indexOf(" in all ");
    return at < 0 ? "" : "the same" + cause.text().substring(at).replaceAll("[.;].*$", "");
  }
}
