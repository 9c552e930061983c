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
/// be too small, a long table loses rows and says how many.
public final class FittedWords extends Region {
  private static final double LEAST = 0.7;
  private static final double STEP = 0.05;

  private final SimpleObjectProperty<Look> wanted;
  private final ReadOnlyObjectWrapper<Look> shown;
  private final StepPanel panel;
  private boolean fits;

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
    widthProperty().subscribe((_, _) -> fitLater());
    heightProperty().subscribe((_, _) -> fitLater());
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
  public void setLook(Look look) {
    if (!look.equals(wanted.get())) {
      wanted.set(look);
      fitLater();
    }
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
    for (double share = 1; share > LEAST - STEP / 2; share -= STEP) {
      use(share);
      if (height() <= getHeight()) {
        return;
      }
    }
    for (int rows = panel.tableRows() - 1; rows >= TableExcerpt.LEAST; rows--) {
      panel.setMostRows(rows);
      if (height() <= getHeight()) {
        return;
      }
    }
  }

  private void use(double share) {
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
