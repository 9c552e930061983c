package dev.stepwise.view.gradient;

import dev.stepwise.compute.text.Phrases;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import javafx.scene.paint.Color;

/// Says below the network what its edges mean, and how many nodes have no room.
///
/// @param scene the step
/// @param layout of the nodes drawn
record GraphFoot(NetworkScene scene, GraphLayout layout) {
  /// A line of the key, as long and as wide as this.
  private static final double LINE = 16;

  private static final double THICK = 3;

  /// Draws it at the lower edge.
  ///
  /// @param what the edges show
  void paint(Box area, String what) {
    var pen = scene.pen();
    var room = pen.foot(area, "edges: " + what + more());
    var colours = ColourMap.diverging(pen.palette());
    double x = key("negative", colours.colour(0.08), room);
    key("positive", colours.colour(0.92), room.inset(0, 0, 0, x - room.x()));
  }

  /// A line and what it means; gives where the next one may begin.
  private double key(String word, Color colour, Box room) {
    var pen = scene.pen();
    double end = room.x() + pen.px(LINE);
    pen.surface()
        .line(room.x(), room.centreY(), end, room.centreY(), new Ink.Stroke(colour, pen.px(THICK)));
    var text = room.inset(0, 0, 0, pen.px(LINE) + pen.px(Space.TIGHT));
    pen.write(word, text, pen.type(Role.NOTE));
    return text.x() + pen.width(word, Role.NOTE) + pen.px(Space.GAP);
  }

  /// Says how many nodes have no room; empty where all are drawn.
  private String more() {
    var frame = scene.frame();
    int units = frame.moment().parameters().hidden() - layout.hidden().size();
    int classes = frame.moment().parameters().classes() - layout.classes().size();
    int inputs =
        layout.image() == GraphLayout.Shape.IMAGE
            ? 0
            : frame.problem().data().dimensions() - layout.inputs().size();
    return counted(inputs, "more input")
        + counted(units, "more hidden unit")
        + counted(classes, "more class");
  }

  private static String counted(int count, String what) {
    return count > 0 ? " · " + Phrases.count(count, what) : "";
  }
}
