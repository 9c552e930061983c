package dev.stepwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CandidateMarks;
import dev.stepwise.draw.Hits;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Type;
import dev.stepwise.draw.WordsSurface;
import dev.stepwise.lesson.Preset;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.QuestionBank;
import dev.stepwise.testing.Fx;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// While a question is open nothing that is shown says its answer: neither the picture with the
/// marks of the question, nor what the panel and the band say.
class AnswersHiddenTest {
  private static final int OF_A_KIND = 2;
  private static final int IN_A_PRESET = 16;
  private static final long SEED = 17;

  /// Presets whose runs take long, and ask nothing that others do not.
  private static final Set<String> SLOW =
      Set.of("digits", "spiral", "rate-too-high", "constitution", "moons", "iris", "restarts");

  private static final Look LOOK = new Look(Palette.LIGHT, 1, Look.Density.WINDOW);
  private static final Box AREA = new Box(0, 0, 1200, 640);

  /// A number with a fraction of at least two digits: others are everywhere by chance.
  private static final Pattern TELLING = Pattern.compile("[−-]?\\d+\\.\\d{2,}");

  private static final Pattern NUMBER = Pattern.compile("[−-]?\\d*\\.?\\d+(e[−-]?\\d+)?");

  static Stream<ExerciseView<?, ?>> views() {
    return Stream.of(
        new AttentionView(),
        new MultiHeadView(),
        new LstmView(),
        new KMeansView(),
        new GradientView(),
        new BpeView(),
        new CosineView());
  }

  /// Notes what is written.
  private static final class Noted extends WordsSurface {
    private final Set<String> numbers = new HashSet<>();

    @Override
    public Kind kind() {
      return Kind.SHAPES; // numbers as texts, not as stamps of pixels
    }

    @Override
    public void text(String text, double x, double y, Type type) {
      numbers.addAll(numbers(text));
    }

    @Override
    public double textWidth(String text, Type type) {
      return 0.6 * type.size() * text.length();
    }
  }

  private static Set<String> numbers(String text) {
    var found = new HashSet<String>();
    var matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      found.add(plain(matcher.group()));
    }
    return found;
  }

  private static String plain(String number) {
    return number.replace('−', '-');
  }

  @ParameterizedTest
  @MethodSource("views")
  <P, F extends Frame> void nothing_shown_says_the_answer(ExerciseView<P, F> view) {
    var asked = new HashMap<String, Integer>();
    var leaks = new ArrayList<String>();
    var kinds = new HashSet<>(view.questions().kinds().keySet());
    kinds.remove("tie"); // no preset has a point in the middle
    for (var preset : Presets.of(view.exercise().id())) {
      if (!SLOW.contains(preset.id()) && !asked.keySet().containsAll(kinds)) {
        Fx.call(() -> {
          check(view, preset, asked, leaks);
          return leaks;
        });
      }
    }
    assertThat(asked.keySet()).containsAll(kinds);
    assertThat(leaks).isEmpty();
  }

  @Test
  void an_answer_that_is_shown_would_be_found() {
    var view = new LstmView();
    var preset = Presets.of(view.exercise().id()).getFirst();
    var problem = view.exercise().problem(preset.scenario(view.exercise()).given());
    var navigator = new Navigator<>(view.exercise().run(problem));
    var found =
        Fx.call(() ->
            QuestionBank.of(navigator.run(), view.questions(), IN_A_PRESET, SEED).stream()
                .filter(question -> question.kind().equals("new-state"))
                .flatMap(question -> {
                  var position = navigator.find(question.path()).orElseThrow();
                  var answering = navigator.step(position);
                  return shownBefore(navigator, position)
                      .map(navigator::step)
                      .flatMap(
                          before -> leak(view, question, answering, before, answering).stream());
                })
                .toList());
    assertThat(found).isNotEmpty();
  }

  private static <P, F extends Frame> void check(
      ExerciseView<P, F> view, Preset preset, Map<String, Integer> asked, List<String> leaks) {
    var exercise = view.exercise();
    P problem = exercise.problem(preset.scenario(exercise).given());
    Navigator<F> navigator = new Navigator<>(exercise.run(problem));
    for (var question : QuestionBank.of(navigator.run(), view.questions(), IN_A_PRESET, SEED)) {
      if (asked.merge(question.kind(), 1, Integer::sum) <= OF_A_KIND) {
        var position = navigator.find(question.path()).orElseThrow();
        shownBefore(navigator, position)
            .map(navigator::step)
            .forEach(shown ->
                leak(view, question, shown, shown, navigator.step(position))
                    .ifPresent(what -> leaks.add(preset.id() + " " + question.id() + ": " + what)));
      }
    }
  }

  /// The stops from which the step is gone to: at its own depth, and from outside.
  private static <F extends Frame> Stream<Position> shownBefore(
      Navigator<F> navigator, Position position) {
    var beside = navigator.previous(position, position.depth());
    var outside =
        position.last() > 0
            ? Optional.<Position>empty()
            : position.parent().flatMap(parent -> navigator.previous(parent, parent.depth()));
    return Stream.concat(beside.stream(), outside.stream()).distinct();
  }

  private static <P, F extends Frame> Optional<String> leak(
      ExerciseView<P, F> view,
      Question question,
      Step<F> shown,
      Step<F> before,
      Step<F> answering) {
    var answer = question.answer().text();
    var where = answering.crumb();
    if (answer.length() > 3 && where.contains(answer)) {
      return Optional.of("“%s” is in “%s”".formatted(answer, where));
    }
    if (!TELLING.matcher(answer).matches()) {
      return Optional.empty();
    }
    var seen = new HashSet<>(painted(view, question, shown));
    seen.addAll(said(shown.narration()));
    seen.addAll(numbers(where));
    return seen.contains(plain(answer)) && !known(before).contains(plain(answer))
        ? Optional.of(answer + " is shown at " + shown.crumb())
        : Optional.empty();
  }

  private static <F extends Frame> Set<String> painted(
      ExerciseView<?, F> view, Question question, Step<F> shown) {
    var surface = new Noted();
    var hits = new Hits();
    var interaction = Interaction.NONE.looking(Interaction.Outlook.SO_FAR);
    view.painter()
        .paint(surface, AREA, new Shown<>(shown, Optional.empty(), 1, LOOK, interaction, hits));
    new CandidateMarks(surface, LOOK, hits, AREA)
        .draw(new QuestionMarks<>(view, shown).offered(question));
    return surface.numbers;
  }

  private static Set<String> said(Narration narration) {
    var said = numbers(narration.title() + " " + narration.caption());
    narration.formulas().forEach(formula -> said.addAll(numbers(formula)));
    narration.table().rows().forEach(row -> row.forEach(cell -> said.addAll(numbers(cell))));
    return said;
  }

  /// The numbers that the step shown has computed or was given.
  private static Set<String> known(Step<?> shown) {
    var known = new HashSet<String>();
    shown
        .frame()
        .variables()
        .forEach((name, value) ->
            Ref.all(name, value).stream()
                .limit(50_000)
                .forEach(ref ->
                    ref.in(shown.frame().variables())
                        .ifPresent(number -> known.add(plain(Numbers.text(number))))));
    return known;
  }
}
