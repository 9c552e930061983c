package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.attention.AttentionProblem.Settings;
import dev.stepwise.compute.attention.AttentionProblem.SoftmaxKind;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.multihead.MultiHeadProblem.Reshape;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// Multi-head attention: one projection of full width is cut into heads, each head attends by
/// itself in fewer dimensions, and their results are laid side by side and mixed by one more
/// matrix. With d_k = d_model / heads it costs what one head of full width would.
///
/// A. Vaswani and others, *Attention is all you need*, NIPS 2017, section 3.2.2. No method writes
/// to its arguments.
public final class MultiHead {
  private MultiHead() {}

  /// All that one pass computes.
  ///
  /// @param whole Q, K and V, each n×d_model
  /// @param split of each head its Q, K and V, each n×d_k
  /// @param heads of each head its attention
  /// @param joined the heads' outputs side by side, n×d_model
  /// @param output joined · W_o, n×d_model
  /// @param tracked the number of Q that is followed
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Pass(
      Projections whole,
      List<Projections> split,
      List<Attention.Pass> heads,
      double[][] joined,
      double[][] output,
      Tracked tracked) {}

  /// A place in an array of three axes.
  public record Place(int head, int token, int column) {}

  /// The whole pass.
  public static Pass pass(MultiHeadProblem problem) {
    double[][] x = problem.x();
    var whole =
        new Projections(
            Matrices.multiply(x, problem.queries()),
            Matrices.multiply(x, problem.keys()),
            Matrices.multiply(x, problem.values()));
    var split = new ArrayList<Projections>();
    var heads = new ArrayList<Attention.Pass>();
    for (int head = 0; head < problem.heads(); head++) {
      Cancellation.checkpoint();
      var projections = projections(problem, whole, head);
      split.add(projections);
      heads.add(Attention.pass(projections, settings(problem)));
    }
    double[][] joined = join(heads);
    return new Pass(
        whole,
        List.copyOf(split),
        List.copyOf(heads),
        joined,
        Matrices.multiply(joined, problem.output()),
        Tracked.of(problem, whole.q()));
  }

  /// How each head attends: scaled, stable.
  public static Settings settings(MultiHeadProblem problem) {
    return new Settings(true, problem.mask(), SoftmaxKind.STABLE);
  }

  private static Projections projections(MultiHeadProblem problem, Projections whole, int head) {
    return new Projections(
        split(whole.q(), problem, head),
        split(whole.k(), problem, head),
        split(whole.v(), problem, head));
  }

  /// What a head gets of a projection, n×d_k.
  public static double[][] split(double[][] whole, MultiHeadProblem problem, int head) {
    var part = new double[whole.length][problem.headWidth()];
    for (int token = 0; token < part.length; token++) {
      for (int column = 0; column < part[token].length; column++) {
        int[] from = source(problem, new Place(head, token, column));
        part[token][column] = whole[from[0]][from[1]];
      }
    }
    return part;
  }

  /// Where in the n×d_model projection the number comes from that a head has at a place: row and
  /// column.
  public static int[] source(MultiHeadProblem problem, Place place) {
    int width = problem.headWidth();
    if (problem.reshape() == Reshape.WITH_TRANSPOSE) {
      return new int[] {place.token(), place.head() * width + place.column()};
    }
    // Straight to heads×n×d_k: the numbers stay in their order and are only counted otherwise.
    int order = (place.head() * problem.length() + place.token()) * width + place.column();
    return new int[] {order / problem.modelWidth(), order % problem.modelWidth()};
  }

  /// Where a number of the n×d_model projection goes.
  public static Place target(MultiHeadProblem problem, int row, int column) {
    int width = problem.headWidth();
    if (problem.reshape() == Reshape.WITH_TRANSPOSE) {
      return new Place(column / width, row, column % width);
    }
    int order = row * problem.modelWidth() + column;
    int perHead = problem.length() * width;
    return new Place(order / perHead, order % perHead / width, order % width);
  }

  /// The outputs of the heads side by side.
  public static double[][] join(List<Attention.Pass> heads) {
    int n = heads.getFirst().output().length;
    int width = heads.getFirst().output()[0].length;
    var joined = new double[n][heads.size() * width];
    for (int head = 0; head < heads.size(); head++) {
      for (int token = 0; token < n; token++) {
        System.arraycopy(heads.get(head).output()[token], 0, joined[token], head * width, width);
      }
    }
    return joined;
  }
}
