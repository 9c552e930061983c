package dev.stepwise.shell;

import dev.stepwise.view.StageEditor;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;

/// What the row above the stage is made of for an exercise.
final class BarParts {
  private BarParts() {}

  /// The parts.
  ///
  /// @param data entries of the data menu, where what is done leaves room for it
  static ProblemBar.Parts of(
      Registry.Ready<?, ?> entry, Purpose<?, ?> purpose, List<MenuItem> data, ShareMenu share) {
    var view = entry.view();
    return new ProblemBar.Parts(
        view.exercise().schema(),
        entry.presets(),
        purpose.header().isPresent() ? List.of() : data,
        view.editor().map(StageEditor::tools).orElse(List.of()),
        view.options(),
        view.lab().isPresent() ? ProblemBar.LabOffer.THERE : ProblemBar.LabOffer.NONE,
        Optional.of(share.node()),
        Optional.of(purpose.compareButton()),
        purpose.header());
  }
}
