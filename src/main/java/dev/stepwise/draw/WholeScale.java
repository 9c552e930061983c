package dev.stepwise.draw;

import java.util.List;

/// An even axis of things that are counted, such as iterations: its ticks are whole numbers.
///
/// @param even the axis itself
public record WholeScale(LinearScale even) implements Scale {

  /// An axis from a number to another, at least 1 long; none where one is not finite.
  public WholeScale(double from, double to) {
    this(new LinearScale(from, Math.max(to, from + 1)));
  }

  @Override
  public double from() {
    return even.from();
  }

  @Override
  public double to() {
    return even.to();
  }

  @Override
  public double place(double value) {
    return even.place(value);
  }

  @Override
  public double value(double place) {
    return even.value(place);
  }

  @Override
  public List<Tick> ticks(int most) {
    // With no more ticks than units the step between them is at least one, and so a whole number.
    int units = (int) Math.min(Integer.MAX_VALUE, Math.floor(to() - from()));
    return even.ticks(Math.min(most, units));
  }
}
