package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.lecture.Lecture;
import dev.stepwise.lecture.Stop;
import dev.stepwise.lecture.Way;
import dev.stepwise.playback.Position;
import dev.stepwise.presenting.Next;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.session.Bookmark;
import dev.stepwise.testing.OneAtATime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OneAtATime
class LecturingTest {
  private final Hall hall = new Hall();
  private final Lecturing lecturing = new Lecturing(hall);

  /// A window in which everything is there at once.
  private static final class Hall implements Lecturing.Hall {
    private @Nullable Run run;
    private final List<String> said = new ArrayList<>();
    private boolean settled = true;
    private @Nullable List<Runnable> searches; // those for ways that wait, where they do

    @Override
    public void open(Bookmark bookmark, Runnable opened) {
      run = new Run(bookmark.scenario().title(), bookmark.position(), searches);
      if (settled) {
        opened.run();
        run.goTo(bookmark.position());
      }
    }

    @Override
    public Optional<StopWalk> walk() {
      return Optional.ofNullable(run);
    }

    @Override
    public boolean isSettled() {
      return settled;
    }

    @Override
    public void announce(String done) {
      said.add(done);
    }

    /// Where it stands: `a 1`.
    String shows() {
      return run == null ? "nothing" : run.title + " " + run.at;
    }
  }

  private static final class Run implements StopWalk {
    private final String title;
    private Position at;
    private final List<Runnable> listeners = new ArrayList<>();
    private final @Nullable List<Runnable> searches;

    Run(String title, Position at, @Nullable List<Runnable> searches) {
      this.title = title;
      this.at = at;
      this.searches = searches;
    }

    @Override
    public Optional<Position> here() {
      return Optional.of(at);
    }

    @Override
    public void goTo(Position position) {
      at = position;
      List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public void find(Stop stop, Consumer<Way> found) {
      Runnable search =
          () ->
              found.accept(
                  new Way(
                      IntStream.rangeClosed(stop.begins().first(), stop.ends().first())
                          .mapToObj(Position::top)
                          .toList()));
      if (searches == null) {
        search.run();
      } else {
        searches.add(search);
      }
    }

    @Override
    public Optional<String> open() {
      return Optional.of(title);
    }

    @Override
    public Optional<Bookmark> seen() {
      return Optional.of(Bookmark.at(scenario(title), at));
    }

    @Override
    public Runnable onMove(Runnable listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }
  }

  private static Scenario scenario(String title) {
    return new Scenario(
        "k-means",
        title,
        new Given(new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty()));
  }

  private static Stop stop(String title, int from, int to) {
    return new Stop(
        new Bookmark(scenario(title), Position.top(from), java.util.Map.of(), List.of(), Set.of()),
        to == from ? Optional.empty() : Optional.of(Position.top(to)),
        title,
        "",
        1,
        "",
        "",
        EnumSet.noneOf(dev.stepwise.lecture.Freedom.class));
  }

  private void open() {
    lecturing.open(new Lecture("L", List.of(stop("a", 0, 2), stop("b", 4, 4), stop("c", 1, 2))));
  }

  @Test
  void a_clicker_walks_through_every_step_of_every_stop_and_says_when_it_ends() {
    open();
    var shown = new ArrayList<>(List.of(hall.shows()));
    for (int i = 0; i < 6; i++) {
      assertThat(lecturing.onward()).isTrue();
      shown.add(hall.shows());
    }
    assertThat(shown).containsExactly("a 1", "a 2", "a 3", "b 5", "c 2", "c 3", "c 3");
    assertThat(hall.said).hasSize(1);
  }

  @Test
  void back_lands_on_the_last_step_of_the_stop_before() {
    open();
    lecturing.go(1);
    lecturing.backward();
    assertThat(hall.shows()).isEqualTo("a 3");
    lecturing.backward();
    assertThat(hall.shows()).isEqualTo("a 2");
    lecturing.go(0);
    lecturing.backward();
    assertThat(hall.shows()).isEqualTo("a 1");
  }

