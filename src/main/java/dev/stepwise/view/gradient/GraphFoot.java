package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.Ink;

/// Says below the network what its edges mean, and how many nodes have no room.
///
/// @param brush draws
/// @param frame of the step
/// @param layout of the nodes drawn
record GraphFoot(Brush brush, NetworkFrame frame, GraphLayout layout) {

  /// Draws it at the lower edge.
  ///
  /// @param what the edges show
  void paint(Box area, String what) {
    var look = brush.look();
    var surface = brush.surface();
    var type = brush.muted(11.5);
    double baseline = area.bottom() - look.px(5);
    var colours = ColourMap.diverging(look.palette());
    double x = area.x();
    surface.text("edges:", x, baseline, type);
    x += surface.textWidth("edges: ", type) + look.px(4);
    for (int sign : new int[] {-1, 1}) {
      surface.line(
          x,
          baseline - look.px(4),
          x + look.px(16),
          baseline - look.px(4),
          new Ink.Stroke(colours.colour(sign < 0 ? 0.08 : 0.92), look.px(3)));
      var word = sign < 0 ? "negative" : "positive";
      surface.text(word, x + look.px(20), baseline, type);
      x += look.px(28) + surface.textWidth(word, type);
    }
    surface.text(what + more(), x, baseline, type);
  }

  /// Says how many nodes have no room; empty where all are drawn.
  private String more() {
    int units = frame.moment().parameters().hidden() - layout.hidden().size();
    int classes = frame.moment().parameters().classes() - layout.classes().size();
    int inputs =
        layout.image() == GraphLayout.Shape.IMAGE
            ? 0
            : frame.problem().data().dimensions() - layout.inputs().size();
    var words = new StringBuilder();
    words.append(inputs > 0 ? " · " + counted(inputs, "more input", "s") : "");
    words.append(units > 0 ? " · " + counted(units, "more hidden unit", "s") : "");
    words.append(classes > 0 ? " · " + counted(classes, "more class", "es") : "");
    return words.toString();
  }

  private static String counted(int count, String what, String plural) {
    return count + " " + what + (count == 1 ? "" : plural);
  }
}
