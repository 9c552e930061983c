package dev.stepwise.shell;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.lesson.Listing;
import dev.stepwise.lesson.Presets;
import dev.stepwise.session.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The presets and the listing that are shipped for an exercise, read when they are first asked
/// for: the window opens without them. From any thread.
public final class Shipped {
  private final Exercise<?, ?> exercise;
  private @Nullable List<Offer> presets;
  private @Nullable Listing listing;

  /// @param exercise what they are for
  Shipped(Exercise<?, ?> exercise) {
    this.exercise = exercise;
  }

  /// At least one; the first opens at first.
  ///
  /// @throws IllegalStateException where there is none
  synchronized List<Offer> presets() {
    if (presets == null) {
      presets =
          Presets.of(exercise.id()).stream().map(preset -> Offer.of(preset, exercise)).toList();
      if (presets.isEmpty()) {
        throw new IllegalStateException(exercise.id() + " has no preset");
      }
    }
    return presets;
  }

  /// Its listing.
  synchronized Listing listing() {
    if (listing == null) {
      listing = Listing.of(exercise.id());
    }
    return listing;
  }
}
