package dev.stepwise.view.matrices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.attention.Sharpness;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.lesson.Presets;
import dev.stepwise.testing.Fx;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Shown;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.matrices.MatrixElement.OfEntropy;
import dev.stepwise.view.matrices.MatrixElement.OfGradient;
import dev.stepwise.view.matrices.MatrixElement.OfPart;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfPiece;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever can be clicked at any step, at any depth, of the presets explains itself, and where it
/// is a number of a matrix the explanation holds the number.
class EveryNumberTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final int WIDTH = 900;
  private static final int HEIGHT = 700;

  /// So many of a step are asked about, spread over all; others at the next.
  private static final int ASKED = 120;

  @ParameterizedTest
  @ValueSource(strings = {"causal-mask", "overflow"})
  void of_self_attention(String preset) {
    var view = new AttentionView();
    var problem = problem(view, preset);
    int steps = walk(view, view.exercise().run(problem), 0, EveryNumberTest::single);
    assertThat(steps).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"four-specialists", "wrong-reshape"})
  void of_multi_head_attention(String preset) {
    var view = new MultiHeadView();
    var problem = problem(view, preset);
    int steps = walk(view, view.exercise().run(problem), 0, EveryNumberTest::many);
    assertThat(steps).isGreaterThan(30);
  }

  private static <P, F extends Frame> P problem(ExerciseView<P, F> view, String id) {
    var exercise = view.exercise();
    var preset =
        Presets.of(exercise.id()).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return exercise.problem(preset.scenario(exercise).given());
  }

  /// All steps at the top; inside them one in the middle and the last, as deep as it goes.
  private static <P, F extends Frame> int walk(
      ExerciseView<P, F> view,
      Run<F> run,
      int depth,
      BiFunction<F, Element, OptionalDouble> value) {
    int count = 0;
    while (run.has(count)) {
      count++;
    }
    int steps = 0;
    for (int index = 0; index < count; index++) {
      if (depth == 0 || index == count * 2 / 5 || index == count - 1) {
        var step = run.step(index);
        check(view, step, steps, value);
        steps++;
        if (step.isComposite()) {
          steps += walk(view, step.inside(), depth + 1, value);
        }
      }
    }
    return steps;
  }

  private static <P, F extends Frame> void check(
      ExerciseView<P, F> view,
      Step<F> step,
      int begin,
      BiFunction<F, Element, OptionalDouble> value) {
    var hits = painted(view, step);
    var elements = new LinkedHashSet<Element>();
    hits.all().forEach(hit -> elements.add(hit.element()));
    for (int x = 1; x < WIDTH; x += 13) {
      for (int y = 1; y < HEIGHT; y += 9) {
        hits.at(x, y).ifPresent(hit -> elements.add(hit.element()));
      }
    }
    assertThat(elements).isNotEmpty();
    var all = List.copyOf(elements);
    int stride = Math.ceilDiv(all.size(), ASKED);
    for (int i = begin % stride; i < all.size(); i += stride) {
      var element = all.get(i);
      if (view.pins(element)) {
        continue;
      }
      var told = view.explain(step, element);
      assertThat(told).as("%s at %s", element, step.crumb()).isPresent();
      var narration = told.orElseThrow().narration();
      value
          .apply(step.frame(), element)
          .ifPresent(number ->
              assertThat(String.join(" ", narration.formulas()))
                  .as("%s at %s", element, step.crumb())
                  .contains("\\mathbf{" + Numbers.latex(number) + "}"));
    }
  }

  private static <P, F extends Frame> Hits painted(ExerciseView<P, F> view, Step<F> step) {
    return Fx.call(() -> {
      var shown = Shown.atRest(step, LOOK);
      var canvas = new Canvas(WIDTH, HEIGHT);
      var surface = new CanvasSurface(canvas.getGraphicsContext2D());
      view.painter().paint(surface, new Box(0, 0, WIDTH, HEIGHT), shown);
      return shown.hits();
    });
  }

  /// The number that stands where an element of self-attention is; none where it is no number.
  private static OptionalDouble single(AttentionFrame frame, Element element) {
    return switch (element) {
      case OfCell(var tensor, int row, int column) ->
          OptionalDouble.of(frame.values(tensor)[row][column]);
      case OfPart(int query, int key, var part) -> OptionalDouble.of(part(frame, query, key, part));
      case OfEntropy(int query) ->
          OptionalDouble.of(Sharpness.entropy(frame.pass().weights()[query]));
      case OfGradient(int query) ->
          OptionalDouble.of(Sharpness.gradient(frame.pass().weights()[query]));
      default -> OptionalDouble.empty();
    };
  }

  private static double part(AttentionFrame frame, int query, int key, Part part) {
    double score = frame.pass().scores()[query][key];
    return switch (part) {
      case MAX, SUM -> score;
      case SHIFT -> score - frame.shift(query);
      case EXP -> Math.exp(score - frame.shift(query));
      case DIVIDE -> frame.pass().weights()[query][key];
    };
  }

  /// The number that stands where an element of multi-head attention is.
  private static OptionalDouble many(MultiHeadFrame frame, Element element) {
    var problem = frame.problem();
    return switch (element) {
      case InHead(int head, OfCell(var tensor, int row, int column)) when tensor.isProjection() ->
          OptionalDouble.of(projection(frame.pass().split().get(head), tensor)[row][column]);
      case InHead(int head, var inner) -> single(frame.inHead(head), inner);
      case OfWhole(var matrix, int row, int column) ->
          OptionalDouble.of(whole(frame, matrix)[row][column]);
      case OfPiece(var pieces, int row, int column) -> {
        int n = problem.length();
        int h = problem.heads();
        int k = problem.headWidth();
        double[][] q = frame.pass().whole().q();
        yield OptionalDouble.of(
            switch (pieces) {
              case CUT -> q[row / h][row % h * k + column];
              case TURNED -> frame.pass().split().get(row / n).q()[row % n][column];
              case RIGHT -> q[row % n][row / n * k + column];
            });
      }
      default -> OptionalDouble.empty();
    };
  }

  private static double[][] projection(Projections projections, Tensor tensor) {
    return switch (tensor) {
      case Q -> projections.q();
      case K -> projections.k();
      default -> projections.v();
    };
  }

  private static double[][] whole(MultiHeadFrame frame, Whole matrix) {
    var problem = frame.problem();
    var pass = frame.pass();
    return switch (matrix) {
      case X -> problem.x();
      case W_Q -> problem.queries();
      case W_K -> problem.keys();
      case W_V -> problem.values();
      case W_O -> problem.output();
      case Q -> pass.whole().q();
      case K -> pass.whole().k();
      case V -> pass.whole().v();
      case JOINED -> pass.joined();
      case OUTPUT -> pass.output();
    };
  }
}
