package dev.stepwise.check;

import java.util.List;

/// The run with a mistake in it.
///
/// @param id the mistake's
/// @param title its name for people
/// @param isDeclared whether the exercise's parameter `mistake` has it
/// @param stages of the run with it
record Variant(String id, String title, boolean isDeclared, List<Stage> stages) {
  Variant {
    stages = List.copyOf(stages);
  }
}
