package dev.stepwise.view.gradient;

import dev.stepwise.compute.gradient.NetworkFrame;
import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.draw.Pen;
import dev.stepwise.view.Sheet;

/// A step of a network's training as all of its pictures draw it.
///
/// @param sheet what is drawn on
/// @param frame of the step
/// @param lens the sample that is followed
record NetworkScene(Sheet<?> sheet, NetworkFrame frame, Lens lens) {

  static NetworkScene of(Sheet<?> sheet, NetworkFrame frame) {
    return new NetworkScene(sheet, frame, Lens.of(frame, sheet.shown().pinned()));
  }

  Pen pen() {
    return sheet.pen();
  }

  /// The parameters on their way from the step before.
  Parameters parameters() {
    var now = frame.moment().parameters();
    var shown = sheet.shown();
    return shown.before().isPresent()
            && shown.progress() < 1
            && shown.before().get().frame() instanceof NetworkFrame earlier
            && earlier.problem().equals(frame.problem())
        ? Between.parameters(earlier.moment().parameters(), now, shown.progress())
        : now;
  }

  /// Whether samples are held out.
  boolean holdsOut() {
    return frame.problem().data().held().length > 0;
  }

  /// Whether the step looks at some of the samples alone.
  boolean looksAtABatch() {
    return frame.moment().pass().isPresent() && frame.problem().batches() > 1;
  }

  /// Whether somebody looks at an element: it is explained, a source of that, or pointed at.
  boolean isLookedAt(GradientElement element) {
    return sheet.spots().isLit(element)
        || sheet.shown().pointed().filter(element::equals).isPresent();
  }
}
