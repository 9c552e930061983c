package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StageOption;
import dev.stepwise.view.StagePainter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws the stage of a search: the ranking above; below, the document that is looked at in detail.
final class CosinePainter implements StagePainter<CosineFrame> {
  /// Which picture is large.
  static final StageOption PICTURE =
      new StageOption("picture", "Picture", List.of("Ranking", "Map"));

  private @Nullable Prepared prepared;

  @Override
  public void paint(Surface surface, Box area, Shown<CosineFrame> shown) {
    var sheet = Sheet.of(surface, shown);
    var frame = sheet.frame();
    var known = preparedFor(frame);
    var layout = StageLayout.of(frame.problem(), known.letters(), shown.look(), area);
    var stage = new Stage(sheet, known, layout);
    if (shown.choice(PICTURE).equals("Map")) {
      new MapPainter(stage).paint(area.inset(sheet.pen().px(Space.GAP)));
      return;
    }
    new RankingPainter(stage).paint();
    panels(stage);
  }

  private static void panels(Stage stage) {
    var layout = stage.layout();
    var texts = stage.problem().texts();
    if (stage.isText() && texts.isPresent()) {
      layout.below().ifPresent(new TextPanelPainter(stage, texts.get())::paint);
      return;
    }
    // Where there is no room for the map, the heap takes the angle's.
    boolean hidesAngle = stage.isHeap() && layout.map().isEmpty();
    stage
        .watched()
        .ifPresent(document -> {
          layout
              .angle()
              .filter(_ -> !hidesAngle)
              .ifPresent(new AnglePainter(stage, document)::paint);
          layout.terms().ifPresent(new TermsPainter(stage, document)::paint);
        });
    if (stage.isHeap()) {
      layout.map().or(layout::angle).ifPresent(new HeapPainter(stage)::paint);
    } else {
      layout.map().ifPresent(new MapPainter(stage)::paint);
    }
  }

  private Prepared preparedFor(CosineFrame frame) {
    var kept = prepared;
    if (kept != null && kept.isOf(frame)) {
      return kept;
    }
    var made = Prepared.of(frame);
    prepared = made;
    return made;
  }
}
