package dev.stepwise.check;

import static dev.stepwise.check.Argument.Role.OTHER;
import static dev.stepwise.check.Argument.Role.SEQUENCE;
import static dev.stepwise.check.Argument.Role.WEIGHT;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Multi-head attention.
final class HeadsSubject implements Subject {
  private static final int TOKENS = 5;
  private static final int KEY_WIDTH = 3;
  private static final int MOST_HEADS = 16;
  private static final List<String> WEIGHTS = List.of("W_q", "W_k", "W_v", "W_o");

  @Override
  public List<Argument> arguments() {
    return List.of(
        Argument.of("X", SEQUENCE, AttentionSubject.X_NAMES),
        Argument.of("W_q", WEIGHT, AttentionSubject.QUERY_NAMES),
        Argument.of("W_k", WEIGHT, AttentionSubject.KEY_NAMES),
        Argument.of("W_v", WEIGHT, AttentionSubject.VALUE_NAMES),
        Argument.of(
            "W_o",
            WEIGHT,
            "wo weight_o o_weight out_proj W_out w_out wout output_weights"
                + " W_output weights_o o_proj W_O proj_o output_proj"),
        Argument.of(
            "num_heads", OTHER, "heads n_heads h nheads n_head num_head H nh number_of_heads"),
        Argument.named("d_k", OTHER, "dk head_dim d_head dh"),
        Argument.named("d_model", OTHER, "dmodel embed_dim dim d embedding_dim hidden_dim"),
        Argument.named("n", OTHER, "seq_len length num_tokens"),
        Argument.named("mask", OTHER, "attn_mask attention_mask"),
        Argument.named("causal", OTHER, "is_causal use_mask masked causal_mask use_causal_mask"),
        Argument.named("reshape", OTHER, ""));
  }

  @Override
  public List<String> functions() {
    return List.of(
        "multi_head_attention",
        "multihead_attention",
        "multi_head",
        "multihead",
        "mha",
        "multi_head_self_attention",
        "attention",
        "forward",
        "solve",
        "solution");
  }

  @Override
  public Given reference(Given given, Run<?> run) {
    return given;
  }

  @Override
  public Given generic(Given reference, RandomGenerator random) {
    long heads =
        reference.parameters().get("num_heads") instanceof Long many && many <= MOST_HEADS
            ? Math.max(2, many)
            : 2;
    int width = (int) heads * KEY_WIDTH;
    double deviation = 1 / Math.sqrt(width);
    var weights = new HashMap<String, Object>();
    WEIGHTS.forEach(
        name -> weights.put(name, Drawn.gaussian(width, width, 1.5 * deviation, random)));
    weights.put("X", Drawn.gaussian(TOKENS, width, 1, random));
    return reference
        .withoutInputs("tokens", "text", "habits")
        .withParameters(Map.of("d_model", (long) width, "num_heads", heads))
        .withInputs(weights);
  }

  @Override
  public Map<String, Object> inputs(Given reference, Run<?> run) {
    var variables = run.step(0).frame().variables();
    var inputs = new HashMap<String, Object>();
    for (var name : List.of("X", "W_q", "W_k", "W_v", "W_o", "num_heads", "d_k")) {
      inputs.put(name, Plain.of(Known.of(variables, name)));
    }
    var rows = (List<?>) Known.of(inputs, "X");
    inputs.put("n", (long) rows.size());
    inputs.put("d_model", (long) ((List<?>) rows.getFirst()).size());
    inputs.put("reshape", "with-transpose");
    AttentionSubject.masks(reference, rows.size(), inputs);
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
        case "project" ->
            List.of("Q", "K", "V").forEach(name -> list.add(name, "", path, variables.get(name)));
        case "attend" -> {
          for (var name : List.of("Q", "K", "V")) {
            split(list, name, path, Known.of(variables, name));
          }
          attend(list, step, path);
        }
        case "concatenate" -> list.add("joined", "", path, variables.get("joined"), mixed(step));
        case "output" -> list.add("output", "", path, variables.get("output"), "joined@");
        default -> {}
      }
    }
    return list.all();
  }

  private static void split(StageList list, String name, String path, Value value) {
    if (value instanceof Value.Many(List<Value> heads)) {
      for (int h = 0; h < heads.size(); h++) {
        var form = List.of(Held.of(heads.get(h)));
        list.add(name, "split " + h, path, form, List.of(h), name + "@");
      }
    }
  }

  private static String[] mixed(Step<?> step) {
    var all = new ArrayList<String>();
    if (step.frame().variables().get("mixed") instanceof Value.Many(List<Value> heads)) {
      for (int h = 0; h < heads.size(); h++) {
        all.add("mixed@" + h);
      }
    }
    return all.toArray(String[]::new);
  }

  private static <F extends Frame> void attend(StageList list, Step<F> step, String path) {
    var heads = step.inside();
    for (int h = 0; heads.has(h); h++) {
      var head = heads.step(h);
      if (!head.isComposite()) {
        continue;
      }
      var inside = head.inside();
      var before = new String[] {"Q@split " + h, "K@split " + h};
      for (int i = 0; inside.has(i); i++) {
        var each = inside.step(i);
        var variables = each.frame().variables();
        var place = "%s.%d.%d".formatted(path, h + 1, i + 1);
        switch (each.phase()) {
          case "scores", "scale", "mask" -> {
            var key = each.phase() + " " + h;
            var form = List.of(Held.of(Known.of(variables, "scores")));
            list.add("scores", key, place, form, List.of(h), before);
            before = new String[] {"scores@" + key};
          }
          case "softmax" -> {
            var form = List.of(Held.of(Known.of(variables, "attention_weights")));
            list.add("attention_weights", "" + h, place, form, List.of(h), before);
          }
          case "output" -> {
            var form = List.of(Held.of(Known.of(variables, "output")));
            list.add(
                "mixed", "" + h, place, form, List.of(h), "attention_weights@" + h, "V@split " + h);
          }
          default -> {}
        }
      }
    }
  }

  @Override
  public List<Set<String>> goals(List<Stage> stages, Trace trace) {
    return List.of(Set.of("output@"));
  }

  @Override
  public Map<String, Set<String>> names() {
    return AttentionSubject.NAMES;
  }

  @Override
  public List<String> conventions() {
    return List.of("", "*hidden", "*added", "*flag", "*word", "batched");
  }

  @Override
  public Map<String, Map<String, String>> forms() {
    return new AttentionSubject().forms();
  }

  @Override
  public List<String> taken(Given reference) {
    return List.of("X", "W_q", "W_k", "W_v", "W_o", "num_heads");
  }

  @Override
  public List<String> returned(Given reference) {
    return List.of("output");
  }

  @Override
  public List<String> main() {
    return List.of("X", "num_heads");
  }

  @Override
  public List<String> rest() {
    return WEIGHTS;
  }

  @Override
  public List<MixUp> mixUps(Given reference, Run<?> run) {
    var matrices = MixUps.matrices(run.step(0).frame().variables(), WEIGHTS);
    return MixUps.of(reference, matrices, List.of("W_q", "W_k", "W_v"));
  }
}
