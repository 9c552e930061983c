package dev.stepwise.view.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Surface;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.TextReading;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.Shown;
import dev.stepwise.view.lab.Finding;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import dev.stepwise.view.lstm.lab.LstmExperiments;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the stage shows can be asked about, and what it answers is true.
@OneAtATime
class LstmStageTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final LstmExercise EXERCISE = new LstmExercise();
  private static final LstmView VIEW = new LstmView();

  private static LstmProblem problem(Cell cell) {
    return EXERCISE.problem(
        Given.nothing()
            .withParameters(Map.of("cell", cell.word(), "time_steps", 6L, "hidden_size", 3L)));
  }

  private static Run<LstmFrame> run(Cell cell) {
    return EXERCISE.run(problem(cell));
  }

  private static Hits painted(Step<LstmFrame> step, Interaction interaction) {
    var shown = new Shown<>(step, Optional.empty(), 1, LOOK, interaction, new Hits());
    paint(new Box(0, 0, 760, 700), shown);
    return shown.hits();
  }

  @ParameterizedTest
  @EnumSource
  void every_known_number_explains_itself_with_its_value(Cell cell) {
    var step = run(cell).step(4);
    var frame = step.frame();
    for (var quantity : cell.quantities()) {
      for (int t = 0; t <= 4; t++) {
        for (int unit = 0; unit < 3; unit++) {
          var formulas =
              VIEW.explain(step, new OfValue(quantity, t, unit))
                  .orElseThrow()
                  .narration()
                  .formulas();
          double value = frame.time().history().moment(t).values(quantity)[unit];
          assertThat(formulas.getLast())
              .as("%s %d %d", quantity, t, unit)
              .endsWith("\\mathbf{" + Numbers.latex(value) + "}");
        }
      }
    }
    assertThat(VIEW.explain(step, new OfInput(4, 1))).isPresent();
    assertThat(VIEW.explain(step, new OfValue(Quantity.H, -1, 0))).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_known_yet_is_not_explained(Cell cell) {
    var first = run(cell).step(2).inside().step(0);
    assertThat(VIEW.explain(first, new OfValue(Quantity.H, 2, 0))).isEmpty();
    assertThat(VIEW.explain(first, new OfValue(Quantity.H, 5, 0))).isEmpty();
    assertThat(VIEW.explain(first, new OfInput(3, 0))).isEmpty();
    assertThat(VIEW.explain(first, new OfValue(Quantity.H, 1, 0))).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void the_sources_of_a_sum_are_its_factors(Cell cell) {
    var step = run(cell).step(3);
    var sources = VIEW.explain(step, new OfValue(cell.memory(), 3, 1)).orElseThrow().sources();
    if (cell == Cell.RNN) {
      assertThat(sources)
          .contains(
              new OfInput(3, 0), new OfValue(Quantity.H, 2, 0), new OfValue(Quantity.H, 2, 2));
    } else {
      assertThat(sources)
          .contains(new OfValue(cell.memory(), 2, 1), new OfValue(cell.keepGate(), 3, 1));
    }
  }

  /// An address leads back to what is drawn for it.
  @ParameterizedTest
  @EnumSource
  void what_is_drawn_has_an_address_and_an_address_something_drawn(Cell cell) {
    var step = run(cell).step(3);
    for (var quantity : cell.quantities()) {
      var element = new OfValue(quantity, 3, 2);
      assertThat(VIEW.address(step, element).map(ref -> VIEW.drawn(step, ref)))
          .as("%s", quantity)
          .contains(element);
    }
    var before = new OfValue(cell.memory(), 2, 1);
    assertThat(VIEW.address(step, before)).contains(Ref.of(cell.memory().variable() + "_prev", 1));
    assertThat(VIEW.drawn(step, Ref.of(cell.memory().variable() + "_prev", 1))).isEqualTo(before);
    assertThat(VIEW.address(step, new OfValue(cell.memory(), 1, 1))).isEmpty();
    assertThat(VIEW.first(step)).contains(new OfValue(Quantity.H, 3, 0));
    var unit = step.inside().step(1).inside().step(1);
    assertThat(VIEW.first(unit)).contains(new OfValue(cell.quantities().getFirst(), 3, 1));
  }

  @ParameterizedTest
  @EnumSource
  void every_row_of_the_traces_has_every_time_step(Cell cell) {
    var hits = painted(run(cell).step(5), Interaction.NONE);
    for (var quantity : cell.quantities()) {
      if (quantity == Quantity.RH) {
        continue;
      }
      for (int t = 0; t < 6; t++) {
        var element = new OfValue(quantity, t, 2);
        var box = hits.of(element).orElseThrow().box();
        assertThat(hits.at(box.centreX(), box.centreY()).orElseThrow().element())
            .isEqualTo(element);
      }
    }
  }

  @Test
  void a_pinned_unit_has_its_numbers_on_the_wires_until_a_step_looks_at_another() {
    var pinned = Interaction.NONE.togglingPin(new OfUnit(2));
    assertThat(new LstmView().pins(new OfUnit(2))).isTrue();
    var step = run(Cell.LSTM).step(3);
    assertThat(elements(painted(step, pinned))).contains(new OfValue(Quantity.KEPT, 3, 2));
    var inside = step.inside().step(5).inside().step(1);
    assertThat(elements(painted(inside, pinned))).contains(new OfValue(Quantity.KEPT, 3, 1));
  }

  /// At the sizes of a window and of a lecture hall; a gate has the mark of its saturation beside
  /// it.
  @ParameterizedTest
  @EnumSource
  void no_number_on_the_wires_covers_another_or_the_edge(Cell cell) {
    var step = run(cell).step(5);
    for (int unit = 0; unit < 3; unit++) {
      var pinned = Interaction.NONE.togglingPin(new OfUnit(unit));
      for (var area : List.of(new Box(0, 0, 760, 700), new Box(0, 0, 620, 500))) {
        var shown = new Shown<>(step, Optional.empty(), 1, LOOK, pinned, new Hits());
        paint(area, shown);
        var chips = shown.hits().all().stream().map(LstmStageTest::withMark).toList();
        assertThat(chips).hasSizeGreaterThanOrEqualTo(3);
        for (var chip : chips) {
          assertThat(chip.within(area)).isEqualTo(chip);
          assertThat(chips.stream().filter(chip::overlaps)).as("%s", chip).containsExactly(chip);
        }
      }
    }
  }

  private static Box withMark(Hits.Hit chip) {
    boolean isGate =
        chip.element() instanceof OfValue(var quantity, _, _)
            && quantity.range() == Quantity.Range.GATE;
    return isGate ? chip.box().inset(0, -12, 0, 0) : chip.box();
  }

  private static void paint(Box area, Shown<LstmFrame> shown) {
    Fx.run(() -> {
      var canvas = new Canvas(area.width(), area.height());
      new LstmPainter().paint(new CanvasSurface(canvas.getGraphicsContext2D()), area, shown);
    });
  }

  /// A number of the input is framed in its strip, as any other source is.
  @ParameterizedTest
  @EnumSource
  void an_input_is_framed_where_it_is_a_source(Cell cell) {
    var source = new OfInput(2, 1);
    var lit = Interaction.NONE.lighting(Set.of(source));
    var shown = new Shown<>(run(cell).step(4), Optional.empty(), 1, LOOK, lit, new Hits());
    var frames = new ArrayList<Box>();
    Fx.run(() -> new LstmPainter().paint(accentFrames(frames), new Box(0, 0, 760, 700), shown));
    var cellBox = shown.hits().of(source).orElseThrow().box();
    assertThat(frames)
        .anySatisfy(frame -> assertThat(frame.inset(2).within(cellBox)).isEqualTo(frame.inset(2)));
  }

  /// Notes the rectangles that are stroked in the colour of what is current.
  private static Surface accentFrames(List<Box> frames) {
    return (Surface)
        Proxy.newProxyInstance(
            Surface.class.getClassLoader(),
            new Class<?>[] {Surface.class},
            (_, method, arguments) -> {
              if (method.getName().equals("rectangle")
                  && ((Ink) arguments[2])
                      .stroke()
                      .filter(stroke -> stroke.colour().equals(Palette.LIGHT.accent()))
                      .isPresent()) {
                frames.add((Box) arguments[0]);
              }
              if (method.getName().equals("faded")) {
                ((Runnable) arguments[1]).run();
              }
              return method.getReturnType() == double.class ? 30.0 : null;
            });
  }

  private static List<Element> elements(Hits hits) {
    return hits.all().stream().map(Hits.Hit::element).toList();
  }

  @Test
  void what_lies_ahead_cannot_be_asked_about() {
    var gate = run(Cell.LSTM).step(3).inside().step(1);
    assertThat(elements(painted(gate, Interaction.NONE)))
        .contains(new OfValue(Quantity.F, 3, 0), new OfValue(Quantity.C, 2, 0))
        .doesNotContain(new OfValue(Quantity.I, 3, 0), new OfValue(Quantity.C, 3, 0));
  }

  @Test
  void one_picture_alone_can_be_chosen() {
    var step = run(Cell.LSTM).step(5);
    var cell = painted(step, Interaction.NONE.choosing(LstmLayout.VIEW, "Cell"));
    assertThat(cell.of(new OfValue(Quantity.F, 2, 0))).isEmpty();
    var traces = painted(step, Interaction.NONE.choosing(LstmLayout.VIEW, "Traces"));
    assertThat(traces.of(new OfValue(Quantity.KEPT, 5, 0))).isEmpty();
    assertThat(traces.of(new OfValue(Quantity.F, 2, 0))).isPresent();
  }

  @Test
  void a_typed_word_is_a_sequence_of_letters_for_the_same_cell() {
    var data = new LstmData();
    var reading = data.readWord(problem(Cell.GRU), " noon ");
    assertThat(reading).isInstanceOf(TextReading.Usable.class);
    var usable = (TextReading.Usable<LstmProblem>) reading;
    assertThat(usable.outcome()).isEqualTo("4 time steps, 2 different letters");
    assertThat(usable.problem().cell()).isEqualTo(Cell.GRU);
    assertThat(usable.problem().hidden()).isEqualTo(3);
    assertThat(data.readWord(problem(Cell.GRU), "  ")).isInstanceOf(TextReading.Unusable.class);
  }

  @Test
  void a_text_that_cannot_be_kept_is_refused_in_words() {
    var many = new StringBuilder();
    for (int point = 0x4e00; point < 0x4e00 + 6000; point++) {
      many.appendCodePoint(point);
    }
    var data = new LstmData();
    for (var text : List.of(many.toString(), "a\ud83db")) {
      assertThat(data.readWord(problem(Cell.LSTM), text))
          .isInstanceOfSatisfying(
              TextReading.Unusable.class,
              unusable -> assertThat(unusable.toString()).contains("The word "));
    }
  }

  @Test
  void pasted_numbers_are_checked_line_by_line() {
    var data = new LstmData();
    var before = problem(Cell.LSTM);
    var usable = (TextReading.Usable<LstmProblem>) data.readNumbers(before, "1, 2\n\n3;-4e0\n");
    assertThat(usable.problem().x()).isDeepEqualTo(new double[][] {{1, 2}, {3, -4}});
    assertThat(data.readNumbers(before, "1 2\n3"))
        .isEqualTo(
            new TextReading.Unusable<LstmProblem>(
                "Line 2 has 1 number, but the first has 2; give all lines as many."));
    assertThat(data.readNumbers(before, "1 x"))
        .isEqualTo(
            new TextReading.Unusable<LstmProblem>(
                "Line 1: ‘x’ is no number; write it like 0.5 or -1."));
    assertThat(data.readNumbers(before, "1e999")).isInstanceOf(TextReading.Unusable.class);
    assertThat(data.readNumbers(before, "1e200")).isInstanceOf(TextReading.Unusable.class);
  }

  @Test
  void a_table_gives_its_rows_and_names() {
    var data = new ImportedData("rain", new double[][] {{1}, {2}}, List.of("mm"));
    var problem = new LstmData().withTable(problem(Cell.RNN), data);
    assertThat(problem.x()).hasDimensions(2, 1);
    assertThat(problem.features()).containsExactly("mm");
  }

  @Test
  void every_experiment_finds_something_and_can_be_drawn() {
    for (var experiment : LstmExperiments.experiments(problem(Cell.LSTM))) {
      Finding finding = experiment.computation().compute(_ -> {});
      assertThat(finding.conclusion()).isNotBlank().doesNotContain("null");
      assertThat(finding.numbers().lines().count()).isGreaterThan(4);
      Fx.run(() -> {
        var canvas = new Canvas(400, 300);
        var surface = new CanvasSurface(canvas.getGraphicsContext2D());
        finding
            .pictures()
            .forEach(each -> each.drawing().draw(surface, new Box(0, 0, 400, 300), LOOK));
      });
    }
  }
}
