package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stepwise.draw.CurvesMark.Curve;
import dev.stepwise.draw.CurvesMark.Part;
import dev.stepwise.testing.OneAtATime;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

@OneAtATime
class CurvesMarkTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box AREA = new Box(0, 0, 400, 240);
  private static final int MANY = 1_000_000;

  /// Numbers that are searched one by one.
  private record Numbers(int size, IntToDoubleFunction number) implements Sequence {
    @Override
    public double at(int index) {
      return number.applyAsDouble(index);
    }

    @Override
    public double least(int from, int to) {
      return extreme(from, to, -1);
    }

    @Override
    public double most(int from, int to) {
      return extreme(from, to, 1);
    }

    private double extreme(int from, int to, int sign) {
      double found = Double.NaN;
      for (int i = from; i < to; i++) {
        double value = at(i);
        found = Double.isNaN(found) || sign * value > sign * found ? value : found;
      }
      return found;
    }
  }

  private static CurvesMark mark(Sequence numbers, double reach) {
    var curve = new Curve(Palette.LIGHT.accent(), 2, 0, 1, numbers);
    return new CurvesMark(
        new Axes("epoch", ""),
        Scale.Kind.LINEAR,
        numbers.size(),
        reach,
        Double.POSITIVE_INFINITY,
        List.of(curve));
  }

  private static RecordingSurface drawn(CurvesMark mark, Part part) {
    var surface = new RecordingSurface(Surface.Kind.SHAPES);
    mark.draw(surface, AREA, LOOK, part);
    return surface;
  }

  private static double highest(RecordingSurface surface) {
    return surface.shapes.stream()
        .flatMapToDouble(shape -> Arrays.stream(shape.ys()))
        .min()
        .orElseThrow();
  }

  @Test
  void one_peak_in_a_million_is_seen_and_so_is_one_valley() {
    var mark = mark(new Numbers(MANY, i -> i == 777_777 ? 9 : i == 333_333 ? 1 : 5), 0);
    var surface = drawn(mark, Part.WHOLE);
    var frame = mark.frame(AREA, LOOK, Part.WHOLE);
    assertThat(surface.shapes.stream().mapToInt(shape -> shape.xs().length).sum()).isLessThan(1000);
    assertThat(highest(surface)).isCloseTo(frame.pixelY(9) - 1, within(1e-9));
    double lowest =
        surface.shapes.stream()
            .flatMapToDouble(shape -> Arrays.stream(shape.ys()))
            .max()
            .orElseThrow();
    assertThat(lowest).isCloseTo(frame.pixelY(1) + 1, within(1e-9));
  }

  @Test
  void a_few_numbers_are_a_line_through_each() {
    var mark = mark(new Numbers(5, i -> i), 0);
    var surface = drawn(mark, Part.WHOLE);
    var frame = mark.frame(AREA, LOOK, Part.WHOLE);
    assertThat(surface.shapes).isEmpty();
    assertThat(surface.lines)
        .anySatisfy(line -> {
          assertThat(line.xs()).hasSize(5);
          assertThat(line.ys()[3]).isCloseTo(frame.pixelY(3), within(1e-9));
        });
  }

  @Test
  void what_is_not_a_number_parts_the_curve() {
    var mark = mark(new Numbers(MANY, i -> i > 400_000 && i < 600_000 ? Double.NaN : 2), 0);
    var frame = mark.frame(AREA, LOOK, Part.WHOLE);
    double middle = frame.pixelX(500_000);
    var left = drawn(mark, Part.WHOLE).shapes.stream().filter(s -> s.xs()[0] < middle).toList();
    var right = drawn(mark, Part.WHOLE).shapes.stream().filter(s -> s.xs()[0] > middle).toList();
    assertThat(left).isNotEmpty().allMatch(s -> greatest(s.xs()) < frame.pixelX(400_000) + 2);
    assertThat(right).isNotEmpty().allMatch(s -> s.xs()[0] > frame.pixelX(600_000) - 2);
  }

  @Test
  void a_noisy_band_is_one_picture_on_a_screen_and_one_outline_in_a_drawing() {
    var mark = mark(new Numbers(MANY, i -> i * 7919L % 1013), 0);
    assertThat(drawn(mark, Part.WHOLE).shapes).hasSize(1);
    var screen = new RecordingSurface();
    mark.draw(screen, AREA, LOOK, Part.WHOLE);
    assertThat(screen.shapes).isEmpty();
    assertThat(screen.images).isEqualTo(1);
  }

  private static double greatest(double[] xs) {
    return Arrays.stream(xs).max().orElseThrow();
  }

  @Test
  void a_part_is_drawn_in_as_much_detail_as_it_has_room_for() {
    var mark = mark(new Numbers(MANY, i -> i == 777_777 ? 9 : 5), 0);
    var near = new Part(0.7777, 0, 0.7779, 1);
    var surface = drawn(mark, near);
    assertThat(surface.shapes).isEmpty();
    assertThat(surface.lines).anySatisfy(line -> assertThat(line.xs().length).isBetween(150, 250));
  }

  @Test
  void the_axis_reaches_as_far_as_it_is_told() {
    var low = mark(new Numbers(5, _ -> 0.2), 1).frame(AREA, LOOK, Part.WHOLE);
    assertThat(low.y().to()).isGreaterThanOrEqualTo(1);
    var free = mark(new Numbers(5, _ -> 0.2), 0).frame(AREA, LOOK, Part.WHOLE);
    assertThat(free.y().to()).isLessThan(0.3);
  }
}
