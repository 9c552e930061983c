package dev.stepwise.view.kmeans;

import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.RegionMark;
import dev.stepwise.view.marks.ScatterPainter;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import org.jspecify.annotations.Nullable;

/// Draws the stage of k-means. Keeps the projection of the points from one step to the next, and
/// the picture of a cloud from one frame to the next.
final class KMeansPainter implements StagePainter<KMeansFrame> {
  private final ScatterPainter cloud = new ScatterPainter();
  private @Nullable Projection projection;

  @Override
  public void paint(Surface surface, Box area, Shown<KMeansFrame> shown) {
    var frame = shown.step().frame();
    var points = projectionOf(frame);
    var look = shown.look();
    var layout = layout(shown, points, area);
    var scene = Scene.of(shown, points, layout);
    if (frame.problem().points()[0].length == 1) {
      layout.axes().drawX(surface, layout.plot(), look);
    } else {
      layout.axes().draw(surface, layout.plot(), look);
    }
    if (scene.hasRegions()) {
      new RegionMark(scene.centroidXs(), scene.centroidYs()).draw(surface, layout.plot(), look);
    }
    surface.clipped(
        layout.plot().box(),
        () -> {
          new FocusPainter(surface, scene, shown).paintUnder();
          new CloudPainter(surface, scene, shown, cloud).paint();
          new FocusPainter(surface, scene, shown).paintOver();
        });
    layout.note().ifPresent(box -> note(surface, box, points.note(), look));
    new SidePainter(surface, layout, shown).paint();
  }

  private static KMeansLayout layout(Shown<KMeansFrame> shown, Projection points, Box area) {
    var problem = shown.axes().problem();
    // Only points that are drawn as they are can be edited.
    var placed = shown.edited().isPresent() ? Projection.of(problem) : points;
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

  private static void note(Surface surface, Box box, String note, Look look) {
    double size = look.px(12);
    var type = new Type(Type.Face.REGULAR, size, look.palette().muted());
    double width = surface.textWidth(note, type);
    var fitting =
        width <= box.width()
            ? type
            : new Type(Type.Face.REGULAR, size * box.width() / width, look.palette().muted());
    surface.text(note, box.x(), box.bottom() - look.px(4), fitting);
  }
}
