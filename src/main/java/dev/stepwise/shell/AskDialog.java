package dev.stepwise.shell;

import java.util.LinkedHashMap;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/// Asks what is to be done before something would be lost. Closing it does nothing.
final class AskDialog {

  /// A way to answer.
  ///
  /// @param words on its button
  record Choice(String words, Runnable action) {}

  private AskDialog() {}

  /// Asks; there is always a way to leave all as it is.
  static void show(Window owner, String heading, String words, List<Choice> choices) {
    var buttons = new LinkedHashMap<ButtonType, Runnable>();
    for (int i = 0; i < choices.size(); i++) {
      var data = i == 0 ? ButtonData.OK_DONE : ButtonData.OTHER;
      buttons.put(new ButtonType(choices.get(i).words(), data), choices.get(i).action());
    }
    var alert = new Alert(Alert.AlertType.NONE);
    alert.initOwner(owner);
    alert.setTitle("Stepwise");
    alert.setHeaderText(heading);
    alert.setContentText(words);
    alert.getDialogPane().setId("ask");
    alert.getButtonTypes().setAll(buttons.keySet());
    alert.getButtonTypes().add(ButtonType.CANCEL);
    alert
        .resultProperty()
        .subscribe(chosen -> {
          var action = buttons.get(chosen);
          if (action != null) {
            Platform.runLater(action); // once the dialog is gone
          }
        });
    alert.show();
  }
}
