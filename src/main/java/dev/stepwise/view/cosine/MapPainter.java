package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.cosine.CosineElement.OfPoint;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.paint.Color;

/// Draws the vectors on a plane, and says how much the plane distorts.
final class MapPainter {
  /// The drawing's name for zooming.
  static final String ID = "map";

  /// A line of notes.
  private static final double NOTE = 17;

  private static final double DOT = 3.4;
  private static final double SMALL_DOT = 2;
  private static final double SMALLEST_DOT = 1.2;
  private static final double CHOSEN = 4.2;
  private static final double WATCHED = 5.5;
  private static final double QUERY = 7.5;

  private final Stage stage;
  private final Pen pen;
  private final VectorMap map;

  MapPainter(Stage stage) {
    this.stage = stage;
    this.pen = stage.pen();
    this.map = stage.prepared().map();
  }

  void paint(Box box) {
    int d = stage.problem().dimensions();
    pen.heading(box, d > 2 ? "Map: 2 of %d dimensions".formatted(d) : "Map");
    if (!stage.hasVector(stage.problem().count())) {
      return;
    }
    var palette = pen.palette();
    var notes = box.inset(box.height() - 2 * pen.px(NOTE), 0, 0, 0);
    var plot = pen.below(box).inset(0, 0, notes.height() + pen.px(Space.TIGHT), 0);
    pen.surface()
        .rectangle(
            plot,
            pen.px(Space.TIGHT),
            Ink.filled(palette.raised()).withStroke(palette.faint(), pen.px(Space.HAIR)));
    var frame = frame(plot);
    pen.surface().clipped(plot, () -> points(frame));
    var hits = stage.spots().hits();
    hits.zoomable(ID, plot);
    hits.add(new Points(map, frame, stage.problem().count()));
    notes(new Rows(notes, 2, pen.px(NOTE)), d);
  }

  private PlotFrame frame(Box plot) {
    var whole = PlotFrame.equalAspect(plot, map.xs(), map.ys(), 0.08);
    var seen = stage.spots().seen().apply(ID);
    return new PlotFrame(
        plot,
        new LinearScale(whole.x().value(seen.x()), whole.x().value(seen.right())),
        new LinearScale(whole.y().value(1 - seen.bottom()), whole.y().value(1 - seen.y())));
  }

  private void points(PlotFrame frame) {
    var palette = pen.palette();
    var chosen = chosen();
    double radius =
        pen.px(map.shown() > 2_000 ? SMALLEST_DOT : map.shown() > 300 ? SMALL_DOT : DOT);
    for (int i = 0; i < map.shown(); i++) {
      if (!chosen.contains(i)) {
        dot(frame, i, radius, colour(i));
      }
    }
    int watched = stage.watched().orElse(-1);
    for (int i : chosen) {
      if (i < map.shown() && i != watched) {
        dot(frame, i, pen.px(CHOSEN), palette.accent());
      }
    }
    var name = isSeen(watched) ? watched(frame, watched) : new Box(0, 0, 0, 0);
    if (hasPlace(map.query())) {
      double x = frame.pixelX(map.xs()[map.query()]);
      double y = frame.pixelY(map.ys()[map.query()]);
      var star = Ink.filled(palette.category(1)).withStroke(palette.text(), pen.px(Space.HAIR));
      MarkerShape.STAR.draw(pen.surface(), x, y, pen.px(QUERY), star);
      label(frame, "q", x, y, name);
    }
  }

  private boolean isSeen(int document) {
    return document >= 0 && document < map.shown() && hasPlace(document);
  }

  private boolean hasPlace(int index) {
    return !Double.isNaN(map.xs()[index]) && !Double.isNaN(map.ys()[index]);
  }

  /// The document in the panels, and how far it is from the query; gives where its name stands.
  private Box watched(PlotFrame frame, int document) {
    double x = frame.pixelX(map.xs()[document]);
    double y = frame.pixelY(map.ys()[document]);
    var palette = pen.palette();
    if (hasPlace(map.query())) {
      double qx = frame.pixelX(map.xs()[map.query()]);
      double qy = frame.pixelY(map.ys()[map.query()]);
      pen.surface().line(x, y, qx, qy, pen.dashed(palette.text(), Space.HAIR));
    }
    var ink = Ink.filled(palette.accent()).withStroke(palette.text(), pen.px(Space.LINE));
    pen.surface().circle(x, y, pen.px(WATCHED), ink);
    return label(frame, Words.document(document), x, y, new Box(0, 0, 0, 0));
  }

