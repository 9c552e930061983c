package dev.stepwise.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.draw.Palette;
import dev.stepwise.job.Background;
import dev.stepwise.scenario.Table.Decimal;
import dev.stepwise.scenario.Table.Separator;
import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OneAtATime
class ImportPaneTest extends ImportPaneHarness {
  @Test
  void a_ready_data_set_is_imported_without_its_answers() {
    Fx.run(() -> {
      button("#import-ready-iris").fire();
      worker.runAll();
      assertThat(label("#import-outcome").getText()).isEqualTo("Iris: 150 rows of 4 numbers.");
      accept();
    });
    assertThat(stage.isShowing()).isFalse();
    var data = imported.getFirst();
    assertThat(data.title()).isEqualTo("Iris");
    assertThat(data.columns())
        .containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
    assertThat(data.rows()).hasNumberOfRows(150);
    assertThat(data.rows()[0]).containsExactly(5.1, 3.5, 1.4, 0.2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris", "wine", "digits"})
  void every_ready_data_set_can_be_imported(String name) {
    Fx.run(() -> {
      button("#import-ready-" + name).fire();
      worker.runAll();
      accept();
    });
    int dimensions = imported.getFirst().columns().size();
    assertThat(dimensions)
        .isEqualTo(
            switch (name) {
              case "iris" -> 4;
              case "wine" -> 13;
              default -> 64;
            });
    assertThat(imported.getFirst().rows()[0]).hasSize(dimensions);
  }

  @Test
  void a_column_of_texts_is_disabled_and_says_which_row_is_in_the_way() {
    Fx.run(() -> {
      read("a.csv", "x,name\n1,one\n2,two\n");
      assertThat(box(1).isDisabled()).isFalse();
      assertThat(box(2).isDisabled()).isTrue();
      assertThat(box(2).isSelected()).isFalse();
      assertThat(label(".import-reason").getText()).contains("row 2", "'one' is not a number");
    });
  }

  @Test
  void columns_are_chosen_one_by_one_and_all_at_once() {
    Fx.run(() -> {
      read("a.csv", "x,y,z\n1,2,3\n4,5,6\n");
      box(2).fire();
      assertThat(label("#import-outcome").getText()).isEqualTo("a: 2 rows of 2 numbers.");
      button("#import-none").fire();
      assertThat(button("#import-accept").isDisabled()).isTrue();
      assertThat(label("#import-outcome").getText())
          .isEqualTo("No column is chosen; choose at least one.");
      box(3).fire();
      accept();
    });
    assertThat(imported.getFirst().columns()).containsExactly("z");
    assertThat(imported.getFirst().rows()).isDeepEqualTo(new double[][] {{3}, {6}});
  }

  @Test
  void all_columns_come_back_after_none() {
    Fx.run(() -> {
      read("a.csv", "x,y\n1,2\n");
      button("#import-none").fire();
      button("#import-all").fire();
      assertThat(List.of(box(1), box(2))).allMatch(CheckBox::isSelected);
      assertThat(button("#import-accept").isDisabled()).isFalse();
    });
  }

  @Test
  void the_first_row_can_be_said_to_be_data() {
    Fx.run(() -> {
      read("a.csv", "1,2\n3,4\n");
      assertThat(radio("#import-numbers").isSelected()).isTrue();
      radio("#import-names").fire();
      worker.runAll();
      assertThat(label("#import-outcome").getText()).startsWith("a: 1 row of");
      radio("#import-numbers").fire();
      worker.runAll();
      assertThat(label("#import-outcome").getText()).startsWith("a: 2 rows of");
    });
  }

  @Test
  void scaled_columns_have_mean_0_and_spread_1() {
    Fx.run(() -> {
      read("a.csv", "x\n1\n3\n");
      radio("#import-standardised").fire();
      accept();
    });
    assertThat(imported.getFirst().rows()).isDeepEqualTo(new double[][] {{-1}, {1}});
  }

  @Test
  void the_preview_shows_the_first_50_rows_with_their_numbers_in_the_file() {
    Fx.run(() -> {
      read("a.csv", "x\n" + "7\n".repeat(80));
      var items = ((TableView<?>) pane.lookup("#import-preview")).getItems();
      assertThat(items).hasSize(50);
      assertThat(((PreviewTable.Row) items.getFirst()).number()).isEqualTo(2);
      assertThat(((PreviewTable.Row) items.getFirst()).cells()).containsExactly("7");
    });
  }

  @Test
  void pasted_text_is_read_as_it_changes() {
    Fx.run(() -> {
      ((ToggleButton) pane.lookup("#import-paste")).fire();
      var area = (TextArea) pane.lookup("#import-text");
      assertThat(area.isVisible()).isTrue();
      area.setText("x;y\n1;2\n3");
      worker.runAll();
      assertThat(label("#import-problem").getText())
          .contains("Pasted data", "row 3", "has 1 cell", "make all rows equally long");
      area.setText("x;y\n1;2\n3;4");
      worker.runAll();
      assertThat(label("#import-problem").isVisible()).isFalse();
      assertThat(label("#import-outcome").getText()).startsWith("Pasted data: 2 rows");
    });
  }

  @Test
  void a_table_that_is_cut_wrongly_can_be_cut_in_another_way() {
    Fx.run(() -> {
      read("a.csv", "a;b;c\n1;2,5;3\n4;5,5;6\n");
      combo("#import-separator").setValue(Separator.COMMA);
      worker.runAll();
      assertThat(label("#import-problem").getText()).contains("row 2: has 2 cells");
      assertThat(pane.lookup("#import-separator").isDisabled()).isFalse();
      combo("#import-separator").setValue(Separator.SEMICOLON);
      worker.runAll();
      assertThat(label("#import-problem").isVisible()).isFalse();
      accept();
    });
    assertThat(imported.getFirst().rows()).isDeepEqualTo(new double[][] {{1, 2.5, 3}, {4, 5.5, 6}});
  }

  @Test
  void a_number_that_can_be_read_in_two_ways_is_asked_about_and_shown_as_it_is_understood() {
    Fx.run(() -> {
      read("a.csv", "city,people\nA,\"1,234\"\nB,\"2,500\"\n");
      assertThat(label("#import-doubt").getText()).isEqualTo("Is “1,234” 1.234 or 1234?");
      assertThat(button("#import-accept").isDisabled()).isTrue();
      assertThat(combo("#import-decimal").getValue()).isNull();
      combo("#import-decimal").setValue(Decimal.COMMA);
      worker.runAll();
      assertThat(firstCells()).containsExactly("A", "1.234");
      combo("#import-decimal").setValue(Decimal.POINT);
      worker.runAll();
      assertThat(firstCells()).containsExactly("A", "1234");
      assertThat(label("#import-doubt").isVisible()).isFalse();
      accept();
    });
    assertThat(imported.getFirst().rows()).isDeepEqualTo(new double[][] {{1234}, {2500}});
  }

  @Test
  void years_above_the_columns_are_names_once_somebody_says_so() {
    Fx.run(() -> {
      read("a.csv", "country,2019,2020\nUS,5.5,6.5\nDE,7.5,8.5\n");
      assertThat(button("#import-accept").isDisabled()).isTrue();
      assertThat(radio("#import-names").isSelected()).isFalse();
      assertThat(radio("#import-numbers").isSelected()).isFalse();
      radio("#import-names").fire();
      worker.runAll();
      accept();
    });
    assertThat(imported.getFirst().columns()).containsExactly("2019", "2020");
  }

  @Test
  void what_was_chosen_for_one_file_is_not_carried_to_the_next() {
    Fx.run(() -> {
      read("a.csv", "city,people\nA,\"1,234\"\n");
      combo("#import-decimal").setValue(Decimal.COMMA);
      worker.runAll();
      read("b.csv", "city,people\nA,\"1,234\"\n");
      assertThat(combo("#import-decimal").getValue()).isNull();
      assertThat(button("#import-accept").isDisabled()).isTrue();
    });
  }

  @Test
  void rows_with_gaps_are_left_out_with_their_count_once_somebody_says_so() {
    Fx.run(() -> {
      read("a.csv", "x,y\n1,2\n,3\n4,NA\n5,6\n");
      assertThat(box(1).isDisabled()).isFalse();
      assertThat(button("#import-accept").isDisabled()).isTrue();
      assertThat(label("#import-outcome").getText()).startsWith("2 rows have gaps");
      var leaveOut = (CheckBox) pane.lookup("#import-leave-out");
      assertThat(leaveOut.getText()).isEqualTo("Leave out 2 rows with gaps (3, 4)");
      leaveOut.fire();
      assertThat(label("#import-outcome").getText())
          .isEqualTo("a: 2 rows of 2 numbers. 2 rows are left out.");
      box(2).fire();
      assertThat(leaveOut.getText()).isEqualTo("Leave out row 3, which has a gap");
      accept();
    });
    assertThat(imported.getFirst().rows()).isDeepEqualTo(new double[][] {{1}, {4}, {5}});
  }

  @Test
  void a_file_that_is_not_utf_8_says_how_it_was_read() throws IOException {
    var file =
        Files.write(folder.resolve("a.csv"), "größe\n1\n".getBytes(StandardCharsets.ISO_8859_1));
    Fx.run(() -> {
      pane.read(new Source.File(file));
      worker.runAll();
      assertThat(label("#import-notes").getText()).contains("read as Windows-1252");
      accept();
    });
    assertThat(imported.getFirst().columns()).containsExactly("größe");
  }

  private List<String> firstCells() {
    var items = ((TableView<?>) pane.lookup("#import-preview")).getItems();
    return ((PreviewTable.Row) items.getFirst()).cells();
  }

  @SuppressWarnings("unchecked") // the test knows what it holds
  private <T> ComboBox<T> combo(String selector) {
    return (ComboBox<T>) pane.lookup(selector);
  }

  @Test
  void only_texts_cannot_be_imported() {
    Fx.run(() -> {
      read("a.csv", "name\none\ntwo\n");
      assertThat(label("#import-outcome").getText()).startsWith("No column holds only numbers.");
      assertThat(button("#import-accept").isDisabled()).isTrue();
    });
  }

  @Test
  void a_newer_source_discards_the_one_that_is_being_read() {
    Fx.run(() -> {
      pane.read(new Source.Pasted("x\n1\n"));
      pane.read(new Source.Pasted("y\n2\n3\n"));
      worker.runAll();
      assertThat(label("#import-outcome").getText()).contains("2 rows");
    });
  }

  @Test
  void reading_can_be_stopped_and_what_was_read_before_stays() {
    Fx.run(() -> {
      read("a.csv", "x\n1\n2\n3\n");
      pane.read(new Source.Ready(ReadyData.DIGITS));
      assertThat(pane.busy()).isTrue();
      button("#import-stop").fire();
      worker.runAll();
      assertThat(pane.busy()).isFalse();
      assertThat(label("#import-outcome").getText()).startsWith("a: 3 rows");
    });
  }

  @Test
  void closing_the_dialog_stops_reading_and_imports_nothing() {
    Fx.run(() -> {
      pane.read(new Source.Ready(ReadyData.DIGITS));
      button("#import-close").fire();
      assertThat(pane.busy()).isFalse();
    });
    assertThat(stage.isShowing()).isFalse();
    assertThat(imported).isEmpty();
  }

  @Test
  void numbers_that_the_exercise_refuses_are_named_by_their_place_in_the_file() {
    Fx.run(() -> {
      read("a.csv", "name,x,y\none,1,2\n\ntwo,3,9999\n");
      accept();
      assertThat(label("#import-problem").getText())
          .isEqualTo("a: row 4, column 'y': is 9999; give less");
      assertThat(stage.isShowing()).isTrue();
      assertThat(imported).isEmpty();
      box(3).fire();
      assertThat(label("#import-problem").isVisible()).isFalse();
      accept();
    });
    assertThat(imported.getFirst().columns()).containsExactly("x");
  }

  @Test
  void nothing_is_computed_on_the_screen_when_import_is_pressed_and_it_can_be_stopped() {
    Fx.run(() -> {
      read("a.csv", "x\n1\n2\n");
      button("#import-accept").fire();
      assertThat(pane.busy()).isTrue();
      assertThat(imported).isEmpty();
      assertThat(button("#import-accept").isDisabled()).isTrue();
      button("#import-stop").fire();
      worker.runAll();
      assertThat(imported).isEmpty();
      assertThat(button("#import-accept").isDisabled()).isFalse();
    });
  }

  @Test
  void a_newer_source_discards_the_import_under_way() {
    Fx.run(() -> {
      read("a.csv", "x\n1\n2\n");
      button("#import-accept").fire();
      pane.read(new Source.Pasted("y\n2\n"));
      worker.runAll();
      assertThat(label("#import-outcome").getText()).startsWith("Pasted data: 1 row of");
    });
    assertThat(imported).isEmpty();
  }

  @Test
  void an_import_that_ends_after_the_dialog_closed_is_dropped() {
    Fx.run(() -> {
      read("a.csv", "x\n1\n2\n");
      button("#import-accept").fire();
      stage.close();
      worker.runAll();
    });
    assertThat(imported).isEmpty();
  }

  @Test
  void every_button_has_a_text_or_an_accessible_text() {
    Fx.run(() -> {
      read("a.csv", "x,name\n1,one\n");
      assertThat(pane.lookupAll("*"))
          .filteredOn(ButtonBase.class::isInstance)
          .hasSizeGreaterThan(10)
          .allSatisfy(node ->
              assertThat(((ButtonBase) node).getText() + node.getAccessibleText())
                  .isNotEqualTo("null"));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "large"})
  void the_dialog_fits_in_every_look(String setting) {
    Fx.run(() -> {
      stage.close();
      var fresh =
          new ImportPane(
              new Background(worker, Runnable::run), Answer.NONE, _ -> {}, imported::add, () -> {});
      fresh
          .getStylesheets()
          .add(ImportPane.class.getResource("/assets/styles/lab.css").toExternalForm());
      if (setting.equals("large")) {
        fresh.setStyle("-fx-font-size: 20px;");
      }
      var palette = setting.equals("dark") ? Palette.DARK : Palette.LIGHT;
      var scene = Fx.scene(fresh, 960, 760, palette);
      fresh.read(new Source.Ready(ReadyData.WINE));
      worker.runAll();
      if (setting.equals("dark")) {
        ((ToggleButton) fresh.lookup("#import-paste")).fire();
        ((TextArea) fresh.lookup("#import-text")).setText("x,y\n1,2\n3");
        worker.runAll();
      }
      Fx.picture("import-" + setting, scene);
      for (Node part : fresh.getChildren()) {
        Fx.assertNothingCutOff(part);
      }
    });
  }
}
