package dev.stepwise.compute.lstm;

import dev.stepwise.compute.linear.Matrices;
import dev.stepwise.compute.run.Cancellation;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;

/// How a state depends on an earlier one: the derivative of everything that the cell hands on, (c,
/// h) for the LSTM and h for the others, by what it was handed.
///
/// S. Hochreiter, J. Schmidhuber, *Long Short-Term Memory*, Neural Computation 9 (1997), section 3;
/// R. Pascanu, T. Mikolov, Y. Bengio, *On the difficulty of training recurrent neural networks*,
/// ICML 2013.
public final class Jacobians {
  private static final int POWER_ITERATIONS = 60;

  private Jacobians() {}

  /// How gradients fade on the way back.
  ///
  /// @param full the spectral norm of ∂(c_T, h_T)/∂(c_t, h_t) by distance T − t, from 0: by how
  ///   much a small change of the earlier state can be stretched at most
  /// @param direct along the kept part alone: the largest product of the forget gates, in the GRU
  ///   the update gates, of one unit; empty for the RNN, which has no such path
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  public record Flow(double[] full, double[] direct) {}

  /// The derivative of the state after a time step by the state before it. For the LSTM 2·hidden
  /// rows and columns, c before h; for the others hidden.
  ///
  /// @param before the state before
  /// @param moment what the cell computed from it
  public static double[][] ofStep(RecurrentCell cell, State before, Moment moment) {
    return switch (cell) {
      case RecurrentCell.Lstm lstm -> lstm(lstm, before, (Moment.Lstm) moment);
      case RecurrentCell.Gru gru -> gru(gru, before, (Moment.Gru) moment);
      case RecurrentCell.Rnn rnn -> rnn(rnn, (Moment.Rnn) moment);
    };
  }

  private static double[][] lstm(RecurrentCell.Lstm cell, State before, Moment.Lstm at) {
    int n = at.h().length;
    int inputs = cell.inputs();
    var jacobian = new double[2 * n][2 * n];
    for (int j = 0; j < n; j++) {
      double slopeF = before.c()[j] * at.f()[j] * (1 - at.f()[j]);
      double slopeI = at.candidate()[j] * at.i()[j] * (1 - at.i()[j]);
      double slopeC = at.i()[j] * (1 - at.candidate()[j] * at.candidate()[j]);
      double slopeO = at.tanhC()[j] * at.o()[j] * (1 - at.o()[j]);
      double through = at.o()[j] * (1 - at.tanhC()[j] * at.tanhC()[j]);
      jacobian[j][j] = at.f()[j];
      jacobian[n + j][j] = through * at.f()[j];
      for (int k = 0; k < n; k++) {
        double byH =
            slopeF * cell.forget().weights()[j][inputs + k]
                + slopeI * cell.input().weights()[j][inputs + k]
                + slopeC * cell.candidate().weights()[j][inputs + k];
        jacobian[j][n + k] = byH;
        jacobian[n + j][n + k] = slopeO * cell.output().weights()[j][inputs + k] + through * byH;
      }
    }
    return jacobian;
  }

  private static double[][] gru(RecurrentCell.Gru cell, State before, Moment.Gru at) {
    int n = at.h().length;
    int inputs = cell.inputs();
    double[] h = before.h();
    var jacobian = new double[n][n];
    // ∂n/∂h: by r ⊙ h directly, and by r itself.
    var seen = new double[n][n];
    for (int m = 0; m < n; m++) {
      for (int k = 0; k < n; k++) {
        seen[m][k] =
            h[m] * at.r()[m] * (1 - at.r()[m]) * cell.reset().weights()[m][inputs + k]
                + (m == k ? at.r()[m] : 0);
      }
    }
    for (int j = 0; j < n; j++) {
      double slopeZ = (h[j] - at.n()[j]) * at.z()[j] * (1 - at.z()[j]);
      double slopeN = (1 - at.z()[j]) * (1 - at.n()[j] * at.n()[j]);
      for (int k = 0; k < n; k++) {
        double inner = 0;
        for (int m = 0; m < n; m++) {
          inner += cell.candidate().weights()[j][inputs + m] * seen[m][k];
        }
        jacobian[j][k] =
            (j == k ? at.z()[j] : 0)
                + slopeZ * cell.update().weights()[j][inputs + k]
                + slopeN * inner;
      }
    }
    return jacobian;
  }

