package dev.stepwise.compute.multihead;

import dev.stepwise.compute.multihead.MultiHead.Place;

/// How projections are cut into heads.
public enum Reshape {
  /// To n×heads×d_k, then transposed: each head gets columns.
  WITH_TRANSPOSE("with-transpose") {
    @Override
    double[][] split(double[][] whole, int heads, int head) {
      return MultiHead.columns(whole, heads, head);
    }

    @Override
    int[] source(MultiHeadProblem problem, Place place) {
      return new int[] {place.token(), place.head() * problem.headWidth() + place.column()};
    }

    @Override
    Place target(MultiHeadProblem problem, int row, int column) {
      int width = problem.headWidth();
      return new Place(column / width, row, column % width);
    }
  },

  /// Straight to heads×n×d_k, a teaching variant: the shape is right, but the numbers stay in their
  /// order and are only counted otherwise, so they are in wrong places.
  WITHOUT_TRANSPOSE("without-transpose") {
    @Override
    double[][] split(double[][] whole, int heads, int head) {
      int n = whole.length;
      int all = whole[0].length;
      int width = all / heads;
      var part = new double[n][width];
      for (int place = 0; place < n * width; place++) {
        int order = head * n * width + place;
        part[place / width][place % width] = whole[order / all][order % all];
      }
      return part;
    }

    @Override
    int[] source(MultiHeadProblem problem, Place place) {
      int tokens = place.head() * problem.length() + place.token();
      int order = tokens * problem.headWidth() + place.column();
      return new int[] {order / problem.modelWidth(), order % problem.modelWidth()};
    }

    @Override
    Place target(MultiHeadProblem problem, int row, int column) {
      int width = problem.headWidth();
      int order = row * problem.modelWidth() + column;
      int tokens = order / width;
      return new Place(tokens / problem.length(), tokens % problem.length(), order % width);
    }
  };

  private final String word;

  Reshape(String word) {
    this.word = word;
  }

  /// Its word in a scenario.
  public String word() {
    return word;
  }

  /// What a head gets of a projection.
  ///
  /// @param whole n×d_model
  /// @return n×d_k
  abstract double[][] split(double[][] whole, int heads, int head);

  /// Where in the n×d_model projection the number comes from that a head has at a place: row and
  /// column.
  abstract int[] source(MultiHeadProblem problem, Place place);

  /// Where a number of the n×d_model projection goes.
  abstract Place target(MultiHeadProblem problem, int row, int column);
}
