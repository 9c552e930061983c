package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.attention.Attention.Projections;
import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
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

  /// A place in an array of three axes, heads×n×d_k.
  public record Place(int head, int token, int column) {
    /// As NumPy counts it.
    public String index() {
      return "[%d, %d, %d]".formatted(head, token, column);
    }
  }

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
      split.add(split(problem, whole, head));
      heads.add(Attention.pass(split.get(head), problem.settings()));
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

  private static Projections split(MultiHeadProblem problem, Projections whole, int head) {
    return new Projections(
        problem.reshape().split(whole.q(), problem.heads(), head),
        problem.reshape().split(whole.k(), problem.heads(), head),
        problem.reshape().split(whole.v(), problem.heads(), head));
  }

  /// What belongs to a head of a matrix of full width: its columns of every row.
  static double[][] columns(double[][] whole, int heads, int head) {
    int width = whole[0].length / heads;
    return Arrays.stream(whole)
        .map(row -> Arrays.copyOfRange(row, head * width, (head + 1) * width))
        .toArray(double[][]::new);
  }

  /// The outputs of the heads side by side.
  static double[][] join(List<Attention.Pass> heads) {
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
