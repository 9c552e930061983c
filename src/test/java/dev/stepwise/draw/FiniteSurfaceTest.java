package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

@OneAtATime
class FiniteSurfaceTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final Ink INK = Ink.filled(Color.BLACK);
  private static final Ink.Stroke STROKE = new Ink.Stroke(Color.BLACK, 1);
  private static final Type TYPE = new Type(Type.Face.REGULAR, 12, Color.BLACK);

  private final List<String> drawn = new ArrayList<>();
  private final Surface surface =
      new FiniteSurface() {
        @Override
        protected void putRectangle(Box box, double radius, Ink ink) {
          drawn.add("rectangle " + box.x() + " to " + box.right());
        }

        @Override
        protected void putCircle(double x, double y, double radius, Ink ink) {
          drawn.add("circle");
        }

        @Override
        protected void putLine(double[] xs, double[] ys, Ink.Stroke stroke) {
          drawn.add("line " + rounded(xs) + " " + rounded(ys));
        }

        @Override
        protected void putPolygon(double[] xs, double[] ys, Ink ink) {
          drawn.add("polygon " + Arrays.toString(xs));
        }

        @Override
        protected void putOutline(Outline outline, double x, double y, double scale, Ink ink) {
          drawn.add("outline");
        }

        @Override
        protected void putText(String text, double x, double y, Type type) {
          drawn.add(text);
        }

        @Override
        protected void putPixels(Pixels pixels, double x, double y) {
          drawn.add("pixels");
        }

        @Override
        protected void putClipped(Box box, Runnable drawing) {
          drawing.run();
        }

        @Override
        public double textWidth(String text, Type type) {
          return 0;
        }

        @Override
        public void faded(double opacity, Runnable drawing) {
          drawing.run();
        }
      };

  private static String rounded(double[] values) {
    return Arrays.toString(
        Arrays.stream(values).map(value -> Math.rint(value * 1e6) / 1e6).toArray());
  }

  @Test
  void what_has_no_place_is_not_drawn() {
    surface.rectangle(new Box(0, NAN, 10, 10), 0, INK);
    surface.circle(NAN, 0, 5, INK);
    surface.circle(0, INFINITE, 5, INK);
    surface.circle(0, 0, NAN, INK);
    surface.polygon(new double[] {0, 1, NAN}, new double[3], INK);
    surface.text("nowhere", NAN, 0, TYPE);
    surface.pixels(new Pixels(1, 1), INFINITE, 0);
    surface.outline(new Outline(), 0, 0, NAN, INK);
    surface.clipped(new Box(0, 0, INFINITE, 1), () -> surface.circle(0, 0, 1, INK));
    assertThat(drawn).isEmpty();
  }

  @Test
  void a_line_has_a_gap_where_a_point_has_no_place() {
    surface.line(new double[] {0, 1, 2, 3, 4, 5}, new double[] {0, 0, NAN, 0, INFINITE, 0}, STROKE);
    surface.line(new double[] {0, 1, 2, 3, 4}, new double[] {0, 0, NAN, 1, 1}, STROKE);
    assertThat(drawn)
        .containsExactly(
            "line [0.0, 1.0] [0.0, 0.0]",
            "line [0.0, 1.0] [0.0, 0.0]",
            "line [3.0, 4.0] [1.0, 1.0]");
  }

  @Test
  void a_line_to_a_far_place_goes_on_in_its_direction() {
    surface.line(new double[] {0, 0, 1e300}, new double[] {-1, 0, -2e300}, STROKE);
    assertThat(drawn)
        .containsExactly("line [0.0, 0.0] [-1.0, 0.0]", "line [0.0, 50000.0] [0.0, -100000.0]");
  }

  @Test
  void what_reaches_far_beyond_every_edge_is_cut_off() {
    surface.rectangle(new Box(-1e300, 0, 2e300, 10), 0, INK);
    surface.polygon(new double[] {0, 1e200, 5}, new double[] {0, 1, 2}, INK);
    assertThat(drawn)
        .containsExactly("rectangle -100000.0 to 100000.0", "polygon [0.0, 100000.0, 5.0]");
  }
}
