package dev.stepwise.cli;

import dev.stepwise.scenario.Scenario;
import java.util.Optional;

/// What a window begins with.
///
/// @param scenario what is opened in it; empty for the home page
/// @param remark what went wrong before, to be said on the home page
public record Opening(Optional<Scenario> scenario, Optional<String> remark) {

  /// The home page.
  static Opening home() {
    return new Opening(Optional.empty(), Optional.empty());
  }

  /// A scenario.
  static Opening of(Scenario scenario) {
    return new Opening(Optional.of(scenario), Optional.empty());
  }

  /// The home page, with what went wrong.
  static Opening saying(String remark) {
    return new Opening(Optional.empty(), Optional.of(remark));
  }
}
