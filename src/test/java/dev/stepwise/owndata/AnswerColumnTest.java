package dev.stepwise.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.scenario.Table.Choices;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AnswerColumnTest {
  private static final String TABLE = "length,species,width\n1,ant,2\n3,bee,4\n5,ant,6\n";

  private static ColumnChoice choice(Source source, Answer kind) {
    return ColumnChoice.initial(
        (Loaded.Read) Loaded.from(source, Choices.NONE), Scaling.AS_GIVEN, kind);
  }

  private static ColumnChoice choice(Answer kind) {
    return choice(new Source.Pasted(TABLE), kind);
  }

  @Test
  void the_last_column_is_the_answer_until_another_is_chosen() {
    var targets = choice(Answer.TARGET);
    assertThat(targets.chosen()).containsExactly(0);
    assertThat(targets.data(_ -> {}).answers()).containsExactly("2", "4", "6");
    var other = targets.answeredBy(OptionalInt.of(0));
    assertThat(other.chosen()).containsExactly(2);
    assertThat(other.withAll().chosen()).containsExactly(2);
    assertThat(other.data(_ -> {}).rows()).isDeepEqualTo(new double[][] {{2}, {4}, {6}});
  }

  @Test
  void words_can_be_classes_but_no_targets() {
    var classes = choice(Answer.CLASS).answeredBy(OptionalInt.of(1));
    assertThat(classes.chosen()).containsExactly(0, 2);
    assertThat(classes.data(_ -> {}).answers()).containsExactly("ant", "bee", "ant");
    assertThat(classes.summary()).isEqualTo("3 samples of 2 numbers, 2 classes in 'species'.");
    assertThat(choice(Answer.TARGET).answeredBy(OptionalInt.of(1)).obstacle())
        .hasValue("'species' holds no numbers; choose another column as the target.");
  }

  @Test
  void a_ready_data_set_knows_its_answer() {
    var iris = choice(new Source.Ready(ReadyData.IRIS), Answer.CLASS);
    assertThat(iris.summary()).isEqualTo("150 samples of 4 numbers, 3 classes in 'species'.");
  }

  @Test
  void points_have_no_answer() {
    assertThat(choice(Answer.NONE).chosen()).containsExactly(0, 2);
    assertThat(choice(Answer.NONE).data(_ -> {}).answers()).isEmpty();
  }

  @Test
  void what_only_colours_is_the_last_column_of_words_or_nothing() {
    var species = choice(new Source.Pasted("x,y,species\n1,2,ant\n3,4,bee\n"), Answer.LABEL);
    assertThat(species.chosen()).containsExactly(0, 1);
    assertThat(species.data(_ -> {}).answers()).containsExactly("ant", "bee");
    assertThat(species.summary())
        .isEqualTo("2 rows of 2 numbers, coloured by 2 classes in 'species'.");
    var nothing = species.answeredBy(OptionalInt.empty());
    assertThat(nothing.data(_ -> {}).answers()).isEmpty();
    assertThat(nothing.summary()).isEqualTo("2 rows of 2 numbers.");
    var numbers = choice(new Source.Pasted("x,y\n1,2\n3,4\n"), Answer.LABEL);
    assertThat(numbers.answer()).isEmpty();
    assertThat(numbers.chosen()).containsExactly(0, 1);
  }

  @Test
  void a_row_without_an_answer_is_left_out_by_its_number_once_somebody_says_so() {
    var cats =
        choice(new Source.Pasted("a,b,label\n1,2,cat\n2,1,dog\n3,3,\n4,4,cat\n"), Answer.CLASS);
    assertThat(cats.obstacle()).hasValue("Row 4 has a gap: leave it out, or choose other columns.");
    assertThat(cats.gapWords()).hasValue("Leave out row 4, which has a gap");
    var whole = cats.with(ColumnChoice.Gaps.LEFT_OUT);
    assertThat(whole.obstacle()).isEmpty();
    assertThat(whole.summary())
        .isEqualTo("3 samples of 2 numbers, 2 classes in 'label'. 1 row is left out.");
    assertThat(whole.data(_ -> {}).answers()).containsExactly("cat", "dog", "cat");
    assertThat(whole.data(_ -> {}).rows()).isDeepEqualTo(new double[][] {{1, 2}, {2, 1}, {4, 4}});
  }

  @Test
  void numbers_that_are_written_differently_are_one_class() {
    var classes = choice(new Source.Pasted("x,c\n1,1\n2,1.0\n3,2\n"), Answer.CLASS);
    assertThat(classes.data(_ -> {}).answers()).containsExactly("1", "1", "2");
    var thousands = choice(new Source.Pasted("x,y\n1.5,\"1,234\"\n2.5,\"2,500\"\n"), Answer.TARGET);
    assertThat(thousands.data(_ -> {}).answers()).containsExactly("1234", "2500");
  }
}
