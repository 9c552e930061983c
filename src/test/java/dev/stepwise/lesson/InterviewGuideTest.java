package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.interview.Criterion;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterviewGuideTest {
  private static final Set<String> EXERCISES =
      Set.of(
          "self-attention",
          "multi-head-attention",
          "lstm",
          "k-means",
          "gradient-descent",
          "bpe",
          "cosine-search");

  @Test
  void the_shipped_guide_has_advice_a_checklist_and_nudges_for_every_exercise() {
    var guide = InterviewGuide.of(EXERCISES);
    assertThat(guide.advice().keySet())
        .contains("What is asked", "How to use the time", "Mistakes that cost most", "Preparation")
        .doesNotContain("Nudges");
    assertThat(guide.advice().values()).allSatisfy(blocks -> assertThat(blocks).isNotEmpty());
    assertThat(guide.checklist().keySet())
        .containsExactlyElementsOf(
            Arrays.stream(Criterion.values()).map(Criterion::title).toList());
    assertThat(guide.nudges().keySet()).containsExactlyInAnyOrderElementsOf(EXERCISES);
    assertThat(guide.nudges().values())
        .allSatisfy(nudges -> assertThat(nudges).hasSizeGreaterThanOrEqualTo(6));
  }

  @Test
  void what_is_no_list_under_nudges_is_told_with_its_line() {
    assertThatThrownBy(() ->
            InterviewGuide.read("g.md", "# T\n\n## Nudges\n\n### bpe\n\nA hint.\n", EXERCISES))
        .isInstanceOf(LessonException.class)
        .hasMessageContaining("g.md")
        .hasMessageContaining("7");
  }
}
