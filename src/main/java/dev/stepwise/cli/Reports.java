package dev.stepwise.cli;

import dev.stepwise.check.Report;
import java.util.List;
import java.util.stream.Collectors;

/// Checks in words for a terminal.
final class Reports {
  private Reports() {}

  /// One in full.
  static String plain(Report report) {
    var text = new StringBuilder();
    text.append("%s: %s\n".formatted(report.file(), report.verdict().word()));
    for (var stage : report.stages()) {
      var yours =
          stage.yours().isEmpty()
              ? ""
              : "yours: " + stage.yours() + (stage.line() > 0 ? ", line " + stage.line() : "");
      text.append(
          "  %-18s %-10s %-10s %s"
              .formatted(stage.name(), stage.shape(), stage.status().word(), yours)
              .stripTrailing());
      text.append('\n');
    }
    text.append("  ").append(report.message()).append('\n');
    if (!report.printed().isBlank()) {
      text.append("  printed:\n");
      report
          .printed()
          .lines()
          .limit(20)
          .forEach(
              line -> text.append("    ").append(line.replaceAll("\\p{Cntrl}", "?")).append('\n'));
    }
    return text.toString();
  }

  /// All of them, a line each.
  static String table(List<Report> reports) {
    int width = reports.stream().mapToInt(report -> report.file().length()).max().orElse(0);
    return reports.stream()
        .map(report ->
            "%s  %-7s  %-18s %s"
                .formatted(
                    report.file() + " ".repeat(width - report.file().length()),
                    report.verdict().word(),
                    report.difference().map(Report.Difference::name).orElse(""),
                    report.cause().map(Report.Cause::id).orElse(""))
                .stripTrailing())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
