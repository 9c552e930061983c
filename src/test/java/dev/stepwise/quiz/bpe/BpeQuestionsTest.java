package dev.stepwise.quiz.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of questions, worked out again from the dictionaries of their steps, with lists of
/// texts as the symbols.
class BpeQuestionsTest {
  private static final int QUESTIONS = 30;
  private static final BpeExercise EXERCISE = new BpeExercise();

  /// Those whose dictionaries are spelled out, with the right way to count and to replace.
  static List<Preset> presets() {
    var others = Set.of("constitution", "once-per-word", "text-replacement");
    return Presets.of(EXERCISE.id()).stream().filter(one -> !others.contains(one.id())).toList();
  }

  private static Navigator<BpeFrame> run(Preset preset) {
    return new Navigator<>(EXERCISE.run(EXERCISE.problem(preset.scenario(EXERCISE).given())));
  }

  private static List<Question> questions(Navigator<BpeFrame> navigator) {
    return QuestionBank.of(navigator.run(), new BpeQuestions(), QUESTIONS, 5);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void the_right_answer_is_what_the_words_say(Preset preset) {
    var navigator = run(preset);
    for (var question : questions(navigator)) {
      var position = navigator.find(question.path()).orElseThrow();
      var step = navigator.step(position);
      assertThat(question.answer().text()).as(question.id()).isEqualTo(expected(question, step));
    }
  }

  @Test
  void all_presets_together_ask_every_kind() {
    var kinds = new HashSet<String>();
    presets().forEach(preset -> questions(run(preset)).forEach(one -> kinds.add(one.kind())));
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(new BpeQuestions().kinds().keySet());
  }

  private static String expected(Question question, Step<BpeFrame> step) {
    return switch (question.kind()) {
      case "next-merge" -> {
        var counts = named(step, "counts");
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        var best =
            counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(best).as(question.id()).hasSize(1);
        yield pair(best.getFirst().split(" ", -1));
      }
      case "tie" -> pair(texts(step, "best").toArray(String[]::new));
      case "gain" -> {
        var word = texts(step, "word");
        var asked = question.prompt().replaceAll(".*count of \\((.*), (.*)\\).*", "$1 $2");
        long places = 0;
        for (int i = 1; i < word.size(); i++) {
          places += asked.equals(word.get(i - 1) + " " + word.get(i)) ? 1 : 0;
        }
        yield whole(places * whole(step, "frequency"));
      }
      case "tokens" ->
          whole(
              named(step, "words").entrySet().stream()
                  .mapToLong(word -> word.getValue() * word.getKey().split(" ", -1).length)
                  .sum());
      case "vocabulary" -> whole(vocabulary(step));
      case "replaced" -> String.join(" ", joined(texts(step, "word"), texts(step, "best")));
      case "encode" -> {
        var word = question.prompt().substring(1, question.prompt().indexOf('”'));
        yield String.join(" ", encoded(step, word));
      }
      default -> "unknown kind " + question.kind();
    };
  }

  /// The characters of the corpus, and what the merges made of them.
  private static long vocabulary(Step<BpeFrame> step) {
    var symbols = new LinkedHashSet<String>();
    named(step, "words")
        .keySet()
        .forEach(word -> symbols.addAll(Arrays.asList(word.split(" ", -1))));
    var marker = step.frame().problem().rules().marker();
    var letters = new LinkedHashSet<String>();
    for (var symbol : symbols) {
      boolean ends = !marker.isEmpty() && symbol.endsWith(marker);
      var plain = ends ? symbol.substring(0, symbol.length() - marker.length()) : symbol;
      plain.codePoints().forEach(point -> letters.add(Character.toString(point)));
      if (ends) {
        letters.add(marker);
      }
    }
    merges(step).forEach(merge -> letters.add(merge.get(0) + merge.get(1)));
    return letters.size();
  }

  private static List<String> encoded(Step<BpeFrame> step, String word) {
    List<String> tokens = new ArrayList<>();
    word.codePoints().forEach(point -> tokens.add(Character.toString(point)));
    var marker = step.frame().problem().rules().marker();
    if (!marker.isEmpty()) {
      tokens.add(marker);
    }
    List<String> joined = tokens;
    for (var merge : merges(step)) {
      joined = joined(joined, merge);
    }
    return joined;
  }

  private static List<String> joined(List<String> tokens, List<String> pair) {
    var joined = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 < tokens.size() && tokens.subList(i, i + 2).equals(pair)) {
        joined.add(pair.get(0) + pair.get(1));
        i++;
      } else {
        joined.add(tokens.get(i));
      }
    }
    return joined;
  }

  private static List<List<String>> merges(Step<BpeFrame> step) {
    return ((Value.Many) value(step, "merges"))
        .values().stream().map(BpeQuestionsTest::texts).toList();
  }

  private static List<String> texts(Step<BpeFrame> step, String name) {
    return texts(value(step, name));
  }

  private static List<String> texts(Value value) {
    return ((Value.Many) value).values().stream().map(each -> ((Value.Text) each).value()).toList();
  }

  private static Map<String, Long> named(Step<BpeFrame> step, String name) {
    var numbers = new java.util.LinkedHashMap<String, Long>();
    ((Value.Named) value(step, name))
        .values()
        .forEach((key, number) -> numbers.put(key, ((Value.Whole) number).value()));
    return numbers;
  }

  private static long whole(Step<BpeFrame> step, String name) {
    return ((Value.Whole) value(step, name)).value();
  }

  private static Value value(Step<BpeFrame> step, String name) {
    return Objects.requireNonNull(step.frame().variables().get(name), name);
  }

  private static String pair(String... symbols) {
    return "(" + String.join(", ", symbols) + ")";
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
