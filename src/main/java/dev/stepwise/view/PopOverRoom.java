package dev.stepwise.view;

/// Where a pop-over beside a place has room, in the height of its window.
///
/// @param grows to which side of the place
/// @param most how high its content may be there
record PopOverRoom(Grows grows, double most) {

  /// Which way it goes from its arrow.
  enum Grows {
    DOWN,
    UP
  }

  /// Its border, its arrow's place and a little air.
  private static final double FRAME = 48;

  private static final double LEAST = 120;

  /// Down where that is enough, else to the side with more room.
  ///
  /// @param place of the arrow
  /// @param top of the window
  /// @param bottom of the window
  /// @param wanted how high the content is
  static PopOverRoom of(double place, double top, double bottom, double wanted) {
    double below = bottom - place - FRAME;
    double above = place - top - FRAME;
    return below >= wanted || below >= above
        ? new PopOverRoom(Grows.DOWN, Math.max(LEAST, below))
        : new PopOverRoom(Grows.UP, Math.max(LEAST, above));
  }
}
