package dev.stepwise.view.cosine.lab;

import dev.stepwise.compute.cosine.FloatIndex;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.timing.Comparison;
import dev.stepwise.compute.timing.Stopwatch;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.LogScale;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Space;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What an approximate search gains and what it misses: recall at 10 over speed-up, for graphs of
/// one M and several ef.
final class RecallBySpeed {
  static final int K = 10;

  private static final int[] CANDIDATES = {10, 20, 40, 80, 160, 320};
  private static final double BUILDING = 0.85;
  private static final double DOT = 3.5;
  private static final double RING = 8;
  private static final double NAME = 18;

  /// What the sliders say.
  ///
  /// @param count how many vectors
  /// @param neighbours M
  /// @param candidates ef
  record Dials(int count, int neighbours, int candidates) {}

  /// What was measured with one ef.
  record Point(int candidates, double recall, Comparison times, double visited) {
    double speedUp() {
      return times.speedUp();
    }
  }

  /// A graph that was built, kept until one of another kind is asked for.
  private record Built(
      int count, int neighbours, Vectors vectors, FloatIndex exact, GraphIndex graph) {}

  private final Supplier<Dials> dials;
  private volatile Optional<Built> kept = Optional.empty();

  RecallBySpeed(Supplier<Dials> dials) {
    this.dials = dials;
  }

  Experiment experiment() {
    return new Experiment(
        "recall",
        "Brute force against an HNSW graph",
        "A graph of neighbours is walked instead of asking every vector. More neighbours (M) and"
            + " more candidates (ef) find more and take longer: choose, run, and look where the dot"
            + " lies.",
        ("Across, logarithmic: how many times faster than brute force on one thread, measured here."
                + " Up: recall at %d, the share of the true %d best that were found, over %d queries"
                + " in %d dimensions. The curve is ef from %d to %d; the ring is the chosen ef.")
            .formatted(
                K,
                K,
                Vectors.QUERIES,
                Vectors.DIMENSIONS,
                CANDIDATES[0],
                CANDIDATES[CANDIDATES.length - 1]),
        progress -> finding(dials.get(), progress));
  }

  private Finding finding(Dials chosen, DoubleConsumer progress) {
    var built = built(chosen, progress);
    var truth =
        Arrays.stream(built.vectors.queries())
            .map(query ->
                Arrays.stream(built.exact.search(Vectors.wide(query), K, 0, FloatIndex.Threads.ONE))
                    .boxed()
                    .collect(Collectors.toCollection(HashSet::new)))
            .toList();
    var all = new TreeSet<Integer>();
    Arrays.stream(CANDIDATES).forEach(all::add);
    all.add(chosen.candidates);
    var points = new ArrayList<Point>();
    for (int candidates : all) {
      points.add(point(built, truth, candidates));
      progress.accept(BUILDING + (1 - BUILDING) * points.size() / all.size());
    }
    return new Finding(
        List.of(new Finding.Picture("Recall over speed-up", drawing(points, chosen))),
        conclusion(chosen, points),
        numbers(points));
  }

  private static float[] query(Built built, int i) {
    return built.vectors.queries()[i % built.vectors.queries().length];
  }

  private Built built(Dials chosen, DoubleConsumer progress) {
    var known = kept;
    if (known.isPresent()
        && known.get().count == chosen.count
        && known.get().neighbours == chosen.neighbours) {
      return known.get();
    }
    var vectors = Vectors.of(chosen.count);
    var graph =
        GraphIndex.build(
            vectors.unit(), chosen.neighbours, share -> progress.accept(BUILDING * share));
    var built = new Built(chosen.count, chosen.neighbours, vectors, vectors.exact(), graph);
    kept = Optional.of(built);
    return built;
  }

