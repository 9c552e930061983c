package dev.stepwise.view.bpe.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.bpe.BpeLab;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.Corpus;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.Fx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The experiments of the lab find what they say.
class BpeExperimentsTest {
  static Stream<BpeProblem> problems() {
    return Stream.of(
        problem("low"), beginning(problem("constitution"), 300), problem("text-replacement"));
  }

  private static BpeProblem problem(String id) {
    var exercise = new BpeExercise();
    return Presets.of("bpe").stream()
        .filter(preset -> preset.id().equals(id))
        .map(preset -> exercise.problem(preset.scenario(exercise).given()))
        .findFirst()
        .orElseThrow();
  }

  private static BpeProblem beginning(BpeProblem whole, int size) {
    var words = whole.corpus().words();
    var frequencies = new LinkedHashMap<String, Long>();
    for (int word = 0; word < size; word++) {
      frequencies.put(words.word(word), words.frequency(word));
    }
    return new BpeProblem(Corpus.ofWords(frequencies), whole.rules(), 200, List.of());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void every_experiment_ends_with_pictures_and_tells_its_progress(BpeProblem problem) {
    for (var experiment : BpeExperiments.experiments(problem)) {
      var progress = new ArrayList<Double>();
      var finding = experiment.computation().compute(progress::add);

      assertThat(progress).as(experiment.id()).isSorted().allMatch(share -> share <= 1);
      assertThat(progress.getLast()).isEqualTo(1);
      assertThat(finding.conclusion()).isNotBlank().doesNotContain("NaN");
      assertThat(finding.numbers()).isNotBlank();
      for (var picture : finding.pictures()) {
        Fx.run(() -> {
          var canvas = new Canvas(300, 200);
          picture
              .drawing()
              .draw(
                  new CanvasSurface(canvas.getGraphicsContext2D()),
                  new Box(0, 0, 300, 200),
                  new Look(Palette.LIGHT, 1, Look.Density.WINDOW));
        });
      }
    }
  }

  @Test
  void tokens_are_as_many_as_the_words_are_long() {
    var problem = problem("constitution");
    long[] tokens = BpeLab.tokenFrequencies(problem, 500, _ -> {});
    var compression = BpeLab.compression(problem, _ -> {});

    assertThat(Arrays.stream(tokens).sum()).isEqualTo(compression.tokens()[500]);
    assertThat(tokens).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    assertThat(Arrays.stream(BpeLab.wordFrequencies(problem)).sum()).isEqualTo(compression.words());
  }
}
