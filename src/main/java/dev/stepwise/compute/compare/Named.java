package dev.stepwise.compute.compare;

import java.util.Optional;

/// What two runs are called beside each other.
///
/// @param subject in what they differ: `Start`; empty where the names say it
/// @param sides what each has there: `random`, `0.1`
/// @param phrases the same in the middle of a sentence: `random`, `learning rate 0.1`
/// @param more the run whose data are those of the other and more; empty where there is none
public record Named(String subject, Two<String> sides, Two<String> phrases, Optional<Side> more) {

  /// What a run is called where a sentence begins: `random`, `Learning rate 0.1`.
  public String label(Side side) {
    var name = sides.of(side);
    return name.equals(phrases.of(side)) ? name : subject + " " + name;
  }

  /// Two that are called the same everywhere.
  static Named plain(String first, String second) {
    var names = new Two<>(first, second);
    return new Named("", names, names, Optional.empty());
  }
}
