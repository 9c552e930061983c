package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.SlotMarks.Ground;
import dev.stepwise.draw.SlotMarks.Place;
import dev.stepwise.draw.SlotMarks.Placed;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OneAtATime
class SlotMarksTest {
  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box FOOT = new Box(0, 500, 800, SlotMarks.footHeight(LOOK));
  private static final Box CELL = new Box(200, 100, 60, 30);

  private final RecordingSurface surface = new RecordingSurface();
  private final SlotMarks marks = new SlotMarks(surface, LOOK, FOOT);

  private static Slot slot(String label, Slot.State state) {
    return new Slot(label, "scores[0, " + label + "]", "", state);
  }

  private static Placed placed(Slot slot, Box box, Ground ground) {
    return new Placed(slot, Optional.of(new Place(box, ground)));
  }

  @Test
  void a_blank_stands_at_a_free_place_that_can_hold_it() {
    var slots = List.of(placed(slot("1", Slot.State.OPEN), CELL, Ground.FREE));

    marks.draw(slots, "words");

    assertThat(surface.rectangles).contains(CELL).noneMatch(box -> box.y() > FOOT.y());
    assertThat(surface.texts).extracting(RecordingSurface.Words::text).contains("words", "1");
    assertThat(marks.at(slots, CELL.centreX(), CELL.centreY())).map(Slot::label).hasValue("1");
  }

  @Test
  void where_something_is_still_to_be_read_its_marker_stands_and_the_blank_in_the_row_below() {
    var slots = List.of(placed(slot("1", Slot.State.OPEN), CELL, Ground.TAKEN));

    marks.draw(slots, "words");

    assertThat(surface.rectangles).doesNotContain(CELL).anyMatch(box -> box.y() > FOOT.y());
    assertThat(surface.texts).extracting(RecordingSurface.Words::text).doesNotContain("words");
    assertThat(marks.at(slots, CELL.centreX(), CELL.centreY())).isPresent();
    assertThat(marks.at(slots, 40, FOOT.bottom() - 20)).isPresent();
  }

  @Test
  void blanks_without_a_place_stand_side_by_side_inside_the_row() {
    var slots =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> new Placed(slot("" + i, Slot.State.OPEN), Optional.empty()))
            .toList();

    marks.draw(slots, "words");

    assertThat(surface.rectangles)
        .allSatisfy(box -> assertThat(box.right()).isLessThanOrEqualTo(FOOT.right()));
    assertThat(surface.rectangles).extracting(Box::x).containsAll(List.of(20.0)).hasSize(18);
  }

  @Test
  void what_is_given_or_right_cannot_be_chosen() {
    var slots =
        List.of(
            placed(slot("1", Slot.State.GIVEN), CELL, Ground.FREE),
            placed(slot("2", Slot.State.RIGHT), new Box(300, 100, 60, 30), Ground.FREE));

    assertThat(marks.at(slots, CELL.centreX(), CELL.centreY())).isEmpty();
    assertThat(marks.at(slots, 330, 115)).isEmpty();
  }
}