  private static Point point(Built built, List<? extends Set<Integer>> truth, int candidates) {
    int hits = 0;
    long visited = 0;
    var queries = built.vectors.queries();
    for (int q = 0; q < queries.length; q++) {
      var found = built.graph.search(queries[q], K, candidates);
      visited += found.visited();
      var best = truth.get(q);
      hits += (int) IntStream.of(found.documents()).filter(best::contains).count();
    }
    var times =
        Stopwatch.system()
            .compare(
                i ->
                    built
                        .exact
                        .search(Vectors.wide(query(built, i)), K, 0, FloatIndex.Threads.ONE)[0],
                i -> built.graph.search(query(built, i), K, candidates).visited());
    return new Point(
        candidates,
        (double) hits / (queries.length * Math.min(K, built.count)),
        times,
        (double) visited / queries.length);
  }

  private static Drawing drawing(List<Point> points, Dials chosen) {
    var xs = points.stream().mapToDouble(Point::speedUp).toArray();
    var ys = points.stream().mapToDouble(Point::recall).toArray();
    return (surface, area, look) -> {
      var axes = new Axes("speed-up", "recall at " + K);
      double least = Arrays.stream(ys).min().orElse(0);
      var frame =
          new PlotFrame(
              axes.inside(area, look),
              LogScale.over(xs, 0.15),
              new LinearScale(Math.max(0, Math.min(0.9, least - 0.05)), 1.02));
      axes.draw(surface, frame, look);
      var pen = new Pen(surface, look);
      var colour = look.palette().accent();
      double[] across = Arrays.stream(xs).map(frame::pixelX).toArray();
      double[] down = Arrays.stream(ys).map(frame::pixelY).toArray();
      surface.line(across, down, pen.stroke(colour, Space.LINE));
      for (int i = 0; i < xs.length; i++) {
        surface.circle(across[i], down[i], pen.px(DOT), Ink.filled(colour));
        if (points.get(i).candidates() == chosen.candidates) {
          var ring = Ink.stroked(look.palette().category(1), pen.px(Space.LINE));
          surface.circle(across[i], down[i], pen.px(RING), ring);
        }
      }
      names(pen, frame, points, chosen);
    };
  }

  /// Names the points: the chosen one first, and others where they cover no name.
  private static void names(Pen pen, PlotFrame frame, List<Point> points, Dials chosen) {
    var type = pen.type(Role.LABEL).right();
    var chosenFirst =
        points.stream()
            .sorted(Comparator.comparing((Point point) -> point.candidates() != chosen.candidates))
            .toList();
    var taken = new ArrayList<Box>();
    for (var point : chosenFirst) {
      var name = "ef " + point.candidates();
      double width = pen.width(name, type);
      double right = frame.pixelX(point.speedUp()) - pen.px(Space.SMALL);
      double top = frame.pixelY(point.recall()) + pen.px(Space.TIGHT);
      var place = new Box(right - width, top, width, pen.px(NAME));
      if (taken.stream().noneMatch(place::overlaps)) {
        pen.write(name, place, type);
        taken.add(place);
      }
    }
  }

  private static Point chosenOf(List<Point> points, Dials chosen) {
    return points.stream()
        .filter(point -> point.candidates() == chosen.candidates)
        .findFirst()
        .orElseThrow();
  }

  private static String conclusion(Dials chosen, List<Point> points) {
    var point = chosenOf(points, chosen);
    return "With %,d vectors, M = %d and ef = %d the graph finds %.1f\u00A0%% of the true %d. Against brute force it %s: %s instead of %s, since it asks %,.0f vectors of %,d, one after the other. Each time is the median of several rounds after a warm-up."
        .formatted(
            chosen.count,
            chosen.neighbours,
            chosen.candidates,
            100 * point.recall(),
            K,
            point.times().verdict(),
            point.times().work().withSpread(),
            point.times().baseline().withSpread(),
            point.visited(),
            chosen.count);
  }

  private static String numbers(List<Point> points) {
    return "brute force   %s\n".formatted(points.getFirst().times().baseline().withSpread())
        + points.stream()
            .map(point ->
                "ef %3d   recall %.3f   %s   %s   %,.0f visited"
                    .formatted(
                        point.candidates(),
                        point.recall(),
                        point.times().work().text(),
                        Numbers.text(point.speedUp()) + "×",
                        point.visited()))
            .collect(Collectors.joining("\n"));
  }
}
