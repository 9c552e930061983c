package dev.stepwise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefectCodeTest {

  private static RuntimeException at(String method, String message, int line) {
    var thrown = new IllegalStateException(message);
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.util.List", "of", "List.java", line),
          new StackTraceElement("dev.stepwise.draw.Pen", method, "Pen.java", line),
          new StackTraceElement("dev.stepwise.view.StageNode", "paint", "StageNode.java", 7)
        });
    return thrown;
  }

  @Test
  void the_same_defect_has_the_same_code_whatever_it_says_and_wherever_its_line_is() {
    assertThat(DefectCode.of(at("write", "a", 3))).isEqualTo(DefectCode.of(at("write", "b", 4)));
    assertThat(DefectCode.of(at("write", "a", 3)).toString()).isEqualTo("SW-4346EEC5");
  }

  @Test
  void another_place_has_another_code() {
    assertThat(DefectCode.of(at("write", "a", 3))).isNotEqualTo(DefectCode.of(at("rule", "a", 3)));
  }

  @Test
  void what_was_thrown_first_counts() {
    var first = at("write", "a", 3);
    assertThat(DefectCode.of(new RuntimeException(new Error(first))))
        .isEqualTo(DefectCode.of(first));
  }

  @Test
  void causes_that_go_round_have_a_code_too() {
    var first = at("write", "a", 3);
    var second = new RuntimeException(first);
    first.initCause(second);
    assertThat(DefectCode.of(first).toString()).matches("SW-[0-9A-F]{8}");
  }
}
