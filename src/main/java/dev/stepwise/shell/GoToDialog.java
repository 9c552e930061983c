package dev.stepwise.shell;

import dev.stepwise.session.Workspace;
import java.util.function.Consumer;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a step to go to, and says at once where what is typed is none.
final class GoToDialog {
  private final Dialog<GoTo> dialog = new Dialog<>();

  GoToDialog(Window owner, String present) {
    dialog.initOwner(owner);
    dialog.setTitle("Go to a step");
    var pane = dialog.getDialogPane();
    pane.setId("go-to");
    pane.getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    var field = new TextField(present);
    field.setId("go-to-field");
    field.setAccessibleText("The step to go to");
    Label hint = Controls.paragraph("", "muted");
    hint.setId("go-to-hint");
    var go = pane.lookupButton(ButtonType.OK);
    field
        .textProperty()
        .subscribe(text -> {
          boolean right = GoTo.parse(text).isPresent();
          go.setDisable(!right);
          hint.setText(
              right
                  ? "3 is the third step, 3.2 the second one inside it, last the end."
                  : "That is no step. Try 3, 3.2 or last.");
        });
    var box = new VBox(8, Controls.label("Step"), field, hint);
    box.setPrefWidth(360);
    pane.setContent(box);
    dialog.setResultConverter(
        button -> button == ButtonType.OK ? GoTo.parse(field.getText()).orElse(null) : null);
    dialog.setOnShown(_ -> {
      field.requestFocus();
      field.selectAll();
    });
  }

  /// Asks where the run of a workspace is to go, and leads it there.
  static void lead(Workspace<?, ?> workspace, Window owner) {
    workspace
        .player()
        .ifPresent(player ->
            player
                .state()
                .ifPresent(state ->
                    new GoToDialog(owner, state.position().toString())
                        .ask(answer -> answer.lead(player))));
  }

  /// Opens it; the answer comes later, if one does.
  void ask(Consumer<GoTo> answer) {
    dialog
        .resultProperty()
        .subscribe(chosen -> {
          if (chosen != null) {
            answer.accept(chosen);
          }
        });
    dialog.show();
  }
}
