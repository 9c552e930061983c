package dev.stepwise.shell.learning;

import dev.stepwise.draw.Look;
import dev.stepwise.formula.Formulas;
import dev.stepwise.formula.InlineFormula;
import dev.stepwise.lesson.Block;
import dev.stepwise.lesson.Lesson;
import dev.stepwise.lesson.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// Parts of a lesson as nodes, for other pages than the lesson's own.
///
/// @param look its scale sets the size of the text
/// @param sizes to count with
/// @param follow told which link was followed
public record Excerpts(
    Formulas formulas, Look look, Map<String, Double> sizes, Consumer<Target> follow) {

  /// Copies the map.
  public Excerpts {
    sizes = Map.copyOf(sizes);
  }

  /// Some blocks, from top to bottom.
  public Region of(List<Block> blocks) {
    return excerpt(blocks).node();
  }

  /// The same, to be searched.
  public Excerpt excerpt(List<Block> blocks) {
    return new Excerpt(blocks, new Setting(formulas, look, sizes, follow));
  }

  /// Sets the formulas of a lesson, which takes a while; off the window's thread.
  public static void prepare(Lesson lesson, Formulas formulas) {
    lesson.displays().forEach(formulas::of);
    lesson.formulas().map(InlineFormula::source).forEach(formulas::of);
  }
}
