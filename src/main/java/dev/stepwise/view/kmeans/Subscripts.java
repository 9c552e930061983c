package dev.stepwise.view.kmeans;

import java.util.stream.Collectors;

/// Numbers as Unicode subscripts.
final class Subscripts {
  private Subscripts() {}

  static String of(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
        .collect(Collectors.joining());
  }
}
