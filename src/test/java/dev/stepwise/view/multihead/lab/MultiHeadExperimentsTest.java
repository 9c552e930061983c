package dev.stepwise.view.multihead.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import org.junit.jupiter.api.Test;

@OneAtATime
class MultiHeadExperimentsTest {
  @Test
  void more_heads_change_neither_parameters_nor_multiplications() {
    // 4·12² = 576; 4·10·144 + 2·100·12 = 8,160; weights 100 for one head, 1,200 for twelve.
    var finding = MultiHeadExperiments.byHeads(10, 12);
    assertThat(finding.conclusion())
        .isEqualTo(
            "Whether 1 head or 12: 576 parameters and 8,160 multiplications. The weights go from"
                + " 100 to 1,200.");
    assertThat(finding.numbers().lines())
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).contains("576 parameters", "2,400 attention"));
  }

  @Test
  void attention_costs_as_much_as_the_projections_at_twice_the_width() {
    var finding = MultiHeadExperiments.byLength(512, 8);
    assertThat(finding.conclusion()).contains("n = 2·d_model = 1,024");
    // 4·1024·512² = 2·1024²·512 = 1,073,741,824
    assertThat(finding.numbers().lines().filter(line -> line.startsWith("n = 1,024 ")))
        .singleElement()
        .asString()
        .contains("1,073,741,824 projections", "1,073,741,824 attention");
  }

  @Test
  void one_column_has_one_number_of_heads() {
    assertThat(MultiHeadExperiments.byHeads(3, 1).numbers().lines()).hasSize(1);
  }
}
