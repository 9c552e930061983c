package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.view.DataSource;
import dev.stepwise.view.importing.ImportDialog;
import dev.stepwise.view.importing.ImportedData;
import java.util.List;
import javafx.scene.control.MenuItem;

/// Points of one's own for k-means: a table, or an empty plot to draw on.
final class KMeansData implements DataSource<KMeansProblem> {

  @Override
  public List<MenuItem> items(Target<KMeansProblem> target) {
    var table = new MenuItem("Import a table…");
    table.setOnAction(_ ->
        ImportDialog.show(
            target.window(), data -> target.use(withPoints(target.problem(), data), data.title())));
    return List.of(table);
  }

  /// As many clusters as before, if there are points enough; a start by hand belongs to the points
  /// that it was made for, so it becomes one by k-means++.
  static KMeansProblem withPoints(KMeansProblem before, ImportedData data) {
    return new KMeansProblem(
        data.rows(),
        null,
        Math.min(before.k(), data.rows().length),
        before.init() == Init.MANUAL ? Init.PLUS_PLUS : before.init(),
        before.maximumIterations(),
        before.tolerance(),
        before.seed());
  }
}
