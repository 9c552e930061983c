package dev.stepwise.check;

import static dev.stepwise.check.Argument.Role.OTHER;
import static dev.stepwise.check.Argument.Role.SEQUENCE;
import static dev.stepwise.check.Argument.Role.WEIGHT;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Self-attention.
final class AttentionSubject implements Subject {
  private static final int TOKENS = 5;
  private static final int MODEL_WIDTH = 6;
  private static final int KEY_WIDTH = 3;
  static final String X_NAMES =
      "tokens embeddings embedding inputs input emb inp sequence seq data E x_in hidden_states"
          + " token_embeddings input_sequence";
  static final String QUERY_NAMES =
      "wq weight_q q_weight q_proj query_weights W_query w_query wquery"
          + " weights_q query_weight Wqs qw weight_query W_Q query_proj query_matrix";
  static final String KEY_NAMES =
      "wk weight_k k_weight k_proj key_weights W_key w_key wkey weights_k"
          + " key_weight Wks kw weight_key key_proj key_matrix";
  static final String VALUE_NAMES =
      "wv weight_v v_weight v_proj value_weights W_value w_value wvalue"
          + " weights_v value_weight Wvs vw weight_value value_proj value_matrix";

  /// Names of arrays in learners' code.
  static final Map<String, Set<String>> NAMES =
      Map.of(
          "Q", Set.of("q", "query", "queries", "qs", "qh", "qi"),
          "K", Set.of("k", "key", "keys", "ks", "kh", "ki"),
          "V", Set.of("v", "value", "values", "vs", "vh", "vi", "val"),
          "scores",
              Set.of(
                  "scores",
                  "score",
                  "s",
                  "logits",
                  "scaled",
                  "attn_scores",
                  "attentionscores",
                  "attnscores",
                  "scaledscores",
                  "masked",
                  "maskedscores",
                  "energy",
                  "sim",
                  "dots",
                  "attnlogits",
                  "e",
                  "qk",
                  "raw"),
          "attention_weights",
              Set.of(
                  "attentionweights",
                  "weights",
                  "attn",
                  "attention",
                  "a",
                  "alpha",
                  "w",
                  "probs",
                  "p",
                  "attnweights",
                  "att",
                  "aw",
                  "softmax",
                  "prob",
                  "wts"),
          "mixed", Set.of("mixed", "heads", "headoutput", "headoutputs", "head", "context", "z"),
          "joined", Set.of("joined", "concat", "concatenated", "merged", "combined", "cat"),
          "output", Set.of("output", "out", "result", "o", "res", "y", "context", "z", "ret"));

  @Override
  public List<Argument> arguments() {
    return List.of(
        Argument.of("X", SEQUENCE, X_NAMES),
        Argument.of("W_q", WEIGHT, QUERY_NAMES),
        Argument.of("W_k", WEIGHT, KEY_NAMES),
        Argument.of("W_v", WEIGHT, VALUE_NAMES),
        Argument.named("Q", SEQUENCE, "query queries q"),
        Argument.named("K", SEQUENCE, "key keys k"),
        Argument.named("V", SEQUENCE, "value values v"),
        Argument.named("d_k", OTHER, "dk head_dim dim_k d_head d_key key_dim d_out out_dim"),
        Argument.named("d_model", OTHER, "dmodel embed_dim dim d d_in embedding_dim hidden_dim"),
        Argument.named("n", OTHER, "seq_len length num_tokens"),
        Argument.named("mask", OTHER, "attn_mask attention_mask"),
        Argument.named("causal", OTHER, "is_causal use_mask masked causal_mask use_causal_mask"),
        Argument.named("scale", OTHER, "scaled use_scale scaling"),
        Argument.named("softmax", OTHER, "kind"));
  }

  @Override
  public List<String> functions() {
    return List.of(
        "self_attention",
        "selfattention",
        "attention",
        "scaled_dot_product_attention",
        "scaled_dot_product",
        "attend",
        "forward",
        "solve",
        "solution",
        "single_head_attention");
  }

  @Override
  public Given reference(Given given, Run<?> run) {
    return given;
  }

  @Override
  public Given generic(Given reference, RandomGenerator random) {
    return reference
        .withoutInputs("tokens", "text", "features", "channels")
        .withParameters(Map.of("d_model", (long) MODEL_WIDTH, "d_k", (long) KEY_WIDTH))
        .withInputs(
            Map.of(
                "X", Drawn.gaussian(TOKENS, MODEL_WIDTH, 1, random),
                "W_q", Drawn.gaussian(MODEL_WIDTH, KEY_WIDTH, 0.6, random),
                "W_k", Drawn.gaussian(MODEL_WIDTH, KEY_WIDTH, 0.6, random),
                "W_v", Drawn.gaussian(MODEL_WIDTH, KEY_WIDTH, 0.6, random)));
  }

