package dev.stepwise.check;

import static dev.stepwise.check.Argument.Role.OTHER;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Byte-pair encoding.
final class BpeSubject implements Subject {
  private static final List<String> SYLLABLES = List.of("ab", "ab", "aa", "ba", "c", "b");
  private static final int DRAWINGS = 80;
  private static final int WORDS = 7;
  private static final int MOST_OFTEN = 20;
  private static final long MERGES = 7;
  private static final int WATCHED = 40;
  private static final int MOST_LETTERS = 50_000;

  @Override
  public List<Argument> arguments() {
    return List.of(
        Argument.of(
            "corpus",
            OTHER,
            "text texts sentences string s data documents doc raw_text"
                + " training_text train_text"),
        Argument.named(
            "words",
            OTHER,
            "word_freqs word_counts vocab freqs counts word_freq frequencies wordlist word_list"
                + " vocabulary word_frequencies tokens splits dictionary"),
        Argument.of(
            "num_merges",
            OTHER,
            "n_merges merges k n num_iterations merge_count"
                + " number_of_merges num_of_merges m iterations n_iter steps"),
        Argument.named("tie_break", OTHER, "tie ties"),
        Argument.named("marker", OTHER, "end end_of_word eow end_token suffix end_marker"));
  }

  @Override
  public List<String> functions() {
    return List.of(
        "learn",
        "learn_bpe",
        "train_bpe",
        "bpe",
        "train",
        "byte_pair_encoding",
        "bpe_train",
        "learn_merges",
        "get_merges",
        "fit",
        "BPE",
        "BPETokenizer",
        "run_bpe",
        "bpe_merges",
        "build_bpe",
        "solve",
        "solution");
  }

  @Override
  public Given reference(Given given, Run<?> run) {
    return given;
  }

  @Override
  public Given generic(Given reference, RandomGenerator random) {
    var words = new LinkedHashMap<String, Long>();
    while (words.size() < WORDS) {
      var word = new StringBuilder();
      int length = random.nextInt(2, 6);
      for (int i = 0; i < length; i++) {
        word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      }
      words.putIfAbsent(word.toString(), random.nextLong(1, MOST_OFTEN + 1));
    }
    return reference
        .withoutInputs("corpus", "words", "encode")
        .withInputs(Map.of("words", words, "encode", List.of("abcab", "ccab", "bcbaa")))
        .withParameters(Map.of("num_merges", MERGES));
  }

  @Override
  public Map<String, Object> inputs(Given reference, Run<?> run) {
    var inputs = new HashMap<String, Object>();
    Map<String, Object> counts = new LinkedHashMap<>();
    if (reference.inputs().get("corpus") instanceof String text) {
      inputs.put("corpus", text);
      for (var word : text.strip().split("\\s+", -1)) {
        counts.merge(word, 1L, (a, b) -> (Long) a + (Long) b);
      }
    } else if (reference.inputs().get("words") instanceof Map<?, ?> words) {
      words.forEach((word, count) -> counts.put((String) word, count));
      long letters =
          counts.entrySet().stream()
              .mapToLong(each -> each.getKey().length() * (Long) each.getValue())
              .sum();
      inputs.put("corpus", letters <= MOST_LETTERS ? text(counts) : "");
    }
    inputs.put("words", counts);
    for (var name : List.of("num_merges", "tie_break", "marker")) {
      if (reference.parameters().get(name) != null) {
        inputs.put(name, reference.parameters().get(name));
      }
    }
    if (reference.inputs().get("encode") instanceof List<?> encode) {
      inputs.put("encode", encode);
    }
    return inputs;
  }

  private static String text(Map<String, Object> counts) {
    var all = new ArrayList<String>();
    counts.forEach((word, count) -> {
      for (long i = 0; i < (Long) count; i++) {
        all.add(word);
      }
    });
    return String.join(" ", all);
  }

  @Override
  public List<Stage> stages(Run<?> run) {
    var list = new StageList();
    int merges = 0;
    for (int i = 0; run.has(i); i++) {
      var step = run.step(i);
      var variables = step.frame().variables();
      var path = String.valueOf(i + 1);
      switch (step.phase()) {
        case "split" -> put(list, "words", "0", path, Known.of(variables, "words"));
        case "merge" -> {
          merges++;
          if (merges <= WATCHED) {
            put(
                list,
                "counts",
                "" + merges,
                path + ".1",
                Known.of(variables, "counts"),
                "words@" + (merges - 1));
          }
          if (variables.get("merges") instanceof Value.Many(List<Value> learned)) {
            list.add(
                "merges",
                "" + merges,
                path + ".2",
                forms(learned),
                List.of(merges - 1),
                "counts@" + merges,
                "words@" + (merges - 1),
                "merges@" + (merges - 1));
          }
          if (merges <= WATCHED) {
            put(
                list,
                "words",
                "" + merges,
                path + ".3",
                Known.of(variables, "words"),
                "merges@" + merges,
                "words@" + (merges - 1));
          }
        }
        case "encode" -> encode(list, run, i, merges);
        default -> {}
      }
    }
    return list.all();
  }

