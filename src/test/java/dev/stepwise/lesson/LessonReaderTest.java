package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonReaderTest {
  private static final References KNOWN =
      new References(
          Set.of("bad-start"),
          (_, step) -> step.equals("3.1"),
          Set.of("keeps-its-label"),
          Set.of("scaled-unscaled"),
          Set.of("assign"),
          Set.of("k-means", "lstm"),
          Set.of("n", "d_k"),
          latex -> !latex.contains("\\nonsense"));

  private static final String WHOLE =
      """
      # K-means

      ## The problem

      Put $n$ points into $k_i*2*k_j$ groups, see [the start](run:bad-start) and `a_b`.
      MORE

      ## Step by step

      ### First

      1. one
      2. two

      ## Why it works

      ```math
      a = b
      ```

      ```python
      x = 1
      ```

      ## Complexity

      | what | here |
      | --- | --- |
      | all | {{n * d_k}} |

      ## Trade-offs and variants

      > **Not so:** it is not.

      ## Edge cases

      - none

      ## Common mistakes

      ### Keeping labels

      It is wrong.

      [Show the run](mistake:keeps-its-label)

      ## Questions

      ### Why?

      Because.
      """;

  private static Lesson read(String text) throws LessonException {
    return new LessonReader(KNOWN).read("k-means", "lesson.md", text);
  }

  private static Lesson with(String more) throws LessonException {
    return read(WHOLE.replace("MORE", more));
  }

  @Test
  void every_kind_of_block_is_read() throws LessonException {
    var lesson = with("");
    assertThat(lesson.title()).isEqualTo("K-means");
    assertThat(lesson.sections().stream().map(section -> section.blocks().getLast().getClass()))
        .isEqualTo(
            List.of(
                Block.Paragraph.class,
                Block.Items.class,
                Block.Code.class,
                Block.Table.class,
                Block.Remark.class,
                Block.Items.class,
                Block.Mistake.class,
                Block.Question.class));
    assertThat(lesson.sections().get(2).blocks().getFirst()).isEqualTo(new Block.Formula("a = b"));
    assertThat(((Block.Items) lesson.sections().get(1).blocks().getLast()).marks())
        .containsExactly("1.", "2.");
  }

  @Test
  void a_formula_is_taken_as_it_is_written_before_stars_and_underscores_mean_anything()
      throws LessonException {
    assertThat(with("").formulas()).contains("n", "k_i*2*k_j", "a = b");
    assertThat(with("Also $a_1*b_1$ and $\\{x\\}$, *so* d_k_v.").formulas())
        .contains("a_1*b_1", "\\{x\\}");
  }

  @Test
  void links_say_where_they_lead() throws LessonException {
    var links =
        with("[a](run:bad-start@3.1) [b](run:bad-start@last) [c](compare:scaled-unscaled) "
                + "[d](lab:) [e](code:assign) [f](exercise:lstm)")
            .inlines()
            .filter(Inline.Link.class::isInstance)
            .map(link -> ((Inline.Link) link).target());
    assertThat(links)
        .containsExactly(
            new Target.Run("bad-start", Optional.empty()),
            new Target.Run("bad-start", Optional.of("3.1")),
            new Target.Run("bad-start", Optional.of("last")),
            new Target.Comparison("scaled-unscaled"),
            new Target.Lab(),
            new Target.CodeLine("assign"),
            new Target.Exercise("lstm"),
            new Target.Mistake("keeps-its-label"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[a](http://x.org) | begins with none of run:",
        "[a](run:good-start) | there is no preset 'good-start'; there are bad-start",
        "[a](run:bad-start@9.9) | the preset 'bad-start' has no step 9.9",
        "[a](run:bad-start@0) | '0' is no step; write a path such as 3.1, or last",
        "[a](mistake:none-such) | there is no mistake 'none-such'",
        "[a](compare:none-such) | there is no comparison 'none-such'",
        "[a](code:none-such) | there is no named line 'none-such'",
        "[a](exercise:none-such) | there is no exercise 'none-such'",
        "[a](lab:x) | nothing may follow 'lab:'",
        "$\\nonsense$ | the formula '\\nonsense' cannot be set",
        "costs $5 | a formula that begins with $ has no end",
        "{{n * m}} | in {{n * m}} 'm' is none of the sizes d_k, n",
        "{{n *}} | 'n *' cannot be computed",
        "{{sin(n)}} | 'sin' is none of the sizes",
        "{{n | a count that begins with {{ has no end",
        "<b>x</b> | a lesson has no HtmlInline",
        "![x](y.png) | a lesson has no Image",
      })
  void what_is_wrong_in_a_line_names_file_and_line(String line, String words) {
    assertThatThrownBy(() -> with(line))
        .isInstanceOf(LessonException.class)
        .hasMessageStartingWith("lesson.md:6: ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "# K-means | K-means | 1 | the first line has to be '# ' and the title",
        "## Step by step | ## Steps | 8 | there is no section 'Steps'; the sections are The"
            + " problem,",
        "## Why it works | ## Complexity | 15 | the section 'Why it works' has to come here",
        "### First | #### First | 10 | headings within a section begin with '### '",
        "```math | ```latex | 17 | a fenced block is math, python or text, not 'latex'",
        "a = b | \\nonsense | 17 | the formula '\\nonsense' cannot be set",
        "**Not so:** | Well, | 33 | a block quote begins with **Not so:**",
        "[Show the run](mistake:keeps-its-label) | Nothing. | 41 | a mistake needs one paragraph",
        "Because. | \"\" | 49 | nothing is said below this heading",
      })
  void what_is_wrong_with_the_whole_names_file_and_line(
      String right, String wrong, int line, String words) {
    assertThatThrownBy(() -> read(WHOLE.replace("MORE", "").replace(right, wrong)))
        .isInstanceOf(LessonException.class)
        .hasMessageStartingWith("lesson.md:" + line + ": ")
        .hasMessageContaining(words);
  }

  @Test
  void a_missing_section_is_told_at_the_end() {
    var cut = WHOLE.replace("MORE", "").substring(0, WHOLE.indexOf("## Questions") - 4);
    assertThatThrownBy(() -> read(cut))
        .hasMessageMatching("lesson\\.md:\\d+: the section '## Questions' is missing");
  }

  @Test
  void counts_are_computed_from_the_sizes_of_the_run_that_is_open() {
    var count = CountExpression.of("3 * n * n * d_k", Set.of("n", "d_k"));
    assertThat(count.of(Map.of("n", 11.0, "d_k", 4.0))).isEqualTo(1452);
    assertThat(count.shown(Map.of("n", 11.0, "d_k", 4.0))).isEqualTo("1,452");
    assertThat(count.shown(Map.of("n", 11.0, "d_k", Double.NaN))).isEqualTo("–");
    var half = CountExpression.of("log2(n) / 2", Set.of("n"));
    assertThat(half.shown(Map.of("n", 11.0))).isEqualTo("1.73");
    assertThat(half.shown(Map.of("n", 16.0))).isEqualTo("2");
    assertThat(CountExpression.of("1 / n", Set.of("n")).shown(Map.of("n", 0.0))).isEqualTo("–");
  }

  @Test
  void passages_are_what_is_read_from_top_to_bottom() throws LessonException {
    assertThat(with("").passages())
        .extracting(Lesson.Passage::text)
        .startsWith(
            "The problem",
            "Put n points into k_i*2*k_j groups, see the start and a_b. MORE".replace(" MORE", ""))
        .contains("one", "a = b", "n * d_k", "Not so: it is not.")
        .endsWith("Questions", "Why?", "Because.");
  }
}
