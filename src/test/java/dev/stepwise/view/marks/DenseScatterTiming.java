package dev.stepwise.view.marks;

import java.util.Random;

/// Measures how long 100,000 points take to be stamped; run by hand.
final class DenseScatterTiming {
  private DenseScatterTiming() {}

  public static void main(String[] args) {
    int n = 100_000;
    var random = new Random(1);
    var xs = random.doubles(n).toArray();
    var ys = random.doubles(n).toArray();
    var scatter = new ScatterMark(xs, ys, random.ints(n, 0, 8).toArray());
    var frame = PlotFrame.equalAspect(new Box(0, 0, 900, 700), xs, ys, 0.05);
    var look = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
    for (int round = 0; round < 300; round++) {
      long start = System.nanoTime();
      var pixels = new SpriteStamp(look, scatter.radius(look)).stamp(scatter, frame);
      if (round % 50 == 49) {
        System.out.printf("%.2f ms %d%n", (System.nanoTime() - start) / 1e6, pixels.argb().length);
      }
    }
  }
}
