package dev.stepwise.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Value;
import dev.stepwise.scenario.CsvTable;
import dev.stepwise.scenario.Table.Choices;
import dev.stepwise.testing.OneAtATime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneAtATime
class StepTablesTest {
  @TempDir private Path folder;

  @Test
  void a_matrix_is_a_table_whose_numbers_read_as_the_same_doubles() throws Exception {
    double[][] rows = {{0.1 + 0.2, -1e-300}, {Math.PI, 4}};
    write(Map.of("X", new Value.Matrix(rows)));
    var table = CsvTable.read(folder.resolve("X.csv"), Choices.NONE);
    assertThat(table.columns()).extracting(column -> column.name()).containsExactly("X_0", "X_1");
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        assertThat(Double.parseDouble(table.rows().get(i).get(j))).isEqualTo(rows[i][j]);
      }
    }
  }

  @Test
  void vectors_and_labels_are_columns_under_their_names() throws IOException {
    write(
        Map.of(
            "b1", new Value.Vector(new double[] {0.5, Double.NaN}),
            "labels", new Value.Labels(new int[] {2, 0, 1})));
    assertThat(text("b1")).isEqualTo("b1\n0.5\nNaN\n");
    assertThat(text("labels")).isEqualTo("labels\n2\n0\n1\n");
  }

  @Test
  void what_stands_alone_is_together_in_one_table() throws IOException {
    var variables = new LinkedHashMap<String, Value>();
    variables.put("k", new Value.Whole(3));
    variables.put("inertia", new Value.Scalar(1.25));
    variables.put("converged", new Value.Flag(true));
    variables.put("query", new Value.Text("cats, \"dogs\""));
    assertThat(StepTables.write(variables, folder)).isEqualTo(1);
    assertThat(text("values"))
        .isEqualTo("name,value\nk,3\ninertia,1.25\nconverged,true\nquery,\"cats, \"\"dogs\"\"\"\n");
  }

  @Test
  void one_matrix_a_head_is_one_table_a_head() throws IOException {
    var heads =
        List.<Value>of(
            new Value.Matrix(new double[][] {{1}}), new Value.Matrix(new double[][] {{2}}));
    assertThat(StepTables.write(named("weights", new Value.Many(heads)), folder)).isEqualTo(2);
    assertThat(text("weights_0")).isEqualTo("weights_0_0\n1.0\n");
    assertThat(text("weights_1")).isEqualTo("weights_1_0\n2.0\n");
  }

  @Test
  void lists_of_different_lengths_stand_a_line_each() throws IOException {
    Value pair = new Value.Many(List.of(new Value.Text("l"), new Value.Text("o")));
    Value word = new Value.Many(List.of(new Value.Text("low")));
    write(named("pieces", new Value.Many(List.of(pair, word))));
    assertThat(text("pieces")).isEqualTo("pieces_0,pieces_1\nl,o\nlow\n");
  }

  @Test
  void a_dictionary_has_its_names_in_the_first_column() throws IOException {
    var counts = new LinkedHashMap<String, Value>();
    counts.put("l o", new Value.Whole(7));
    counts.put("o w", new Value.Whole(6));
    write(named("counts", new Value.Named(counts)));
    assertThat(text("counts")).isEqualTo("name,counts_0\nl o,7\no w,6\n");
  }

  @Test
  void parameters_under_names_of_their_own_are_tables_of_their_own() throws IOException {
    var gradients = new LinkedHashMap<String, Value>();
    gradients.put("dW1", new Value.Matrix(new double[][] {{1, 2}}));
    gradients.put("db1", new Value.Vector(new double[] {3, 4}));
    write(named("gradients", new Value.Named(gradients)));
    assertThat(text("gradients_dW1")).isEqualTo("gradients_dW1_0,gradients_dW1_1\n1.0,2.0\n");
    assertThat(text("gradients_db1")).isEqualTo("gradients_db1\n3.0\n4.0\n");
  }

  private void write(Map<String, Value> variables) throws IOException {
    StepTables.write(new LinkedHashMap<>(variables), folder);
  }

  private static SequencedMap<String, Value> named(String name, Value value) {
    var variables = new LinkedHashMap<String, Value>();
    variables.put(name, value);
    return variables;
  }

  private String text(String table) throws IOException {
    return Files.readString(folder.resolve(table + ".csv"));
  }
}
