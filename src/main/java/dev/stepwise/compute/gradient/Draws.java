package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Order;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// For which samples the orders of the epochs were drawn. Samples that come later are put in at
/// drawn places, and those that go leave the others as they are, so that an edit changes an order
/// where it has to and nowhere else.
///
/// @param among for how many samples an order is drawn at once
/// @param places of the samples that are trained on: below `among` its place among those, from
///   there on which one it is that came later; empty where each has its own index
public record Draws(int among, List<Integer> places) {
  private static final int MOST = 10_000_000;

  /// Each one that came later costs a shift in every epoch.
  private static final int MOST_LATER = 100_000;

  /// Drawn for the samples as they are.
  public static final Draws FRESH = new Draws(0, List.of());

  /// Copies the list.
  public Draws {
    places = List.copyOf(places);
  }

  /// Of places in a drawing; [#FRESH] where all that it was drawn for are there, and no other.
  static Draws of(int among, int[] places) {
    boolean fresh = Arrays.equals(places, Order.asGiven(among));
    return fresh ? FRESH : new Draws(among, IntStream.of(places).boxed().toList());
  }

  /// As one list of numbers: `among`, then the places.
  int[] numbers() {
    return IntStream.concat(IntStream.of(among), places.stream().mapToInt(Integer::intValue))
        .toArray();
  }

  /// The opposite of [#numbers].
  ///
  /// @param n how many samples are trained on
  /// @return nothing where the numbers are not those of n samples
  static Optional<Draws> read(int[] numbers, int n) {
    if (numbers.length != n + 1) {
      return Optional.empty();
    }
    int[] places = Arrays.copyOfRange(numbers, 1, numbers.length);
    int last = Arrays.stream(places).max().orElse(0);
    boolean different = Arrays.stream(places).distinct().count() == n;
    boolean possible = numbers[0] <= MOST && last < numbers[0] + MOST_LATER;
    return different && possible ? Optional.of(of(numbers[0], places)) : Optional.empty();
  }

  /// Whether it is drawn for the samples as they are.
  public boolean isFresh() {
    return places.isEmpty();
  }

  /// The order in which an epoch visits the samples.
  ///
  /// @param n how many are trained on
  /// @param epoch from 1
  int[] order(int n, long seed, int epoch) {
    if (isFresh()) {
      return Order.shuffled(n, seed, epoch);
    }
    int last = Collections.max(places);
    int[] drawn = Order.grown(among, Math.max(among, last + 1), seed, epoch);
    var samples = new int[drawn.length];
    Arrays.fill(samples, -1);
    for (int i = 0; i < n; i++) {
      samples[places.get(i)] = i;
    }
    return IntStream.of(drawn).map(place -> samples[place]).filter(i -> i >= 0).toArray();
  }

  /// This for other samples.
  ///
  /// @param n how many are trained on before
  /// @param origins where each of the others stands among those; -1 for one that comes
  Draws after(int n, int[] origins) {
    int drawn = isFresh() ? n : among;
    int next = isFresh() ? n : Math.max(among, Collections.max(places) + 1);
    var later = new int[origins.length];
    for (int i = 0; i < origins.length; i++) {
      int from = origins[i];
      later[i] = from < 0 ? next++ : isFresh() ? from : places.get(from);
    }
    return of(drawn, later);
  }
}
