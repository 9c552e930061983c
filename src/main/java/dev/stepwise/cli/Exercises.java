package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.shell.Cards;
import dev.stepwise.shell.Registry;
import dev.stepwise.shell.Registry.Planned;
import dev.stepwise.shell.Registry.Ready;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.List;

/// The registry: every exercise there is, a line each.
final class Exercises {
  private final Registry registry =
      new Registry(
          List.of(
              Registry.ready(Cards.SELF_ATTENTION, new AttentionView()),
              Registry.ready(Cards.MULTI_HEAD_ATTENTION, new MultiHeadView()),
              new Planned(Cards.LSTM),
              Registry.ready(Cards.K_MEANS, new KMeansView()),
              new Planned(Cards.GRADIENT_DESCENT),
              new Planned(Cards.BPE),
              Registry.ready(Cards.COSINE_SEARCH, new CosineView())));

  /// For the window.
  Registry registry() {
    return registry;
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
