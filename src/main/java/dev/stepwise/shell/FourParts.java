package dev.stepwise.shell;

import dev.stepwise.quiz.Review.Part;
import dev.stepwise.quiz.Review.Progress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How far an exercise is, in its four parts: watch, predict, by hand, code.
///
/// @param place where it was left, if it was ever open
/// @param progress what is remembered of answers
record FourParts(Optional<Settings.Place> place, Progress progress) {

  /// How far a part is, 0 to 1. Watching counts as far as the run was followed.
  double share(Part part) {
    double followed = part == Part.WATCH ? place.map(Settings.Place::fraction).orElse(0.0) : 0;
    return Math.max(followed, progress.part(part));
  }

  /// Whether it was ever open.
  boolean isBegun() {
    return place.isPresent() || !progress.kinds().isEmpty();
  }

  /// `not started`, `at Iteration 3, Assign`, `next: by hand`, `✓ all four parts`.
  String words() {
    if (!isBegun()) {
      return "not started";
    }
    if (share(Part.WATCH) < 1) {
      return place.map(left -> "at " + left.label()).orElse("next: watch");
    }
    return Arrays.stream(Part.values())
        .filter(part -> share(part) < 1)
        .findFirst()
        .map(part -> "next: " + name(part))
        .orElse("✓ all four parts");
  }

  /// A bar a part.
  HBox bars() {
    var bars = new HBox(3);
    for (var part : Part.values()) {
      var bar = new ProgressBar(share(part));
      bar.getStyleClass().add("part-bar");
      bar.setMinWidth(0);
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setTooltip(Controls.tip(told(part)));
      HBox.setHgrow(bar, Priority.ALWAYS);
      bars.getChildren().add(bar);
    }
    bars.setAccessibleText(
        "Progress: "
            + Arrays.stream(Part.values()).map(this::told).collect(Collectors.joining(", ")));
    return bars;
  }

  private String told(Part part) {
    var told = "%s %d %%".formatted(name(part), Math.round(100 * share(part)));
    return part == Part.CODE && share(part) < 1 ? told + " (K in the exercise checks yours)" : told;
  }

  /// What a part is called.
  static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
