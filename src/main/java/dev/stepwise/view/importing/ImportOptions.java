package dev.stepwise.view.importing;

import dev.stepwise.scenario.CsvTable;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the first row is, and whether columns are scaled.
final class ImportOptions extends VBox {
  private final RadioButton names = radio("import-names", "holds the columns' names");
  private final RadioButton numbers = radio("import-numbers", "is the first row of data");
  private final RadioButton asGiven = radio("import-as-given", "Leave the numbers as they are");
  private final RadioButton standardised =
      radio("import-standardised", "Scale columns to mean 0, spread 1");

  /// @param header hears what the first row is said to be
  /// @param scaling hears what is to be done to the columns
  ImportOptions(Consumer<CsvTable.Header> header, Consumer<Scaling> scaling) {
    super(6);
    group(names, numbers);
    group(asGiven, standardised);
    asGiven.setSelected(true);
    names.setOnAction(_ -> header.accept(CsvTable.Header.NAMED));
    numbers.setOnAction(_ -> header.accept(CsvTable.Header.NUMBERED));
    asGiven.setOnAction(_ -> scaling.accept(Scaling.AS_GIVEN));
    standardised.setOnAction(_ -> scaling.accept(Scaling.STANDARDISED));
    getChildren()
        .addAll(
            heading("The first row"),
            names,
            numbers,
            heading("Scaling"),
            asGiven,
            standardised,
            why());
  }

  /// What is chosen to be done to the columns.
  Scaling scaling() {
    return standardised.isSelected() ? Scaling.STANDARDISED : Scaling.AS_GIVEN;
  }

  /// Shows what the first row was taken for.
  void show(CsvTable.Header header) {
    names.setSelected(header == CsvTable.Header.NAMED);
    numbers.setSelected(header == CsvTable.Header.NUMBERED);
  }

  private static void group(RadioButton... buttons) {
    var group = new ToggleGroup();
    group.getToggles().addAll(buttons);
  }

  private static RadioButton radio(String id, String text) {
    var button = new RadioButton(text);
    button.setId(id);
    return button;
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
