package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.shell.Registry;
import dev.stepwise.shell.Registry.Ready;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.List;

/// The registry: every exercise there is, a line each.
final class Exercises {
  private final Registry registry =
      new Registry(
          List.of(
              Registry.ready(new AttentionView()),
              Registry.ready(new MultiHeadView()),
              Registry.ready(new LstmView()),
              Registry.ready(new KMeansView()),
              Registry.ready(new GradientView()),
              Registry.ready(new BpeView()),
              Registry.ready(new CosineView())));

  /// For the window.
  Registry registry() {
    return registry;
  }

  /// Reads their scenarios.
  ScenarioReader scenarios() {
    return new ScenarioReader(exercises());
  }

  /// The views of those that are there.
  List<ExerciseView<?, ?>> views() {
    return registry.entries().stream()
        .<ExerciseView<?, ?>>mapMulti((entry, each) -> {
          if (entry instanceof Ready<?, ?> ready) {
            each.accept(ready.view());
          }
        })
        .toList();
  }

  /// Those that are there.
  List<Exercise<?, ?>> exercises() {
    return views().stream().<Exercise<?, ?>>map(ExerciseView::exercise).toList();
  }
}