  private static void put(
      StageList list, String name, String key, String path, Value value, String... needs) {
    if (value instanceof Value.Named) {
      list.add(name, key, path, List.of(Held.of(value)), List.of(), needs);
    }
  }

  /// The pairs as a list, as joined symbols, and as the keys of a dictionary.
  private static List<Held> forms(List<Value> learned) {
    var pairs = new ArrayList<Object>();
    var joined = new ArrayList<Object>();
    var ranks = new ArrayList<Object>();
    var results = new ArrayList<Object>();
    for (var value : learned) {
      if (value instanceof Value.Many(List<Value> two)
          && two.get(0) instanceof Value.Text(String left)
          && two.get(1) instanceof Value.Text(String right)) {
        ranks.add(List.of(List.of(left, right), (double) pairs.size()));
        results.add(List.of(List.of(left, right), left + right));
        pairs.add(List.<Object>of(left, right));
        joined.add(left + right);
      }
    }
    var forms = new ArrayList<Held>();
    forms.add(Held.words(List.copyOf(pairs)));
    forms.add(Held.words(List.copyOf(joined)));
    if (pairs.size() > 1) {
      forms.add(Held.words(new Held.Entries(ranks)));
      forms.add(Held.words(new Held.Entries(results)));
    }
    return forms;
  }

  private static void encode(StageList list, Run<?> run, int i, int merges) {
    if (!run.step(i).isComposite()) {
      return;
    }
    var inside = run.step(i).inside();
    for (int w = 0; inside.has(w); w++) {
      var variables = inside.step(w).frame().variables();
      if (variables.get("word") instanceof Value.Text(String word)
          && variables.containsKey("tokens")) {
        var tokens = Known.of(variables, "tokens");
        list.add(
            "encodings",
            word,
            "%d.%d".formatted(i + 1, w + 1),
            List.of(Held.of(tokens)),
            List.of(w),
            "merges@" + merges);
      }
    }
  }

  @Override
  public List<Set<String>> goals(List<Stage> stages, Trace trace) {
    var merges = stages.stream().filter(stage -> stage.name().equals("merges")).toList();
    return List.of(merges.isEmpty() ? Set.of() : Set.of(merges.getLast().address()));
  }

  @Override
  public Map<String, Set<String>> names() {
    return Map.of(
        "words",
            Set.of(
                "words",
                "vocab",
                "splits",
                "corpus",
                "tokens",
                "wordfreqs",
                "vocabulary",
                "segmented",
                "newwords",
                "newvocab",
                "symbols"),
        "counts",
            Set.of(
                "counts",
                "pairs",
                "paircounts",
                "stats",
                "freqs",
                "pairfreqs",
                "counter",
                "frequencies",
                "pairstats",
                "count",
                "paircount"),
        "merges",
            Set.of(
                "merges",
                "best",
                "bestpair",
                "pair",
                "mostfrequent",
                "rules",
                "top",
                "mergerules",
                "learned",
                "maxpair"),
        "encodings", Set.of("encodings"));
  }

  @Override
  public List<String> conventions() {
    return List.of("", "*symbols", "*spaced", "*list", "*plain", "*lines", "*marked");
  }

  @Override
  public List<String> taken(Given reference) {
    return List.of("corpus", "num_merges");
  }

  @Override
  public List<String> returned(Given reference) {
    return List.of("merges");
  }

  @Override
  public int drawings() {
    return DRAWINGS;
  }

  /// Ties: the rule for them is a matter of taste.
  @Override
  public boolean isDelicate(Given given, Run<?> run, Function<Given, List<Stage>> stages) {
    var other =
        "first-seen".equals(given.parameters().get("tie_break")) ? "lexicographic" : "first-seen";
    return !merges(stages.apply(given.withParameters(Map.of("tie_break", other))))
        .equals(merges(stages(run)));
  }

  private static List<Held> merges(List<Stage> stages) {
    return stages.stream().filter(stage -> stage.name().equals("merges")).map(Stage::form).toList();
  }

  @Override
  public List<String> main() {
    return List.of("num_merges");
  }
}
