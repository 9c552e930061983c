package dev.stepwise.shell.checking;

import dev.stepwise.check.Checker;
import dev.stepwise.check.Python;
import dev.stepwise.check.Report;
import dev.stepwise.scenario.LoadedScenario;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Checks files. Called off the window's thread; interrupting that ends a check.
public interface CodeChecks {

  /// The Python that is named, or the one that is found; empty where there is none.
  Optional<Python> python(Optional<Path> named);

  /// Checks a file.
  ///
  /// @param python what runs code; without one, only arrays can be checked
  /// @param loaded what the code is to compute
  /// @param progress told what is being done, in a few words
  Report check(
      Optional<Python> python, LoadedScenario<?, ?> loaded, Path file, Consumer<String> progress);

  /// Checks with Python, in a process of its own.
  static CodeChecks withPython() {
    return new CodeChecks() {
      @Override
      public Optional<Python> python(Optional<Path> named) {
        return Python.find(named);
      }

      @Override
      public Report check(
          Optional<Python> python,
          LoadedScenario<?, ?> loaded,
          Path file,
          Consumer<String> progress) {
        return new Checker(python, Checker.LIMIT).check(loaded, file, Optional.empty(), progress);
      }
    };
  }
}
