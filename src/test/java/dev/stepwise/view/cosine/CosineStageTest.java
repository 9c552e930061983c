package dev.stepwise.view.cosine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.cosine.CosineElement.OfDocument;
import dev.stepwise.view.cosine.CosineElement.OfPoint;
import dev.stepwise.view.cosine.CosineElement.OfSimilarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OneAtATime
class CosineStageTest {
  private static final CosineView VIEW = new CosineView();
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box AREA = new Box(0, 0, 900, 640);

  private static CosineProblem problem(Map<String, ?> inputs, Map<String, ?> parameters) {
    return VIEW.exercise().problem(Given.nothing().withInputs(inputs).withParameters(parameters));
  }

  static Stream<CosineProblem> problems() {
    var texts = List.of("The cat naps in the sun", "A kitten naps", "Bake the bread", "Hot bread");
    double[][] withZero = {{0, 0}, {1, 2}, {-2, 1}};
    return Stream.of(
        problem(Map.of("texts", texts, "query_text", "a cat and a horse"), Map.of("k", 2L)),
        problem(Map.of(), Map.of("num_documents", 150L, "dimensions", 40L, "metric", "dot")),
        problem(Map.of(), Map.of("selection", "partition", "k", 3L)),
        problem(
            Map.of("documents", withZero, "query", new double[] {1, 0}), Map.of("epsilon", 0.0)),
        problem(Map.of(), Map.of("metric", "euclidean", "num_documents", 1L, "dimensions", 1L)));
  }

  /// The top level, and a few steps of each depth.
  private static List<Step<CosineFrame>> some(CosineProblem problem) {
    var steps = new ArrayList<Step<CosineFrame>>();
    add(VIEW.exercise().run(problem), steps, 8);
    return steps;
  }

  private static void add(Run<CosineFrame> run, List<Step<CosineFrame>> steps, int most) {
    int length = run.length();
    int stride = Math.max(1, length / most);
    for (int index = 0; index < length; index += stride) {
      var step = run.step(index);
      steps.add(step);
      if (step.isComposite()) {
        add(step.inside(), steps, 3);
      }
    }
  }

