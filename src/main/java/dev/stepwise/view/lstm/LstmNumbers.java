package dev.stepwise.view.lstm;

import dev.stepwise.compute.lstm.LstmFrame;
import dev.stepwise.compute.lstm.Quantity;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.NumberElement;
import dev.stepwise.view.lstm.LstmElement.OfInput;
import dev.stepwise.view.lstm.LstmElement.OfTime;
import dev.stepwise.view.lstm.LstmElement.OfUnit;
import dev.stepwise.view.lstm.LstmElement.OfValue;
import java.util.Arrays;
import java.util.Optional;

/// The numbers that are drawn at a step, and their addresses. A frame has the numbers of one time
/// step; the stage shows those of the earlier ones too, which stand in the frames of these.
///
/// @param frame the step's frame
record LstmNumbers(LstmFrame frame) {

  /// A number in a frame in which it stands.
  record Standing(LstmFrame frame, Ref ref) {}

  /// The address of what is drawn, in the frame itself; empty for what isn't a number of it.
  Optional<Ref> address(LstmElement element) {
    boolean before = element instanceof OfValue(_, int t, _) && t == frame.time().t() - 1;
    var ref =
        before && element instanceof OfValue(var state, _, int unit) && isState(state)
            ? Optional.of(Ref.of(state.before(), unit))
            : standing(element).filter(number -> isOfFrame(number.frame())).map(Standing::ref);
    var variables = frame.variables();
    return ref.filter(found -> found.in(variables).isPresent());
  }

  private boolean isState(Quantity quantity) {
    return frame.startsWith(quantity, 0);
  }

  private boolean isOfFrame(LstmFrame other) {
    return other.time().t() == frame.time().t();
  }

  /// Where a number that is known stands: in the frame of its whole time step, or as the start of
  /// the first one.
  Optional<Standing> standing(LstmElement element) {
    return switch (element) {
      case OfInput(int t, int feature) when frame.hasInput(t, feature) ->
          Optional.of(new Standing(frame.whole(t), Ref.of("x", feature)));
      case OfValue(var state, int t, int unit) when t < 0 && frame.startsWith(state, unit) ->
          Optional.of(new Standing(frame.whole(0), Ref.of(state.before(), unit)));
      case OfValue(var quantity, int t, int unit) when frame.knows(quantity, t, unit) ->
          Optional.of(new Standing(frame.whole(t), known(quantity, unit)));
      case OfInput _, OfValue _, OfUnit _, OfTime _ -> Optional.empty();
    };
  }

  private Ref known(Quantity quantity, int unit) {
    return quantity == Quantity.RH
        ? Ref.of(Quantity.XRH.variable(), frame.problem().inputs() + unit)
        : Ref.of(quantity.variable(), unit);
  }

  /// What is drawn for the number at an address of the frame.
  Element drawn(Ref ref) {
    int t = frame.time().t();
    int first = ref.indices().isEmpty() ? frame.focus().unit().orElse(0) : ref.index(0);
    return switch (ref.variable()) {
      case "x" -> new OfInput(t, first);
      case "h_prev" -> new OfValue(Quantity.H, t - 1, first);
      case "c_prev" -> new OfValue(Quantity.C, t - 1, first);
      case "xh" -> concatenated(first, Quantity.H, t - 1);
      case "xrh" -> concatenated(first, Quantity.RH, t);
      default ->
          Arrays.stream(Quantity.values())
              .filter(quantity -> quantity.names(ref))
              .findFirst()
              .<Element>map(quantity -> new OfValue(quantity, t, first))
              .orElseGet(() -> new NumberElement(ref));
    };
  }

  private Element concatenated(int element, Quantity state, int t) {
    int inputs = frame.problem().inputs();
    return element < inputs
        ? new OfInput(frame.time().t(), element)
        : new OfValue(state, t, element - inputs);
  }
}
