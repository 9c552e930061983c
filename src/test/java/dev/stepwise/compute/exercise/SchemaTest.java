package dev.stepwise.compute.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final Schema SCHEMA =
      new Schema(
          List.of(),
          List.of(
              new Schema.Field(
                      "scale", "Scale", new Schema.Kind.Flag(true), Schema.Standing.PROMINENT)
                  .withVariant(false, "not scaled"),
              new Schema.Field(
                      "softmax",
                      "Softmax",
                      new Schema.Kind.Choice(List.of("stable", "naive"), "stable"),
                      Schema.Standing.PROMINENT)
                  .withHint("How the exponentials are taken.")
                  .withVariant("naive", "naive softmax")));

  @Test
  void the_right_way_is_no_variant() {
    assertThat(SCHEMA.variants(Map.of("scale", true, "softmax", "stable"))).isEmpty();
    assertThat(SCHEMA.variants(Map.of())).isEmpty();
  }

  @Test
  void variants_in_force_are_named_in_the_order_of_the_parameters() {
    assertThat(SCHEMA.variants(Map.of("softmax", "naive", "scale", false)))
        .containsExactly("not scaled", "naive softmax");
  }
}
