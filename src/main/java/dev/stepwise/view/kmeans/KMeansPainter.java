package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.RegionMark;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.ScatterPainter;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import org.jspecify.annotations.Nullable;

/// Draws the stage of k-means. Keeps the projection of the points from one step to the next, and
/// the picture of a cloud from one frame to the next.
final class KMeansPainter implements StagePainter<KMeansFrame> {
  private final ScatterPainter cloud = new ScatterPainter();
  private @Nullable Projection projection;

  @Override
  public void paint(Surface surface, Box area, Shown<KMeansFrame> shown) {
    var sheet = Sheet.of(surface, shown);
    var frame = sheet.frame();
    var points = projectionOf(frame);
    var look = sheet.look();
    var layout = layout(shown, points, area);
    var scene = Scene.of(sheet, points, layout);
    if (frame.problem().points()[0].length == 1) {
      layout.axes().drawX(surface, layout.plot(), look);
    } else {
      layout.axes().draw(surface, layout.plot(), look);
    }
    if (scene.hasRegions()) {
      new RegionMark(scene.centroidXs(), scene.centroidYs()).draw(surface, layout.plot(), look);
    }
    var focus = new FocusPainter(scene);
    surface.clipped(
        layout.plot().box(),
        () -> {
          focus.paintUnder();
          new CloudPainter(scene, cloud).paint();
          focus.paintOver();
        });
    var pen = sheet.pen();
    layout.note().ifPresent(box -> pen.write(points.note(), box, pen.type(Role.NOTE)));
    new SidePainter(sheet, layout).paint();
  }

  private static KMeansLayout layout(Shown<KMeansFrame> shown, Projection points, Box area) {
    var problem = (points.isExact() ? shown.axes() : shown.step().frame()).problem();
    // Only points that are drawn as they are have axes that others can stand on.
    boolean own = shown.edited().isEmpty() || !points.isExact();
    var placed = own ? points : Projection.of(problem);
    return KMeansLayout.of(problem, placed, shown.look(), area);
  }

  private Projection projectionOf(KMeansFrame frame) {
    var kept = projection;
    if (kept != null && kept.shows(frame.problem().points())) {
      return kept;
    }
    var made = Projection.of(frame);
    projection = made;
    return made;
  }
}
