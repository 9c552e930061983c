package dev.stepwise.view.plain;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import dev.stepwise.view.marks.Box;
import dev.stepwise.view.marks.CellGrid;
import dev.stepwise.view.marks.CellHits;
import dev.stepwise.view.marks.ColourBar;
import dev.stepwise.view.marks.ColourMap;
import dev.stepwise.view.marks.ColourScale;
import dev.stepwise.view.marks.Element;
import dev.stepwise.view.marks.Ink;
import dev.stepwise.view.marks.Look;
import dev.stepwise.view.marks.MatrixMark;
import dev.stepwise.view.marks.NumberElement;
import dev.stepwise.view.marks.Spot;
import dev.stepwise.view.marks.Surface;
import dev.stepwise.view.marks.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws any frame: its variables as matrices with one colour scale, those that the step wrote with
/// their names in the accent colour, what explains a number outlined.
public final class PlainStage<F extends Frame> implements StagePainter<F> {
  private static final double MARGIN = 20;

  @Override
  public void paint(Surface surface, Box area, Shown<F> shown) {
    var look = shown.look();
    var panels = Panel.of(shown.step().frame().variables());
    var inner = area.inset(look.px(MARGIN));
    double barWidth = look.density() == Look.Density.THUMBNAIL ? 0 : ColourBar.width(look);
    var room = inner.inset(0, barWidth, 0, 0);
    var scale =
        ColourScale.centred(
            ColourMap.diverging(look.palette()),
            panels.stream()
                .flatMap(panel -> Arrays.stream(panel.cells()))
                .toArray(double[][]::new));
    var boxes = PanelFlow.of(panels, surface, room, look).boxes();
    for (int i = 0; i < panels.size(); i++) {
      draw(surface, panels.get(i), boxes.get(i), scale, shown);
    }
    if (barWidth > 0) {
      var bar =
          new Box(
              inner.right() - barWidth + look.px(8),
              inner.y(),
              barWidth,
              Math.min(inner.height(), look.px(220)));
      new ColourBar(scale, "value").draw(surface, bar, look);
    }
  }

  private void draw(Surface surface, Panel panel, Box box, ColourScale scale, Shown<F> shown) {
    var look = shown.look();
    var name = panel.address().of(0, 0).variable();
    boolean written = shown.step().writes().contains(name);
    var colour = written ? look.palette().accent() : look.palette().text();
    if (look.density() != Look.Density.THUMBNAIL) {
      var heading = new Type(Type.Face.BOLD, look.text(13), colour);
      surface.text(panel.title(), box.x(), box.y() - look.px(8), heading);
    }
    if (!panel.hasCells()) {
      var type = new Type(Type.Face.MONO, look.text(14), look.palette().text());
      surface.text(panel.text(), box.x(), box.y() + look.px(14), type);
      return;
    }
    var grid = new CellGrid(box, panel.rows(), panel.columns());
    new MatrixMark(panel.cells(), scale).draw(surface, grid, look);
    surface.rectangle(grid.box(), 0, Ink.stroked(look.palette().faint(), 1));
    shown.hits().add(hits(panel, grid));
    outline(surface, panel, grid, shown.lit().stream(), shown, 2);
    outline(surface, panel, grid, shown.picked().stream(), shown, 3);
  }

  private static CellHits hits(Panel panel, CellGrid grid) {
    return new CellHits(
        grid,
        Integer.MAX_VALUE,
        cell -> {
          var ref = panel.address().of(cell.row(), cell.column());
          double value = panel.cells()[cell.row()][cell.column()];
          return new Spot(new NumberElement(ref), ref.text() + " = " + Numbers.text(value));
        },
        element -> cell(panel, element).map(at -> new CellGrid.Cell(at[0], at[1])));
  }

  private static Optional<int[]> cell(Panel panel, Element element) {
    return element instanceof NumberElement(var ref) ? panel.find(ref) : Optional.empty();
  }

  private void outline(
      Surface surface,
      Panel panel,
      CellGrid grid,
      Stream<Element> elements,
      Shown<F> shown,
      double width) {
    List<int[]> cells = elements.flatMap(element -> cell(panel, element).stream()).toList();
    for (int[] cell : cells) {
      surface.rectangle(
          grid.cell(cell[0], cell[1]),
          0,
          Ink.stroked(shown.look().palette().accent(), shown.look().px(width)));
    }
  }
}
