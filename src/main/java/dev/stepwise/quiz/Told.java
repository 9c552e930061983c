package dev.stepwise.quiz;

import dev.stepwise.compute.run.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers that a question tells, printed with so many digits that whoever computes from what
/// is printed gets the right answer as it is printed: no answer hangs on rounding.
public final class Told {
  private static final int MOST_MORE_DIGITS = 5;

  private Told() {}

  /// Numbers of which the answer is made, as they are to be printed.
  ///
  /// @param right the answer, printed as the app prints numbers
  /// @param arithmetic what makes the answer from the numbers
  /// @return empty where no digits help
  public static Optional<List<String>> of(
      double right, ToDoubleFunction<double[]> arithmetic, double... numbers) {
    return of(right, Numbers::text, arithmetic, numbers);
  }

  /// The same for an answer in other words.
  ///
  /// @param words what an option says of its number
  public static Optional<List<String>> of(
      double right,
      DoubleFunction<String> words,
      ToDoubleFunction<double[]> arithmetic,
      double... numbers) {
    var wanted = words.apply(right);
    return IntStream.rangeClosed(0, MOST_MORE_DIGITS)
        .filter(digits -> {
          double[] printed =
              Arrays.stream(numbers).map(number -> Numbers.printed(number, digits)).toArray();
          return words.apply(arithmetic.applyAsDouble(printed)).equals(wanted);
        })
        .boxed()
        .findFirst()
        .map(digits ->
            Arrays.stream(numbers).mapToObj(number -> Numbers.text(number, digits)).toList());
  }

  /// As a vector.
  public static String vector(List<String> numbers) {
    return numbers.stream().collect(Collectors.joining(", ", "(", ")"));
  }
}
