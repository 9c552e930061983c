package dev.stepwise.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ListingTest {
  @Test
  void a_line_has_as_many_names_as_kinds_of_step_execute_it_and_shows_none() {
    var listing = Listing.parsed("a = 1\nq, k = b, c  # both at once  # @queries @keys\n");
    assertThat(listing.lines()).containsExactly("a = 1", "q, k = b, c  # both at once");
    assertThat(listing.line("queries")).isEqualTo(2);
    assertThat(listing.line("keys")).isEqualTo(2);
    assertThat(listing.line("values")).isZero();
  }

  @Test
  void a_name_stands_for_one_line() {
    assertThatThrownBy(() -> Listing.parsed("a  # @x\nb  # @y @x\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@x");
  }
}
