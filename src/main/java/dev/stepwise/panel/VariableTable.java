package dev.stepwise.panel;

import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.ValueText;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The variables of a listing: name, shape, whether the current line read or wrote them, and their
/// value; one of more than one number can be opened. Style classes: `variables`, `variable-name`,
/// `-shape`, `-value`, `-use`; `written` and `read` on all labels of a row.
public final class VariableTable extends GridPane {
  private Runnable again = () -> {};
  private BiConsumer<String, Value> open = (_, _) -> {};
  private double size = 12;

  /// An empty table.
  public VariableTable() {
    getStyleClass().add("variables");
    var value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    value.setMinWidth(0);
    var use = new ColumnConstraints();
    use.setHalignment(HPos.RIGHT);
    getColumnConstraints().setAll(fixed(), value, use);
  }

  private static ColumnConstraints fixed() {
    var column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }

  /// Sets the size of the font, in pixels.
  public void setSize(double pixels) {
    if (pixels != size) {
      size = pixels;
      again.run();
    }
  }

  /// Sets who opens a variable of more than one number, given its name and value.
  public void setOnOpen(BiConsumer<String, Value> opener) {
    open = opener;
  }

  /// Shows variables in their order.
  public void show(SequencedMap<String, Value> variables, List<String> reads, List<String> writes) {
    again = () -> show(variables, reads, writes);
    getChildren().clear();
    int row = 0;
    for (var variable : variables.entrySet()) {
      var name = variable.getKey();
      var use = writes.contains(name) ? "written" : reads.contains(name) ? "read" : "";
      var shape = variable.getValue().shape();
      var text = ValueText.of(variable.getValue());
      var value = styled(new Label(text), "variable-value", use, Type.Face.MONO);
      value.setMinWidth(0);
      add(label(name, "variable-name", use, Type.Face.MONO_BOLD), 0, row);
      add(label(use, "variable-use", use, Type.Face.REGULAR), 2, row);
      if (shape.isEmpty()) {
        add(value, 1, row++);
      } else {
        add(label(shape, "variable-shape", use, Type.Face.MONO), 1, row++);
        add(opener(name, variable.getValue(), text, use), 0, row++, 3, 1);
      }
    }
  }

  private Button opener(String name, Value value, String text, String use) {
    var button = styled(new Button(text), "variable-value", use, Type.Face.MONO);
    button.getStyleClass().add("variable-open");
    button.setMinWidth(0);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTooltip(new Tooltip("Show all of " + name));
    button.setAccessibleText("Show all of %s, %s".formatted(name, value.shape()));
    button.setOnAction(_ -> open.accept(name, value));
    return button;
  }

  private Label label(String text, String style, String use, Type.Face face) {
    var label = styled(new Label(text), style, use, face);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private <L extends Labeled> L styled(L labeled, String style, String use, Type.Face face) {
    Fonts.BUNDLED.set(labeled, face, size);
    labeled.setTextOverrun(OverrunStyle.ELLIPSIS);
    labeled.getStyleClass().add(style);
    if (!use.isEmpty()) {
      labeled.getStyleClass().add(use);
    }
    return labeled;
  }
}
