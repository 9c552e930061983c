package dev.stepwise.compute.text;

import java.util.stream.Collectors;

/// Numbers as Unicode subscripts.
public final class Subscripts {
  private Subscripts() {}

  /// `₁₂` of 12.
  ///
  /// @param number at least 0
  public static String of(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
        .collect(Collectors.joining());
  }
}
