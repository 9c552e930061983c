package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.AttentionFrame.Part;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.run.Ref;
import java.util.Optional;

/// How each number of a step came to be. Also of numbers that stand on the stage but are no
/// variable yet, as the listing computes whole matrices at once: the finished rows of a matrix that
/// is under way, by their place in the matrix; a row on its way through softmax, by the names of
/// its parts.
///
/// @param frame the step
public record AttentionDerivations(AttentionFrame frame) {

  /// How the number at an address came to be; empty where none stands there.
  public Optional<Derivation> of(Ref ref) {
    return Place.of(frame, ref)
        .flatMap(place ->
            switch (place) {
              case Place.Cell(var tensor, int row, int column) -> cell(ref, tensor, row, column);
              case Place.InSoftmax(int query, int key, var part) -> part(query, key, part);
              case Place.OfRow(int query, var part) -> row(query, part);
            });
  }

  /// How a cell of a matrix came to be; empty where it is not there yet.
  public Optional<Derivation> cell(Tensor tensor, int row, int column) {
    return of(frame.address(tensor, row, column));
  }

  private Optional<Derivation> cell(Ref ref, Tensor tensor, int row, int column) {
    boolean there = frame.has(tensor, row, column) || ref.in(frame.variables()).isPresent();
    return there ? Optional.of(frame.cells().of(ref, tensor, row, column)) : Optional.empty();
  }

  private Optional<Derivation> part(int query, int key, Part part) {
    var row = new SoftmaxRow(frame, query);
    if (!row.reaches(part)) {
      return Optional.empty();
    }
    return switch (part) {
      case MAX -> Optional.of(row.untouched(key));
      case SHIFT -> Optional.of(row.difference(key));
      default -> Optional.of(row.power(key));
    };
  }

  private Optional<Derivation> row(int query, Part part) {
    var row = new SoftmaxRow(frame, query);
    if (!row.reaches(part)) {
      return Optional.empty();
    }
    return Optional.of(part == Part.MAX ? row.greatest() : row.total());
  }
}
