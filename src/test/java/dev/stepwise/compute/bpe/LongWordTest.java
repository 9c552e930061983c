package dev.stepwise.compute.bpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.bpe.Rules.PairCount;
import dev.stepwise.compute.bpe.Rules.Replacement;
import dev.stepwise.compute.bpe.Rules.TieBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One very long word.
class LongWordTest {
  static Stream<Rules> rules() {
    return Stream.of(
        Rules.STANDARD,
        new Rules(TieBreak.FIRST_SEEN, "", PairCount.ONCE_PER_WORD, Replacement.SYMBOLS),
        new Rules(TieBreak.LEXICOGRAPHIC, "</w>", PairCount.EVERY_OCCURRENCE, Replacement.TEXT));
  }

  private static String word(int letters) {
    var random = new Well19937c(9);
    var word = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      word.append((char) ('a' + random.nextInt(4)));
    }
    return word.toString();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void each_merge_that_applies_leaves_what_replacing_it_leaves(Rules rules) {
    var word = word(600);
    var training = new Training(new BpeProblem(Corpus.ofText(word), rules, 120, List.of()));
    training.has(120);
    var encoding = training.encode(word, training.known());
    List<Symbol> symbols = Bpe.split(word, rules);

    for (int stage = 0; stage < encoding.stages().size(); stage++) {
      symbols = rules.replacement().merged(symbols, encoding.stages().get(stage).pair());
      assertThat(encoding.after(stage + 1)).isEqualTo(symbols);
      assertThat(encoding.size(stage + 1)).isEqualTo(symbols.size());
      assertThat(encoding.after(stage + 1, 7))
          .isEqualTo(symbols.subList(0, Math.min(7, symbols.size())));
    }
    assertThat(encoding.stages()).hasSizeGreaterThan(50);
  }

  @Test
  void what_is_said_of_it_is_short() {
    var word = "-".repeat(8_000);
    var problem = new BpeProblem(Corpus.ofText(word), Rules.STANDARD, 20, List.of(word));
    var run = new BpeRun(problem, new Training(problem));
    for (int index = 0; run.has(index); index++) {
      var step = run.step(index);
      var words = new ArrayList<>(List.of(step.narration().title(), step.narration().caption()));
      step.narration().table().rows().forEach(words::addAll);
      var inside = step.inside();
      for (int i = 0; inside.has(i); i++) {
        words.add(inside.step(i).narration().caption());
        inside.step(i).narration().table().rows().forEach(words::addAll);
      }
      assertThat(words).allSatisfy(text -> assertThat(text).hasSizeLessThan(500));
    }
  }
}
