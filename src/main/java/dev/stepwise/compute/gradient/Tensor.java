package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.StepKind;
import java.util.Optional;

/// The tensors of a batch, in the order in which they are computed.
public enum Tensor {
  X("X", "X"),
  Y("y", "y"),
  Z1("z1", "z_1", "X", "W1", "b1"),
  A1("a1", "a_1", "z1"),
  Z2("z2", "z_2", "a1", "W2", "b2"),
  P("p", "p", "z2"),
  LOSS("loss", "L", "z2", "y"),
  DZ2("dz2", "dz_2", "p", "y"),
  DW2("dW2", "dW_2", "a1", "dz2"),
  DB2("db2", "db_2", "dz2"),
  DA1("da1", "da_1", "dz2", "W2"),
  DZ1("dz1", "dz_1", "da1", "z1"),
  DW1("dW1", "dW_1", "X", "dz1"),
  DB1("db1", "db_1", "dz1");

  private final String code;
  private final String latex;

  @SuppressWarnings("ImmutableEnumChecker") // its lists are immutable
  private final StepKind kind;

  Tensor(String code, String latex, String... reads) {
    this.code = code;
    this.latex = latex;
    this.kind = StepKind.of(code).reads(reads).writes(code);
  }

  /// What the steps that compute it have in common.
  StepKind kind() {
    return kind;
  }

  /// Its name in the listing.
  public String code() {
    return code;
  }

  /// Its name in a formula.
  public String latex() {
    return latex;
  }

  /// Whether it belongs to the backward pass.
  public boolean isBackward() {
    return compareTo(DZ2) >= 0;
  }

  /// The parameters that it is the gradient of, if it is one.
  public Optional<Place.Of> parameters() {
    return switch (this) {
      case DW1 -> Optional.of(Place.Of.W1);
      case DB1 -> Optional.of(Place.Of.B1);
      case DW2 -> Optional.of(Place.Of.W2);
      case DB2 -> Optional.of(Place.Of.B2);
      default -> Optional.empty();
    };
  }

  /// The gradient of some parameters.
  public static Tensor gradientOf(Place.Of parameters) {
    return switch (parameters) {
      case W1 -> DW1;
      case B1 -> DB1;
      case W2 -> DW2;
      case B2 -> DB2;
    };
  }
}
