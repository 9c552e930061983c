package dev.stepwise.panel;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.RowCategory;
import dev.stepwise.formula.Formulas;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/// What a step says, to be read without a scroll bar: as large as its room allows. Where that would
/// be too small, a long table loses rows and says how many. A step that needed a smaller size
/// leaves it to those after it, so that the words of a run do not grow and shrink from step to
/// step.
public final class FittedWords extends Region {
  private static final double LEAST = 0.7;
  private static final double STEP = 0.05;

  private final SimpleObjectProperty<Look> wanted;
  private final ReadOnlyObjectWrapper<Look> shown;
  private final StepPanel panel;
  private boolean fits;
  private double share = 1;
  private double least = LEAST;

  /// Words with nothing to say yet.
  ///
  /// @param look of words that have all the room they need
  public FittedWords(Formulas formulas, RowCategory rows, Look look) {
    wanted = new SimpleObjectProperty<>(look);
    shown = new ReadOnlyObjectWrapper<>(look);
    panel = new StepPanel(formulas, rows, shown);
    getChildren().setAll(panel);
    setMinSize(0, 0);
    // Not within the layout that changed the size: nodes made there would miss their style.
    widthProperty().subscribe((_, _) -> growAgain());
    heightProperty().subscribe((_, _) -> growAgain());
    formulas.whenWarm(this::fitLater);
  }

  /// Shows what a step says.
  public void show(Narration said, Pace pace) {
    panel.show(said, pace);
    if (pace == Pace.AT_REST) {
      fitLater();
    }
  }

  /// Sets the look of words that have all the room they need.
  ///
  /// @param usual the scale of the same room at the usual text size: below a part of it a table
  ///   loses rows rather than size
  public void setLook(Look look, double usual) {
    least = Math.min(1, LEAST * usual / look.scale());
    if (!look.equals(wanted.get())) {
      wanted.set(look);
      growAgain();
    }
  }

  /// Lets the words be as large as they can be again: another run has other steps.
  public void growAgain() {
    share = 1;
    fitLater();
  }

  private void fitLater() {
    fits = false;
    Platform.runLater(() -> {
      if (!fits) {
        fits = true;
        fit();
      }
    });
  }

  private void fit() {
    if (getWidth() <= 0 || getHeight() <= 0 || getScene() == null) {
      return;
    }
    panel.setMostRows(Integer.MAX_VALUE);
    use();
    while (height() > getHeight() && share - STEP >= least - STEP / 2) {
      share -= STEP;
      use();
    }
    for (int rows = panel.tableRows() - 1;
        rows >= TableExcerpt.LEAST && height() > getHeight();
        rows--) {
      panel.setMostRows(rows);
    }
  }

  private void use() {
    var look = wanted.get();
    shown.set(new Look(look.palette(), look.scale() * share, look.density()));
  }

  private double height() {
    panel.resize(getWidth(), panel.getHeight());
    panel.applyCss();
    panel.layout();
    return panel.prefHeight(getWidth());
  }

  @Override
  protected void layoutChildren() {
    panel.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
