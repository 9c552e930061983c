package dev.stepwise.view.kmeans;

import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.compute.kmeans.KMeansProblem.Init;
import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.ImportDialog;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.view.DataSource;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuItem;

/// Points of one's own for k-means: a table, or an empty plot to draw on.
final class KMeansData implements DataSource<KMeansProblem> {
  private static final KMeansExercise EXERCISE = new KMeansExercise();

  @Override
  public List<MenuItem> items(Target<KMeansProblem> target) {
    var table = new MenuItem("Import a table…");
    table.setOnAction(_ -> {
      var before = target.problem();
      ImportDialog.show(
          target.window(),
          Answer.LABEL,
          data -> withPoints(before, data),
          data -> target.use(withPoints(before, data), data.title()));
    });
    return List.of(table);
  }

  @Override
  public List<FromTable<KMeansProblem>> tables() {
    return List.of(new FromTable<>("X", Answer.LABEL, KMeansData::withPoints));
  }

  /// As many clusters as before, if there are points enough; a start by hand belongs to the points
  /// that it was made for, so it becomes one by k-means++.
  ///
  /// @throws InvalidInput where the numbers are too large to be squared
  static KMeansProblem withPoints(KMeansProblem before, ImportedData data) {
    var init = before.init() == Init.MANUAL ? Init.PLUS_PLUS : before.init();
    return EXERCISE.problem(
        EXERCISE
            .schema()
            .rightWay(EXERCISE.given(before))
            .withoutInputs("centroids", "drawn")
            .withInputs(
                Map.of("X", data.rows(), "columns", data.columns(), "classes", data.answers()))
            .withParameters(
                Map.of("k", (long) Math.min(before.k(), data.rows().length), "init", init.word())));
  }
}
