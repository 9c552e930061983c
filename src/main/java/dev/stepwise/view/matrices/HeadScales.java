package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.draw.ColourBar;
import dev.stepwise.draw.ColourMap;
import dev.stepwise.draw.ColourScale;
import dev.stepwise.draw.LinearScale;
import dev.stepwise.draw.Palette;

/// Which value has which colour in the matrices of a head. The scores keep one scale while they are
/// scaled, so that dividing makes them paler.
///
/// @param makers of W_q, W_k and W_v: the wider the model, the smaller their numbers, which beside
///   those of X would look like nothing
/// @param values of X, Q, K, V and the output
/// @param scores of the scores
/// @param weights of the weights, always from 0 to 1; where rows are long and nearly all weights
///   are small, most of the colours belong to the small ones
public record HeadScales(
    ColourScale makers, ColourScale values, ColourScale scores, ColourScale weights) {
  private static final int LONG = 64;

  /// Of a long row: 1/512 is then a fifth of the way to the brightest colour.
  private static final double STRETCH_OF_LONG = 0.25;

  /// The scales of a frame's problem and pass.
  public static HeadScales of(AttentionFrame frame, Palette palette) {
    var pass = frame.pass();
    var problem = frame.problem();
    var signed = ColourMap.diverging(palette);
    return new HeadScales(
        centred(signed, furthest(problem.queries(), problem.keys(), problem.values())),
        centred(signed, furthest(problem.x(), pass.q(), pass.k(), pass.v(), pass.output())),
        centred(signed, furthest(pass.products(), pass.scaled())),
        weights(problem.length()));
  }

  /// Of the weights among so many keys. Over hundreds of keys a row's greatest weight is a few per
  /// cent, while a row that sees but one key gives it 1: if colours were shared out evenly up to
  /// that 1, all others would have the colour of 0.
  public static ColourScale weights(int keys) {
    var map = keys >= LONG ? ColourMap.CIVIDIS.stretched(STRETCH_OF_LONG) : ColourMap.CIVIDIS;
    return new ColourScale(map, new LinearScale(0, 1));
  }

  /// The key to the weights.
  public ColourBar weightBar() {
    return new ColourBar(weights, "weight");
  }

  private static ColourScale centred(ColourMap map, double furthest) {
    double end = furthest == 0 ? 1 : furthest;
    return new ColourScale(map, new LinearScale(-end, end));
  }

  private static double furthest(double[][]... matrices) {
    double furthest = 0;
    for (double[][] matrix : matrices) {
      for (double[] row : matrix) {
        furthest = Math.max(furthest, furthest(row));
      }
    }
    return furthest;
  }

  private static double furthest(double[] row) {
    double furthest = 0;
    for (double value : row) {
      double size = Math.abs(value);
      if (size > furthest && size <= Double.MAX_VALUE) {
        furthest = size;
      }
    }
    return furthest;
  }

  /// The scale of a matrix.
  public ColourScale of(Tensor tensor) {
    return switch (tensor) {
      case W_Q, W_K, W_V -> makers;
      case X, Q, K, V, OUTPUT -> values;
      case SCORES -> scores;
      case WEIGHTS -> weights;
    };
  }
}
