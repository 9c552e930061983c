package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import dev.stepwise.view.lstm.TracesLayout.Row;
import java.util.List;
import java.util.Optional;

/// Writes beside each row what it is, which unit is looked at, and its number at the step's time.
final class RowLabels {
  private static final double GUTTER = 14;
  private static final double BADGE = 22;

  /// The right end of the numbers at the right of the traces.
  private static final double VALUE = 72;

  private final Surface surface;
  private final Scene scene;
  private final Look look;
  private final TimeAxis axis;

  RowLabels(Surface surface, Scene scene, TimeAxis axis) {
    this.surface = surface;
    this.scene = scene;
    this.look = scene.look();
    this.axis = axis;
  }

  private double left() {
    return axis.left() - look.px(112);
  }

  /// The row of the input.
  void input(Box box) {
    var problem = scene.time().problem();
    double size = Math.min(look.px(11), box.height() / problem.inputs() * 1.02);
    var muted =
        new Type(Type.Face.REGULAR, look.px(11.5), look.palette().muted())
            .aligned(Type.Align.RIGHT);
    if (size < look.px(9.5)) {
      surface.text(
          "input x (%d)".formatted(problem.inputs()),
          axis.left() - look.px(6),
          box.centreY() + look.px(4),
          muted);
      return;
    }
    double row = box.height() / problem.inputs();
    double[] x = scene.time().x();
    var name = new Type(Type.Face.REGULAR, size, look.palette().muted()).aligned(Type.Align.RIGHT);
    var number = new Type(Type.Face.MONO, size, look.palette().text()).aligned(Type.Align.RIGHT);
    for (int k = 0; k < problem.inputs(); k++) {
      double baseline = box.y() + (k + 0.5) * row + size * 0.36;
      surface.text(problem.features().get(k), axis.left() - look.px(6), baseline, name);
      surface.text(Numbers.text(x[k]), axis.right() + look.px(VALUE), baseline, number);
    }
    surface.text(
        "input",
        left(),
        box.centreY() + look.px(4),
        new Type(Type.Face.REGULAR, look.px(11.5), look.palette().muted()));
  }

  /// The row of a quantity.
  void draw(Row row) {
    var palette = look.palette();
    var quantity = row.quantity();
    var colour = scene.colour(quantity);
    double side = Math.min(look.px(BADGE), row.strip().height() + look.px(8));
    double middle = Math.max(row.strip().centreY(), row.strip().y() + side / 2 - look.px(2));
    var badge = new Box(left(), middle - side / 2, side, side);
    surface.rectangle(
        badge,
        quantity == Quantity.H ? side / 2 : look.px(4),
        Ink.filled(colour.deriveColor(0, 1, 1, 0.14)).withStroke(colour, look.px(1.6)));
    var sign =
        new Type(Type.Face.ITALIC, Math.min(look.px(14), side * 0.7), palette.text())
            .aligned(Type.Align.CENTRE);
    surface.text(quantity.symbol(), badge.centreX(), middle + sign.size() * 0.33, sign);
    boolean memory = quantity == scene.time().cell().memory();
    var title =
        new Type(
            memory ? Type.Face.BOLD : Type.Face.REGULAR,
            look.px(12),
            memory && quantity == Quantity.C ? colour : palette.text());
    surface.text(shortTitle(quantity), badge.right() + look.px(6), middle + look.px(4), title);
    unit(row);
    value(row);
    picker(row);
    if (row.bars()) {
      row.plot().ifPresent(this::legend);
    }
  }

  private static String shortTitle(Quantity quantity) {
    return switch (quantity) {
      case F -> "forget";
      case I -> "input";
      case O -> "output";
      case R -> "reset";
      case Z -> "update";
      case H -> "hidden";
      default -> quantity.title();
    };
  }

  private void unit(Row row) {
    if (row.bars()) {
      return;
    }
    row.plot()
        .filter(box -> box.height() >= look.px(10))
        .ifPresent(box -> {
          var type =
              new Type(Type.Face.REGULAR, look.px(11), look.palette().muted())
                  .aligned(Type.Align.RIGHT);
          surface.text(
              "unit " + (scene.unit() + 1),
              axis.left() - look.px(GUTTER + 3),
              box.centreY() + look.px(4),
              type);
        });
  }

  private void value(Row row) {
    var quantity = row.quantity();
    var value = scene.value(quantity, scene.time().t());
    double x = axis.right() + look.px(VALUE);
    double y = row.plot().orElse(row.strip()).centreY() + look.px(4);
    boolean memory = quantity == scene.time().cell().memory();
    var type =
        new Type(
                memory ? Type.Face.MONO_BOLD : Type.Face.MONO,
                look.px(12),
                value.isPresent() ? look.palette().text() : look.palette().muted())
            .aligned(Type.Align.RIGHT);
    surface.text(scene.figure(quantity, scene.time().t()), x, y, type);
    if (quantity.range() == Quantity.Range.GATE) {
      value
          .flatMap(SaturationMark::of)
          .ifPresent(mark ->
              mark.draw(
                  surface,
                  axis.right() + look.px(9),
                  y - look.px(4),
                  look.px(4),
                  look.palette().text()));
    }
  }

  /// The triangle at the unit that is looked at; the gutter picks one.
  private void picker(Row row) {
    var strip = row.strip();
    int hidden = scene.time().hidden();
    if (hidden == 1) {
      return;
    }
    double y = strip.y() + (scene.unit() + 0.5) * strip.height() / hidden;
    double tip = axis.left() - look.px(3);
    double size = look.px(3.6);
    surface.polygon(
        new double[] {tip, tip - 1.7 * size, tip - 1.7 * size},
        new double[] {y, y - size, y + size},
        Ink.filled(look.palette().accent()));
    var gutter = new Box(axis.left() - look.px(GUTTER), strip.y(), look.px(GUTTER), strip.height());
    scene.shown().hits().add(new Gutter(gutter, hidden));
  }

  private record Gutter(Box box, int units) implements Hits.Lookup {
    @Override
    public Optional<Hits.Hit> at(double x, double y) {
      if (!box.contains(x, y)) {
        return Optional.empty();
      }
      int unit = Math.clamp((int) ((y - box.y()) / box.height() * units), 0, units - 1);
      double row = box.height() / units;
      return Optional.of(
          new Hits.Hit(
              new OfUnit(unit),
              new Box(box.x(), box.y() + unit * row, box.width(), row),
              "look at unit " + (unit + 1)));
    }

    @Override
    public Optional<Hits.Hit> of(Element element) {
      return Optional.empty();
    }
  }

  private void legend(Box box) {
    if (box.height() < look.px(28)) {
      return;
    }
    double y = box.y() + look.px(12);
    var type = new Type(Type.Face.REGULAR, look.px(11), look.palette().muted());
    for (var part : List.of(Quantity.KEPT, Quantity.ADDED)) {
      surface.rectangle(
          new Box(left(), y - look.px(9), look.px(10), look.px(10)),
          look.px(2),
          Ink.filled(scene.colour(part)));
      surface.text(part.symbol(), left() + look.px(15), y, type);
      y += look.px(15);
    }
    if (box.height() >= look.px(44)) {
      surface.text("unit " + (scene.unit() + 1), left(), y + look.px(1), type);
    }
  }
}
