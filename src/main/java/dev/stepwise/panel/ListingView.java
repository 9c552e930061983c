package dev.stepwise.panel;

import dev.stepwise.draw.Fonts;
import dev.stepwise.draw.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// A Python listing with line numbers and one lit line, each line in one row: it is as wide as its
/// longest line. Style classes: `listing`, `listing-line` with the pseudo-classes `:current`,
/// `:pointed` (where the keyboard is), `:break` (where playing pauses) and `:executed` (that some
/// step may execute), and `python-keyword`, `-comment`, `-string`, `-number`, `-plain`.
public final class ListingView extends VBox implements OwnKeys {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final PseudoClass BREAK = PseudoClass.getPseudoClass("break");
  private static final PseudoClass EXECUTED = PseudoClass.getPseudoClass("executed");
  private static final double CHARACTER = 0.6; // JetBrains Mono's advance in ems
  private static final double GAP = 0.6; // between number and line, in ems
  private static final double SIDES = 18; // what the style sheet puts beside a line

  private final List<HBox> rows = new ArrayList<>();
  private List<String> lines = List.of();
  private double size = 12;
  private int lit;
  private int pointed;
  private Set<Integer> breaks = Set.of();
  private Set<Integer> executed = Set.of();
  private OwnKeys keys = _ -> false;

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
  public double sizeFor(double width) {
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
    lit = number;
    mark();
  }

  /// The line that is lit; 0 for none.
  int lit() {
    return lit;
  }

  /// Points at a line, for the keyboard.
  ///
  /// @param number from 1; 0 for none
  void point(int number) {
    pointed = number;
    mark();
  }

  /// The line that the keyboard points at; 0 for none.
  int pointed() {
    return pointed;
  }

  /// Marks the lines at which playing pauses.
  void setBreaks(Set<Integer> numbers) {
    breaks = Set.copyOf(numbers);
    mark();
  }

  /// Marks the lines that a step may execute.
  void setExecuted(Set<Integer> numbers) {
    executed = Set.copyOf(numbers);
    mark();
  }

  /// Sets who has keys while this has the focus.
  void setKeys(OwnKeys other) {
    keys = other;
  }

  @Override
  public boolean takes(KeyEvent event) {
    return keys.takes(event);
  }

  /// The line at a height; 0 where there is none.
  int lineAt(double y) {
    for (int i = 0; i < rows.size(); i++) {
      var bounds = rows.get(i).getBoundsInParent();
      if (y >= bounds.getMinY() && y < bounds.getMaxY()) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Whether the number of a line is at a distance from the left, not its words.
  boolean isNumberAt(int number, double x) {
    var row = line(number);
    var code = row.getChildren().getLast().getBoundsInParent();
    return x < row.getLayoutX() + code.getMinX();
  }

  private void mark() {
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      row.pseudoClassStateChanged(CURRENT, i == lit - 1);
      row.pseudoClassStateChanged(POINTED, i == pointed - 1);
      row.pseudoClassStateChanged(BREAK, breaks.contains(i + 1));
      row.pseudoClassStateChanged(EXECUTED, executed.contains(i + 1));
    }
    setAccessibleText(said(pointed > 0 ? pointed : lit));
  }

  private String said(int number) {
    var words = number >= 1 && number <= lines.size() ? lines.get(number - 1).strip() : "";
    return words.isEmpty()
        ? "Listing"
        : "Line %d: %s%s"
            .formatted(number, words, breaks.contains(number) ? ", playing pauses here" : "");
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
    mark();
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
