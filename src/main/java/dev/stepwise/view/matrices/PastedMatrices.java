package dev.stepwise.view.matrices;

import dev.stepwise.view.DataSource.Target;
import dev.stepwise.view.importing.TextDialog;
import dev.stepwise.view.importing.TextPrompt;
import dev.stepwise.view.importing.TextReading;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.MenuItem;

/// The entry of a *Data…* menu under which matrices are pasted.
///
/// @param names what they are called, in the order in which they are pasted, X first
/// @param rows X of the problem that is open: what the dialog starts with
/// @param reading the problem of a text, with the settings of the one that is open
public record PastedMatrices<P>(
    List<String> names,
    Function<P, double[][]> rows,
    BiFunction<P, String, TextReading<P>> reading) {

  /// The entry, opening a dialog that checks while one types.
  public MenuItem item(Target<P> target) {
    var item = new MenuItem("Paste matrices…");
    item.setOnAction(_ -> {
      var before = target.problem();
      TextDialog.show(
          target.window(),
          new TextPrompt(
              "Paste matrices",
              MatrixText.listed(names),
              "One row a line, numbers separated by spaces or commas, an empty line between matrices. Matrices that are left out are random.",
              MatrixText.of(rows.apply(before))),
          text -> reading.apply(before, text),
          problem -> target.use(problem, "own matrices"));
    });
    return item;
  }
}
