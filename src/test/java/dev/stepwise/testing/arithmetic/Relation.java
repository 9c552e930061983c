package dev.stepwise.testing.arithmetic;

import java.util.Optional;

/// What may stand between two sides.
enum Relation {
  EQUAL("="),
  ABOUT("≈"),
  LESS("<"),
  AT_MOST("≤"),
  GREATER(">"),
  AT_LEAST("≥"),
  UNEQUAL("≠");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  static Optional<Relation> of(Token token) {
    return switch (token.text()) {
      case "=" -> Optional.of(EQUAL);
      case "\\approx" -> Optional.of(ABOUT);
      case "<", "\\lt" -> Optional.of(LESS);
      case "\\le", "\\leq" -> Optional.of(AT_MOST);
      case ">", "\\gt" -> Optional.of(GREATER);
      case "\\ge", "\\geq" -> Optional.of(AT_LEAST);
      case "\\ne", "\\neq" -> Optional.of(UNEQUAL);
      default -> Optional.empty();
    };
  }
}
