package dev.stepwise.panel;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// A Python listing with line numbers and one lit line, each line in one row: it is as wide as its
/// longest line. Style classes: `listing`, `listing-line` with the pseudo-class `:current`, and
/// `python-keyword`, `-comment`, `-string`, `-number`, `-plain`.
public final class ListingView extends VBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double CHARACTER = 0.6; // JetBrains Mono's advance in ems
  private static final double GAP = 0.6; // between number and line, in ems
  private static final double SIDES = 18; // what the style sheet puts beside a line

  private final List<HBox> rows = new ArrayList<>();
  private List<String> lines = List.of();
  private double size = 12;

  /// An empty listing.
  public ListingView() {
    getStyleClass().add("listing");
    setMinWidth(USE_PREF_SIZE);
  }

  /// Shows other lines.
  public void setLines(List<String> wanted) {
    if (!wanted.equals(lines)) {
      lines = List.copyOf(wanted);
      rebuild();
    }
  }

  /// Sets the size of the font, in pixels.
  public void setSize(double pixels) {
    if (pixels != size) {
      size = pixels;
      rebuild();
    }
  }

  /// How large the font may be for every line to fit into a width, in pixels.
  double sizeFor(double width) {
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    return (width - SIDES) / ((gutter() + longest + 1) * CHARACTER + GAP);
  }

  private int gutter() {
    return Integer.toString(lines.size()).length() + 1;
  }

  /// Lights a line.
  ///
  /// @param number from 1; 0 for none
  public void light(int number) {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).pseudoClassStateChanged(CURRENT, i == number - 1);
    }
    var said = number >= 1 && number <= lines.size() ? lines.get(number - 1).strip() : "";
    setAccessibleText(said.isEmpty() ? "Listing" : "Line %d: %s".formatted(number, said));
  }

  /// Where a line is.
  ///
  /// @param number from 1
  /// @throws IndexOutOfBoundsException if there is no such line
  public HBox line(int number) {
    return rows.get(number - 1);
  }

  /// How many lines there are.
  public int length() {
    return rows.size();
  }

  private void rebuild() {
    rows.clear();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(row(i + 1, lines.get(i)));
    }
    getChildren().setAll(rows);
  }

  private HBox row(int number, String line) {
    var count = new Label(Integer.toString(number));
    count.getStyleClass().add("listing-number");
    Fonts.BUNDLED.set(count, Type.Face.MONO, size);
    count.setMinWidth(size * CHARACTER * gutter());
    var code = new TextFlow();
    code.setMinWidth(USE_PREF_SIZE);
    var stripped = line.stripLeading();
    code.setPadding(new Insets(0, 0, 0, size * CHARACTER * (line.length() - stripped.length())));
    code.getChildren().setAll(PythonText.of(stripped.isEmpty() ? " " : stripped, size));
    HBox.setHgrow(code, Priority.ALWAYS);
    var row = new HBox(size * GAP, count, code);
    row.getStyleClass().add("listing-line");
    return row;
  }
}
