package dev.stepwise.owndata;

import dev.stepwise.scenario.Table;
import dev.stepwise.scenario.Table.Choices;
import dev.stepwise.scenario.Table.Decimal;
import dev.stepwise.scenario.Table.Header;
import dev.stepwise.scenario.Table.Separator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// How the table is written, and whether columns are scaled. What is in doubt is left open until
/// somebody chooses.
final class ImportOptions extends VBox {
  private final ComboBox<Separator> separator = combo("import-separator", ImportOptions::words);
  private final ComboBox<Decimal> decimal = combo("import-decimal", ImportOptions::words);
  private final ToggleGroup first = new ToggleGroup();
  private final RadioButton names = radio("import-names", "holds the columns' names");
  private final RadioButton numbers = radio("import-numbers", "is the first row of data");
  private final RadioButton asGiven = radio("import-as-given", "Leave the numbers as they are");
  private final RadioButton standardised =
      radio("import-standardised", "Scale columns to mean 0, spread 1");
  private final VBox writing = new VBox(6);
  private final Label doubt = new Label();
  private Choices choices = Choices.NONE;
  private boolean showing;

  /// @param changed hears how the table is said to be written
  /// @param scaling hears what is to be done to the columns
  ImportOptions(Consumer<Choices> changed, Consumer<Scaling> scaling) {
    super(6);
    separator.getItems().setAll(Separator.values());
    decimal.getItems().setAll(Decimal.values());
    separator.valueProperty().subscribe(value -> choose(value, choices::with, changed));
    decimal.valueProperty().subscribe(value -> choose(value, choices::with, changed));
    names.setToggleGroup(first);
    numbers.setToggleGroup(first);
    names.setOnAction(_ -> choose(Header.NAMED, choices::with, changed));
    numbers.setOnAction(_ -> choose(Header.NUMBERED, choices::with, changed));
    doubt.setId("import-doubt");
    doubt.getStyleClass().add("import-reason");
    doubt.setWrapText(true);
    doubt.setMinHeight(Region.USE_PREF_SIZE);
    doubt.managedProperty().bind(doubt.visibleProperty());
    doubt.setVisible(false);
    var grid = new GridPane(8, 6);
    grid.addRow(0, label("Cells parted by", separator), separator);
    grid.addRow(1, label("Decimal sign", decimal), decimal);
    writing.getChildren().addAll(doubt, grid, heading("The first row"), names, numbers);
    writing.setDisable(true);

    var scales = new ToggleGroup();
    asGiven.setToggleGroup(scales);
    standardised.setToggleGroup(scales);
    asGiven.setSelected(true);
    asGiven.setOnAction(_ -> scaling.accept(Scaling.AS_GIVEN));
    standardised.setOnAction(_ -> scaling.accept(Scaling.STANDARDISED));
    getChildren().addAll(writing, heading("Scaling"), asGiven, standardised, why());
  }

  private <T> void choose(T value, Function<T, Choices> with, Consumer<Choices> changed) {
    if (!showing && value != null) {
      choices = with.apply(value);
      changed.accept(choices);
    }
  }

  /// What is chosen to be done to the columns.
  Scaling scaling() {
    return standardised.isSelected() ? Scaling.STANDARDISED : Scaling.AS_GIVEN;
  }

  /// Another source: nothing is chosen of it yet.
  void forget() {
    choices = Choices.NONE;
    showOpen(Optional.empty());
  }

  /// Shows what the table was taken for; what is in doubt is left open.
  void show(Table table) {
    showOpen(table.layout());
    writing.setDisable(table.layout().isEmpty());
    showing = true;
    for (var each : table.doubts()) {
      switch (each.topic()) {
        case SEPARATOR -> separator.setValue(null);
        case DECIMAL -> decimal.setValue(null);
        case HEADER -> first.selectToggle(null);
      }
    }
    showing = false;
    doubt.setText(String.join(" ", table.doubts().stream().map(Table.Doubt::question).toList()));
    doubt.setVisible(!table.doubts().isEmpty());
  }

  /// Lets a table that could not be read be read in another way.
  void showRefused() {
    writing.setDisable(false);
    doubt.setVisible(false);
  }

  private void showOpen(Optional<Table.Layout> layout) {
    showing = true;
    separator.setValue(layout.map(Table.Layout::separator).orElse(null));
    decimal.setValue(layout.map(Table.Layout::decimal).orElse(null));
    first.selectToggle(
        layout.map(each -> each.header() == Header.NAMED ? names : numbers).orElse(null));
    doubt.setVisible(false);
    showing = false;
  }

  private static <T> ComboBox<T> combo(String id, Function<T, String> words) {
    var combo = new ComboBox<T>();
    combo.setId(id);
    combo.setPromptText("choose…");
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            return combo.getValue(); // nothing is typed
          }
        });
    return combo;
  }

  private static String words(Separator separator) {
    return switch (separator) {
      case COMMA -> "commas  ,";
      case SEMICOLON -> "semicolons  ;";
      case TAB -> "tabs";
      case BAR -> "bars  |";
      case BLANKS -> "blanks";
    };
  }

  private static String words(Decimal decimal) {
    return switch (decimal) {
      case POINT -> "point  1,234.5";
      case COMMA -> "comma  1.234,5";
    };
  }

  private static RadioButton radio(String id, String text) {
    var button = new RadioButton(text);
    button.setId(id);
    return button;
  }

  private static Label label(String text, Region field) {
    var label = new Label(text);
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label heading(String text) {
    var label = new Label(text);
    label.getStyleClass().add("import-heading");
    return label;
  }

  private static Label why() {
    var label = new Label("Scaling keeps a column with large numbers from outweighing all others.");
    label.getStyleClass().add("import-muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
