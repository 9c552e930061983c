package dev.stepwise.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The clock of an interview, and what is told to be kept; time passes as the tests say.
class MockInterviewsTest {
  private static final List<String> EXERCISES = List.of("bpe", "k-means", "lstm");

  private final List<Interviews> kept = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private final MockInterviews interviews = over(Interviews.NONE);

  private MockInterviews over(Interviews before) {
    var made = new MockInterviews(before, () -> now, new Random(4));
    made.onKeep(kept::add);
    return made;
  }

  private void pass(Duration time) {
    for (var left = time; left.isPositive(); left = left.minusSeconds(1)) {
      now = now.plusSeconds(1);
      interviews.tick();
    }
  }

  private Interview open() {
    return interviews.open().orElseThrow();
  }

  @Test
  void the_clock_runs_from_the_beginning_and_stands_while_paused() {
    interviews.begin("bpe", 30);
    pass(Duration.ofMinutes(3));
    assertThat(open().left()).isEqualTo(Duration.ofMinutes(27));
    interviews.pause();
    pass(Duration.ofMinutes(5));
    assertThat(open().left()).isEqualTo(Duration.ofMinutes(27));
    interviews.resume();
    pass(Duration.ofMinutes(1));
    assertThat(open().left()).isEqualTo(Duration.ofMinutes(26));
  }

  @Test
  void when_time_is_up_the_clock_stands_and_writing_goes_on() {
    interviews.begin("bpe", 30);
    pass(Duration.ofMinutes(31));
    assertThat(open().isOver()).isTrue();
    assertThat(open().spent()).isEqualTo(Duration.ofMinutes(30));
    assertThat(interviews.isRunning()).isFalse();
    interviews.resume();
    assertThat(interviews.isRunning()).isFalse();
    interviews.write("late", "");
    assertThat(open().notes()).isEqualTo("late");
  }

  @Test
  void time_that_the_machine_slept_is_not_spent_nor_is_time_that_runs_back() {
    interviews.begin("bpe", 30);
    pass(Duration.ofMinutes(1));
    now = now.plus(Duration.ofHours(8));
    interviews.tick();
    now = now.minus(Duration.ofHours(1));
    interviews.tick();
    pass(Duration.ofMinutes(1));
    assertThat(open().spent()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void what_is_typed_is_kept_every_few_seconds_and_at_once_when_paused() {
    interviews.begin("bpe", 30);
    kept.clear();
    for (int i = 1; i <= 10; i++) {
      interviews.write("x".repeat(i), "");
      pass(Duration.ofSeconds(1));
    }
    assertThat(kept).hasSize(5);
    interviews.write("last", "");
    interviews.pause();
    assertThat(kept.getLast().open().orElseThrow().notes()).isEqualTo("last");
  }

  @Test
  void one_that_was_under_way_when_the_app_ended_is_there_again_and_stands() {
    interviews.begin("bpe", 30);
    interviews.write("n words", "def bpe():");
    interviews.nudge();
    pass(Duration.ofMinutes(4));
    now = now.plus(Duration.ofDays(1));
    var again = over(kept.getLast());
    again.tick();
    assertThat(again.isRunning()).isFalse();
    assertThat(again.open().orElseThrow())
        .isEqualTo(open().after(Duration.ZERO))
        .returns(1, Interview::nudges)
        .returns("def bpe():", Interview::code);
    assertThat(again.open().orElseThrow().left()).isEqualTo(Duration.ofMinutes(26));
  }

  @Test
  void the_exercises_asked_least_often_are_drawn() {
    var drawn = new TreeSet<String>();
    for (int i = 0; i < 3; i++) {
      var id = interviews.draw(EXERCISES);
      drawn.add(id);
      interviews.begin(id, 45);
      interviews.end();
    }
    assertThat(drawn).containsExactlyElementsOf(EXERCISES);
  }

  @Test
  void an_ended_interview_joins_the_past_ones_and_a_discarded_one_does_not() {
    interviews.begin("bpe", 30);
    for (var criterion : Criterion.values()) {
      assertThat(open().isRated()).isFalse();
      interviews.rate(criterion, 1);
    }
    assertThat(open().isRated()).isTrue();
    interviews.end();
    interviews.begin("lstm", 30);
    interviews.discard();
    assertThat(interviews.open()).isEmpty();
    assertThat(interviews.past())
        .singleElement()
        .returns("bpe", Interview::exerciseId)
        .returns(5, Interview::points);
    assertThat(kept.getLast().past()).isEqualTo(interviews.past());
  }

  @Test
  void who_does_not_want_to_be_remembered_is_not() {
    interviews.setKeeps(() -> false);
    interviews.begin("bpe", 30);
    interviews.pause();
    assertThat(kept).isEmpty();
    assertThat(interviews.open()).isPresent();
  }
}
