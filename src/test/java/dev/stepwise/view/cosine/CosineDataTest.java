package dev.stepwise.view.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.cosine.CosineProblem;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.owndata.ImportedData;
import dev.stepwise.owndata.TextReading.Unusable;
import dev.stepwise.owndata.TextReading.Usable;
import dev.stepwise.testing.OneAtATime;
import java.util.List;
import org.junit.jupiter.api.Test;

@OneAtATime
class CosineDataTest {
  private final CosineData data = new CosineData();
  private final CosineProblem vectors = new CosineExercise().problem(Given.nothing());

  private CosineProblem texts() {
    return data.texts(vectors, "a cat naps\n\nthe dog barks\n a cat purrs ")
            instanceof Usable<CosineProblem>(var problem, _)
        ? problem
        : vectors;
  }

  @Test
  void each_line_is_a_document_and_empty_ones_are_none() {
    assertThat(texts().texts().orElseThrow().model().texts())
        .containsExactly("a cat naps", "the dog barks", "a cat purrs");
    assertThat(data.texts(vectors, " \n ")).isInstanceOf(Unusable.class);
  }

  @Test
  void a_typed_query_searches_the_same_texts() {
    var typed = CosineData.queryText(texts(), "dogs and a cat");
    assertThat(typed)
        .isInstanceOfSatisfying(
            Usable.class, usable -> assertThat(usable.outcome()).isEqualTo("1 known word"));
    assertThat(CosineData.queryText(texts(), "  ")).isInstanceOf(Unusable.class);
  }

  @Test
  void a_query_of_numbers_has_as_many_as_the_documents() {
    assertThat(CosineData.queryNumbers(vectors, "1, 2 3; 4 5\t6"))
        .isInstanceOfSatisfying(
            Usable.class,
            usable ->
                assertThat(((CosineProblem) usable.problem()).documents())
                    .as("the same documents, so that their rows can travel")
                    .isSameAs(vectors.documents()));
    assertThat(CosineData.queryNumbers(vectors, "1 2"))
        .isEqualTo(new Unusable<>("These are 2 numbers; the documents have 6."));
    assertThat(CosineData.queryNumbers(vectors, "1 2 x 4 5 6"))
        .isEqualTo(new Unusable<>("“x” is not a number."));
  }

  @Test
  void the_first_row_of_a_table_is_the_query_and_finds_itself() {
    var imported = new ImportedData("mine", new double[][] {{1, 2}, {2, 1}}, List.of("a", "b"));
    var problem = data.withVectors(vectors, imported);
    assertThat(problem.count()).isEqualTo(2);
    assertThat(problem.k()).isEqualTo(2);
    assertThat(problem.query()).containsExactly(1, 2);
  }
}
