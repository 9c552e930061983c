package dev.stepwise.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes what JMH measured as a page of tables: `SpeedTable RESULTS.json PAGE.md`. A benchmark
/// class with a method `stepwise` is a race; its other methods are the others in it. Everything
/// else takes the time it takes.
final class SpeedTable {
  private static final String OURS = "stepwise";

  private static final Map<String, String> WORKS =
      Map.of(
          "ProductBenchmark", "product 512×64 by 64×512, one thread",
          "SelfAttentionBenchmark", "self-attention, n = 512, d = 512, d_k = 64",
          "RecurrentBenchmark", "LSTM forward, T = 1,000, 128 units",
          "NetworkBenchmark", "network, a batch of 32 forward and backward, %s",
          "ClusteringBenchmark", "k-means, 20 iterations, %s",
          "BpeBenchmark", "BPE, 1 MB of text, 30,000 merges",
          "CosineSearchBenchmark", "exact top 10 of 1,000,000×128 float32, all threads");

  private static final Map<String, String> NAMES =
      Map.of(
          "commonsMath", "Commons Math",
          "ejml", "EJML",
          "smile", "Smile",
          "lucene", "Lucene",
          "jvector", "jvector",
          "huggingFace", "Hugging Face tokenizers",
          "plain", "the textbook's way",
          "recording", "the run's own learner, which keeps what its steps tell",
          "read", "reading the memory once");

  /// A measurement.
  private record Result(
      String type,
      String method,
      String parameters,
      double least,
      double score,
      String unit,
      double last) {

    static Result of(JsonNode node) {
      var name = node.get("benchmark").stringValue().split("\\.");
      var parameters = new ArrayList<String>();
      node.path("params").forEach(each -> parameters.add(each.stringValue()));
      var metric = node.get("primaryMetric");
      return new Result(
          name[name.length - 2],
          name[name.length - 1],
          String.join(", ", parameters),
          metric.path("scorePercentiles").path("0.0").doubleValue(),
          metric.get("score").doubleValue(),
          metric.get("scoreUnit").stringValue().replace("/op", ""),
          node.get("mode").stringValue().equals("sample")
              ? metric.path("scorePercentiles").path("99.0").doubleValue()
              : Double.NaN);
    }

    String work() {
      var work = WORKS.getOrDefault(type, type + " %s");
      return work.contains("%s") ? work.formatted(parameters) : work;
    }

    String time() {
      return text(score) + " " + unit;
    }
  }

  private SpeedTable() {}

  /// @param args the results, and the page
  public static void main(String[] args) throws IOException {
    var results = new ArrayList<Result>();
    for (var node : JsonMapper.shared().readTree(Files.readString(Path.of(args[0])))) {
      results.add(Result.of(node));
    }
    Files.writeString(Path.of(args[1]), page(results));
    System.out.println(args[1] + " is written");
  }

  private static String page(List<Result> results) throws IOException {
    var races = new LinkedHashMap<String, List<Result>>();
    var others = new TreeMap<String, List<Result>>();
    for (var result : results) {
      boolean race = WORKS.containsKey(result.type()) && NAMES.containsKey(result.method());
      if (race || result.method().equals(OURS)) {
        races.computeIfAbsent(result.work(), _ -> new ArrayList<>()).add(result);
      } else {
        others.computeIfAbsent(result.type(), _ -> new ArrayList<>()).add(result);
      }
    }
    var page = new StringBuilder();
    page.append("# Speed\n\n")
        .append("Written by `mvn -Pjmh verify`; measure again to change it.\n\n")
        .append(machine())
        .append("\n\n## Beside others\n\n")
        .append("How many times as long the others took, on the same inputs in the same run: ")
        .append("above 1, Stepwise was faster. ")
        .append("Taken is the fastest iteration of each: other work on the machine only ")
        .append("ever adds time.\n\n")
        .append("| work | Stepwise | the others |\n| --- | --- | --- |\n");
    races.forEach((work, race) -> page.append(row(work, race)));
    if (!others.isEmpty()) {
      page.append("\n## Steps and pictures\n\n")
          .append("| measured | with | mean | 99 of 100 within |\n| --- | --- | --- | --- |\n");
      others.values().forEach(all -> all.forEach(each -> page.append(row(each))));
    }
    return page.toString();
  }

  private static String row(String work, List<Result> race) {
    var ours =
        race.stream()
            .filter(each -> each.method().equals(OURS))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(work + " was not measured"));
    var others = new ArrayList<String>();
    for (var other : race) {
      if (!other.equals(ours)) {
        others.add(NAMES.get(other.method()) + " " + text(other.least() / ours.least()));
      }
    }
    return "| %s | %s | %s |%n"
        .formatted(work, text(ours.least()) + " " + ours.unit(), String.join(", ", others));
  }

  private static String row(Result result) {
    var last = Double.isNaN(result.last()) ? "" : text(result.last()) + " " + result.unit();
    return "| `%s.%s` | %s | %s | %s |%n"
        .formatted(result.type(), result.method(), result.parameters(), result.time(), last);
  }

  /// Three digits.
  private static String text(double number) {
    int digits = number >= 100 ? 0 : number >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f", number);
  }

  private static String machine() throws IOException {
    var runtime = Runtime.getRuntime();
    return "Measured on %s: %s, %d processors, %s %s; Java %s. The system's load was %s at the end, "
        .concat("so other work ran beside it wherever that is more than 1 or 2.")
        .formatted(
            LocalDate.now(java.time.ZoneId.systemDefault()),
            processor(),
            runtime.availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            text(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
  }

  private static String processor() throws IOException {
    var described = Path.of("/proc/cpuinfo");
    if (!Files.exists(described)) {
      return "a processor without a description";
    }
    return Files.readAllLines(described).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("a processor without a name");
  }
}
