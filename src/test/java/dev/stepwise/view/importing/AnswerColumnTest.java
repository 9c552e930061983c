package dev.stepwise.view.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerColumnTest {
  private static final String TABLE = "length,species,width\n1,ant,2\n3,bee,4\n5,ant,6\n";

  private static ColumnChoice choice(Source source, Answer kind) {
    return ColumnChoice.initial(
        (Loaded.Read) Loaded.from(source, Optional.empty()), Scaling.AS_GIVEN, kind);
  }

  private static ColumnChoice choice(Answer kind) {
    return choice(new Source.Pasted(TABLE), kind);
  }

  @Test
  void the_last_column_is_the_answer_until_another_is_chosen() {
    var targets = choice(Answer.TARGET);
    assertThat(targets.chosen()).containsExactly(0);
    assertThat(targets.data(_ -> {}).answers()).containsExactly("2", "4", "6");
    var other = targets.answeredBy(0);
    assertThat(other.chosen()).containsExactly(2);
    assertThat(other.withAll().chosen()).containsExactly(2);
    assertThat(other.data(_ -> {}).rows()).isDeepEqualTo(new double[][] {{2}, {4}, {6}});
  }

  @Test
  void words_can_be_classes_but_no_targets() {
    var classes = choice(Answer.CLASS).answeredBy(1);
    assertThat(classes.chosen()).containsExactly(0, 2);
    assertThat(classes.data(_ -> {}).answers()).containsExactly("ant", "bee", "ant");
    assertThat(classes.summary()).isEqualTo("3 samples of 2 numbers, 2 classes in 'species'.");
    assertThat(choice(Answer.TARGET).answeredBy(1).obstacle())
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
}