  @Override
  public Map<String, Object> inputs(Given reference, Run<?> run) {
    var variables = run.step(0).frame().variables();
    var inputs = new HashMap<String, Object>();
    for (var name : List.of("X", "W_q", "W_k", "W_v", "Q", "K", "V")) {
      inputs.put(name, Plain.of(Known.of(variables, name)));
    }
    var rows = (List<?>) Known.of(inputs, "X");
    inputs.put("n", (long) rows.size());
    inputs.put("d_model", (long) ((List<?>) rows.getFirst()).size());
    inputs.put("d_k", (long) ((List<?>) ((List<?>) Known.of(inputs, "K")).getFirst()).size());
    masks(reference, rows.size(), inputs);
    inputs.put("scale", reference.parameters().getOrDefault("scale", true));
    inputs.put("softmax", reference.parameters().getOrDefault("softmax", "stable"));
    return inputs;
  }

  /// A causal mask in the ways that functions take one.
  static void masks(Given reference, int n, Map<String, Object> inputs) {
    boolean causal = "causal".equals(reference.parameters().get("mask"));
    inputs.put("causal", causal);
    if (!causal) {
      return; // a mask is left to its default, or to nothing
    }
    inputs.put("mask", triangle(n, 1, 0));
    inputs.put("mask_hidden", triangle(n, 0, 1));
    inputs.put("mask_added", triangle(n, 0, -1e9));
    inputs.put("mask_word", "causal");
    inputs.put("mask_flag", true);
  }

  private static Object triangle(int n, double seen, double hidden) {
    var rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = j > i ? hidden : seen;
      }
    }
    return Plain.matrix(rows);
  }

  @Override
  public List<Stage> stages(Run<?> run) {
    var list = new StageList();
    var scores = new ArrayList<String>();
    for (int i = 0; run.has(i); i++) {
      var step = run.step(i);
      var variables = step.frame().variables();
      var path = String.valueOf(i + 1);
      switch (step.phase()) {
        case "project" ->
            List.of("Q", "K", "V").forEach(name -> list.add(name, "", path, variables.get(name)));
        case "scores", "scale", "mask" -> {
          // Whoever leaves a step out has its scores as they were.
          list.add("scores", step.phase(), path, variables.get("scores"), before(scores));
          scores.add("scores@" + step.phase());
        }
        case "softmax" ->
            list.add(
                "attention_weights", "", path, variables.get("attention_weights"), before(scores));
        case "output" ->
            list.add("output", "", path, variables.get("output"), "attention_weights@", "V@");
        default -> {}
      }
    }
    return list.all();
  }

  private static String[] before(List<String> scores) {
    return scores.isEmpty() ? new String[] {"Q@", "K@"} : new String[] {scores.getLast()};
  }

  @Override
  public List<Set<String>> goals(List<Stage> stages, Trace trace) {
    return List.of(Set.of("output@"));
  }

  @Override
  public Map<String, Set<String>> names() {
    return NAMES;
  }

  @Override
  public List<String> conventions() {
    return List.of(
        "", "*hidden", "*added", "*flag", "*word", "transposed", "batched", "batched+transposed");
  }

  @Override
  public Map<String, Map<String, String>> forms() {
    return Map.of(
        "hidden", Map.of("mask", "mask_hidden"),
        "added", Map.of("mask", "mask_added"),
        "flag", Map.of("mask", "mask_flag"),
        "word", Map.of("mask", "mask_word"));
  }

  @Override
  public List<String> taken(Given reference) {
    return List.of("X", "W_q", "W_k", "W_v");
  }

  @Override
  public List<String> returned(Given reference) {
    return List.of("output", "attention_weights");
  }

  @Override
  public List<String> main() {
    return List.of("X", "W_q");
  }

  @Override
  public List<String> rest() {
    return List.of("W_q", "W_k", "W_v");
  }

  @Override
  public List<MixUp> mixUps(Given reference, Run<?> run) {
    return MixUps.of(reference, inputsOf(run), List.of("W_q", "W_k", "W_v"));
  }

  private static Map<String, Object> inputsOf(Run<?> run) {
    var variables = run.step(0).frame().variables();
    return MixUps.matrices(variables, List.of("W_q", "W_k", "W_v"));
  }
}
