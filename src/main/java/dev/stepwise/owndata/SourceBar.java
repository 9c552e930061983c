package dev.stepwise.owndata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;

/// Where the data are to come from: a file, the clipboard, or a ready data set.
final class SourceBar extends VBox {
  private final TextArea pasted = new TextArea();
  private final ToggleButton paste = new ToggleButton("Paste text");
  private final ValidationSupport validation = new ValidationSupport();
  private Optional<String> problem = Optional.empty();

  /// @param chosen hears of each source that is chosen
  SourceBar(Consumer<Source> chosen) {
    super(10);
    var file = new Button("Choose a file…");
    file.setId("import-file");
    file.setOnAction(_ -> chooseFile().ifPresent(chosen));
    paste.setId("import-paste");
    var buttons = new FlowPane(8, 8, file, paste, muted("Ready data:"));
    buttons.setAlignment(Pos.CENTER_LEFT);
    for (var data : ReadyData.values()) {
      var button = new Button(data.title());
      button.setId("import-ready-" + data.name().toLowerCase(Locale.ROOT));
      button.setAccessibleText("Ready data: %s, %s".formatted(data.title(), ReadyData.CREDIT));
      button.setOnAction(_ -> chosen.accept(new Source.Ready(data)));
      buttons.getChildren().add(button);
    }
    var hint =
        muted(
            "A CSV, .npy or .npz file can be dropped here too. Ready data: "
                + ReadyData.CREDIT
                + ".");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);

    TabKey.leadsOutOf(pasted);
    pasted.setId("import-text");
    pasted.setAccessibleText("Rows of numbers, separated by commas, semicolons or tabs");
    pasted.setPromptText("x,y\n1.5,2\n3,4.25");
    pasted.setPrefRowCount(5);
    pasted.setMinHeight(USE_PREF_SIZE);
    pasted.visibleProperty().bind(paste.selectedProperty());
    pasted.managedProperty().bind(pasted.visibleProperty());
    paste.setOnAction(_ -> {
      if (paste.isSelected()) {
        pasted.requestFocus();
      }
    });
    pasted
        .textProperty()
        .subscribe(text -> {
          if (!text.isBlank()) {
            chosen.accept(new Source.Pasted(text));
          }
        });
    Validator<String> validator =
        (control, _) ->
            ValidationResult.fromErrorIf(control, problem.orElse(""), problem.isPresent());
    validation.registerValidator(pasted, false, validator);
    getChildren().addAll(List.<Node>of(buttons, hint, pasted));
  }

  /// Marks the pasted text as wrong, with the reason, or as right.
  void mark(Optional<String> reason) {
    problem = reason;
    validation.revalidate();
  }

  private Optional<Source> chooseFile() {
    var chooser = new FileChooser();
    chooser.setTitle("Choose a table");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Tables", "*.csv", "*.tsv", "*.txt", "*.dat", "*.npy", "*.npz"),
            new FileChooser.ExtensionFilter("All files", "*"));
    return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
        .map(chosen -> new Source.File(chosen.toPath()));
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.getStyleClass().add("import-muted");
    return label;
  }
}
