package dev.stepwise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TypedPathTest {
  @Test
  void a_name_that_no_file_can_have_is_no_path() {
    assertThat(TypedPath.of("a\0b")).isEmpty();
    assertThat(TypedPath.of("a/b.py")).contains(Path.of("a", "b.py"));
  }
}
