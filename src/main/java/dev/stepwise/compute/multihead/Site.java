package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.IndexedName;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Ref;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// What an address of a step that is in no head names. Indices count from 0.
public sealed interface Site {
  /// A cell of a matrix of full width.
  ///
  /// @param variable its name in the listing
  record Whole(String variable, int row, int column) implements Site {}

  /// A number on its way into a head.
  ///
  /// @param tensor Q, K or V
  record Piece(Tensor tensor, Pieces pieces, Place place) implements Site {}

  /// A number that a head made.
  ///
  /// @param tensor weights or output
  record Made(int head, Tensor tensor, int row, int column) implements Site {}

  /// Its address at a step: in the whole array where that is a variable, else in the part of it
  /// that the step looks at. In the whole array also where neither is a variable, as on the stage
  /// finished rows stand before all are; empty for a piece of an array that the step has not.
  default Optional<Ref> address(MultiHeadFrame frame) {
    return switch (this) {
      case Whole(var variable, int row, int column) ->
          Optional.of(
              frame.focus() instanceof ProjectFocus.Projecting(var inner) && isProjection(variable)
                  ? inner.address(tensor(variable), row, column)
                  : standing(
                      frame,
                      Ref.of(variable, row, column),
                      Ref.of("%s[%d]".formatted(variable, row), column)));
      case Piece(var tensor, var pieces, var place) ->
          Pieces.of(frame)
              .filter(pieces::equals)
              .map(_ -> Ref.of(tensor.variable(), pieces.indices(place)));
      case Made(int head, var tensor, int row, int column) ->
          Optional.of(
              standing(
                  frame,
                  Ref.of(tensor == Tensor.OUTPUT ? "mixed" : tensor.variable(), head, row, column),
                  Ref.of(
                      "heads[%d][%d]".formatted(head, tensor == Tensor.OUTPUT ? 0 : 1),
                      row,
                      column)));
    };
  }

  private static Ref standing(MultiHeadFrame frame, Ref... candidates) {
    var variables = frame.variables();
    return Arrays.stream(candidates)
        .filter(ref -> ref.in(variables).isPresent())
        .findFirst()
        .orElse(candidates[0]);
  }

  /// What an address names; empty where it names nothing.
  static Optional<Site> of(MultiHeadFrame frame, Ref ref) {
    var problem = frame.problem();
    int n = problem.length();
    int d = problem.modelWidth();
    int h = problem.heads();
    int k = problem.headWidth();
    var name = IndexedName.of(ref);
    return switch (name.stem()) {
      case "W_q", "W_k", "W_v", "W_o" -> whole(name, d, d);
      case "X", "joined", "output" -> whole(name, n, d);
      case "Q", "K", "V" -> name.within(n, d) ? whole(name, n, d) : piece(frame, name);
      case "mixed" -> name.within(h, n, k) ? made(name, 0, Tensor.OUTPUT) : Optional.empty();
      case "attention_weights" ->
          name.within(h, n, n) ? made(name, 0, Tensor.WEIGHTS) : Optional.empty();
      case "heads" ->
          name.within(h, 1, n, k)
              ? made(name, 1, Tensor.OUTPUT)
              : name.within(h, 2, n, n) ? made(name, 1, Tensor.WEIGHTS) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Site> whole(IndexedName name, int rows, int columns) {
    return name.within(rows, columns)
        ? Optional.of(new Whole(name.stem(), name.indices().get(0), name.indices().get(1)))
        : Optional.empty();
  }

  private static Optional<Site> made(IndexedName name, int skipped, Tensor tensor) {
    var at = name.indices();
    return Optional.of(new Made(at.get(0), tensor, at.get(1 + skipped), at.get(2 + skipped)));
  }

  private static Optional<Site> piece(MultiHeadFrame frame, IndexedName name) {
    int n = frame.problem().length();
    int h = frame.problem().heads();
    int k = frame.problem().headWidth();
    var at = name.indices();
    return Pieces.of(frame)
        .filter(pieces -> pieces == Pieces.CUT ? name.within(n, h, k) : name.within(h, n, k))
        .map(pieces ->
            new Piece(
                tensor(name.stem()),
                pieces,
                pieces == Pieces.CUT
                    ? new Place(at.get(1), at.get(0), at.get(2))
                    : new Place(at.get(0), at.get(1), at.get(2))));
  }

  private static boolean isProjection(String variable) {
    return named(variable).findAny().isPresent();
  }

  /// The matrix of exercise 1 that has the same name.
  private static Tensor tensor(String variable) {
    return named(variable).findFirst().orElseThrow();
  }

  private static Stream<Tensor> named(String variable) {
    return Arrays.stream(Tensor.values())
        .filter(tensor -> tensor.compareTo(Tensor.V) <= 0 && tensor.variable().equals(variable));
  }
}
