package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import dev.stepwise.view.lstm.TracesLayout.Row;
import java.util.List;
import java.util.Optional;

/// Writes beside each row what it is, which unit is looked at, and its number at the step's time.
final class RowLabels {
  /// What stands at the left of the strips, and the numbers at their right.
  static final double LEFT = 112;

  static final double RIGHT = 82;

  private static final double GUTTER = 14;
  private static final double BADGE = 22;
  private static final double PICKER = 3.6;
  private static final double KEY = 10;
  private static final double KEY_ROW = 15;

  /// Numbers of an input are as large as their rows allow, or left out.
  private static final double LEAST_ROW = 9.5;

  private final Scene scene;
  private final Pen pen;
  private final TimeAxis axis;

  RowLabels(Scene scene, TimeAxis axis) {
    this.scene = scene;
    this.pen = scene.pen();
    this.axis = axis;
  }

  /// What is at the left of a row, up to the gutter in which a unit is picked.
  private Box left(Box row) {
    double width = pen.px(LEFT) - pen.px(GUTTER) - pen.px(Space.TIGHT);
    return new Box(axis.left() - pen.px(LEFT), row.y(), width, row.height());
  }

  /// What is at the right of a row, behind the mark of a gate.
  private Box right(Box row) {
    double right = axis.right() + pen.px(RIGHT) - pen.px(Space.TIGHT);
    double left = axis.right() + pen.px(Space.GAP);
    return new Box(left, row.y(), right - left, row.height());
  }

  /// The row of the input.
  void input(Box box) {
    var problem = scene.time().problem();
    int inputs = problem.inputs();
    if (box.height() / inputs < pen.px(LEAST_ROW)) {
      pen.write("input x (%d)".formatted(inputs), left(box), pen.type(Role.NOTE).right());
      return;
    }
    pen.write("input", left(box), pen.type(Role.NOTE));
    double[] x = scene.time().x();
    var rows = new Rows(box, inputs, box.height() / inputs);
    double size = Math.min(pen.type(Role.LABEL).size(), rows.height());
    for (int k = 0; k < inputs; k++) {
      var row = rows.row(k);
      pen.write(problem.features().get(k), left(row), pen.type(Role.LABEL).at(size).right());
      pen.write(Numbers.text(x[k]), right(row), pen.type(Role.VALUE).at(size).right());
    }
  }

  /// The row of a quantity.
  void draw(Row row) {
    var quantity = row.quantity();
    var strip = row.strip();
    var colour = scene.colour(quantity);
    double side = Math.min(pen.px(BADGE), strip.height() + pen.px(Space.SMALL));
    double middle = Math.max(strip.centreY(), strip.y() + side / 2 - pen.px(Space.LINE));
    var beside = left(new Box(0, middle - side / 2, 0, side));
    var badge = new Box(beside.x(), beside.y(), side, side);
    double radius = quantity == Quantity.H ? side / 2 : pen.px(Space.TIGHT);
    var ink = Ink.filled(Pen.faded(colour, 0.14)).withStroke(colour, pen.px(Space.LINE));
    pen.surface().rectangle(badge, radius, ink);
    pen.write(quantity.symbol(), badge, pen.type(Role.SYMBOL).at(side * 0.66).centred());
    var title = pen.type(Role.BODY);
    if (isMemory(quantity)) {
      title = quantity == Quantity.C ? title.bold().coloured(colour) : title.bold();
    }
    pen.write(shortTitle(quantity), beside.inset(0, 0, 0, side + pen.px(Space.SMALL)), title);
    value(row);
    picker(row);
    row.plot()
        .ifPresent(plot -> {
          if (row.bars()) {
            legend(plot);
          } else {
            unit(plot);
          }
        });
  }

  private boolean isMemory(Quantity quantity) {
    return quantity == scene.time().cell().memory();
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

  private void unit(Box plot) {
    if (plot.height() >= pen.px(KEY)) {
      pen.write("unit " + (scene.unit() + 1), left(plot), pen.type(Role.LABEL).right());
    }
  }

  private void value(Row row) {
    var quantity = row.quantity();
    int t = scene.time().t();
    var value = scene.value(quantity, t);
    var box = right(row.plot().orElse(row.strip()));
    var type = pen.type(isMemory(quantity) ? Role.TELLING : Role.VALUE).right();
    pen.write(
        scene.figure(quantity, t),
        box,
        value.isPresent() ? type : type.coloured(pen.palette().muted()));
    if (quantity.range() == Quantity.Range.GATE) {
      value
          .flatMap(SaturationMark::of)
          .ifPresent(mark -> mark.beside(pen, axis.right(), box.centreY()));
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
    double tip = axis.left() - pen.px(Space.TIGHT);
    double size = pen.px(PICKER);
    pen.surface()
        .polygon(
            new double[] {tip, tip - 1.7 * size, tip - 1.7 * size},
            new double[] {y, y - size, y + size},
            Ink.filled(pen.palette().accent()));
    double width = pen.px(GUTTER);
    var gutter = new Box(axis.left() - width, strip.y(), width, strip.height());
    scene.sheet().spots().add(new Gutter(gutter, hidden));
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

  /// What the bars mean, as far as there is room.
  private void legend(Box plot) {
    var rows = new Rows(left(plot), 3, pen.px(KEY_ROW));
    int fitting = plot.height() < pen.px(KEY_ROW) ? 0 : Rows.fitting(plot, pen.px(KEY_ROW));
    var parts = List.of(Quantity.KEPT, Quantity.ADDED);
    if (fitting < parts.size()) {
      return;
    }
    double side = pen.px(KEY);
    for (int i = 0; i < parts.size(); i++) {
      var row = rows.row(i);
      var key = new Box(row.x(), row.centreY() - side / 2, side, side);
      pen.surface().rectangle(key, pen.px(Space.LINE), Ink.filled(scene.colour(parts.get(i))));
      var words = row.inset(0, 0, 0, side + pen.px(Space.TIGHT));
      pen.write(parts.get(i).symbol(), words, pen.type(Role.LABEL));
    }
    if (fitting > parts.size()) {
      pen.write("unit " + (scene.unit() + 1), rows.row(parts.size()), pen.type(Role.LABEL));
    }
  }
}
