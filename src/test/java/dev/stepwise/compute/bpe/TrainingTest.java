package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Learning by incremental counts against counting everything anew.
class TrainingTest {
  private static final List<String> ALPHABETS =
      List.of("ab", "abc", "aé中😀b", "etaoinshrdlu", "</w>a", "a");

  static Stream<BpeProblem> problems() {
    return Stream.concat(
        IntStream.range(0, 240).mapToObj(TrainingTest::problem),
        IntStream.range(0, 8 * BpeMistake.values().length).mapToObj(TrainingTest::mistaken));
  }

  private static BpeProblem mistaken(int seed) {
    var right = problem(seed);
    var mistakes = List.of(BpeMistake.values());
    var mistake = mistakes.get(seed % mistakes.size());
    return new BpeProblem(right.corpus(), right.stated(), right.numMerges(), List.of(), mistake);
  }

  private static BpeProblem problem(int seed) {
    var random = new Well19937c(seed);
    var letters = ALPHABETS.get(seed % ALPHABETS.size()).codePoints().toArray();
    var text = new StringBuilder();
    int words = 1 + random.nextInt(60);
    for (int i = 0; i < words; i++) {
      int length = 1 + random.nextInt(9);
      for (int c = 0; c < length; c++) {
        text.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
      text.append(random.nextInt(5) == 0 ? "\n\t" : " ");
    }
    var rules =
        new Rules(
            List.of(TieBreak.values()).get(random.nextInt(2)),
            random.nextInt(3) == 0 ? "" : "</w>",
            List.of(PairCount.values()).get(random.nextInt(2)),
            List.of(Replacement.values()).get(seed / 6 % 2));
    return new BpeProblem(Corpus.ofText(text.toString()), rules, 1 + random.nextInt(80), List.of());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void learns_what_counting_everything_anew_learns(BpeProblem problem) {
    var training = new Training(problem);
    var expected = new Recounting(training.words(), problem.rules(), problem.numMerges());

    training.has(Integer.MAX_VALUE);
    var merges = training.merges(training.known());

    assertThat(merges.stream().map(m -> Symbol.texts(List.of(m.pair().left(), m.pair().right()))))
        .isEqualTo(expected.written);
    assertThat(merges.stream().map(Merge::count)).isEqualTo(expected.counts);
    assertThat(training.total()).hasValue(expected.written.size());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void learns_and_encodes_what_the_textbook_does(BpeProblem problem) {
    var training = new Training(problem);
    training.has(Integer.MAX_VALUE);
    int known = training.known();

    var merges = Bpe.learn(training.words(), problem.rules(), problem.numMerges());

    assertThat(merges).isEqualTo(training.merges(known).stream().map(Merge::pair).toList());
    for (var word : List.of("abba", "aaaaaaa", "é中😀中")) {
      assertThat(training.encode(word, known).tokens())
          .isEqualTo(Bpe.encode(word, merges, problem.rules()));
    }
  }

  @Test
  void tells_the_same_counts_while_it_learns_as_afterwards() throws Exception {
    var random = new Well19937c(7);
    var text = new StringBuilder();
    for (int word = 0; word < 4_000; word++) {
      for (int letter = 0; letter < 2 + random.nextInt(9); letter++) {
        text.append((char) ('a' + random.nextInt(20)));
      }
      text.append(' ');
    }
    var problem = new BpeProblem(Corpus.ofText(text.toString()), Rules.STANDARD, 1_500, List.of());
    var training = new Training(problem);
    training.prepare();
    var asked = new HashMap<Integer, PairTable>();
    try (var learning = Executors.newSingleThreadExecutor()) {
      var done = learning.submit(() -> training.has(1_500));
      while (!done.isDone()) {
        int merges = random.nextInt(training.known() + 1);
        asked.put(merges, training.pairs(merges, 10));
      }
      assertThat(done.get()).isTrue();
    }

    var afterwards = new Training(problem);
    afterwards.has(1_500);
    asked.forEach((merges, table) -> {
      assertThat(table).isEqualTo(afterwards.pairs(merges, 10));
      var best = table.rows().getFirst();
      assertThat(training.pair(best.pair(), merges)).hasValue(best);
    });
  }

  @ParameterizedTest
  @MethodSource("problems")
  void knows_how_words_and_counts_stood_after_any_merge(BpeProblem problem) {
    var training = new Training(problem);
    var expected = new Recounting(training.words(), problem.rules(), problem.numMerges());
    int total = expected.written.size();
    training.has(total);
    var random = new Well19937c(problem.numMerges());
    for (int visit = 0; visit < 12; visit++) {
      int k = random.nextInt(total + 1);
      assertThat(segmented(training, k)).isEqualTo(expected.segmented.get(k));
      assertThat(training.tokens(k)).isEqualTo(tokens(training, k));
      if (k < total) {
        assertMeets(training, k, expected.tables.get(k), problem.rules());
      }
    }
  }

  private static List<String> segmented(Training training, int merges) {
    return IntStream.range(0, training.words().size())
        .mapToObj(word -> String.join(" ", Symbol.texts(training.segmented(word, merges))))
        .toList();
  }

  private static long tokens(Training training, int merges) {
    return IntStream.range(0, training.words().size())
        .mapToLong(w -> training.words().frequency(w) * training.segmented(w, merges).size())
        .sum();
  }

  private static void assertMeets(
      Training training, int merges, Map<String, Long> counts, Rules rules) {
    var table = training.pairs(merges, Integer.MAX_VALUE);
    var merge = training.merge(merges);
    long best = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    var seen = new ArrayList<>(counts.keySet());

    assertThat(table.kinds()).isEqualTo(counts.size()).isEqualTo(merge.kinds());
    assertThat(table.ties())
        .isEqualTo((int) counts.values().stream().filter(count -> count == best).count())
        .isEqualTo(merge.ties());
    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.count()).isEqualTo(counts.get(text(row.pair()))));
    assertThat(table.rows().getFirst().pair()).isEqualTo(merge.pair());
    assertThat(table.rows().getFirst().first()).isEqualTo(merge.first());
    if (counts.size() > 1) {
      var second = table.rows().get(1);
      assertThat(merge.rival())
          .hasValue(new Merge.Rival(second.pair(), second.count(), second.first()));
    }
    if (rules.tieBreak() == TieBreak.FIRST_SEEN) {
      var inOrder =
          table.rows().stream()
              .sorted(Comparator.comparing(PairTable.Row::first))
              .map(row -> text(row.pair()));
      assertThat(inOrder).isEqualTo(seen);
    }
  }

  private static String text(Pair pair) {
    return Recounting.text(pair.left()) + " " + Recounting.text(pair.right());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void encodes_as_every_merge_in_turn_does(BpeProblem problem) {
    var training = new Training(problem);
    var expected = new Recounting(training.words(), problem.rules(), problem.numMerges());
    training.has(Integer.MAX_VALUE);
    for (var word : List.of("abba", "aaaaaaa", "zebra", "é中😀中", "tears", "w></w", "a")) {
      var encoding = training.encode(word, training.known());
      assertThat(Symbol.texts(encoding.tokens())).isEqualTo(expected.encode(word));
      assertThat(Bpe.decode(encoding.tokens())).isEqualTo(word);
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void finds_the_words_that_hold_a_pair(BpeProblem problem) {
    var training = new Training(problem);
    training.has(problem.numMerges());
    int k = training.known() / 2;
    for (var row : training.pairs(k, 5).rows()) {
      var holders = training.holders(row.pair(), k, Integer.MAX_VALUE);
      long count =
          holders.stream()
              .mapToLong(w ->
                  problem.rules().pairCount().weight(training.words().frequency(w))
                      * problem
                          .rules()
                          .pairCount()
                          .occurrences(training.segmented(w, k), row.pair()))
              .sum();
      assertThat(count).isEqualTo(row.count());
      assertThat(holders.getFirst()).isEqualTo(row.first().word());
      assertThat(training.pair(row.pair(), k)).hasValue(row);
    }
  }
}
