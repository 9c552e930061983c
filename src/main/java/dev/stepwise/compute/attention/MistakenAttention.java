package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// [Attention], with a mistake in one of its steps.
final class MistakenAttention {
  private MistakenAttention() {}

  static Pass pass(Projections given, Settings settings) {
    var mistake = settings.mistake();
    var begun = Pass.begun(given);
    Cancellation.checkpoint();
    double[][] products =
        Matrices.multiplyByTransposed(
            projection(begun, mistake.asking()), projection(begun, mistake.answering()));
    double[][] scaled =
        settings.scales() ? scaled(products, given.k()[0].length, mistake) : products;
    double[][] scores = settings.hides() ? masked(scaled, mistake) : scaled;
    double[][] weights = weights(scores, given.k()[0].length, settings);
    Cancellation.checkpoint();
    double[][] output =
        Matrices.multiply(mistake.shares(weights), projection(begun, mistake.mixed()));
    return new Pass(given.q(), given.k(), given.v(), products, scaled, scores, weights, output);
  }

  /// Q, K or V.
  static double[][] projection(Pass pass, Tensor tensor) {
    return switch (tensor) {
      case Q -> pass.q();
      case K -> pass.k();
      case V -> pass.v();
      default -> throw new IllegalArgumentException(tensor + " is no projection");
    };
  }

  private static double[][] scaled(double[][] products, int width, AttentionMistake mistake) {
    return switch (mistake) {
      case DIVIDES_BY_D_K -> each(products, product -> product / width);
      case MULTIPLIES_BY_THE_ROOT -> each(products, product -> product * Math.sqrt(width));
      default -> Attention.scale(products, width);
    };
  }

  private static double[][] masked(double[][] scores, AttentionMistake mistake) {
    return switch (mistake) {
      case MASKS_THE_PAST -> hidePast(scores);
      case MASKS_WITH_ZERO ->
          each(
              Attention.hideFuture(scores), score -> score == Double.NEGATIVE_INFINITY ? 0 : score);
      default -> Attention.hideFuture(scores);
    };
  }

  private static double[][] hidePast(double[][] scores) {
    var hidden = new double[scores.length][];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = scores[i].clone();
      Arrays.fill(hidden[i], 0, i, Double.NEGATIVE_INFINITY);
    }
    return hidden;
  }

  private static double[][] weights(double[][] scores, int width, Settings settings) {
    return switch (settings.mistake()) {
      case ALONG_COLUMNS ->
          Matrices.transpose(Attention.softmax(Matrices.transpose(scores), settings.effective()));
      case NOT_DIVIDED ->
          Arrays.stream(scores)
              .map(row -> Softmax.exponentials(row, Softmax.greatest(row)))
              .toArray(double[][]::new);
      case SCALES_THE_WEIGHTS ->
          Attention.scale(Attention.softmax(scores, settings.effective()), width);
      default -> Attention.softmax(scores, settings.effective());
    };
  }

  private static double[][] each(double[][] values, DoubleUnaryOperator change) {
    return Arrays.stream(values)
        .map(row -> Arrays.stream(row).map(change).toArray())
        .toArray(double[][]::new);
  }
}
