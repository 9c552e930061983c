package dev.stepwise.draw;

import java.util.List;
import javafx.scene.paint.Color;

/// The colours of a theme. Categories are Okabe and Ito's, which colour-blind people can tell
/// apart; each category has a marker shape as a second cue.
///
/// @param dark whether it is a dark theme
/// @param background of the stage
/// @param raised of cards and panels
/// @param text of words
/// @param muted of words that matter less; still readable on the background
/// @param faint of grid lines
/// @param accent of what is current
/// @param alarm of what went wrong
/// @param categories at least eight
public record Palette(
    boolean dark,
    Color background,
    Color raised,
    Color text,
    Color muted,
    Color faint,
    Color accent,
    Color alarm,
    List<Color> categories) {

  /// The light theme, after Primer.
  public static final Palette LIGHT =
      new Palette(
          false,
          Color.web("#ffffff"),
          Color.web("#f6f8fa"),
          Color.web("#1f2328"),
          Color.web("#59636e"),
          Color.web("#d8dee4"),
          Color.web("#0969da"),
          Color.web("#cf222e"),
          categories(
              "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#a89a00",
              "#6e7781"));

  /// The dark theme, after Primer.
  public static final Palette DARK =
      new Palette(
          true,
          Color.web("#0d1117"),
          Color.web("#151b23"),
          Color.web("#f0f6fc"),
          Color.web("#9198a1"),
          Color.web("#30363d"),
          Color.web("#58a6ff"),
          Color.web("#f85149"),
          categories(
              "#3f9fdb", "#f0ad1f", "#2fbf94", "#dd93bb", "#f0772b", "#7cc9f2", "#f0e442",
              "#9aa4ae"));

  private static List<Color> categories(String... colours) {
    return List.of(colours).stream().map(Color::web).toList();
  }

  /// Of what went right.
  public Color right() {
    return dark ? Color.web("#3fb950") : Color.web("#1a7f37");
  }

  /// Of what differs between two runs that stand side by side.
  public Color difference() {
    return dark ? Color.web("#f778ba") : Color.web("#bf3989");
  }

  /// The colour of a category; the ninth has the first's again.
  public Color category(int index) {
    return categories.get(Math.floorMod(index, categories.size()));
  }
}
