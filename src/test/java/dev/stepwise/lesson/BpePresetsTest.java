package dev.stepwise.lesson;

import static dev.stepwise.testing.Written.pair;
import static dev.stepwise.testing.Written.symbol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.BpeConditions;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.bpe.BpeFrame;
import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.CountFocus;
import dev.stepwise.compute.bpe.EncodeFocus;
import dev.stepwise.compute.bpe.Encoding;
import dev.stepwise.compute.bpe.Merge;
import dev.stepwise.compute.bpe.MergeFocus;
import dev.stepwise.compute.bpe.Pair;
import dev.stepwise.compute.bpe.Symbol;
import dev.stepwise.compute.bpe.Training;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Navigator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each preset of BPE keeps its promise.
class BpePresetsTest {
  private final BpeExercise exercise = new BpeExercise();

  @Test
  void low_ties_at_the_third_merge_and_the_word_ends_there() {
    var opened = opened("low");
    var merge = merge(opened);

    assertThat(opened.frame().focus()).isInstanceOf(CountFocus.Chosen.class);
    assertThat(merge.number()).isEqualTo(3);
    assertThat(merge.ties()).isEqualTo(2);
    assertThat(merge.pair()).isEqualTo(pair("low", "</w>"));
    assertThat(merge.rival().orElseThrow().pair()).isEqualTo(pair("low", "e"));
    assertThat(opened.conditions()).contains(BpeConditions.TIE);
    assertThat(opened.narration().caption()).contains("first-seen", "“low”", "“lower”");
  }

  @Test
  void with_each_word_once_low_e_is_third_without_a_tie() {
    var merge = merge(opened("each-once"));

    assertThat(merge.pair()).isEqualTo(pair("low", "e"));
    assertThat(merge.isTie()).isFalse();
  }

  @Test
  void the_tie_goes_another_way_under_the_other_rule_and_so_do_later_merges() {
    var first = training(problem("tie"));
    var other = training(problem("tie", Map.of("tie_break", "lexicographic")));

    assertThat(merge(opened("tie")).count()).isEqualTo(5);
    assertThat(merge(opened("tie")).ties()).isEqualTo(2);
    assertThat(pairs(first)).isNotEqualTo(pairs(other));
  }

  @Test
  void five_letters_a_hold_the_pair_four_times_and_make_two_tokens() {
    var opened = opened("overlap");
    var frame = opened.frame();

    assertThat(frame.focus()).isInstanceOf(MergeFocus.WordReplaced.class);
    assertThat(Symbol.texts(frame.symbols(2))).containsExactly("aa", "aa", "a", "</w>");
    assertThat(opened.narration().caption()).contains("4 times", "overlap");
    assertThat(opened.conditions()).contains(BpeConditions.OVERLAP);
  }

  @Test
  void without_a_marker_low_and_the_start_of_lowly_are_one_token() {
    var encodings = encodings("no-marker");

    assertThat(Symbol.texts(encodings.getFirst().tokens())).containsExactly("low");
    assertThat(encodings.get(1).tokens().getFirst()).isEqualTo(symbol("low"));
    assertThat(problem("no-marker").rules().marksEnds()).isFalse();
    var marked = training(problem("no-marker", Map.of("marker", "</w>")));
    assertThat(marked.encode("low", 6).tokens()).isNotEqualTo(List.of(symbol("low")));
  }

  @Test
  void a_family_shares_play_and_endings_become_tokens() {
    var training = training(problem("play"));

    assertThat(Symbol.texts(training.symbols(training.known()))).contains("play", "ing", "ing</w>");
  }

  @Test
  void the_constitution_learns_2000_merges_of_which_the_first_hundreds_shorten_most() {
    var training = training(problem("constitution"));
    long[] tokens = training.tokenCounts(2_000);

    assertThat(training.known()).isEqualTo(2_000);
    assertThat(tokens[0] - tokens[400]).isGreaterThan(4 * (tokens[400] - tokens[2_000]));
    assertThat(Symbol.texts(training.encode("Constitution", 2_000).tokens()))
        .containsExactly("Constitution</w>");
    assertThat(encodings("constitution").get(1).tokens()).hasSizeBetween(2, 5);
  }

  @Test
  void symbols_are_code_points() {
    var frame = opened("code-points").frame();
    var words = frame.training().words().words();

    assertThat(frame.symbols(words.indexOf("👋🏽"))).hasSize(3);
    assertThat(frame.symbols(words.indexOf("👨‍👩‍👧"))).hasSize(6);
    assertThat(frame.symbols(words.indexOf("café"))).hasSize(5);
    assertThat(frame.symbols(words.indexOf("cafe\u0301"))).hasSize(6);
  }

  @Test
  void an_unknown_character_has_no_id_and_stands_alone() {
    var opened = opened("unknown");
    var tokens = encodings("unknown").getFirst().tokens();

    assertThat(tokens).contains(symbol("ß"));
    assertThat(opened.frame().training().id(symbol("ß"), opened.frame().applied())).isEmpty();
    assertThat(opened.conditions()).contains(BpeConditions.UNKNOWN);
  }

  @Test
  void a_set_of_pairs_merges_another_pair_first() {
    var wrong = merge(opened("once-per-word"));
    var right = training(problem("once-per-word", Map.of("pair_count", "every-occurrence")));

    assertThat(wrong.pair()).isEqualTo(pair("b", "a"));
    assertThat(wrong.rival().orElseThrow().pair()).isEqualTo(pair("a", "n"));
    assertThat(wrong.isTie()).isTrue();
    assertThat(right.merge(0).pair()).isEqualTo(pair("a", "n"));
  }

  @Test
  void replacing_text_joins_where_the_pair_is_not() {
    var opened = opened("text-replacement");
    var focus = (MergeFocus.WordReplaced) opened.frame().focus();
    var training = opened.frame().training();

    assertThat(focus.made().pair()).isEqualTo(pair("a", "b</w>"));
    assertThat(Symbol.texts(training.segmented(focus.word(), focus.made().rank())))
        .containsExactly("ca", "b</w>");
    assertThat(Symbol.texts(opened.frame().symbols(focus.word()))).containsExactly("cab</w>");
    assertThat(opened.narration().caption()).contains("where the pair is not");
  }

  private static Merge merge(Step<BpeFrame> step) {
    return step.frame().merge().orElseThrow();
  }

  private static List<Pair> pairs(Training training) {
    return training.merges(training.known()).stream().map(Merge::pair).toList();
  }

  private List<Encoding> encodings(String id) {
    var run = exercise.run(problem(id));
    return ((EncodeFocus.Encoded) run.step(run.length() - 1).frame().focus()).encodings();
  }

  private static Training training(BpeProblem problem) {
    var training = new Training(problem);
    training.has(problem.numMerges());
    return training;
  }

  private Step<BpeFrame> opened(String id) {
    var navigator = new Navigator<>(exercise.run(problem(id)));
    return navigator.step(navigator.find(preset(id).opens()).orElseThrow());
  }

  private BpeProblem problem(String id) {
    return problem(id, Map.of());
  }

  private BpeProblem problem(String id, Map<String, ?> changes) {
    Given given = preset(id).scenario(exercise).given();
    return exercise.problem(given.withParameters(changes));
  }

  private static Preset preset(String id) {
    return Presets.of("bpe").stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
