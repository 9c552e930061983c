package dev.stepwise.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.session.History;
import org.junit.jupiter.api.Test;

class UndoOrderTest {
  private final History<String> lecture = new History<>();
  private final History<String> run = new History<>();
  private final UndoOrder order = new UndoOrder(part(lecture), part(run));

  UndoOrderTest() {
    lecture.begin("L0");
    run.begin("R0");
  }

  private static UndoOrder.Part part(History<String> history) {
    return new UndoOrder.Part(history::canUndo, history::canRedo, history::undo, history::redo);
  }

  private void editLecture(String version) {
    lecture.add(version);
    order.firstEdited();
  }

  private void editRun(String version) {
    run.add(version);
    order.secondEdited();
  }

  private String now() {
    return lecture.now().orElse("") + " " + run.now().orElse("");
  }

  @Test
  void edits_of_both_kinds_are_taken_back_in_their_order_and_made_again_in_it() {
    editRun("R1");
    editLecture("L1");
    editRun("R2");
    assertThat(now()).isEqualTo("L1 R2");
    order.undo();
    assertThat(now()).isEqualTo("L1 R1");
    order.undo();
    assertThat(now()).isEqualTo("L0 R1");
    order.undo();
    assertThat(now()).isEqualTo("L0 R0");
    assertThat(order.undo()).isFalse();
    order.redo();
    assertThat(now()).isEqualTo("L0 R1");
    order.redo();
    order.redo();
    assertThat(now()).isEqualTo("L1 R2");
    assertThat(order.redo()).isFalse();
  }

  @Test
  void what_a_history_has_forgotten_is_passed_over() {
    editLecture("L1");
    editRun("R1");
    run.begin("other");
    order.undo();
    assertThat(now()).isEqualTo("L0 other");
  }

  @Test
  void an_edit_after_taking_one_back_leaves_nothing_of_its_kind_to_be_made_again() {
    editRun("R1");
    order.undo();
    editRun("R2");
    assertThat(order.redo()).isFalse();
    assertThat(now()).isEqualTo("L0 R2");
  }
}
