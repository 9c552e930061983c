package dev.stepwise.eighth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.draw.Palette;
import dev.stepwise.eighth.PowerIteration.Problem;
import dev.stepwise.eighth.PowerIteration.State;
import dev.stepwise.export.PictureFormat;
import dev.stepwise.export.PictureWriter;
import dev.stepwise.export.TraceWriter;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Card;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.plain.PlainView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javax.imageio.ImageIO;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import tools.jackson.databind.json.JsonMapper;

/// An exercise without a painter of its own is stepped, explained, drawn and traced.
@OneAtATime
class EighthExerciseTest {
  private static final Card CARD =
      new Card(
          8,
          "power-iteration",
          "Power iteration",
          "Power iteration",
          Feather.REPEAT,
          "Where a vector turns that is multiplied again and again.",
          15);

  private final PlainView<Problem, State> view = new PlainView<>(new PowerIteration(), CARD);
  private final LoadedScenario<Problem, State> loaded = loaded();

  private LoadedScenario<Problem, State> loaded() {
    var preset = Presets.of("power-iteration").getFirst();
    var scenario = preset.scenario(view.exercise());
    return new LoadedScenario<>(
        view.exercise(), scenario, view.exercise().problem(scenario.given()));
  }

  private State last() {
    var run = loaded.run();
    return run.step(run.length() - 1).frame();
  }

  @Test
  void it_finds_the_eigenvalue_that_commons_math_finds() {
    var eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(loaded.problem().a()));
    assertThat(last().norm()).isCloseTo(eigen.getRealEigenvalue(0), within(1e-9));
  }

  @Test
  void each_number_is_what_its_operands_make() {
    var state = last();
    for (var ref : refs()) {
      var why = view.exercise().why(state, ref).orElseThrow();
      if (!(why.operation() instanceof Operation.Given)) {
        assertThat(why.operation().result()).as(ref.text()).isCloseTo(why.value(), within(1e-12));
      }
      for (var operand : why.operation().operands()) {
        assertThat(operand.ref().orElseThrow().in(state.variables()))
            .as("%s, an operand of %s", operand, ref.text())
            .hasValue(operand.value());
      }
    }
  }

  private static List<Ref> refs() {
    var refs = new ArrayList<>(List.of(Ref.of("square"), Ref.of("norm")));
    IntStream.range(0, 2).forEach(i -> refs.add(Ref.of("v", i)));
    return refs;
  }

  @Test
  void a_dot_product_opens_into_its_terms() {
    var terms = loaded.run().step(1).inside();
    assertThat(terms.length()).isEqualTo(2);
    assertThat(terms.step(1).narration().formulas()).containsExactly("4+1\\cdot 1=\\mathbf{5}");
  }

  @Test
  void a_click_on_a_number_tells_its_arithmetic_and_lights_what_it_was_made_from() {
    var step = loaded.run().step(1);
    var explanation = view.explain(step, new NumberElement(Ref.of("v", 1))).orElseThrow();
    assertThat(explanation.narration().formulas())
        .containsExactly("v_{1}=\\frac{1}{2.24}=\\mathbf{0.45}");
    assertThat(explanation.sources())
        .containsExactlyInAnyOrder(
            new NumberElement(Ref.of("product", 1)), new NumberElement(Ref.of("norm")));
    assertThat(view.exercise().why(step.frame(), Ref.of("v", 2))).isEmpty();
  }

  @Test
  void each_number_can_be_pointed_at() {
    var hits = new Hits();
    Fx.run(() -> {
      var look = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
      var surface = new CanvasSurface(new Canvas(800, 500).getGraphicsContext2D());
      var shown =
          new Shown<>(
              loaded.run().step(1), java.util.Optional.empty(), 1, look, Interaction.NONE, hits);
      view.painter().paint(surface, new Box(0, 0, 800, 500), shown);
    });
    for (var ref : refs()) {
      var hit = hits.of(new NumberElement(ref)).orElseThrow();
      assertThat(hits.at(hit.box().centreX(), hit.box().centreY())).contains(hit);
      assertThat(new Box(0, 0, 800, 500).contains(hit.box().right(), hit.box().bottom())).isTrue();
    }
  }

  @Test
  void it_is_drawn_and_traced() throws Exception {
    var navigator = new Navigator<>(loaded.run());
    var pictures =
        new PictureWriter<>(
            loaded.exercise(),
            loaded.scenario(),
            navigator,
            view.painter(),
            new Formulas(),
            new PictureFormat(1280, 800, Palette.LIGHT, Look.Density.WINDOW),
            Interaction.NONE);
    var png = new ByteArrayOutputStream();
    pictures.writePng(Position.top(3), png);
    var image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(colours(image)).isGreaterThan(50);

    var trace = new ByteArrayOutputStream();
    TraceWriter.write(loaded, TraceWriter.Contents.STEPS_AND_VALUES, trace);
    var steps = JsonMapper.shared().readTree(trace.toByteArray()).get("steps");
    assertThat(steps.get(20).get("values").get("norm").doubleValue()).isEqualTo(last().norm());
  }

  private static long colours(java.awt.image.BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void a_derivation_without_arithmetic_says_its_sentence_alone() {
    Derivation given = view.exercise().why(last(), Ref.of("A", 0, 1)).orElseThrow();
    assertThat(given.narration().title()).isEqualTo("A[0, 1] = 1");
    assertThat(given.narration().formulas()).isEmpty();
  }
}
