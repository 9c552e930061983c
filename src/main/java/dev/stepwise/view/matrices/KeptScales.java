package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.draw.Palette;
import org.jspecify.annotations.Nullable;

/// The colour scales of the pass that was drawn last: finding them takes a look at every number,
/// too long for each movement of the mouse. For one thread.
public final class KeptScales {
  private record Kept(Pass pass, Palette palette, HeadScales scales) {
    @SuppressWarnings("ReferenceEquality") // the same pass has the same numbers
    boolean fits(AttentionFrame frame, Palette wanted) {
      return pass == frame.pass() && palette.equals(wanted);
    }
  }

  private @Nullable Kept kept;

  /// The scales of a frame.
  public HeadScales of(AttentionFrame frame, Palette palette) {
    var last = kept;
    if (last == null || !last.fits(frame, palette)) {
      last = new Kept(frame.pass(), palette, HeadScales.of(frame, palette));
      kept = last;
    }
    return last.scales();
  }
}
