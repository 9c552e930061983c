package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Focus;
import dev.stepwise.compute.attention.AttentionProblem.Mask;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;

/// What a step computes, as a line with the shapes.
public final class Equations {
  private Equations() {}

  /// The equation and, at its side, the shapes.
  ///
  /// @param shapes of what goes in and of what comes out
  public record Equation(String text, String shapes) {}

  /// That of a step.
  public static Equation of(AttentionFrame frame) {
    int n = frame.problem().length();
    int model = frame.problem().modelWidth();
    int width = frame.pass().q()[0].length;
    var settings = frame.problem().settings();
    return switch (frame.focus()) {
      case Focus.Projected _ ->
          new Equation(
              "Q, K, V = X · W", product(n, model, model, width, n, width) + " three times");
      case Focus.MatrixProjected(var matrix) -> projection(matrix.symbol(), n, model, width);
      case Focus.CellProjected(var matrix, _, _) -> projection(matrix.symbol(), n, model, width);
      case Focus.TermProjected(var matrix, _, _, _, _) ->
          projection(matrix.symbol(), n, model, width);
      case Focus.Scored _, Focus.RowScored _, Focus.CellScored _, Focus.TermScored _ ->
          new Equation("scores = Q · Kᵀ", product(n, width, width, n, n, n));
      case Focus.Scaled _, Focus.RowScaled _ ->
          settings.scale()
              ? new Equation("scores = scores / √" + width, same(n))
              : new Equation("scores stay, not divided by √" + width, same(n));
      case Focus.Masked _, Focus.RowMasked _ ->
          settings.mask() == Mask.CAUSAL
              ? new Equation("scores = −∞ where the key comes later", same(n))
              : new Equation("no mask: every key is seen", same(n));
      case Focus.Weighed _, Focus.RowWeighed _, Focus.PartWeighed _ ->
          new Equation(
              settings.softmax() == SoftmaxKind.STABLE
                  ? "weights = softmax(scores), row by row"
                  : "weights = naive softmax(scores), row by row",
              same(n));
      case Focus.Mixed _, Focus.RowMixed _, Focus.TermMixed _, Focus.Finished _ ->
          new Equation("output = weights · V", product(n, n, n, width, n, width));
    };
  }

  private static Equation projection(String symbol, int n, int model, int width) {
    return new Equation(
        "%s = X · W%s".formatted(symbol, subscript(symbol)),
        product(n, model, model, width, n, width));
  }

  private static String subscript(String symbol) {
    return switch (symbol) {
      case "Q" -> "_q";
      case "K" -> "_k";
      default -> "_v";
    };
  }

  private static String product(int a, int b, int c, int d, int e, int f) {
    return "%d×%d · %d×%d → %d×%d".formatted(a, b, c, d, e, f);
  }

  private static String same(int n) {
    return "%d×%d → %d×%d".formatted(n, n, n, n);
  }
}
