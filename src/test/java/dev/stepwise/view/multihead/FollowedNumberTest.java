package dev.stepwise.view.multihead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.WordsSurface;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Shown;
import dev.stepwise.view.matrices.MatrixElement.OfCell;
import dev.stepwise.view.multihead.MultiHeadElement.InHead;
import dev.stepwise.view.multihead.MultiHeadElement.OfStation;
import dev.stepwise.view.multihead.MultiHeadElement.OfWhole;
import dev.stepwise.view.multihead.MultiHeadElement.Station;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With the wrong reshape, story, ledger and pictures follow one number to where it really is, by
/// the arithmetic of NumPy's `reshape`, written out here.
@OneAtATime
class FollowedNumberTest {
  private static final int ATTEND = 3;
  private static final int JOIN = 4;

  private final MultiHeadView view = new MultiHeadView();

  private Step<MultiHeadFrame> step(int n, int d, int h, int index) {
    var exercise = new MultiHeadExercise();
    var parameters =
        new LinkedHashMap<String, Object>(
            Map.of("seq_len", (long) n, "d_model", (long) d, "num_heads", (long) h));
    parameters.put("reshape", "without-transpose");
    return exercise.run(exercise.problem(new Given(new LinkedHashMap<>(), parameters))).step(index);
  }

  /// `np.unravel_index(row * d + column, (h, n, k))`.
  private static int[] place(MultiHeadFrame frame) {
    int n = frame.problem().length();
    int d = frame.problem().modelWidth();
    int k = d / frame.problem().heads();
    int flat = frame.pass().tracked().row() * d + frame.pass().tracked().column();
    int head = 0;
    while (flat >= n * k) {
      flat -= n * k;
      head++;
    }
    int row = 0;
    while (flat >= k) {
      flat -= k;
      row++;
    }
    return new int[] {head, row, flat};
  }

  private static String index(int... at) {
    return Arrays.toString(at);
  }

  private static final class Drawn extends WordsSurface {
    final List<String> words = new ArrayList<>();
    final List<Box> boxes = new ArrayList<>();

    @Override
    public void rectangle(Box box, double radius, Ink ink) {
      boxes.add(box);
    }

    @Override
    public void text(String text, double x, double y, Type type) {
      words.add(text);
    }

    @Override
    public double textWidth(String text, Type type) {
      return text.length() * type.size() * 0.55;
    }
  }

  private Hits paint(Drawn drawn, Step<MultiHeadFrame> step) {
    var shown = Shown.atRest(step, new Look(Palette.LIGHT, 1, Look.Density.WINDOW));
    view.painter().paint(drawn, new Box(0, 0, 1100, 800), shown);
    return shown.hits();
  }

  @ParameterizedTest
  @CsvSource({"8, 32, 4", "5, 8, 2", "6, 12, 3", "7, 10, 5", "9, 16, 8", "4, 6, 1"})
  void the_ledger_and_the_story_have_it_where_it_is(int n, int d, int h) {
    var step = step(n, d, h, JOIN);
    int[] at = place(step.frame());
    int column = at[0] * (d / h) + at[2];
    double result = step.frame().pass().heads().get(at[0]).output()[at[1]][at[2]];
    var drawn = new Drawn();
    paint(drawn, step);
    assertThat(drawn.words)
        .containsSubsequence(
            index(at),
            h + "×" + n + "×" + d / h,
            index(at),
            Numbers.text(result),
            "joined " + n + "×" + d,
            index(at[1], column),
            Numbers.text(result));
    assertThat(step.narration().caption())
        .contains("head %d has at [%d, %d]".formatted(at[0], at[1], at[2]))
        .contains(Integer.toString(column));
    assertThat(step(n, d, h, ATTEND).narration().caption())
        .contains(h == 1 ? "The only head" : "row %d of head %d".formatted(at[1], at[0]));
    var joined = view.explain(step, new OfStation(Station.JOINED)).orElseThrow().narration();
    assertThat(joined.caption()).contains("row %d, ".formatted(at[1])).contains("= " + column);
    var attended = view.explain(step, new OfStation(Station.ATTENDED)).orElseThrow().narration();
    assertThat(attended.caption()).contains(index(at));
    assertThat(attended.formulas()).anyMatch(text -> text.contains(Numbers.latex(result)));
  }

  @ParameterizedTest
  @CsvSource({"8, 32, 4", "5, 8, 2", "6, 12, 3", "7, 10, 5", "9, 16, 8"})
  void the_pictures_mark_it_where_it_is(int n, int d, int h) {
    var joining = step(n, d, h, JOIN);
    int[] at = place(joining.frame());
    var drawn = new Drawn();
    var hits = paint(drawn, joining);
    var joined = new OfWhole(Whole.JOINED, at[1], at[0] * (d / h) + at[2]);
    assertThat(drawn.boxes).contains(hits.of(joined).orElseThrow().box());
    var made = new InHead(at[0], new OfCell(Tensor.OUTPUT, at[1], at[2]));
    assertThat(drawn.boxes).contains(hits.of(made).orElseThrow().box());

    var heads = new Drawn();
    var large = paint(heads, step(n, d, h, ATTEND));
    var first = large.of(new InHead(at[0], new OfCell(Tensor.WEIGHTS, at[1], 0))).orElseThrow();
    assertThat(heads.words).contains("Head " + at[0]);
    assertThat(heads.boxes)
        .anyMatch(box ->
            box.y() == first.box().y()
                && box.height() == first.box().height()
                && box.width() > first.box().width() * (n - 0.5));
  }

  @ParameterizedTest
  @CsvSource({"8, 32, 4", "6, 12, 3", "7, 10, 5"})
  void what_should_be_is_told_beside_it(int n, int d, int h) {
    var step = step(n, d, h, JOIN);
    var tracked = step.frame().pass().tracked();
    int k = d / h;
    int[] due = {tracked.column() / k, tracked.row(), tracked.column() % k};
    assertThat(place(step.frame())).isNotEqualTo(due);
    var drawn = new Drawn();
    var hits = paint(drawn, step);
    assertThat(drawn.words)
        .contains("≠ where it should be", "≠ " + index(due))
        .contains("≠ " + index(tracked.row(), tracked.column()));
    var right = new OfWhole(Whole.JOINED, tracked.row(), tracked.column());
    assertThat(drawn.boxes).contains(hits.of(right).orElseThrow().box());
    assertThat(step.narration().caption()).contains(index(tracked.row(), tracked.column()));
  }
}
