package dev.stepwise.check;

import static dev.stepwise.check.Argument.Role.OTHER;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Search by similarity.
final class CosineSubject implements Subject {
  private static final int DOCUMENTS = 7;
  private static final int DIMENSIONS = 4;
  private static final int BEST = 3;

  /// Parameters that make documents, which are there by then.
  private static final Set<String> OF_GENERATED =
      Set.of("components", "num_documents", "dimensions", "seed");

  private static final int MOST_NUMBERS = 100_000;

  @Override
  public List<Argument> arguments() {
    return List.of(
        Argument.of(
            "documents",
            OTHER,
            "docs D X doc_vectors vectors embeddings corpus matrix doc_matrix database db index"
                + " data document_vectors doc_embeddings docs_matrix candidates items"
                + " document_matrix"),
        Argument.of("query", OTHER, "q query_vector query_vec query_embedding x v vec target"),
        Argument.of("k", OTHER, "top_k n topk num_results top_n n_results K"),
        Argument.named("epsilon", OTHER, "eps"),
        Argument.named("metric", OTHER, ""),
        Argument.named("selection", OTHER, "method"),
        Argument.named("similarities", OTHER, "scores sims"));
  }

  @Override
  public List<String> functions() {
    return List.of(
        "search",
        "cosine_search",
        "cosine_similarity_search",
        "top_k",
        "top_k_search",
        "retrieve",
        "find_similar",
        "semantic_search",
        "nearest",
        "query",
        "rank",
        "cosine_similarity",
        "similarities",
        "most_similar",
        "knn",
        "solve",
        "solution",
        "find_top_k",
        "top_k_similar",
        "vector_search");
  }

  @Override
  public Given reference(Given given, Run<?> run) {
    for (int i = 0; run.has(i); i++) {
      var variables = run.step(i).frame().variables();
      if (variables.get("D") instanceof Value.Matrix(double[][] documents)
          && variables.get("q") instanceof Value.Vector(double[] query)) {
        int most = Math.max(1, MOST_NUMBERS / Math.max(1, query.length));
        var kept = documents.length <= most ? documents : Arrays.copyOf(documents, most);
        var parameters = new LinkedHashMap<>(given.parameters());
        parameters.keySet().removeAll(OF_GENERATED);
        return new Given(new LinkedHashMap<>(), parameters)
            .withInputs(Map.of("documents", kept, "query", query));
      }
    }
    return given;
  }

  @Override
  public Given generic(Given reference, RandomGenerator random) {
    return reference
        .withInputs(
            Map.of(
                "documents",
                Drawn.gaussian(DOCUMENTS, DIMENSIONS, 1.7, random),
                "query",
                Drawn.gaussian(1, DIMENSIONS, 1.3, random)[0]))
        .withParameters(Map.of("k", (long) BEST));
  }

  @Override
  public Map<String, Object> inputs(Given reference, Run<?> run) {
    var inputs = new HashMap<String, Object>();
    inputs.put("documents", Plain.of(Known.of(reference.inputs(), "documents")));
    inputs.put("query", Plain.of(Known.of(reference.inputs(), "query")));
    for (var name : List.of("k", "epsilon", "metric", "selection")) {
      if (reference.parameters().get(name) != null) {
        inputs.put(name, reference.parameters().get(name));
      }
    }
    return inputs;
  }

  @Override
  public List<Stage> stages(Run<?> run) {
    var list = new StageList();
    for (int i = 0; run.has(i); i++) {
      var step = run.step(i);
      var variables = step.frame().variables();
      var path = String.valueOf(i + 1);
      switch (step.phase()) {
        case "norms" -> {
          list.add("norms", "", path, variables.get("norms"));
          list.add("q_norm", "", path, variables.get("q_norm"));
        }
        case "normalise" -> {
          list.add("U", "", path, variables.get("U"), "norms@");
          list.add("u", "", path, variables.get("u"), "q_norm@");
        }
        case "compare" -> compared(list, path, Known.of(variables, "scores"));
        case "select" -> list.add("ranking", "", path, variables.get("ranking"), "similarities@");
        case "result" -> found(list, path, variables);
        default -> {}
      }
    }
    return list.all();
  }

