package dev.stepwise.testing;

import dev.stepwise.check.Report;
import dev.stepwise.check.Report.Context;
import dev.stepwise.check.Report.Difference;
import dev.stepwise.check.Report.Sides;
import dev.stepwise.check.Report.StageReport;
import dev.stepwise.check.Report.Status;
import dev.stepwise.check.Report.Verdict;
import dev.stepwise.check.Walk;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reports of checks of k-means, as Python would bring them about.
public final class Reports {
  private Reports() {}

  /// The result is right.
  public static Report right() {
    return new Report(
        "mine.py",
        Verdict.EQUAL,
        List.of(
            new StageReport("labels", Status.EQUAL, "nearest", 3, "4"),
            new StageReport("centroids", Status.EQUAL, "centroids", 4, "2×2")),
        Optional.empty(),
        Optional.empty(),
        "The result is right.",
        "",
        new Context(0, Optional.empty(), walk(), ""));
  }

  /// The centroids of the first update are wrong.
  public static Report wrong() {
    var yours = new Value.Matrix(new double[][] {{1, 2}, {3, 8}});
    var run = new Value.Matrix(new double[][] {{1, 2}, {3, 4}});
    return new Report(
        "mine.py",
        Verdict.DIFFERS,
        List.of(
            new StageReport("labels", Status.EQUAL, "nearest", 3, "4"),
            new StageReport("counts", Status.NOT_FOUND, "", 0, "2"),
            new StageReport("centroids", Status.DIFFERS, "C", 4, "2×2"),
            new StageReport("inertia", Status.FOLLOWS, "", 0, "")),
        Optional.of(
            new Difference(
                "centroids",
                List.of(1, 1),
                8.0,
                4.0,
                "2",
                Optional.of(new Sides(yours, run, List.of(1, 1), 1, 4, 1e-6)))),
        Optional.of(
            new Report.Cause(
                "sum-for-mean",
                "Centroids are a sum where a mean belongs: yours ÷ run = 2.00 in all 4.",
                false)),
        "The first that differs is centroids.",
        "two clusters\n",
        new Context(4, Optional.empty(), walk(), ""));
  }

  /// The code failed.
  public static Report failed() {
    return new Report(
        "mine.py",
        Verdict.ERROR,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "your code fails in line 3, `return X[9]`: IndexError: out of bounds",
        "",
        new Context(3, Optional.empty(), Walk.NONE, ""));
  }

  /// Three lines, the last of which comes to the second step.
  public static Walk walk() {
    return new Walk(
        List.of(
            moment(2, Optional.empty()), moment(3, Optional.of("1")), moment(4, Optional.of("2"))),
        false,
        Optional.empty());
  }

  private static Walk.Moment moment(int line, Optional<String> step) {
    var locals = new LinkedHashMap<String, Value>();
    locals.put("line", new Value.Whole(line));
    return new Walk.Moment(line, "fit", locals, List.of("line"), step);
  }
}
