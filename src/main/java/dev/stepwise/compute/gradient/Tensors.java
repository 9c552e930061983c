package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.Arrays;

/// The tensors of a batch by name: shapes and numbers.
public final class Tensors {
  /// The name of the losses of single samples in the listing.
  static final String SAMPLE_LOSS = "sample_loss";

  private Tensors() {}

  /// The address of a number of a tensor; of the loss that of one sample.
  ///
  /// @param row,column its place; 0 where the tensor has no such side
  public static Ref ref(Tensor tensor, int row, int column) {
    return switch (tensor) {
      case Y -> Ref.of(tensor.code(), row);
      case LOSS -> Ref.of(SAMPLE_LOSS, row);
      case DB1, DB2 -> Ref.of(tensor.code(), column);
      default -> Ref.of(tensor.code(), row, column);
    };
  }

  /// The address of a parameter.
  public static Ref ref(Place place) {
    var name = place.of().code();
    return place.of().isBias()
        ? Ref.of(name, place.column())
        : Ref.of(name, place.row(), place.column());
  }

  /// The parameter at an address, or the one whose gradient stands there.
  ///
  /// @param of the parameters
  public static Place place(Place.Of of, Ref ref) {
    return of.isBias() ? new Place(of, 0, ref.index(0)) : new Place(of, ref.index(0), ref.index(1));
  }

  /// How many rows a tensor has; 1 for a vector of a parameter's gradient.
  static int rows(NetworkFrame frame, Tensor tensor) {
    return values(frame.moment().pass().orElseThrow(), tensor).length;
  }

  /// How many columns a tensor has.
  static int columns(NetworkFrame frame, Tensor tensor) {
    return values(frame.moment().pass().orElseThrow(), tensor)[0].length;
  }

  /// A tensor as rows. Classes and losses are columns of one number a sample, gradients of biases
  /// one row.
  ///
  /// @throws java.util.NoSuchElementException for a tensor of a backward pass that there is not
  public static double[][] values(Pass pass, Tensor tensor) {
    var forward = pass.forward();
    return switch (tensor) {
      case X -> forward.x();
      case Y -> column(Arrays.stream(forward.y()).asDoubleStream().toArray());
      case Z1 -> forward.z1();
      case A1 -> forward.a1();
      case Z2 -> forward.z2();
      case P -> forward.p();
      case LOSS -> column(forward.losses());
      case DZ2 -> pass.back().dz2();
      case DW2 -> pass.back().dw2();
      case DB2 -> new double[][] {pass.back().db2()};
      case DA1 -> pass.back().da1();
      case DZ1 -> pass.back().dz1();
      case DW1 -> pass.back().dw1();
      case DB1 -> new double[][] {pass.back().db1()};
    };
  }

  private static double[][] column(double[] values) {
    return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }

  /// The shape as NumPy has it, with `×` between the sides; `1` for the loss.
  public static String shape(NetworkFrame frame, Tensor tensor) {
    var problem = frame.problem();
    int n =
        frame
            .moment()
            .pass()
            .map(pass -> pass.samples().length)
            .orElseGet(() -> problem.descent().sizeOfBatch(problem.size()));
    int d = problem.data().dimensions();
    int hidden = frame.moment().parameters().hidden();
    int classes = frame.moment().parameters().classes();
    return switch (tensor) {
      case X -> n + "×" + d;
      case Y -> Integer.toString(n);
      case Z1, A1, DA1, DZ1 -> n + "×" + hidden;
      case Z2, P, DZ2 -> n + "×" + classes;
      case LOSS -> "1";
      case DW2 -> hidden + "×" + classes;
      case DB2 -> Integer.toString(classes);
      case DW1 -> d + "×" + hidden;
      case DB1 -> Integer.toString(hidden);
    };
  }

  /// A tensor as a variable of the listing.
  static Value variable(Pass pass, Tensor tensor) {
    return switch (tensor) {
      case LOSS -> new Value.Scalar(pass.forward().loss());
      case Y -> new Value.Labels(pass.forward().y());
      case DB2 -> new Value.Vector(pass.back().db2());
      case DB1 -> new Value.Vector(pass.back().db1());
      default -> new Value.Matrix(values(pass, tensor));
    };
  }
}