  /// Of distances, the run has the negatives, so that more is better.
  private static void compared(StageList list, String path, Value scores) {
    if (scores instanceof Value.Vector(double[] values)) {
      var forms = new ArrayList<Held>(List.of(Held.of(scores)));
      if (Arrays.stream(values).allMatch(value -> value <= 0)) {
        double[] distances = Arrays.stream(values).map(value -> 0 - value).toArray();
        forms.add(new Held.Numbers(Tensor.vector(distances)));
      }
      list.add("similarities", "", path, forms, List.of(), "U@", "u@");
    }
  }

  private static void found(StageList list, String path, Map<String, Value> variables) {
    if (variables.get("ranking[:k]") instanceof Value.Labels(int[] best)
        && variables.get("scores") instanceof Value.Vector(double[] scores)) {
      double[] values = Arrays.stream(best).mapToDouble(i -> scores[i]).toArray();
      var before = new double[best.length][];
      var behind = new double[best.length][];
      for (int i = 0; i < best.length; i++) {
        before[i] = new double[] {best[i], values[i]};
        behind[i] = new double[] {values[i], best[i]};
      }
      var forms =
          List.<Held>of(
              new Held.Numbers(Tensor.labels(best)),
              new Held.Numbers(Tensor.matrix(before)),
              new Held.Numbers(Tensor.matrix(behind)));
      list.add("top_k", "", path, forms, List.of(), "ranking@", "similarities@");
    }
  }

  @Override
  public List<Set<String>> goals(List<Stage> stages, Trace trace) {
    var goals = new ArrayList<Set<String>>();
    goals.add(Set.of("top_k@", "similarities@"));
    // Whoever keeps no similarities may rank by anything that ranks alike.
    var names = names().getOrDefault("similarities", Set.of());
    int n =
        stages.stream()
            .filter(stage -> stage.name().equals("ranking"))
            .mapToInt(stage -> ((Held.Numbers) stage.form()).tensor().size())
            .max()
            .orElse(0);
    boolean keeps =
        trace.seen().stream()
            .anyMatch(seen ->
                seen.hasNumbers()
                    && seen.size() == n
                    && Matches.isCalled(seen, "similarities", names));
    if (!keeps) {
      goals.add(Set.of("top_k@"));
    }
    if (!trace.bound().containsValue("k")) {
      goals.add(Set.of("ranking@"));
      goals.add(Set.of("similarities@"));
    }
    return goals;
  }

  @Override
  public Map<String, Set<String>> names() {
    return Map.of(
        "norms", Set.of("norms", "docnorms", "lengths", "dnorms", "norm", "docnorm", "dn", "mags"),
        "q_norm", Set.of("qnorm", "querynorm", "qn", "qlen", "nq"),
        "U",
            Set.of(
                "u",
                "normalized",
                "normalised",
                "dn",
                "unit",
                "docsnorm",
                "docsn",
                "dhat",
                "unitdocs",
                "docsnormalized",
                "dnormed",
                "xn",
                "docunit"),
        "u",
            Set.of(
                "qhat", "qunit", "unitq", "queryunit", "qnormalized", "querynormalized", "qn", "u"),
        "similarities",
            Set.of(
                "similarities",
                "sims",
                "scores",
                "sim",
                "s",
                "cos",
                "cosine",
                "similarity",
                "distances",
                "dists",
                "cossim",
                "score"),
        "ranking", Set.of("ranking", "order", "idx", "indices", "ranked", "sortedidx", "rank"),
        "top_k", Set.of("topk", "top", "best", "result", "results", "indices", "idx"));
  }

  @Override
  public List<String> conventions() {
    return List.of("");
  }

  @Override
  public List<String> taken(Given reference) {
    return List.of("documents", "query", "k");
  }

  @Override
  public List<String> returned(Given reference) {
    return List.of("top_k", "similarities");
  }

  @Override
  public List<String> main() {
    return List.of("documents", "query");
  }
}
