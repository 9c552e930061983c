package dev.stepwise.compute.compare;

import java.util.function.Function;

/// The same of two runs that stand side by side.
public record Two<T>(T first, T second) {

  /// That of one of them.
  public T of(Side side) {
    return switch (side) {
      case FIRST -> first;
      case SECOND -> second;
    };
  }

  /// The same with one of them replaced.
  public Two<T> with(Side side, T other) {
    return switch (side) {
      case FIRST -> new Two<>(other, second);
      case SECOND -> new Two<>(first, other);
    };
  }

  /// Something of both.
  public <U> Two<U> map(Function<? super T, ? extends U> of) {
    return new Two<>(of.apply(first), of.apply(second));
  }
}
