package dev.stepwise.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Box;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.testing.OneAtATime;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OneAtATime
class ListingPainterTest {
  private static final Box NARROW = new Box(0, 0, 270, 200);
  private static final Look SMALL = new Look(Palette.LIGHT, 0.75, Look.Density.WINDOW);
  private static final List<String> LINES =
      List.of(
          "def best(scores, k):",
          "    ranking = np.argsort(-scores, kind=\"stable\")  # a tie: the lower index comes"
              + " first",
          "    return ranking[:k]");

  private record Words(String text, double x, double size) {}

  private final List<Words> drawn = new ArrayList<>();

  private Object answer(String method, Object[] arguments) {
    return switch (method) {
      case "textWidth" -> width((String) arguments[0], (Type) arguments[1]);
      case "text" ->
          drawn.add(
              new Words(
                  (String) arguments[0], (double) arguments[1], ((Type) arguments[3]).size()));
      default -> true;
    };
  }

  private static double width(String text, Type type) {
    return text.length() * type.size() * 0.6;
  }

  private Surface surface() {
    return (Surface)
        Proxy.newProxyInstance(
            Surface.class.getClassLoader(),
            new Class<?>[] {Surface.class},
            (_, method, arguments) -> {
              var answer = answer(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : answer;
            });
  }

  @Test
  void a_name_is_never_broken() {
    var line = "x = np.concatenate([first_of_all_rows,second_of_all_rows,third_of_all_rows])";
    ListingPainter.draw(new Pen(surface(), SMALL), NARROW, List.of("pass", line, "pass"), 2);
    assertThat(drawn.stream().map(Words::text).flatMap(text -> Stream.of(text.split("\\W+"))))
        .contains("concatenate", "first_of_all_rows", "second_of_all_rows", "third_of_all_rows");
  }

  @Test
  void a_line_deeper_than_a_narrow_page_comes_to_an_end() {
    var deep = " ".repeat(60) + "x = " + "y".repeat(90);
    ListingPainter.draw(new Pen(surface(), SMALL), NARROW, List.of("pass", deep, "pass"), 2);
    assertThat(drawn.stream().map(Words::text).collect(Collectors.joining()).replaceAll("[^y]", ""))
        .hasSize(90);
  }

  @Test
  void a_line_too_long_for_a_small_page_takes_two_rows() {
    ListingPainter.draw(new Pen(surface(), SMALL), NARROW, LINES, 2);
    assertThat(drawn)
        .extracting(Words::text)
        .containsSubsequence(
            "1",
            "2",
            "        # a tie: the lower index comes first",
            "3",
            "    return ranking[:k]");
    assertThat(drawn)
        .allSatisfy(words ->
            assertThat(words.x() + words.text().length() * words.size() * 0.6)
                .isLessThanOrEqualTo(NARROW.right()));
  }
}
