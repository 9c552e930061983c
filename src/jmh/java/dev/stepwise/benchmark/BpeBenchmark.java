package dev.stepwise.benchmark;

import dev.stepwise.compute.bpe.BpeProblem;
import dev.stepwise.compute.bpe.BpeRun;
import dev.stepwise.compute.bpe.Corpus;
import dev.stepwise.compute.bpe.Merges;
import dev.stepwise.compute.bpe.Rules;
import dev.stepwise.compute.bpe.Training;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.databind.json.JsonMapper;

/// How long 30,000 merges of 1 MB of English take to learn, and the most heap that took, beside the
/// trainer of the Hugging Face tokenizers library; and how long it takes to go to any of them.
///
/// The words are made of the constitution's letters, each drawn by the two before it, and follow
/// Zipf's law over 50,000 different ones.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class BpeBenchmark {
  private static final int CHARACTERS = 1_000_000;
  private static final int MERGES = 30_000;
  private static final int WORDS = 50_000;
  private static final int LONGEST = 14;
  private static final String START = "^";
  private static final char END = '$';

  private final Well19937c random = new Well19937c(1);
  private String text;
  private Path file;
  private Training learned;
  private @Nullable HuggingFace trainer;

  /// Makes the text.
  @Setup
  public void prepare() throws IOException {
    var constitution =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("assets/bpe/presets/constitution.json")))
            .at("/inputs/corpus")
            .stringValue();
    var words = words(constitution.replaceAll("\\s+", " "));
    var zipf = new ZipfDistribution(random, WORDS, 1);
    var made = new StringBuilder();
    while (made.length() < CHARACTERS) {
      made.append(words.get(zipf.sample() - 1)).append(made.length() % 80 < 6 ? '\n' : ' ');
    }
    text = made.toString();
    file = Files.writeString(Files.createTempFile("english", ".txt"), text);
    learned = new Training(problem());
    learned.has(MERGES);
  }

  private List<String> words(String source) {
    var followers = new HashMap<String, StringBuilder>();
    for (var word : source.split(" ")) {
      var whole = START + word + END;
      for (int i = 1; i < whole.length(); i++) {
        followers
            .computeIfAbsent(whole.substring(Math.max(0, i - 2), i), _ -> new StringBuilder())
            .append(whole.charAt(i));
      }
    }
    var words = new LinkedHashSet<String>();
    while (words.size() < WORDS) {
      var word = new StringBuilder(START);
      while (word.length() <= LONGEST && word.charAt(word.length() - 1) != END) {
        var next = followers.get(word.substring(Math.max(0, word.length() - 2)));
        word.append(next.charAt(random.nextInt(next.length())));
      }
      words.add(word.substring(1).replace(String.valueOf(END), ""));
    }
    return new ArrayList<>(words);
  }

  private BpeProblem problem() {
    return new BpeProblem(Corpus.ofText(text), Rules.STANDARD, MERGES, List.of());
  }

  /// Learns all merges and nothing beside them, from the text.
  @Benchmark
  public Merges stepwise() {
    return Merges.learn(Corpus.ofText(text).words(), Rules.STANDARD, MERGES, _ -> {});
  }

  /// Learns them as the run does, which keeps what its steps tell of each.
  @Benchmark
  public int recording() {
    var training = new Training(problem());
    training.has(MERGES);
    return training.known();
  }

  /// Goes to a merge drawn at random, and into its counting.
  @Benchmark
  public int goTo() {
    var step = new BpeRun(problem(), learned).step(1 + random.nextInt(MERGES));
    return step.narration().caption().length()
        + step.inside().step(1).narration().caption().length();
  }

  /// The Hugging Face trainer on the same text.
  @Benchmark
  public String huggingFace() throws IOException {
    if (trainer == null) {
      trainer = new HuggingFace(file, MERGES); // here, so that the others need no Python
    }
    return trainer.train();
  }

  /// Tells the most heap that was used.
  @TearDown
  public void tell() throws IOException {
    long most =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf("at most %d MB of heap%n", most >> 20);
    if (trainer != null) {
      trainer.close();
    }
    Files.delete(file);
  }
}
