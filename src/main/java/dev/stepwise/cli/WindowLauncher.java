package dev.stepwise.cli;

/// Opens the window. The command line knows no more of it.
@FunctionalInterface
public interface WindowLauncher {

  /// Opens the window and returns once it is closed.
  ///
  /// @param opening what to begin with
  /// @throws Exception where it fails: a defect of the app
  void launch(Opening opening) throws Exception;
}