  private static double[][] rnn(RecurrentCell.Rnn cell, Moment.Rnn at) {
    int n = at.h().length;
    int inputs = cell.inputs();
    var jacobian = new double[n][n];
    for (int j = 0; j < n; j++) {
      double slope = 1 - at.h()[j] * at.h()[j];
      for (int k = 0; k < n; k++) {
        jacobian[j][k] = slope * cell.hiddenLayer().weights()[j][inputs + k];
      }
    }
    return jacobian;
  }

  /// The derivative of the state after the last time step by the state after an earlier one: the
  /// product of the steps between, the last one first.
  ///
  /// @param t from 0; −1 for the state before the first time step
  public static double[][] between(RecurrentCell cell, History history, int t) {
    int size = stateSize(cell);
    double[][] product = identity(size);
    for (int s = history.length() - 1; s > t; s--) {
      Cancellation.checkpoint();
      product = Matrices.multiply(product, ofStep(cell, history.before(s), history.moment(s)));
    }
    return product;
  }

  /// How gradients fade over a whole sequence. Takes T·(2·hidden)³ multiplications for the LSTM.
  ///
  /// @param progress told how much is done, 0 to 1
  public static Flow flow(RecurrentCell cell, History history, DoubleConsumer progress) {
    int length = history.length();
    var full = new double[length + 1];
    double[][] product = identity(stateSize(cell));
    var stretched = start(product.length);
    full[0] = 1;
    for (int distance = 1; distance <= length; distance++) {
      Cancellation.checkpoint();
      int s = length - distance;
      product = Matrices.multiply(product, ofStep(cell, history.before(s), history.moment(s)));
      full[distance] = spectralNorm(product, stretched);
      progress.accept((double) distance / length);
    }
    return new Flow(full, direct(cell.kind(), history));
  }

  private static double[] direct(Cell cell, History history) {
    if (!cell.keepsAndAdds()) {
      return new double[0];
    }
    int length = history.length();
    var direct = new double[length + 1];
    var products = new double[history.moment(0).state().h().length];
    Arrays.fill(products, 1);
    direct[0] = 1;
    for (int distance = 1; distance <= length; distance++) {
      double[] gate = history.moment(length - distance).values(cell.keepGate());
      double largest = 0;
      for (int j = 0; j < products.length; j++) {
        products[j] *= gate[j];
        largest = Math.max(largest, products[j]);
      }
      direct[distance] = largest;
    }
    return direct;
  }

  /// The largest factor by which a matrix stretches a vector, by power iteration.
  ///
  /// G. Golub, C. Van Loan, *Matrix Computations*, 4th ed., section 8.2.
  static double spectralNorm(double[][] matrix) {
    return spectralNorm(matrix, start(matrix.length));
  }

  /// @param direction where to begin; left at the direction that is stretched most, which is near
  ///   that of the next, similar matrix
  private static double spectralNorm(double[][] matrix, double[] direction) {
    RealMatrix wrapped = new Array2DRowRealMatrix(matrix, false);
    double norm = 0;
    for (int i = 0; i < POWER_ITERATIONS; i++) {
      double[] image = wrapped.operate(direction);
      double stretch = length(image);
      if (stretch == 0) {
        return norm;
      }
      double[] back = wrapped.transpose().operate(divided(image, stretch));
      double next = length(back);
      if (next == 0) {
        return stretch;
      }
      System.arraycopy(divided(back, next), 0, direction, 0, direction.length);
      boolean settled = Math.abs(next - norm) <= 1e-12 * next;
      norm = next;
      if (settled) {
        break;
      }
    }
    return norm;
  }

  private static double[] start(int size) {
    var direction = new double[size];
    // No two entries alike, so that it is orthogonal to no likely direction.
    Arrays.setAll(direction, k -> 1 + Math.sqrt(k + 2.0) % 1);
    return divided(direction, length(direction));
  }

  private static double length(double[] vector) {
    return new ArrayRealVector(vector, false).getNorm();
  }

  private static double[] divided(double[] vector, double divisor) {
    return Arrays.stream(vector).map(value -> value / divisor).toArray();
  }

  private static int stateSize(RecurrentCell cell) {
    return cell.kind().hasCellState() ? 2 * cell.hidden() : cell.hidden();
  }

  private static double[][] identity(int size) {
    var identity = new double[size][size];
    for (int j = 0; j < size; j++) {
      identity[j][j] = 1;
    }
    return identity;
  }
}
