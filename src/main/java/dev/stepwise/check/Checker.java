package dev.stepwise.check;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Checks a learner's code, or arrays that it made, against a run.
///
/// ```java
/// var report = new Checker(Python.find(Optional.empty()), Checker.LIMIT)
///     .check(loaded, Path.of("mine.py"), Optional.empty(), System.out::println);
/// ```
///
/// @param python what runs code; without one, only arrays can be checked
/// @param limit how long a learner's code may run
public record Checker(Optional<Python> python, Duration limit) {
  /// How long a learner's code may run, where nothing else is said.
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /// Checks a file. Takes as long as the code runs, at most the limit; ends soon after its thread
  /// is interrupted, with nothing left running.
  ///
  /// @param loaded what the code is to compute
  /// @param file Python code, or arrays: `.npz`, `.npy`, `.json`, `.csv`
  /// @param function the name of the function that is called, or of a class with its method,
  ///   `Model.forward`; the likeliest where it is left out
  /// @param progress is told what is being done, in a few words
  /// @throws java.util.concurrent.CancellationException where its thread was interrupted
  public Report check(
      LoadedScenario<?, ?> loaded,
      Path file,
      Optional<String> function,
      Consumer<String> progress) {
    var alone =
        loaded
            .comparison()
            .<LoadedScenario<?, ?>>map(both -> both.alone(dev.stepwise.compute.compare.Side.FIRST));
    return one(alone.orElse(loaded), file, function, progress);
  }

  private <P, F extends Frame> Report one(
      LoadedScenario<P, F> loaded,
      Path file,
      Optional<String> function,
      Consumer<String> progress) {
    var subject = Subjects.of(loaded.exercise().id());
    if (subject.isEmpty()) {
      return Report.error(
          file.toString(), "implementations of this exercise cannot be checked", "");
    }
    try {
      return isCode(file)
          ? code(
              Case.of(loaded.exercise(), subject.get(), loaded.problem()), file, function, progress)
          : arrays(Case.asItIs(loaded.exercise(), subject.get(), loaded.problem()), file);
    } catch (InvalidInput | IllegalArgumentException e) {
      return Report.error(
          file.toString(), "this scenario cannot be checked: " + e.getMessage(), "");
    } catch (ScenarioException e) {
      return Report.error(file.toString(), String.valueOf(e.getMessage()), "");
    } catch (IOException e) {
      return Report.error(
          file.toString(), "cannot be run: " + dev.stepwise.platform.FileProblem.of(e), "");
    }
  }

  /// Whether a file is code.
  public static boolean isCode(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".py");
  }

  /// Whether a file can be checked, by its name.
  public static boolean isCheckable(Path file) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return isCode(file)
        || List.of(".npz", ".npy", ".json", ".csv").stream().anyMatch(name::endsWith);
  }

  private <P, F extends Frame> Report arrays(Case<P, F> given, Path file) throws ScenarioException {
    var trace = Trace.of(ArrayFiles.read(file));
    var judge = new Judge(given.subject(), StageList.lasting(given.stages()), given.held(), trace);
    return new Conclusion<>(file.toString(), "", given, judge, Optional.empty(), "").report();
  }

  private <P, F extends Frame> Report code(
      Case<P, F> given, Path file, Optional<String> function, Consumer<String> progress)
      throws IOException, ScenarioException {
    if (python.isEmpty()) {
      return Report.error(
          file.toString(),
          "no Python 3 was found; install one from python.org, name it in the settings or on the"
              + " command line with --python, or check arrays that you saved with numpy.savez",
          "");
    }
    progress.accept("Running " + file.getFileName());
    var generic = given.generic();
    var session = new Session(python.get(), limit);
    var answer =
        session.run(
            given.subject(),
            given.exercise().id(),
            List.of(given.inputs(), generic.inputs()),
            file,
            function);
    Cancellation.checkpoint();
    if (answer.problem().isPresent()) {
      return Report.error(file.toString(), answer.problem().get(), answer.printed())
          .in(
              new Report.Context(
                  answer.line(),
                  Optional.empty(),
                  answer.traces().stream()
                      .flatMap(List::stream)
                      .findFirst()
                      .map(trace -> trace.walked().beside(List.of(), Optional.empty()))
                      .orElse(Walk.NONE),
                  ""));
    }
    progress.accept("Comparing");
    var first = best(given, answer.traces().get(0));
    var second =
        answer.traces().size() > 1
                && answer.traces().get(1).stream().anyMatch(t -> t.problem().isEmpty())
            ? Optional.of(best(generic, answer.traces().get(1)))
            : Optional.<Judged<P, F>>empty();
    var remark = given.subject().remark(given.run(), first.judge().trace());
    return new Conclusion<>(
            file.toString(),
            answer.printed(),
            first.given(),
            first.judge(),
            second,
            answer.more() + remark)
        .report();
  }

  /// A run of the code beside the run that it is compared with.
  record Judged<P, F extends Frame>(Case<P, F> given, Judge judge) {}

  /// Of the conventions in which the code ran, the one that is nearest to the run.
  private static <P, F extends Frame> Judged<P, F> best(Case<P, F> given, List<Trace> traces) {
    Judged<P, F> best = null;
    for (var trace : traces) {
      if (trace.problem().isPresent()) {
        continue;
      }
      var own =
          given.subject().own(given.given(), given.run(), trace).map(given::with).orElse(given);
      var judge = new Judge(own.subject(), own.stages(), own.held(), trace);
      if (judge.isRight()) {
        return new Judged<>(own, judge);
      }
      if (best == null || judge.matches().count() > best.judge().matches().count()) {
        best = new Judged<>(own, judge);
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("no convention ran");
    }
    return best;
  }

  /// The request that `trace.py` reads.
  static String request(
      Subject subject,
      String exerciseId,
      List<Map<String, Object>> runs,
      Path file,
      Optional<String> function,
      Duration limit) {
    var all = new HashMap<String, Object>();
    all.put("exercise", exerciseId);
    all.put("code", "code.py");
    all.put("shown", String.valueOf(file.getFileName()));
    all.put("origin", String.valueOf(file.toAbsolutePath().getParent()));
    all.put("function", function.orElse(null));
    all.put("functions", subject.functions());
    all.put("conventions", subject.conventions());
    all.put("forms", subject.forms());
    all.put("main", subject.main());
    all.put("rest", subject.rest());
    all.put("seconds", limit.toSeconds());
    var inputs = new ArrayList<Object>();
    for (var argument : subject.arguments()) {
      inputs.add(
          Map.of(
              "name", argument.name(),
              "synonyms", argument.synonyms(),
              "role", argument.role().name().toLowerCase(Locale.ROOT),
              "order", argument.order()));
    }
    all.put("inputs", inputs);
    all.put("runs", runs);
    return Json.of(all);
  }
}
