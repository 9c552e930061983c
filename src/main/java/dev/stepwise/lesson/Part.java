package dev.stepwise.lesson;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The sections that every lesson has, in their order.
public enum Part {
  PROBLEM("The problem", "Problem"),
  STEPS("Step by step", "Steps"),
  REASONS("Why it works", "Why"),
  COMPLEXITY("Complexity", "Cost"),
  VARIANTS("Trade-offs and variants", "Variants"),
  EDGE_CASES("Edge cases", "Edge cases"),
  MISTAKES("Common mistakes", "Mistakes"),
  QUESTIONS("Questions", "Questions");

  private final String title;
  private final String brief;

  Part(String title, String brief) {
    this.title = title;
    this.brief = brief;
  }

  /// Its heading in the file.
  public String title() {
    return title;
  }

  /// Its name where there is little room.
  public String brief() {
    return brief;
  }

  /// Its name in links: `why-it-works`.
  public String id() {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /// The part with a heading.
  static Optional<Part> titled(String heading) {
    return Arrays.stream(values()).filter(part -> part.title.equals(heading)).findFirst();
  }
}
