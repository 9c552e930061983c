package dev.stepwise.view.cosine;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;

/// The title of a panel.
record Heading(Surface surface, Look look) {

  void draw(Box box, String text) {
    var type = new Type(Type.Face.MEDIUM, look.px(12.5), look.palette().text());
    Written.draw(surface, text, box.x(), box.y() + look.px(12), type, box.width());
  }
}
