package dev.stepwise.quiz;

import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Map;

/// Numbers of a run to be worked out on paper.
///
/// @param tasks a step each, in the order in which the run computes them
public record HandSheet(List<Task> tasks) {

  /// Copies what it is given.
  public HandSheet {
    tasks = List.copyOf(tasks);
  }

  /// What is asked of one step.
  ///
  /// @param path of the step, as a trace numbers steps: `3.1.17`
  /// @param crumbs its place in the bread crumb, the top level first
  /// @param blanks its numbers, each after those that it is made from
  /// @param moreDigits how many digits more than usual the given numbers take so that whoever
  ///   computes from what is printed gets what the app prints
  /// @param asked the blanks, here or of tasks before, that hold numbers these are made from
  public record Task(
      String path, List<String> crumbs, List<Blank> blanks, int moreDigits, Map<Ref, Blank> asked) {
    /// Copies what it is given.
    public Task {
      crumbs = List.copyOf(crumbs);
      blanks = List.copyOf(blanks);
      asked = Map.copyOf(asked);
    }
  }

  /// All its blanks, in their order.
  public List<Blank> blanks() {
    return tasks.stream().flatMap(task -> task.blanks().stream()).toList();
  }
}
