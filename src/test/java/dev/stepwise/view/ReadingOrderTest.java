package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Element;
import dev.stepwise.draw.Hits;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import org.junit.jupiter.api.Test;

@OneAtATime
class ReadingOrderTest {
  private record Named(String name) implements Element {}

  private final Hits hits = new Hits();
  private final ReadingOrder order = new ReadingOrder(hits);

  ReadingOrderTest() {
    add("d", 50, 40);
    add("b", 50, 0);
    add("c", 0, 40);
    add("a", 0, 0);
  }

  private void add(String name, double x, double y) {
    hits.add(new Named(name), new Box(x, y, 10, 10), name);
  }

  private static List<String> names(List<Hits.Hit> found) {
    return found.stream().map(Hits.Hit::description).toList();
  }

  @Test
  void a_picture_is_read_line_by_line_whatever_was_drawn_first() {
    assertThat(names(order.all())).containsExactly("a", "b", "c", "d");
  }

  @Test
  void from_what_was_written_on_and_what_comes_before_it_last() {
    assertThat(names(order.from(new Named("c")))).startsWith("c", "d", "a", "b");
    assertThat(names(order.after(new Named("b")))).containsExactly("c", "d", "a", "b");
  }

  @Test
  void what_was_not_drawn_begins_at_the_top() {
    assertThat(names(order.from(new Named("none")))).containsExactly("a", "b", "c", "d");
  }
}
