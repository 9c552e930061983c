package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Metric;
import dev.stepwise.compute.cosine.CosineSearch;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.MarkerShape;
import dev.stepwise.draw.PlotFrame;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.Viewport;
import dev.stepwise.view.cosine.CosineElement.OfPoint;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.paint.Color;

/// Draws the vectors on a plane, and says how much the plane distorts.
final class MapPainter {
  /// The drawing's name for zooming.
  static final String ID = "map";

  private final Surface surface;
  private final Stage stage;
  private final Look look;
  private final VectorMap map;

  MapPainter(Surface surface, Stage stage) {
    this.surface = surface;
    this.stage = stage;
    this.look = stage.look();
    this.map = stage.prepared().map();
  }

  void paint(Box box) {
    int d = stage.problem().dimensions();
    new Heading(surface, look).draw(box, d > 2 ? "Map: 2 of %d dimensions".formatted(d) : "Map");
    if (!stage.hasVector(stage.problem().count())) {
      return;
    }
    var plot = box.inset(look.px(24), 0, look.px(36), 0);
    var palette = look.palette();
    surface.rectangle(
        plot, look.px(4), Ink.filled(palette.raised()).withStroke(palette.faint(), look.px(1)));
    var frame = frame(plot);
    surface.clipped(plot, () -> points(frame));
    stage.shown().hits().zoomable(ID, plot);
    stage.shown().hits().add(new Points(map, frame, stage.problem().count()));
    notes(box, d);
  }

  private PlotFrame frame(Box plot) {
    var whole = PlotFrame.equalAspect(plot, map.xs(), map.ys(), 0.08);
    Viewport seen = stage.shown().viewport(ID);
    return new PlotFrame(
        plot,
        new LinearScale(whole.x().value(seen.x0()), whole.x().value(seen.x1())),
        new LinearScale(whole.y().value(1 - seen.y1()), whole.y().value(1 - seen.y0())));
  }

  private void points(PlotFrame frame) {
    var palette = look.palette();
    var chosen = chosen();
    double qx = frame.pixelX(map.xs()[map.query()]);
    double qy = frame.pixelY(map.ys()[map.query()]);
    double radius = map.shown() > 2_000 ? 1.2 : map.shown() > 300 ? 2 : look.px(3.4);
    for (int i = 0; i < map.shown(); i++) {
      if (!chosen.contains(i)) {
        dot(frame, i, radius, colour(i));
      }
    }
    var taken = new Box(0, 0, 0, 0);
    int watched = stage.watched().orElse(-1);
    for (int i : chosen) {
      if (i < map.shown() && i != watched) {
        dot(frame, i, look.px(4.2), palette.accent());
      }
    }
    if (watched >= 0 && watched < map.shown() && !Double.isNaN(map.xs()[watched])) {
      double x = frame.pixelX(map.xs()[watched]);
      double y = frame.pixelY(map.ys()[watched]);
      if (!Double.isNaN(qx)) {
        surface.line(
            x, y, qx, qy, new Ink.Stroke(palette.text(), look.px(1.3), look.px(4), look.px(3)));
      }
      surface.circle(
          x,
          y,
          look.px(5.5),
          Ink.filled(palette.accent()).withStroke(palette.text(), look.px(1.6)));
      taken = label(frame, Words.document(watched), x, y, taken);
    }
    if (!Double.isNaN(qx)) {
      MarkerShape.STAR.draw(
          surface,
          qx,
          qy,
          look.px(7.5),
          Ink.filled(palette.category(1)).withStroke(palette.text(), look.px(1.2)));
      label(frame, "q", qx, qy, taken);
    }
  }

  /// Names a point where the name covers the fewest others, and not what is taken.
  private Box label(PlotFrame frame, String text, double x, double y, Box taken) {
    var type = new Type(Type.Face.BOLD, look.px(11.5), look.palette().text());
    double width = surface.textWidth(text, type);
    double height = look.px(11);
    var best = taken;
    int least = Integer.MAX_VALUE;
    for (double left : new double[] {x + look.px(9), x - look.px(9) - width}) {
      for (double top : new double[] {y - look.px(5) - height, y + look.px(7)}) {
        var place = new Box(left, top, width, height);
        int covered = covered(frame, place) + (overlap(place, taken) ? map.shown() : 0);
        if (covered < least) {
          best = place;
          least = covered;
        }
      }
    }
    surface.text(text, best.x(), best.bottom(), type);
    return best;
  }

  private static boolean overlap(Box one, Box other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  /// How many points a name would cover; more than there are where it would leave the map.
  private int covered(PlotFrame frame, Box place) {
    if (!frame.box().contains(place.x(), place.y())
        || !frame.box().contains(place.right(), place.bottom())) {
      return map.shown() + 1;
    }
    var around = place.inset(-look.px(3));
    int covered = 0;
    for (int i = 0; i < map.shown(); i++) {
      if (around.contains(frame.pixelX(map.xs()[i]), frame.pixelY(map.ys()[i]))) {
        covered++;
      }
    }
    return covered;
  }

  private void dot(PlotFrame frame, int i, double radius, Color colour) {
    double x = frame.pixelX(map.xs()[i]);
    double y = frame.pixelY(map.ys()[i]);
    if (!Double.isNaN(x) && !Double.isNaN(y)) {
      surface.circle(x, y, radius, Ink.filled(colour));
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

  /// The darker, the more similar.
  private Color colour(int document) {
    var palette = look.palette();
    if (!stage.hasScore(document)) {
      return palette.muted();
    }
    double similarity = stage.frame().search().similarities()[document];
    if (Double.isNaN(similarity)) {
      return palette.alarm();
    }
    return palette.muted().interpolate(palette.background(), 0.3);
  }

  private void notes(Box box, int d) {
    var type = new Type(Type.Face.REGULAR, look.px(11), look.palette().muted());
    double first = box.bottom() - look.px(20);
    var kept =
        d <= 2
            ? "both dimensions: nothing is lost"
            : "shows %.0f %% of the spread".formatted(100 * map.kept());
    if (map.shown() < stage.problem().count()) {
      kept += ", first %,d".formatted(map.shown());
    }
    Written.draw(surface, kept, box.x(), first, type, box.width());
    int watched = stage.watched().orElse(-1);
    if (watched < 0 || watched >= map.shown()) {
      return;
    }
    double[] document = stage.frame().search().unit()[watched];
    double truth =
        -CosineSearch.similarity(document, stage.frame().search().unitQuery(), Metric.EUCLIDEAN);
    if (Double.isNaN(truth)) {
      return;
    }
    var text =
        "q to %s: %s here, %s in truth"
            .formatted(
                Words.document(watched),
                Figures.distance(map.distance(watched)),
                Figures.distance(truth));
    Written.draw(surface, text, box.x(), box.bottom() - look.px(4), type, box.width());
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
