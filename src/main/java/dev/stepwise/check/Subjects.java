package dev.stepwise.check;

import java.util.Map;
import java.util.Optional;

/// What is known of each exercise.
final class Subjects {
  private static final Map<String, Subject> BY_ID =
      Map.of(
          "self-attention", new AttentionSubject(),
          "multi-head-attention", new HeadsSubject(),
          "lstm", new LstmSubject(),
          "k-means", new KMeansSubject(),
          "gradient-descent", new GradientSubject(),
          "bpe", new BpeSubject(),
          "cosine-search", new CosineSubject());

  private Subjects() {}

  /// What is known of an exercise; empty where nothing is.
  static Optional<Subject> of(String exerciseId) {
    return Optional.ofNullable(BY_ID.get(exerciseId));
  }
}
