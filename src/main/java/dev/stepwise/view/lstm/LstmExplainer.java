package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.Arithmetic;
import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.lstm.TimeStep;
import dev.stepwise.view.Explanation;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfTime;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import dev.stepwise.view.marks.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers "why this number?" for every number of every time step that is known, from the frame
/// alone.
final class LstmExplainer {
  private static final int MOST_LIT = 400;

  private final LstmFrame frame;

  LstmExplainer(LstmFrame frame) {
    this.frame = frame;
  }

  Optional<Explanation> explain(Element element) {
    if (!(element instanceof LstmElement asked)) {
      return Optional.empty();
    }
    return switch (asked) {
      case OfValue(var quantity, int t, int unit) when t < 0 && frame.startsWith(quantity, unit) ->
          Optional.of(new Explanation(Arithmetic.start(frame.problem(), quantity, unit), Set.of()));
      case OfValue(var quantity, int t, int unit) when frame.knows(quantity, t, unit) ->
          Optional.of(
              new Explanation(
                  Arithmetic.of(at(t), quantity, unit), sources(at(t), quantity, unit)));
      case OfInput(int t, int feature) when frame.hasInput(t, feature) ->
          Optional.of(new Explanation(Arithmetic.input(at(t), feature), Set.of()));
      case OfValue _, OfInput _, OfUnit _, OfTime _ -> Optional.empty();
    };
  }

  private TimeStep at(int t) {
    return new TimeStep(frame.problem(), frame.time().history(), t);
  }

  /// The numbers that went in.
  private Set<Element> sources(TimeStep time, Quantity quantity, int unit) {
    int t = time.t();
    boolean lstm = time.cell() == Cell.LSTM;
    return switch (quantity) {
      case KEPT ->
          Set.of(
              new OfValue(time.cell().keepGate(), t, unit),
              new OfValue(time.cell().memory(), t - 1, unit));
      case ADDED ->
          Set.of(
              new OfValue(lstm ? Quantity.I : Quantity.Z, t, unit),
              new OfValue(lstm ? Quantity.CANDIDATE : Quantity.N, t, unit));
      case C -> sum(time, unit);
      case TANH_C -> Set.of(new OfValue(Quantity.C, t, unit));
      case RH -> Set.of(new OfValue(Quantity.R, t, unit), new OfValue(Quantity.H, t - 1, unit));
      case H ->
          switch (time.cell()) {
            case LSTM -> Set.of(new OfValue(Quantity.O, t, unit), new OfValue(Quantity.C, t, unit));
            case GRU -> sum(time, unit);
            case RNN -> weighted(time, Quantity.H);
          };
      case XH, XRH -> Set.of();
      case F, I, CANDIDATE, O, R, Z, N -> weighted(time, quantity);
    };
  }

  private static Set<Element> sum(TimeStep time, int unit) {
    boolean lstm = time.cell() == Cell.LSTM;
    var sources = new HashSet<Element>();
    sources.add(new OfValue(time.cell().memory(), time.t() - 1, unit));
    for (var quantity :
        lstm
            ? List.of(Quantity.F, Quantity.I, Quantity.CANDIDATE, Quantity.KEPT, Quantity.ADDED)
            : List.of(Quantity.Z, Quantity.N, Quantity.KEPT, Quantity.ADDED)) {
      sources.add(new OfValue(quantity, time.t(), unit));
    }
    return sources;
  }

  /// The inputs and the states before; for the GRU's candidate these as the reset gate lets them
  /// through.
  private static Set<Element> weighted(TimeStep time, Quantity layer) {
    var sources = new HashSet<Element>();
    for (int k = 0; k < Math.min(MOST_LIT, time.problem().inputs()); k++) {
      sources.add(new OfInput(time.t(), k));
    }
    boolean reset = layer == Quantity.N;
    for (int unit = 0; unit < Math.min(MOST_LIT, time.hidden()); unit++) {
      sources.add(
          reset
              ? new OfValue(Quantity.RH, time.t(), unit)
              : new OfValue(Quantity.H, time.t() - 1, unit));
    }
    return sources;
  }
}