  @Test
  void whoever_went_beyond_the_stop_goes_on_to_the_next() {
    open();
    lecturing.go(1);
    hall.walk().orElseThrow().goTo(Position.top(9));
    lecturing.onward();
    assertThat(hall.shows()).isEqualTo("c 2");
  }

  @Test
  void a_detour_keeps_the_clicker_to_itself_and_comes_back_to_where_the_stop_was_left() {
    open();
    lecturing.onward();
    assertThat(lecturing.isDetour()).isFalse();
    assertThat(lecturing.comeBack()).isFalse();
    hall.open(Bookmark.at(scenario("elsewhere"), Position.top(7)), () -> {});
    assertThat(lecturing.isDetour()).isTrue();
    assertThat(lecturing.onward()).isFalse();
    assertThat(lecturing.backward()).isFalse();
    assertThat(lecturing.comeBack()).isTrue();
    assertThat(hall.shows()).isEqualTo("a 2");
    assertThat(lecturing.isDetour()).isFalse();
  }

  @Test
  void a_click_while_a_stop_is_being_opened_skips_nothing() {
    open();
    hall.settled = false;
    lecturing.go(1);
    lecturing.onward();
    assertThat(lecturing.index()).isEqualTo(1);
  }

  @Test
  void without_a_lecture_the_keys_are_the_run_s() {
    assertThat(lecturing.onward()).isFalse();
    assertThat(lecturing.backward()).isFalse();
    assertThat(lecturing.comeBack()).isFalse();
    open();
    lecturing.close();
    assertThat(lecturing.onward()).isFalse();
  }

  @Test
  void what_is_seen_on_a_detour_becomes_a_stop_that_a_clicker_goes_on_from() {
    open();
    hall.open(Bookmark.at(scenario("elsewhere"), Position.top(7)), () -> {});
    var seen = hall.walk().orElseThrow().seen().orElseThrow();
    lecturing.changeToSeen(lecturing.lecture().orElseThrow().with(1, Stop.at(seen)), 1);
    assertThat(lecturing.isDetour()).isFalse();
    assertThat(hall.shows()).isEqualTo("elsewhere 8");
    lecturing.onward();
    assertThat(hall.shows()).isEqualTo("b 5");
  }

  @Test
  void a_removed_stop_gives_way_to_the_one_before_and_edited_words_leave_the_screen_alone() {
    open();
    lecturing.go(1);
    var lecture = lecturing.lecture().orElseThrow();
    lecturing.change(lecture.changing(1, stop -> stop.titled("other")), 1);
    assertThat(hall.shows()).isEqualTo("b 5");
    lecturing.change(lecture.without(1), 0);
    assertThat(hall.shows()).isEqualTo("a 1");
  }

  @Test
  void what_comes_next_is_what_a_click_then_shows() {
    assertThat(lecturing.next()).isEqualTo(new Next.Unknown());
    open();
    for (var told = lecturing.next(); !told.equals(new Next.End()); told = lecturing.next()) {
      lecturing.onward();
      switch (told) {
        case Next.Step(var at) -> assertThat(lecturing.place()).contains(at);
        case Next.Stop(var index) -> assertThat(lecturing.index()).isEqualTo(index);
        default -> throw new AssertionError(told);
      }
    }
    assertThat(hall.shows()).isEqualTo("c 3");
  }

  @Test
  void a_click_before_the_way_through_a_stop_is_known_is_made_once_it_is() {
    var searches = new ArrayList<Runnable>();
    hall.searches = searches;
    open();
    assertThat(lecturing.next()).isEqualTo(new Next.Unknown());
    lecturing.onward();
    assertThat(hall.shows()).isEqualTo("a 1");
    searches.getFirst().run();
    assertThat(hall.shows()).isEqualTo("a 2");
    assertThat(lecturing.next()).isEqualTo(new Next.Step(Position.top(2)));
  }

  @Test
  void a_way_that_is_never_found_does_not_hold_the_clicker_up() {
    hall.searches = new ArrayList<>();
    open();
    lecturing.onward();
    lecturing.onward();
    assertThat(hall.shows()).isEqualTo("b 5");
  }
}
