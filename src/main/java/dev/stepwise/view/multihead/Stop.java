package dev.stepwise.view.multihead;

import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.multihead.MultiHeadFrame;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.view.multihead.LedgerPictures.Numbering;
import dev.stepwise.view.multihead.MultiHeadElement.Whole;
import java.util.Arrays;
import java.util.stream.Collectors;

/// An array on the way of the queries, drawn as rows in blocks, and where the number that is
/// followed is in it.
///
/// @param shape such as `4×8×8`
/// @param group how many rows are a block
/// @param at as drawn, blocks below each other
/// @param index what NumPy calls that place
/// @param known how many numbers are computed yet, row by row
record Stop(
    String shape,
    int rows,
    int columns,
    int group,
    Numbering numbers,
    Cell at,
    String index,
    int known) {

  /// Whether the number that is followed is computed yet.
  boolean reached() {
    return (long) at.row() * columns + at.column() < known;
  }

  /// The number that is there.
  double value() {
    return numbers.value(at.row(), at.column());
  }

  static String index(int... at) {
    return Arrays.stream(at)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// Makes the stops of a run.
  record Way(MultiHeadFrame frame, LedgerPictures pictures) {
    private int length() {
      return frame.problem().length();
    }

    private int heads() {
      return frame.problem().heads();
    }

    private int width() {
      return frame.problem().headWidth();
    }

    private double[][] queries() {
      return frame.pass().whole().q();
    }

    /// Where the number is in heads×n×d_k.
    private Place place() {
      return frame.pass().tracked().place(frame.problem());
    }

    /// Where it should be there.
    private Place rightPlace() {
      return frame.pass().tracked().rightPlace(frame.problem());
    }

    /// Q of full width.
    Stop projected() {
      var tracked = frame.pass().tracked();
      int known = Whole.Q.known(frame);
      return whole(pictures.whole(queries()), tracked.row(), tracked.column(), known);
    }

    /// n×heads×d_k, on the way to where it should be.
    Stop cut() {
      var at = rightPlace();
      return new Stop(
          "%d×%d×%d".formatted(length(), heads(), width()),
          length() * heads(),
          width(),
          heads(),
          pictures.cut(queries()),
          new Cell(at.token() * heads() + at.head(), at.column()),
          index(at.token(), at.head(), at.column()),
          Integer.MAX_VALUE);
    }

    /// heads×n×d_k as this run has it, right or wrong.
    Stop turned() {
      return blocks(pictures.turned(queries()), place(), Integer.MAX_VALUE);
    }

    /// heads×n×d_k as it should be.
    Stop rightlyTurned() {
      return blocks(pictures.rightlyTurned(queries()), rightPlace(), Integer.MAX_VALUE);
    }

    /// What the heads made, where the number was among their queries.
    Stop attended() {
      int known = frame.attended() * length() * width();
      return blocks(pictures.attended(), place(), known);
    }

    /// The heads side by side.
    Stop joined() {
      int[] at = frame.pass().tracked().joinedPlace(frame.problem());
      int known = Whole.JOINED.known(frame);
      return whole(pictures.whole(frame.pass().joined()), at[0], at[1], known);
    }

    private Stop blocks(Numbering numbers, Place at, int known) {
      return new Stop(
          "%d×%d×%d".formatted(heads(), length(), width()),
          heads() * length(),
          width(),
          length(),
          numbers,
          new Cell(at.head() * length() + at.token(), at.column()),
          index(at.head(), at.token(), at.column()),
          known);
    }

    private Stop whole(Numbering numbers, int row, int column, int known) {
      return new Stop(
          "%d×%d".formatted(length(), heads() * width()),
          length(),
          heads() * width(),
          length(),
          numbers,
          new Cell(row, column),
          index(row, column),
          known);
    }
  }
}