  /// Names a point where the name covers the fewest others, and not what is taken.
  private Box label(PlotFrame frame, String text, double x, double y, Box taken) {
    var type = pen.type(Role.NOTE).bold().coloured(pen.palette().text());
    double aside = pen.px(Space.SMALL);
    double width = pen.width(text, type);
    double height = type.size();
    var best = taken;
    int least = Integer.MAX_VALUE;
    for (double left : new double[] {x + aside, x - aside - width}) {
      for (double top : new double[] {y - pen.px(Space.TIGHT) - height, y + aside}) {
        var place = new Box(left, top, width, height);
        int covered = covered(frame, place) + (place.overlaps(taken) ? map.shown() : 0);
        if (covered < least) {
          best = place;
          least = covered;
        }
      }
    }
    pen.write(text, best.x(), best.bottom(), type);
    return best;
  }

  /// How many points a name would cover; more than there are where it would leave the map.
  private int covered(PlotFrame frame, Box place) {
    if (!frame.box().contains(place.x(), place.y())
        || !frame.box().contains(place.right(), place.bottom())) {
      return map.shown() + 1;
    }
    var around = place.inset(-pen.px(Space.TIGHT));
    int covered = 0;
    for (int i = 0; i < map.shown(); i++) {
      if (around.contains(frame.pixelX(map.xs()[i]), frame.pixelY(map.ys()[i]))) {
        covered++;
      }
    }
    return covered;
  }

  private void dot(PlotFrame frame, int i, double radius, Color colour) {
    if (hasPlace(i)) {
      double x = frame.pixelX(map.xs()[i]);
      double y = frame.pixelY(map.ys()[i]);
      pen.surface().circle(x, y, radius, Ink.filled(colour));
    }
  }

  /// Those among the best, once there are places.
  private Set<Integer> chosen() {
    var standing = stage.frame().standing();
    var chosen = new HashSet<Integer>();
    for (int p = 0; p < Math.min(stage.problem().k(), standing.placed()); p++) {
      chosen.add(standing.order()[p]);
    }
    return chosen;
  }

  /// Paler once it is compared with the query, so that the next ones are seen.
  private Color colour(int document) {
    var palette = pen.palette();
    if (!stage.hasScore(document)) {
      return palette.muted();
    }
    return Double.isNaN(stage.frame().search().similarities()[document])
        ? palette.alarm()
        : palette.muted().interpolate(palette.background(), 0.3);
  }

  private void notes(Rows lines, int d) {
    var note = pen.type(Role.NOTE);
    var kept =
        d <= 2
            ? "both dimensions: nothing is lost"
            : "shows %.0f %% of the spread".formatted(100 * map.kept());
    var first = map.shown() < stage.problem().count() ? ", first %,d".formatted(map.shown()) : "";
    pen.write(kept + first, lines.row(0), note);
    int watched = stage.watched().orElse(-1);
    if (watched < 0 || watched >= map.shown()) {
      return;
    }
    var search = stage.frame().search();
    double truth =
        -CosineSearch.similarity(search.unit()[watched], search.unitQuery(), Metric.EUCLIDEAN);
    if (!Double.isNaN(truth)) {
      var name = Words.document(watched);
      var here = Figures.distance(map.distance(watched));
      var text = "q to %s: %s here, %s in truth".formatted(name, here, Figures.distance(truth));
      pen.write(text, lines.row(1), note);
    }
  }

  /// Finds the point near a place.
  private record Points(VectorMap map, PlotFrame frame, int queryNumber) implements Hits.Lookup {
    private static final double REACH = 7;

    @Override
    public Optional<Hits.Hit> at(double x, double y) {
      if (!frame.box().contains(x, y)) {
        return Optional.empty();
      }
      int nearest = -1;
      double best = REACH;
      for (int i = 0; i <= map.shown(); i++) {
        double away = Math.hypot(frame.pixelX(map.xs()[i]) - x, frame.pixelY(map.ys()[i]) - y);
        if (away <= best) {
          best = away;
          nearest = i;
        }
      }
      return nearest < 0 ? Optional.empty() : Optional.of(hit(nearest));
    }

    @Override
    public Optional<Hits.Hit> of(Element element) {
      if (!(element instanceof OfPoint(int vector))) {
        return Optional.empty();
      }
      int at = vector == queryNumber ? map.query() : vector;
      return at > map.query() || Double.isNaN(map.xs()[at])
          ? Optional.empty()
          : Optional.of(hit(at));
    }

    private Hits.Hit hit(int i) {
      double x = frame.pixelX(map.xs()[i]);
      double y = frame.pixelY(map.ys()[i]);
      boolean query = i == map.query();
      return new Hits.Hit(
          new OfPoint(query ? queryNumber : i),
          new Box(x - 4, y - 4, 8, 8),
          query ? "the query" : Words.document(i));
    }
  }
}
