package dev.stepwise.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Narration.Table;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OneAtATime
class TableExcerptTest {
  private static Table table(int rows, int telling) {
    return new Table(
        List.of("key", "weight"),
        IntStream.range(0, rows).mapToObj(i -> List.of("t" + i, "0." + i)).toList(),
        telling);
  }

  private static List<String> keys(Table table) {
    return table.rows().stream().map(List::getFirst).toList();
  }

  @Test
  void a_table_that_has_room_is_whole() {
    assertThat(TableExcerpt.of(table(5, 4), 5)).isEqualTo(table(5, 4));
  }

  @Test
  void of_a_longer_one_the_last_line_says_how_many_are_left_out() {
    var cut = TableExcerpt.of(table(9, 1), 4);
    assertThat(keys(cut)).containsExactly("t0", "t1", "t2", "and 6 more");
    assertThat(cut.telling()).isEqualTo(1);
    assertThat(cut.rows().getLast()).containsExactly("and 6 more", "…");
  }

  @Test
  void the_row_that_decides_is_there_wherever_it_is() {
    var cut = TableExcerpt.of(table(9, 7), 4);
    assertThat(keys(cut)).containsExactly("t0", "t1", "t7", "and 6 more");
    assertThat(cut.rows().get(cut.telling())).containsExactly("t7", "0.7");
  }
}
