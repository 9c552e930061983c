package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.testing.OneAtATime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OneAtATime
class MatrixMarkTest {
  private static final ColourScale SCALE =
      new ColourScale(ColourMap.CIVIDIS, new LinearScale(0, 1));

  @ParameterizedTest
  @CsvSource({
    "0.583, .58",
    "-0.5, −.50",
    "1.25, 1.3",
    "-3, −3",
    "0, 0",
    "0.0004, 4e−4",
    "0.0034, .003",
    "0.125, .13",
    "0.999, .999",
    "42.4, 42.4",
    "642.8, 643",
    "123456, 1e5",
    "NaN, NaN",
    "-Infinity, −∞"
  })
  void numbers_are_short(double value, String text) {
    assertThat(CellText.of(value)).isEqualTo(text);
  }

  @Test
  void cells_tile_the_box_and_are_hit_where_they_are() {
    var grid = new CellGrid(new Box(10.4, 20, 101, 67), 7, 13);
    double right = grid.box().x();
    for (int column = 0; column < 13; column++) {
      var cell = grid.cell(3, column);
      assertThat(cell.x()).isEqualTo(right);
      right = cell.right();
      assertThat(grid.at(cell.centreX(), cell.centreY())).contains(new Cell(3, column));
    }
    assertThat(right).isEqualTo(grid.box().right());
    assertThat(grid.at(5, 5)).isEmpty();
  }

  @Test
  void a_part_shows_its_cells_alone() {
    var grid = new CellGrid(new Box(0, 0, 100, 100), 10, 10, new Box(0.5, 0.2, 0.2, 0.3));
    assertThat(grid.firstColumn()).isEqualTo(5);
    assertThat(grid.lastColumn()).isEqualTo(6);
    assertThat(grid.firstRow()).isEqualTo(2);
    assertThat(grid.lastRow()).isEqualTo(4);
    assertThat(grid.at(1, 1)).contains(new Cell(2, 5));
    assertThat(grid.cellWidth()).isEqualTo(50);
  }

  @Test
  void pixels_have_the_colours_of_their_cells() {
    var values = new double[][] {{0, 1, 0.5}, {0.25, Double.NaN, Double.NEGATIVE_INFINITY}};
    var grid = new CellGrid(new Box(0, 0, 9, 4), 2, 3);
    var pixels = new MatrixMark(values, SCALE).pixels(grid, Palette.LIGHT);
    assertThat(pixels.argb()[1]).isEqualTo(SCALE.argb(0));
    assertThat(pixels.argb()[4]).isEqualTo(SCALE.argb(1));
    assertThat(pixels.argb()[2 * 9 + 1]).isEqualTo(SCALE.argb(0.25));
    assertThat(pixels.argb()[2 * 9 + 4]).isNotEqualTo(pixels.argb()[2 * 9 + 7]);
  }

  @Test
  void of_cells_that_share_a_pixel_the_farthest_from_zero_is_seen() {
    var values = new double[64][64];
    values[33][17] = 1;
    var grid = new CellGrid(new Box(0, 0, 8, 8), 64, 64);
    var pixels = new MatrixMark(values, SCALE).pixels(grid, Palette.LIGHT);
    assertThat(pixels.argb()[(33 / 8) * 8 + 17 / 8]).isEqualTo(SCALE.argb(1));
    assertThat(pixels.argb()[0]).isEqualTo(SCALE.argb(0));
  }

  @Test
  void cells_that_are_not_there_are_not_hit() {
    var grid = new CellGrid(new Box(0, 0, 40, 40), 2, 2);
    record Named(int row, int column) implements Element {}
    var hits =
        new CellHits(
            grid,
            3,
            cell -> new Spot(new Named(cell.row(), cell.column()), ""),
            element ->
                element instanceof Named(int row, int column)
                    ? Optional.of(new Cell(row, column))
                    : Optional.empty());
    assertThat(hits.at(5, 25)).isPresent();
    assertThat(hits.at(25, 25)).isEmpty();
    assertThat(hits.of(new Named(0, 1))).isPresent();
    assertThat(hits.of(new Named(1, 1))).isEmpty();
  }
}
