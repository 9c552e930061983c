package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Ref;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names of rows and columns say what the step is about, and can be asked about.
@OneAtATime
class GridNamesTest {
  private static final CellGrid GRID = new CellGrid(new Box(100, 50, 120, 60), 3, 3);
  private static final List<String> WORDS = List.of("the", "animal", "slept");

  private record Name(String text, double x, Type type) {}

  private static final class Named extends WordsSurface {
    private final List<Name> names = new ArrayList<>();
    private final List<Box> frames = new ArrayList<>();

    @Override
    public void text(String text, double x, double y, Type type) {
      names.add(new Name(text, x, type));
    }

    @Override
    public void rectangle(Box box, double radius, Ink ink) {
      frames.add(box);
    }

    @Override
    public double textWidth(String text, Type type) {
      return text.length() * type.size() * 0.6;
    }
  }

  private final Named surface = new Named();
  private final Hits hits = new Hits();

  private Spots spots(Look.Density density) {
    return Spots.untouched(new Pen(surface, new Look(Palette.LIGHT, 1, density)), hits);
  }

  private static Element number(int row) {
    return new NumberElement(Ref.of("X", row));
  }

  @Test
  void the_names_that_the_step_is_about_are_bold_and_in_the_colour_of_what_is_current() {
    GridNames.of(WORDS).strong(row -> row == 1).rows(spots(Look.Density.WINDOW), GRID, 100);

    assertThat(surface.names).extracting(Name::text).containsExactlyElementsOf(WORDS);
    assertThat(surface.names)
        .filteredOn(name -> name.type().colour().equals(Palette.LIGHT.accent()))
        .singleElement()
        .satisfies(name -> assertThat(name.text()).isEqualTo("animal"))
        .satisfies(name -> assertThat(name.type().face()).isEqualTo(Type.Face.BOLD));
    assertThat(surface.names).allSatisfy(name -> assertThat(name.x()).isLessThan(100));
  }

  @Test
  void a_name_can_be_asked_about_where_it_stands() {
    var names = GridNames.of(WORDS).asked(index -> new Spot(number(index), WORDS.get(index)));

    names.rows(spots(Look.Density.WINDOW), GRID, 100);
    names.columns(spots(Look.Density.WINDOW), GRID);

    assertThat(hits.at(70, 80))
        .hasValueSatisfying(hit -> {
          assertThat(hit.element()).isEqualTo(number(1));
          assertThat(hit.description()).isEqualTo("animal");
        });
    assertThat(hits.at(200, 40))
        .hasValueSatisfying(hit -> assertThat(hit.element()).isEqualTo(number(2)));
  }

  @Test
  void a_thumbnail_has_no_names_and_keeps_no_room_for_them() {
    var spots = spots(Look.Density.THUMBNAIL);
    var names = GridNames.of(WORDS).asked(index -> new Spot(number(index), WORDS.get(index)));

    names.rows(spots, GRID, 100);
    names.columns(spots, GRID);

    assertThat(surface.names).isEmpty();
    assertThat(hits.all()).isEmpty();
    assertThat(names.width(spots.pen()) + names.height(spots.pen(), 40)).isZero();
  }

  @Test
  void the_frame_around_a_part_of_a_dense_grid_is_large_enough_to_be_seen() {
    var dense = new CellGrid(new Box(0, 0, 100, 100), 200, 200);
    var pen = spots(Look.Density.WINDOW).pen();

    pen.around(dense, dense.cell(100, 100), Palette.LIGHT.accent(), Space.LINE);

    assertThat(surface.frames)
        .singleElement()
        .satisfies(frame -> assertThat(frame.width()).isEqualTo(5))
        .satisfies(frame -> assertThat(frame.contains(50, 50)).isTrue());
  }
}