  private static Hits paint(Step<CosineFrame> step, Box area, TextsDrawn surface) {
    var shown = Shown.atRest(step, LOOK);
    new CosinePainter().paint(surface, area, shown);
    return shown.hits();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void whatever_can_be_asked_about_has_an_answer(CosineProblem problem) {
    for (var step : some(problem)) {
      var hits = paint(step, AREA, new TextsDrawn());
      for (var hit : hits.all()) {
        var explanation = VIEW.explain(step, hit.element());
        assertThat(explanation).as("%s at %s", hit.element(), step.crumb()).isPresent();
        assertThat(explanation.get().narration().caption()).isNotBlank();
        assertThat(explanation.get().narration().formulas())
            .allSatisfy(formula -> assertThat(formula).doesNotContain("null"));
        assertThat(hit.description()).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void words_stay_on_the_stage_and_are_large_enough(CosineProblem problem) {
    for (var area : List.of(AREA, new Box(0, 0, 620, 520), new Box(0, 0, 1200, 900))) {
      for (var step : some(problem)) {
        var surface = new TextsDrawn();
        paint(step, area, surface);
        assertThat(surface.texts).isNotEmpty();
        for (var words : surface.texts) {
          assertThat(words.left()).as("%s", words).isGreaterThanOrEqualTo(-1);
          assertThat(words.right()).as("%s", words).isLessThanOrEqualTo(area.width() + 1);
          assertThat(words.baseline()).as("%s", words).isBetween(5.0, area.height());
        }
      }
    }
  }

  @Test
  void a_bar_travels_to_its_new_place() {
    var problem =
        problem(
            Map.of(
                "documents", new double[][] {{0, 1}, {1, 1}, {1, 0}}, "query", new double[] {1, 0}),
            Map.of("k", 1L));
    var inserts = VIEW.exercise().run(problem).step(3).inside();
    double before = top(shown(inserts.step(1), Optional.empty(), 1), 2);
    double after = top(shown(inserts.step(2), Optional.empty(), 1), 2);
    double between = top(shown(inserts.step(2), Optional.of(inserts.step(1)), 0.5), 2);
    assertThat(after).isLessThan(before);
    assertThat(between).isBetween(after + 1, before - 1);
  }

  private static Shown<CosineFrame> shown(
      Step<CosineFrame> step, Optional<Step<CosineFrame>> before, double progress) {
    return new Shown<>(step, before, progress, LOOK, Interaction.NONE, new Hits());
  }

  private static double top(Shown<CosineFrame> shown, int document) {
    new CosinePainter().paint(new TextsDrawn(), AREA, shown);
    return shown.hits().of(new OfSimilarity(document)).orElseThrow().box().y();
  }

  @Test
  void a_bar_shows_its_dot_product_term_by_term() {
    var problem =
        problem(
            Map.of("documents", new double[][] {{3, 4}}, "query", new double[] {4, 3}), Map.of());
    var step = VIEW.exercise().run(problem).step(2);
    var explanation = VIEW.explain(step, new OfSimilarity(0)).orElseThrow().narration();
    assertThat(explanation.title()).isEqualTo("d1: cosine 0.960");
    assertThat(explanation.formulas().getFirst())
        .contains("0.80\\cdot 0.60+0.60\\cdot 0.80", "\\mathbf{0.960}");
    assertThat(explanation.table().rows())
        .containsExactly(
            List.of("1", "0.80", "0.60", "0.48"), List.of("2", "0.60", "0.80", "0.48"));
  }

  @Test
  void the_angle_is_not_told_while_the_cosine_is_added_up() {
    var problem =
        problem(
            Map.of("documents", new double[][] {{3, 4}}, "query", new double[] {4, 3}), Map.of());
    var products = VIEW.exercise().run(problem).step(2).inside();
    var surface = new TextsDrawn();
    paint(products.step(0).inside().step(1), AREA, surface);
    assertThat(surface.texts).noneMatch(words -> words.text().contains("cos θ"));
    paint(products.step(0), AREA, surface);
    assertThat(surface.texts).anyMatch(words -> words.text().equals("cos θ = 0.960"));
  }

  @Test
  void a_pinned_document_stays_in_the_panels() {
    var problem = problem(Map.of(), Map.of());
    var step = VIEW.exercise().run(problem).step(4);
    Element pinned = new OfDocument(7);
    assertThat(VIEW.pins(pinned)).isTrue();
    assertThat(VIEW.pins(new OfSimilarity(7))).isFalse();
    var surface = new TextsDrawn();
    new CosinePainter()
        .paint(
            surface,
            AREA,
            new Shown<>(
                step, Optional.empty(), 1, LOOK, Interaction.NONE.togglingPin(pinned), new Hits()));
    assertThat(surface.texts).anyMatch(words -> words.text().equals("True angle of q and d8"));
  }

  @Test
  void the_map_can_be_large_and_asked_about() {
    var problem = problem(Map.of(), Map.of());
    var step = VIEW.exercise().run(problem).step(4);
    var shown =
        new Shown<>(
            step,
            Optional.empty(),
            1,
            LOOK,
            Interaction.NONE.choosing(CosinePainter.PICTURE, "Map"),
            new Hits());
    new CosinePainter().paint(new TextsDrawn(), AREA, shown);
    var place = shown.hits().of(new OfPoint(3)).orElseThrow().box();
    assertThat(shown.hits().at(place.centreX(), place.centreY()))
        .map(Hits.Hit::element)
        .isPresent();
    assertThat(shown.hits().zoomableAt(450, 300)).isPresent();
    var narration = VIEW.explain(step, new OfPoint(3)).orElseThrow().narration();
    assertThat(narration.caption()).contains("% of the variance");
  }

  private static final List<String> TEXTS =
      List.of("The cat naps in the sun", "A kitten naps", "Bake the bread", "Hot bread");

  @Test
  void a_typed_query_sends_the_rows_from_the_ranking_before() {
    var cats = problem(Map.of("texts", TEXTS, "query_text", "a cat naps"), Map.of("k", 1L));
    var bread = cats.withQueryText("hot bread");
    var before = last(cats);
    var after = last(bread);
    double start = top(shown(before, Optional.empty(), 1), 3);
    double end = top(shown(after, Optional.empty(), 1), 3);
    double between = top(shown(after, Optional.of(before), 0.5), 3);
    assertThat(end).isLessThan(start);
    assertThat(between).isBetween(end + 1, start - 1);
  }

  @Test
  void the_bars_grow_and_shrink_on_the_way_to_another_query() {
    var cats = problem(Map.of("texts", TEXTS, "query_text", "a cat naps"), Map.of("k", 1L));
    var far = VIEW.exercise().changed(cats, "k", 2L);
    assertThat(far.documents()).isSameAs(cats.documents());
    var bread = cats.withQueryText("hot bread");
    var stage = stage(shown(last(bread), Optional.of(last(cats)), 0.25));
    double from = last(cats).frame().search().similarities()[3];
    double to = last(bread).frame().search().similarities()[3];
    assertThat(stage.travelling(3, to)).isCloseTo(from + 0.25 * (to - from), within(1e-12));
    assertThat(stage(shown(last(bread), Optional.empty(), 1)).travelling(3, to)).isEqualTo(to);
  }

  private static Stage stage(Shown<CosineFrame> shown) {
    var frame = shown.step().frame();
    var known = Prepared.of(frame);
    var layout = StageLayout.of(frame.problem(), known.letters(), LOOK, AREA);
    return new Stage(Sheet.of(new TextsDrawn(), shown), known, layout);
  }

  private static Step<CosineFrame> last(CosineProblem problem) {
    var run = VIEW.exercise().run(problem);
    return run.step(run.length() - 1);
  }
}
