package dev.stepwise.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bits of pixels against a table of them.
@OneAtATime
class VacancyTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 56, 57, 63, 64, 65, 200})
  void a_pixel_is_vacant_until_it_is_closed_and_none_beyond_the_edges_is(int width) {
    int height = 9;
    int margin = 4;
    var vacancy = new Vacancy(new Pixels(width, height), margin);
    var closed = new boolean[height][width];
    var random = new Random(width);
    for (int turn = 0; turn < 300; turn++) {
      int x = random.nextInt(width + margin) - margin;
      int y = random.nextInt(height + 2 * margin) - margin;
      long seen = vacancy.from(x, y);
      for (int i = 0; i < 64; i++) {
        boolean inside = x + i >= 0 && x + i < width && y >= 0 && y < height;
        boolean vacant = inside && !closed[y][x + i];
        assertThat(seen >>> i & 1).as("%d, %d", x + i, y).isEqualTo(vacant ? 1 : 0);
      }
      long some = seen & random.nextLong();
      vacancy.close(x, y, some);
      for (int i = 0; i < 64; i++) {
        if ((some >>> i & 1) == 1) {
          closed[y][x + i] = true;
        }
      }
    }
  }
}
