package dev.stepwise.shell.learning;

import dev.stepwise.draw.Look;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Target;
import java.util.Map;
import java.util.function.Consumer;

/// How a lesson is set.
///
/// @param look its scale sets the size of the text
/// @param sizes of the run that is open, to count with
/// @param follow told which link was followed
record Setting(Formulas formulas, Look look, Map<String, Double> sizes, Consumer<Target> follow) {
  /// Sizes of fonts in pixels, at a text scale of 1.
  static final double SECTION = 20;

  static final double HEADING = 16;
  static final double BODY = 15;
  static final double CODE = 13;

  /// Copies the map.
  Setting {
    sizes = Map.copyOf(sizes);
  }

  double px(double length) {
    return look.px(length);
  }

  Sentence.Style body() {
    return new Sentence.Style(Type.Face.REGULAR, px(BODY));
  }

  Sentence.Style bold(double size) {
    return new Sentence.Style(Type.Face.BOLD, px(size));
  }

  Sentence.Style small() {
    return new Sentence.Style(Type.Face.REGULAR, px(CODE));
  }
}
