package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.MaskFocus;
import dev.stepwise.compute.attention.OutputFocus;
import dev.stepwise.compute.attention.ProjectionFocus;
import dev.stepwise.compute.attention.ScaleFocus;
import dev.stepwise.compute.attention.ScoreFocus;
import dev.stepwise.compute.attention.SoftmaxFocus;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;

/// What a step computes, as a line with the shapes.
public final class Equations {
  private Equations() {}

  /// The equation and, at its side, the shapes.
  ///
  /// @param shapes of what goes in and of what comes out
  public record Equation(String text, String shapes) {

    /// Writes it at the top of a panel, the shapes where there is room for them.
    public void write(Pen pen, Box panel) {
      var title = pen.type(Role.TITLE);
      double baseline = panel.y() + title.size();
      pen.write(text, panel.x(), baseline, panel.width(), title);
      var value = pen.type(Role.VALUE).coloured(pen.palette().muted());
      double taken = pen.width(text, title) + pen.px(Space.GAP);
      double room = panel.width() - taken;
      pen.write(pen.brief(room, value, shapes, ""), panel.x() + taken, baseline, room, value);
    }
  }

  /// That of a step.
  public static Equation of(AttentionFrame frame) {
    int n = frame.problem().length();
    int model = frame.problem().modelWidth();
    int width = frame.pass().q()[0].length;
    var settings = frame.problem().settings();
    if (settings.mistake().changes(frame)) {
      return left(frame, n, width);
    }
    return switch (frame.focus()) {
      case ProjectionFocus.Projected _ ->
          new Equation(
              "Q, K, V = X · W", product(n, model, model, width, n, width) + " three times");
      case ProjectionFocus projection -> projection(projection.tensor().symbol(), n, model, width);
      case ScoreFocus _ -> new Equation("scores = Q · Kᵀ", product(n, width, width, n, n, n));
      case ScaleFocus _ ->
          settings.scales()
              ? new Equation("scores = scores / √" + width, same(n))
              : new Equation("scores stay, not divided by √" + width, same(n));
      case MaskFocus _ ->
          settings.hides()
              ? new Equation("scores = −∞ where the key comes later", same(n))
              : new Equation("no mask: every key is seen", same(n));
      case SoftmaxFocus _ ->
          new Equation(
              settings.isStable()
                  ? "weights = softmax(scores), row by row"
                  : "weights = naive softmax(scores), row by row",
              same(n));
      case OutputFocus _ -> new Equation("output = weights · V", product(n, n, n, width, n, width));
    };
  }

  /// What is computed by a mistake: the stage does not say how, right or wrong.
  private static Equation left(AttentionFrame frame, int n, int width) {
    return switch (frame.focus().tensor()) {
      case OUTPUT -> new Equation("output", "%d×%d".formatted(n, width));
      case WEIGHTS -> new Equation("weights", "%d×%d".formatted(n, n));
      default -> new Equation("scores", "%d×%d".formatted(n, n));
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
