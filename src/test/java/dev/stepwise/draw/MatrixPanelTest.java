package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.draw.CellGrid.Cell;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// A matrix panel says what its cells are, lights those that are looked at, and is seen closer.
@OneAtATime
class MatrixPanelTest {
  private static final double[][] VALUES = {{1, 2, 3}, {4, 5, 6}};
  private static final Box ROOM = new Box(0, 0, 300, 200);

  private record Frame(Box box, Ink ink) {}

  private static final class Framed extends WordsSurface {
    private final List<Frame> frames = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    @Override
    public void rectangle(Box box, double radius, Ink ink) {
      frames.add(new Frame(box, ink));
    }

    @Override
    public void text(String text, double x, double y, Type type) {
      words.add(text);
    }

    @Override
    public double textWidth(String text, Type type) {
      return text.length() * type.size() * 0.6;
    }

    List<Box> in(Color colour) {
      return frames.stream()
          .filter(frame -> frame.ink().stroke().filter(s -> s.colour().equals(colour)).isPresent())
          .map(Frame::box)
          .toList();
    }
  }

  private final Framed surface = new Framed();
  private final Hits hits = new Hits();
  private final Pen pen = new Pen(surface, new Look(Palette.LIGHT, 1, Look.Density.WINDOW));

  private static Element number(int row, int column) {
    return new NumberElement(Ref.of("W", row, column));
  }

  private static MatrixPanel panel() {
    return MatrixPanel.of(
            "W",
            new MatrixMark(VALUES, ColourScale.centred(ColourMap.diverging(Palette.LIGHT), VALUES)))
        .noted("2×3")
        .named(List.of("a", "b"), List.of("x", "y", "z"))
        .asked(
            new MatrixPanel.Cells(
                cell -> new Spot(number(cell.row(), cell.column()), "a number"),
                element ->
                    element instanceof NumberElement(var ref)
                        ? Optional.of(new Cell(ref.indices().get(0), ref.indices().get(1)))
                        : Optional.empty()))
        .zooming("W");
  }

  private CellGrid drawn(Spots spots) {
    var grid = panel().grid(spots, ROOM);
    panel().draw(spots, grid);
    return grid;
  }

  @Test
  void all_around_the_cells_has_its_room() {
    var grid = drawn(Spots.untouched(pen, hits));
    assertThat(grid.box().x()).isGreaterThan(pen.width("a", Role.LABEL));
    assertThat(grid.box().y()).isGreaterThan(pen.type(Role.HEADING).size() * 2);
    assertThat(grid.box().right()).isEqualTo(ROOM.right());
    assertThat(surface.words).contains("W", "2×3", "a", "b", "x", "y", "z");
  }

  @Test
  void each_cell_is_hit_where_it_is() {
    var grid = drawn(Spots.untouched(pen, hits));
    var cell = grid.cell(1, 2);
    assertThat(hits.at(cell.centreX(), cell.centreY()).orElseThrow().element())
        .isEqualTo(number(1, 2));
    assertThat(hits.of(number(0, 1)).orElseThrow().box()).isEqualTo(grid.cell(0, 1));
  }

  @Test
  void the_explained_cell_and_its_sources_are_framed_in_different_colours() {
    var spots =
        new Spots(
            pen,
            hits,
            Set.of(number(0, 0), number(0, 1)),
            Optional.of(number(1, 2)),
            Optional.empty(),
            _ -> new Box(0, 0, 1, 1));
    var grid = drawn(spots);
    assertThat(surface.in(Palette.LIGHT.accent())).hasSize(2);
    var explained = surface.in(Palette.LIGHT.text());
    assertThat(explained).hasSize(1);
    assertThat(explained.getFirst().overlaps(grid.cell(1, 2))).isTrue();
  }

  @Test
  void a_part_of_it_is_seen_larger() {
    var spots =
        new Spots(
            pen,
            hits,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            id -> id.equals("W") ? new Box(0.5, 0, 0.5, 0.5) : new Box(0, 0, 1, 1));
    var grid = drawn(spots);
    assertThat(grid.firstColumn()).isEqualTo(1);
    assertThat(grid.lastRow()).isZero();
    assertThat(hits.zoomableAt(grid.box().centreX(), grid.box().centreY()).orElseThrow().id())
        .isEqualTo("W");
  }

  @Test
  void a_thumbnail_is_cells_alone() {
    var small = new Pen(surface, new Look(Palette.LIGHT, 1, Look.Density.THUMBNAIL));
    var grid = drawn(Spots.untouched(small, hits));
    assertThat(grid.box()).isEqualTo(ROOM);
    assertThat(surface.words).isEmpty();
  }
}
