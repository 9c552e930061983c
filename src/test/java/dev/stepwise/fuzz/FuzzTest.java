package dev.stepwise.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That every file is either taken or refused in words, and that nothing fails on what was taken.
///
/// The suite tries a few thousand files, always the same. At length:
///
/// ```
/// mvn -Pfuzz verify -Dfuzz.seed=7 -Dfuzz.files=100000
/// ```
///
/// There a file may take two seconds of a processor. What fails is kept in `target/fuzz`.
@OneAtATime
class FuzzTest {
  private static final int FILES = Integer.getInteger("fuzz.files", 400);
  private static final int SCENARIOS = Integer.getInteger("fuzz.scenarios", FILES);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final boolean WATCHED = Boolean.getBoolean("fuzz.watched");
  private static final long LONGEST_NANOS = 2_000_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Path KEPT = Path.of("target/fuzz");

  private static final List<ExerciseView<?, ?>> VIEWS =
      List.of(
          new AttentionView(),
          new MultiHeadView(),
          new LstmView(),
          new KMeansView(),
          new GradientView(),
          new BpeView(),
          new CosineView());

  @TempDir Path folder = Path.of("");

  @Test
  void whatever_is_read_is_taken_or_refused_in_words() throws IOException {
    for (var reading : new Readings(VIEWS, folder).all()) {
      tryFiles(reading, FILES);
    }
  }

  @Test
  void what_a_scenario_says_can_be_stepped_through_explained_and_drawn() {
    Fx.run(() -> {
      try {
        tryFiles(new Readings(VIEWS, folder).scenarios(), SCENARIOS);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
  }

  private static void tryFiles(Reading reading, int files) throws IOException {
    var mutator = new Mutator(reading.seeds(), SEED);
    int taken = 0;
    for (int i = 0; i < files; i++) {
      var content = mutator.next();
      long start = THREADS.getCurrentThreadCpuTime();
      try {
        taken += reading.reader().takes(content) ? 1 : 0;
      } catch (Exception | Error e) {
        throw new AssertionError(
            "%s, file %d of seed %d, kept as %s: %s"
                .formatted(reading, i, SEED, kept(reading, content), e),
            e);
      }
      if (WATCHED && THREADS.getCurrentThreadCpuTime() - start > LONGEST_NANOS) {
        throw new AssertionError(
            "%s takes long, see %s".formatted(reading, kept(reading, content)));
      }
    }
    assertThat(taken).as("nothing after %s is tried", reading).isPositive();
    assertThat(taken).as("%s are never refused", reading).isLessThan(files);
  }

  private static Path kept(Reading reading, byte[] content) throws IOException {
    Files.createDirectories(KEPT);
    return Files.write(KEPT.resolve(reading.name().replace(' ', '-')), content);
  }
}
