package dev.stepwise.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwise.platform.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterviewFileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
  private static final Interview HELD =
      new Interview(
          "bpe",
          DAY,
          30,
          Duration.ofMillis(1_799_250),
          Phase.RATING,
          "words, “ä”\n\t☃",
          "def f():\n    return \"\\n\"\n",
          3,
          Map.of(Criterion.TALKING, 0, Criterion.CLEAN_CODE, 2));
  private static final Interviews OLD =
      new Interviews(Optional.of(Interview.begin("k-means", DAY, 45)), List.of(HELD));
  private static final Interviews NEW =
      OLD.with(Interview.begin("k-means", DAY, 45).written("more", "x = 1"));

  @TempDir Path folder;

  private InterviewFile file() {
    return new InterviewFile(folder.resolve("data/interviews.json"));
  }

  @Test
  void what_is_kept_is_read_again() throws IOException {
    assertThat(file().load().interviews()).isEqualTo(Interviews.NONE);
    file().save(OLD);
    assertThat(file().load()).isEqualTo(new InterviewFile.Loaded(OLD, Optional.empty()));
    file().save(OLD.withoutOpen());
    assertThat(file().load().interviews()).isEqualTo(OLD.withoutOpen());
  }

  /// A process that ends while it writes leaves what it wrote so far beside the file.
  @Test
  void a_process_that_ends_at_any_byte_leaves_the_old_file_or_the_new_one() throws IOException {
    file().save(OLD);
    var out = new ByteArrayOutputStream();
    InterviewFile.write(NEW, out);
    var bytes = out.toByteArray();
    for (int cut = 0; cut < bytes.length; cut++) {
      int written = cut;
      assertThatThrownBy(() ->
              AtomicFile.write(
                  file().path(),
                  target -> {
                    target.write(bytes, 0, written);
                    target.flush();
                    throw new IOException("cut");
                  }))
          .hasMessage("cut");
      assertThat(file().load().interviews()).isEqualTo(OLD);
    }
    Files.write(folder.resolve("data/.interviews.json.1.part"), bytes);
    assertThat(file().load().interviews()).isEqualTo(OLD);
    file().save(NEW);
    assertThat(file().load().interviews()).isEqualTo(NEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"past\": [1]}",
        "{\"open\": {\"exercise\": \"bpe\"}}",
        "{\"open\": {\"exercise\": \"bpe\", \"day\": \"2026-01-31\", \"phase\": \"lunch\"}}"
      })
  void a_file_that_cannot_be_understood_is_set_aside(String content) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(file().path(), content);
    var loaded = file().load();
    assertThat(loaded.interviews()).isEqualTo(Interviews.NONE);
    assertThat(loaded.remark()).hasValueSatisfying(words -> assertThat(words).contains(".bak"));
    assertThat(folder.resolve("data/interviews.json.bak")).hasContent(content);
  }
}
