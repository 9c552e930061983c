package dev.stepwise.view.matrices;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.view.marks.ColourMap;
import dev.stepwise.view.marks.ColourScale;
import dev.stepwise.view.marks.LinearScale;
import dev.stepwise.view.marks.Palette;

/// Which value has which colour in the matrices of a head. The scores keep one scale while they are
/// scaled, so that dividing makes them paler.
///
/// @param data of X and the matrices
/// @param values of Q, K, V and the output
/// @param scores of the scores
/// @param weights of the weights, from 0
public record HeadScales(
    ColourScale data, ColourScale values, ColourScale scores, ColourScale weights) {

  /// The scales of a frame's problem and pass.
  public static HeadScales of(AttentionFrame frame, Palette palette) {
    var pass = frame.pass();
    var problem = frame.problem();
    var signed = ColourMap.diverging(palette);
    return new HeadScales(
        centred(signed, furthest(problem.x(), problem.queries(), problem.keys(), problem.values())),
        centred(signed, furthest(pass.q(), pass.k(), pass.v(), pass.output())),
        centred(signed, furthest(pass.products(), pass.scaled())),
        weights(pass));
  }

  private static ColourScale weights(Pass pass) {
    double most = furthest(pass.weights());
    return new ColourScale(ColourMap.CIVIDIS, new LinearScale(0, most == 0 ? 1 : most));
  }

  private static ColourScale centred(ColourMap map, double furthest) {
    double end = furthest == 0 ? 1 : furthest;
    return new ColourScale(map, new LinearScale(-end, end));
  }

  private static double furthest(double[][]... matrices) {
    double furthest = 0;
    for (double[][] matrix : matrices) {
      for (double[] row : matrix) {
        for (double value : row) {
          double size = Math.abs(value);
          if (size > furthest && size <= Double.MAX_VALUE) {
            furthest = size;
          }
        }
      }
    }
    return furthest;
  }

  /// The scale of a matrix.
  public ColourScale of(Tensor tensor) {
    return switch (tensor) {
      case X, W_Q, W_K, W_V -> data;
      case Q, K, V, OUTPUT -> values;
      case SCORES -> scores;
      case WEIGHTS -> weights;
    };
  }
}
