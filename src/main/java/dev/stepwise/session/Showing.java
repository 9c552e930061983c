package dev.stepwise.session;

/// Where the run should stand to show an edit.
public enum Showing {
  /// Where it stands, as far as it can.
  HERE,
  /// At its first step, where alone the edit is seen as it was made.
  START
}
