package dev.stepwise.panel;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.run.Value;
import dev.stepwise.draw.Look;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The listing with the line that a step executes, and below it the variables. Its lines are whole:
/// smaller where that makes them fit, else to be scrolled. A click on a line asks for its next
/// execution, one on its number for a pause there; the keyboard does the same. Style classes:
/// `code-panel`, `code-hint`.
public final class CodePanel extends VBox {
  private static final double FONT = 12;
  private static final double SMALLEST = 9.5;
  private static final double LEAST_LISTING = 230;
  private static final double BAR = 14; // what the scroll bar at the right may take

  private final ListingView listing = new ListingView();
  private final ScrollPane scroll = new ScrollPane(listing);
  private final VariableTable variables = new VariableTable();
  private final Label hint = new Label("A line: next execution · number: pause");
  private final LineKeys keys = new LineKeys(listing, this::showLine, this::copy);
  private Runnable copied = () -> {};
  private List<String> lines = List.of();
  private final ObservableValue<Look> look;
  private int current;

  /// An empty panel.
  ///
  /// @param look its scale sets the size of the text
  public CodePanel(ObservableValue<Look> look) {
    this.look = look;
    getStyleClass().add("code-panel");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("listing-scroll");
    VBox.setVgrow(scroll, Priority.SOMETIMES);
    var heading = new Label("Variables");
    heading.getStyleClass().add("panel-heading");
    getChildren().setAll(head(), scroll, heading, variables);
    // Its height alone: where it stands changes with every turn of the wheel, which must not be
    // undone.
    scroll.viewportBoundsProperty().map(Bounds::getHeight).subscribe(_ -> showCurrent());
    // Not within the layout that changed the width: nodes made there would miss their style.
    scroll.widthProperty().subscribe((_, _) -> Platform.runLater(this::resizeText));
    look.subscribe(() -> resizeText());
  }

  private HBox head() {
    hint.getStyleClass().addAll("panel-heading", "code-hint");
    hint.setMinWidth(0);
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.setTooltip(
        new Tooltip(
            "With the keyboard: ↑ ↓ to a line, Enter for its next execution,"
                + " F9 to pause there, Ctrl + C to copy the code."));
    HBox.setHgrow(hint, Priority.ALWAYS);
    hint.setMaxWidth(Double.MAX_VALUE);
    var button = new Button("Copy", new FontIcon(Feather.COPY));
    button.setId("copy-code");
    button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText("Copy the code");
    button.setOnAction(_ -> copy());
    var head = new HBox(6, hint, button);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// Says otherwise what a click on a line does.
  public void setHint(String words) {
    hint.setText(words);
  }

  /// Sets the lines that a step may execute, from 1.
  public void setExecuted(Set<Integer> numbers) {
    listing.setExecuted(numbers);
  }

  /// Sets who is asked for the next execution of a line.
  public void setOnLine(IntConsumer asked) {
    keys.setOnLine(asked);
  }

  /// Sets who is asked to pause at a line, or no more.
  public void setOnBreak(IntConsumer asked) {
    keys.setOnBreak(asked);
  }

  /// Sets who is told that the listing was copied.
  public void setOnCopied(Runnable told) {
    copied = told;
  }

  /// Marks the lines at which playing pauses.
  public void showBreaks(Set<Integer> numbers) {
    listing.setBreaks(numbers);
  }

  private void copy() {
    var text = new ClipboardContent();
    text.putString(String.join("\n", lines) + "\n");
    Clipboard.getSystemClipboard().setContent(text);
    copied.run();
  }

  /// Shows another listing.
  public void setListing(List<String> wanted) {
    lines = List.copyOf(wanted);
    listing.setLines(lines);
    resizeText();
    show(0);
  }

  /// Shows a step.
  ///
  /// @param line the line that it executes, from 1
  /// @param values the variables, in the order in which they came to be
  public void show(
      int line, SequencedMap<String, Value> values, List<String> reads, List<String> writes) {
    show(line);
    variables.show(values, reads, writes);
    variables.setOpacity(Pace.AT_REST.opacity());
  }

  /// Sets who opens a variable of more than one number, given its name and value.
  public void setOnOpen(BiConsumer<String, Value> open) {
    variables.setOnOpen(open);
  }

  /// Shows the line of a step that is passed; the variables wait for one that stays.
  public void pass(int line) {
    show(line);
    variables.setOpacity(Pace.IN_PASSING.opacity());
  }

  private void show(int line) {
    current = line;
    listing.light(line);
    // Where the line is, is known only after the next layout.
    Platform.runLater(this::showCurrent);
  }

  private void showCurrent() {
    showLine(current);
  }

  private void showLine(int number) {
    double height = scroll.getViewportBounds().getHeight();
    double hidden = listing.getHeight() - height;
    if (hidden <= 0 || number < 1 || number > listing.length()) {
      return;
    }
    var row = listing.line(number).getBoundsInParent();
    double top = scroll.getVvalue() * hidden;
    if (row.getMinY() < top || row.getMaxY() > top + height) {
      scroll.setVvalue(Math.clamp((row.getCenterY() - height / 2) / hidden, 0, 1));
    }
  }

  /// Smaller where that makes every line fit, in half pixels, so that the size does not creep while
  /// the panel's edge is dragged. Where lines would not fit even so, they are scrolled instead.
  private void resizeText() {
    var now = look.getValue();
    double fitting = Math.floor(2 * listing.sizeFor(scroll.getWidth() - BAR)) / 2;
    listing.setSize(fitting >= now.px(SMALLEST) ? Math.min(fitting, now.px(FONT)) : now.px(FONT));
    listing.light(current);
    scroll.setMinHeight(now.px(LEAST_LISTING));
    variables.setSize(now.px(FONT));
  }
}
