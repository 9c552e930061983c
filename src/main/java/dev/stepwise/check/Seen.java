package dev.stepwise.check;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a variable of the learner's held after a line.
final class Seen {
  private final String name;
  private final String function;
  private final int line;
  private final Held held;
  private final boolean returned;
  private @Nullable List<Tensor> turned;
  private double @Nullable [] sorted;

  private Seen(String name, String function, int line, Held held, boolean returned) {
    this.name = name;
    this.function = function;
    this.line = line;
    this.held = held;
    this.returned = returned;
  }

  /// After a line.
  static Seen after(String name, String function, int line, Held held) {
    return new Seen(name, function, line, held, false);
  }

  /// What the function returned, or what a file of arrays holds.
  static Seen returned(String name, Held held) {
    return new Seen(name, "", 0, held, true);
  }

  /// Its name in the learner's code; `softmax()` for what a function returned, and empty where it
  /// has none.
  String name() {
    return name;
  }

  /// The function that it is local to.
  String function() {
    return function;
  }

  /// The line that made it, from 1; 0 where it is of none.
  int line() {
    return line;
  }

  Held held() {
    return held;
  }

  /// Whether it is a result.
  boolean isReturned() {
    return returned;
  }

  boolean hasNumbers() {
    return held instanceof Held.Numbers;
  }

  Tensor tensor() {
    return ((Held.Numbers) held).tensor();
  }

  int size() {
    return tensor().size();
  }

  Tensor.Kind kind() {
    return tensor().kind();
  }

  /// Without sides of length 1, its axes in every order.
  List<Tensor> turned() {
    if (turned == null) {
      turned = tensor().squeezed().turned();
    }
    return turned;
  }

  /// Whether one number of another array, the one that is the largest, is among its own.
  boolean mayHold(Tensor other) {
    double probe = Double.NaN;
    for (double value : other.data()) {
      if (Double.isFinite(value) && !(Math.abs(value) <= Math.abs(probe))) {
        probe = value;
      }
    }
    if (Double.isNaN(probe)) {
      return true;
    }
    if (sorted == null) {
      sorted = tensor().data().clone();
      Arrays.sort(sorted);
    }
    double margin = Fit.margin(other, kind()) + 1e-9 * Math.abs(probe);
    int at = Arrays.binarySearch(sorted, probe - margin);
    int place = at < 0 ? -at - 1 : at;
    return place < sorted.length && sorted[place] <= probe + margin;
  }
}
