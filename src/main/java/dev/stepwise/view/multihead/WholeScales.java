package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.MultiHead.Pass;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Palette;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import org.jspecify.annotations.Nullable;

/// Which value has which colour in the matrices of full width. What is compared shares a scale.
///
/// @param makers of the matrices that make Q, K and V: the wider the model, the smaller their
///   numbers, which beside those of X would look like nothing
/// @param projections of X, Q, K and V
/// @param results of the joined heads and the output
/// @param mixer of W_o
record WholeScales(
    ColourScale makers, ColourScale projections, ColourScale results, ColourScale mixer) {

  /// Keeps those of the pass that was drawn last. For one thread.
  static final class Kept {
    private @Nullable Pass pass;
    private @Nullable Palette palette;
    private @Nullable WholeScales scales;

    /// The scales of a frame.
    @SuppressWarnings("ReferenceEquality") // the same pass has the same numbers
    WholeScales of(MultiHeadFrame frame, Palette wanted) {
      var kept = scales;
      if (kept == null || pass != frame.pass() || !wanted.equals(palette)) {
        kept = WholeScales.of(frame, wanted);
        pass = frame.pass();
        palette = wanted;
        scales = kept;
      }
      return kept;
    }
  }

  private static WholeScales of(MultiHeadFrame frame, Palette palette) {
    var problem = frame.problem();
    var pass = frame.pass();
    var whole = pass.whole();
    var map = ColourMap.diverging(palette);
    return new WholeScales(
        centred(map, problem.queries(), problem.keys(), problem.values()),
        centred(map, problem.x(), whole.q(), whole.k(), whole.v()),
        centred(map, pass.joined(), pass.output()),
        centred(map, problem.output()));
  }

  private static ColourScale centred(ColourMap map, double[][]... matrices) {
    double furthest = 0;
    for (double[][] matrix : matrices) {
      for (double[] row : matrix) {
        for (double value : row) {
          furthest = Double.isFinite(value) ? Math.max(furthest, Math.abs(value)) : furthest;
        }
      }
    }
    double end = furthest == 0 ? 1 : furthest;
    return new ColourScale(map, new LinearScale(-end, end));
  }

  /// The scale of a matrix.
  ColourScale of(Whole matrix) {
    return switch (matrix) {
      case W_Q, W_K, W_V -> makers;
      case X, Q, K, V -> projections;
      case JOINED, OUTPUT -> results;
      case W_O -> mixer;
    };
  }
}
