package dev.stepwise.view.plain;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.MatrixPanel.Standing;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Space;
import dev.stepwise.draw.Surface;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.StagePainter;
import java.util.Arrays;
import java.util.List;

/// Draws any frame: its variables as matrices with the listing's names and indices, arrays in one
/// scale of colours, the names of those that the step wrote in the colour of what is current, and
/// what explains a number framed.
public final class PlainStage<F extends Frame> implements StagePainter<F> {
  private static final double TALLEST_BAR = 220;

  /// More numbers beside each other are too small to be read.
  private static final int MOST_READ = 24;

  @Override
  public void paint(Surface surface, Box area, Shown<F> shown) {
    var sheet = Sheet.of(surface, shown);
    var look = sheet.look();
    var panels =
        Panel.of(sheet.frame().variables()).stream()
            .filter(panel -> look.speaks() || panel.hasCells())
            .toList();
    var inner = area.inset(look.px(look.speaks() ? Space.WIDE : Space.TIGHT));
    var arrays = panels.stream().filter(panel -> panel.kind() == Panel.Kind.ARRAY).toList();
    boolean hasBar = look.speaks() && !arrays.isEmpty();
    double bar = hasBar ? ColourBar.width(look) + look.px(Space.WIDE) : 0;
    var room = inner.inset(0, bar, 0, 0);
    var scale = scale(arrays, sheet.palette());
    var plots =
        panels.stream()
            .map(panel ->
                new PanelPlot<>(
                    sheet,
                    panel,
                    panel.matrix(colours(panel, scale, sheet.palette()), standing(shown, panel)),
                    room))
            .toList();
    var flow = PanelFlow.of(plots, room, look);
    for (int i = 0; i < plots.size(); i++) {
      plots.get(i).draw(flow.boxes().get(i), flow.cell());
    }
    if (hasBar) {
      double height = Math.min(inner.height(), look.px(TALLEST_BAR));
      double left = inner.right() - ColourBar.width(look);
      new ColourBar(scale, "value")
          .draw(surface, new Box(left, inner.y(), ColourBar.width(look), height), look);
    }
  }

  private static ColourScale scale(List<Panel> panels, Palette palette) {
    return ColourScale.centred(
        ColourMap.diverging(palette),
        panels.stream().flatMap(panel -> Arrays.stream(panel.cells())).toArray(double[][]::new));
  }

  /// What is compared has the shared scale. Labels and counts are told apart where they are too
  /// many to be read.
  private static ColourScale colours(Panel panel, ColourScale shared, Palette palette) {
    if (panel.kind() != Panel.Kind.PLAIN) {
      return shared;
    }
    return panel.rows() * panel.columns() > MOST_READ
        ? ColourScale.over(ColourMap.CIVIDIS, panel.cells())
        : shared.paled(palette.raised(), 0);
  }

  private static Standing standing(Shown<?> shown, Panel panel) {
    return shown.step().writes().contains(panel.variable()) ? Standing.WRITTEN : Standing.GIVEN;
  }
}
