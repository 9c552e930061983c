package dev.stepwise.compute.gradient;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Ref;

/// How a sample came to its place in an epoch, or in a batch.
final class Orders {
  private Orders() {}

  static Derivation drawn(Ref ref, double sample, Descent descent) {
    return Derivation.of(ref, sample, new Operation.Given())
        .titled("Point %d comes at place %d".formatted((int) sample + 1, ref.index(0) + 1))
        .saying(
            descent.ordering() == Descent.Ordering.SHUFFLED
                ? "The order is drawn from the seed and the epoch's number."
                : "Shuffling is off: the samples come as they are given.");
  }

  static Derivation ofBatch(Ref ref, double sample, int batch) {
    return Derivation.of(ref, sample, new Operation.Moved(Operand.constant(sample)))
        .titled("Point %d is in batch %d".formatted((int) sample + 1, batch + 1))
        .saying("The batch takes the next samples in the order of the epoch.");
  }
}
