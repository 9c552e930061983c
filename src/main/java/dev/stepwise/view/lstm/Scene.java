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
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Look;
import dev.stepwise.view.Shown;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import java.util.Optional;
import javafx.scene.paint.Color;

/// What both pictures of the stage share: which unit is looked at, how far the step has come, and
/// which colour stands for what.
///
/// @param look the sizes and colours: of the stage, or smaller where a picture has little room
record Scene(Shown<LstmFrame> shown, Look look) {
  private static final LinearScale SHARES = new LinearScale(0, 1);
  private static final LinearScale SIGNS = new LinearScale(-1, 1);

  /// How far an operation has come at this step.
  enum Progress {
    DONE,
    NOW,
    AHEAD
  }

  LstmFrame frame() {
    return shown.step().frame();
  }

  TimeStep time() {
    return frame().time();
  }

  Scene(Shown<LstmFrame> shown) {
    this(shown, shown.look());
  }

  /// The same in other sizes.
  Scene scaled(double factor) {
    return new Scene(shown, new Look(look.palette(), look.scale() * factor, look.density()));
  }

  /// The step that the picture moves away from, where it is of the same run: the step of another
  /// problem has other variables, units and time steps, and nothing moves from there.
  Optional<LstmFrame> before() {
    return shown.before().map(Step::frame).filter(frame()::isOfRun);
  }

  /// The unit whose numbers are written out: the one that the step looks at, else the one pinned,
  /// else the first.
  int unit() {
    int pinned =
        shown.pinned().orElse(null) instanceof OfUnit(int unit)
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

  boolean isMarked(Quantity quantity, int t, int unit) {
    var element = new OfValue(quantity, t, unit);
    return shown.lit().contains(element) || shown.picked().equals(Optional.of(element));
  }

  /// The colour that names a quantity.
  Color colour(Quantity quantity) {
    var palette = look().palette();
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
        : new ColourScale(ColourMap.diverging(look().palette()), SIGNS);
  }

  /// The number that gives a cell its colour: the value, but of what has no bounds its tanh.
  static double shade(Quantity quantity, double value) {
    return quantity.range() == Quantity.Range.FREE ? Math.tanh(value) : value;
  }
}
