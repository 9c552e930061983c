package dev.stepwise.draw;

/// A number of a picture that is to be worked out, where it will stand once it is.
///
/// @param label the marker by which it is found elsewhere: `1`
/// @param name its address, as the listing writes it
/// @param text what stands in it: what is typed, or the number; empty while it is blank
/// @param state how it stands
public record Slot(String label, String name, String text, State state) {

  /// How it stands.
  public enum State {
    /// Given, as part of a worked example.
    GIVEN,
    /// Blank, for the learner.
    OPEN,
    /// The one that is being typed.
    CHOSEN,
    /// The learner's, and wrong.
    WRONG,
    /// The learner's, and right.
    RIGHT
  }

  /// Whether it can be chosen, to type in it.
  public boolean isOpen() {
    return switch (state) {
      case OPEN, CHOSEN, WRONG -> true;
      case GIVEN, RIGHT -> false;
    };
  }
}
