package dev.stepwise.check;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of a check of one file.
///
/// @param file as it was named
/// @param verdict what it comes to
/// @param stages the arrays of the run, by their names in the listing, in its order
/// @param difference the first that differs
/// @param cause the likely mistake
/// @param message all of it in a sentence or two
/// @param printed what the learner's code printed, cut where it is long
/// @param context what it is about, to be shown
public record Report(
    String file,
    Verdict verdict,
    List<StageReport> stages,
    Optional<Difference> difference,
    Optional<Cause> cause,
    String message,
    String printed,
    Context context) {

  /// Copies the list.
  public Report {
    stages = List.copyOf(stages);
  }

  /// What a check comes to.
  public enum Verdict {
    /// The result is right.
    EQUAL("equal"),
    /// Something differs.
    DIFFERS("differs"),
    /// It could not be run or read.
    ERROR("error");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /// Its name in files.
    public String word() {
      return word;
    }
  }

  /// How an array of the run stands.
  public enum Status {
    /// It is among the learner's.
    EQUAL("equal"),
    /// It is the first that differs.
    DIFFERS("differs"),
    /// The learner's code does not keep it, which is nothing wrong.
    NOT_FOUND("not-found"),
    /// It is computed from one that differs.
    FOLLOWS("follows");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /// Its name in files.
    public String word() {
      return word;
    }
  }

  /// An array of the run.
  ///
  /// @param name in the listing
  /// @param yours its name in the learner's code; empty where it is not found
  /// @param line of the learner's code that made it, from 1; 0 where none is known
  /// @param shape of the run's, such as `11×4`
  public record StageReport(String name, Status status, String yours, int line, String shape) {}

  /// What a report is about, to be shown; files have nothing of it.
  ///
  /// @param line of the learner's code that it turns on, from 1; 0 where it is none
  /// @param inputs that the code ran on, where the report speaks of those
  /// @param walk the learner's code, line by line
  /// @param remark what else is to be said; may be empty
  public record Context(int line, Optional<Given> inputs, Walk walk, String remark) {
    /// Nothing is known.
    public static final Context NONE = new Context(0, Optional.empty(), Walk.NONE, "");
  }

  /// An array of the learner's beside the run's, its axes in the run's order.
  ///
  /// @param at the place of the first number that differs
  /// @param differing how many do
  /// @param size of how many
  /// @param margin by how much numbers may differ that count as equal
  public record Sides(
      Value yours, Value run, List<Integer> at, int differing, int size, double margin) {
    /// Copies the place.
    public Sides {
      at = List.copyOf(at);
    }

    /// Whether a number of the learner's is another than the run's.
    public boolean differ(double mine, double expected) {
      return !Fit.agree(expected, mine, margin);
    }
  }

  /// The first number that differs.
  ///
  /// @param name the array's, in the listing
  /// @param index its place there; empty where whole arrays differ, such as in shape
  /// @param yours the learner's, a number or words
  /// @param expected the run's
  /// @param step the path of the run's step that wrote it
  /// @param sides the arrays as a whole, where they can be laid beside each other
  public record Difference(
      String name,
      List<Integer> index,
      Object yours,
      Object expected,
      String step,
      Optional<Sides> sides) {
    /// Without the arrays.
    Difference(String name, List<Integer> index, Object yours, Object expected, String step) {
      this(name, index, yours, expected, step, Optional.empty());
    }

    /// Copies the index.
    public Difference {
      index = List.copyOf(index);
    }
  }

  /// A likely mistake.
  ///
  /// @param id as hunts and lessons call it
  /// @param text in a sentence, with the evidence
  /// @param isDeclared whether `mistake` may have it as its value, so that the run with it can be
  ///   opened
  public record Cause(String id, String text, boolean isDeclared) {}

  /// A check that came to nothing.
  static Report error(String file, String message, String printed) {
    return new Report(
        file,
        Verdict.ERROR,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        message,
        printed,
        Context.NONE);
  }

  /// The same about something.
  Report in(Context other) {
    return new Report(file, verdict, stages, difference, cause, message, printed, other);
  }

  /// As JSON, in one line.
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("file", file);
    all.put("verdict", verdict.word());
    var list = new ArrayList<Object>();
    for (var stage : stages) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", stage.name());
      one.put("status", stage.status().word());
      one.put("yours", stage.yours().isEmpty() ? null : stage.yours());
      if (stage.line() > 0) {
        one.put("line", stage.line());
      }
      list.add(one);
    }
    all.put("stages", list);
    all.put("first_difference", difference.map(Report::fields).orElse(null));
    all.put(
        "cause",
        cause
            .map(each -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("id", each.id());
              one.put("text", each.text());
              return one;
            })
            .orElse(null));
    all.put("message", message);
    if (!printed.isBlank()) {
      all.put("printed", printed);
    }
    return Json.of(all);
  }

  private static Map<String, Object> fields(Difference difference) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", difference.name());
    one.put("index", difference.index());
    one.put("yours", difference.yours());
    one.put("expected", difference.expected());
    if (!difference.step().isEmpty()) {
      one.put("step", difference.step());
    }
    return one;
  }
}
