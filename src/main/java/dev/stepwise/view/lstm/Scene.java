package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Figures;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Operation;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.lstm.TimeStep;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Space;
import dev.stepwise.view.Sheet;
import dev.stepwise.view.Shown;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import java.util.Optional;
import javafx.scene.paint.Color;

/// What both pictures of the stage share: which unit is looked at, how far the step has come, and
/// which colour stands for what.
///
/// @param sheet what is drawn on: as large as the stage has it, or smaller where a picture has
///   little room
record Scene(Sheet<LstmFrame> sheet) {
  private static final LinearScale SHARES = new LinearScale(0, 1);
  private static final LinearScale SIGNS = new LinearScale(-1, 1);

  /// How far an operation has come at this step.
  enum Progress {
    DONE,
    NOW,
    AHEAD
  }

  Pen pen() {
    return sheet.pen();
  }

  Shown<LstmFrame> shown() {
    return sheet.shown();
  }

  LstmFrame frame() {
    return sheet.frame();
  }

  TimeStep time() {
    return frame().time();
  }

  /// The same in other sizes.
  Scene scaled(double factor) {
    return new Scene(sheet.scaled(factor));
  }

  /// The step that the picture moves away from, where it is of the same run: the step of another
  /// problem has other variables, units and time steps, and nothing moves from there.
  Optional<LstmFrame> before() {
    return shown().before().map(Step::frame).filter(frame()::isOfRun);
  }

  /// The unit whose numbers are written out: the one that the step looks at, else the one pinned,
  /// else the first.
  int unit() {
    int pinned =
        shown().pinned().orElse(null) instanceof OfUnit(int unit)
                && unit >= 0
                && unit < time().hidden()
            ? unit
            : 0;
    return frame().focus().unit().orElse(pinned);
  }

  /// The operation under way; empty at a whole time step.
  Optional<Operation> operation() {
    return frame().focus().operation();
  }

  Progress progress(Operation operation) {
    var now = operation();
    if (now.isEmpty()) {
      return Progress.DONE;
    }
    var order = time().cell().operations();
    int ahead = Integer.compare(order.indexOf(operation), order.indexOf(now.get()));
    return ahead < 0 ? Progress.DONE : ahead == 0 ? Progress.NOW : Progress.AHEAD;
  }

  /// A number of the unit that is looked at; empty where it is not known yet.
  Optional<Double> value(Quantity quantity, int t) {
    return value(quantity, t, unit());
  }

  Optional<Double> value(Quantity quantity, int t, int unit) {
    if (t < 0) {
      return frame().startsWith(quantity, unit)
          ? Optional.of(time().problem().start().values(quantity)[unit])
          : Optional.empty();
    }
    return frame().knows(quantity, t, unit)
        ? Optional.of(time().history().moment(t).values(quantity)[unit])
        : Optional.empty();
  }

  /// A number of the unit that is looked at as the tables write it; `?` where it is not known yet.
  String figure(Quantity quantity, int t) {
    var value = value(quantity, t);
    if (value.isEmpty()) {
      return "?";
    }
    return t < 0
        ? Numbers.text(value.get())
        : Figures.text(new TimeStep(time().problem(), time().history(), t), quantity, unit());
  }

  /// The letter of a quantity as the wires have it: with the time step where two are seen.
  static String sign(Quantity quantity, int t) {
    return switch (quantity) {
      case C, H -> quantity.symbol() + subscript(t + 1);
      default -> quantity.symbol();
    };
  }

  /// A time step, counted from 1, below the line.
  static String subscript(int number) {
    var digits = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      digits.append((char) ('₀' + digit - '0'));
    }
    return digits.toString();
  }

  /// The outline of what is not computed yet.
  Ink outlinedAhead() {
    var dash = pen().dashed(sheet.palette().muted(), Space.HAIR);
    return new Ink(Optional.of(sheet.palette().background()), Optional.of(dash));
  }

  /// The colour that names a quantity.
  Color colour(Quantity quantity) {
    var palette = sheet.palette();
    return switch (quantity) {
      case F, Z, KEPT -> palette.category(2);
      case I, ADDED -> palette.category(4);
      case CANDIDATE, N -> palette.category(3);
      case O, R, RH -> palette.category(1);
      case C, TANH_C -> palette.category(0);
      case H -> palette.text();
      case XH, XRH -> palette.muted();
    };
  }

  /// The colours of a quantity's numbers: magnitudes for gates, signs for all others.
  ColourScale scale(Quantity quantity) {
    return quantity.range() == Quantity.Range.GATE
        ? new ColourScale(ColourMap.CIVIDIS, SHARES)
        : new ColourScale(ColourMap.diverging(sheet.palette()), SIGNS);
  }

  /// The number that gives a cell its colour: the value, but of what has no bounds its tanh.
  static double shade(Quantity quantity, double value) {
    return quantity.range() == Quantity.Range.FREE ? Math.tanh(value) : value;
  }
}
