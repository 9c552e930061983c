package dev.stepwise.check;

import static dev.stepwise.check.Argument.Role.BIAS;
import static dev.stepwise.check.Argument.Role.OTHER;
import static dev.stepwise.check.Argument.Role.SEQUENCE;
import static dev.stepwise.check.Argument.Role.STATE;
import static dev.stepwise.check.Argument.Role.WEIGHT;

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
import java.util.stream.Stream;

/// The LSTM cell, the GRU and the plain RNN.
final class LstmSubject implements Subject {
  private static final int TIME_STEPS = 4; // the side of no matrix
  private static final int INPUTS = 3;
  private static final int UNITS = 2;

  /// Time steps whose arrays are compared one by one; of those behind them the states are.
  private static final int WATCHED = 6;

  private static final int LONGEST = 400;
  private static final Map<String, List<String>> LAYERS =
      Map.of(
          "lstm", List.of("f", "i", "c", "o"), "gru", List.of("r", "z", "n"), "rnn", List.of("h"));

  @Override
  public List<Argument> arguments() {
    var arguments = new ArrayList<Argument>();
    arguments.add(
        Argument.of("X", SEQUENCE, "x inputs input xs seq sequence data x_t xt x_seq tokens inp"));
    arguments.add(
        Argument.named(
            "h_0",
            STATE,
            "h0 h h_prev hprev h_init hidden h_tm1 ht_1 prev_h state h_t hidden_state h_start"
                + " initial_h h_last prev_hidden init_h h_in ht initial_hidden_state"));
    arguments.add(
        Argument.named(
            "c_0",
            STATE,
            "c0 c c_prev cprev c_init cell c_tm1 ct_1 prev_c c_t cell_state c_start initial_c"
                + " c_last prev_cell init_c c_in ct initial_cell_state"));
    for (var layer : List.of("f", "i", "c", "o", "r", "z", "n", "h")) {
      arguments.add(Argument.of("W_" + layer, WEIGHT, synonyms("W", layer)));
      arguments.add(Argument.of("b_" + layer, BIAS, synonyms("b", layer)));
    }
    arguments.add(
        Argument.named("hidden_size", OTHER, "hidden_dim units n_hidden num_units d_h h_dim size"));
    arguments.add(Argument.named("input_size", OTHER, "input_dim n_input d_in in_dim"));
    arguments.add(Argument.named("time_steps", OTHER, "T seq_len steps"));
    arguments.addAll(LstmWeights.arguments());
    return arguments;
  }

  private static String synonyms(String kind, String layer) {
    var long_ =
        Map.of(
                "f",
                "forget",
                "i",
                "input",
                "c",
                "candidate",
                "o",
                "output",
                "r",
                "reset",
                "z",
                "update",
                "n",
                "new",
                "h",
                "hidden")
            .get(layer);
    var extra =
        switch (layer) {
          case "c" -> " %sg %s_g %s_cell %s_c_tilde %s_cand %sctilde".replace("%s", kind);
          case "z" -> " %su %s_u".replace("%s", kind);
          case "n" -> " %s_h_tilde %s_cand %s_c %s_hh %s_candidate".replace("%s", kind);
          case "h" -> " %s %s_xh".replace("%s", kind);
          default -> "";
        };
    var words = kind.equals("W") ? "weight weights" : "bias";
    var all = new StringBuilder("%s_%s %s%s".formatted(kind, long_, kind, layer));
    for (var word : words.split(" ", -1)) {
      all.append(" %s_%s %s_%s %s_%s".formatted(word, layer, word, long_, long_, word));
    }
    return all + extra;
  }

  @Override
  public List<String> functions() {
    return List.of(
        "run_lstm",
        "lstm",
        "lstm_forward",
        "forward",
        "lstm_sequence",
        "run",
        "rnn",
        "gru",
        "gru_forward",
        "rnn_forward",
        "lstm_cell",
        "lstm_step",
        "gru_cell",
        "gru_step",
        "rnn_cell",
        "rnn_step",
        "step",
        "cell",
        "solve",
        "solution",
        "LSTMCell",
        "unroll");
  }

  @Override
  public Given reference(Given given, Run<?> run) {
    return given;
  }

  static String cell(Given given) {
    return given.parameters().get("cell") instanceof String cell ? cell : "lstm";
  }

  @Override
  public Given generic(Given reference, RandomGenerator random) {
    var inputs = new HashMap<String, Object>();
    inputs.put("X", Drawn.gaussian(TIME_STEPS, INPUTS, 1, random));
    for (var layer : LAYERS.getOrDefault(cell(reference), List.of())) {
      inputs.put("W_" + layer, Drawn.gaussian(UNITS, INPUTS + UNITS, 0.7, random));
      inputs.put("b_" + layer, Drawn.gaussian(1, UNITS, 0.5, random)[0]);
    }
    // Most code begins with zeros by itself, as the run does where nothing is given.
    var bare = new Given(new LinkedHashMap<>(), reference.parameters());
    for (var state : List.of("h_0", "c_0")) {
      if (reference.inputs().containsKey(state)) {
        inputs.put(state, Drawn.gaussian(1, UNITS, 0.6, random)[0]);
      }
    }
    return bare.withParameters(Map.of("hidden_size", (long) UNITS)).withInputs(inputs);
  }

  @Override
  public Map<String, Object> inputs(Given reference, Run<?> run) {
    var inputs = new HashMap<String, Object>();
    var layers = LAYERS.getOrDefault(cell(reference), List.of());
    var whole = run.step(0).frame().variables();
    var x = (double[][]) reference.inputs().get("X");
    inputs.put("X", Plain.matrix(x != null ? x : sequence(run)));
    var inside = run.step(0).inside();
    for (int i = 0; inside.has(i); i++) {
      inside
          .step(i)
          .frame()
          .variables()
          .forEach((name, value) -> {
            boolean weight = name.startsWith("W_") || name.startsWith("b_");
            if (weight && layers.contains(name.substring(2))) {
              inputs.put(name, Plain.of(value));
            }
          });
    }
    inputs.put("h_0", Plain.of(Known.of(whole, "h_prev")));
    if (whole.get("c_prev") != null) {
      inputs.put("c_0", Plain.of(whole.get("c_prev")));
    }
    int units = ((List<?>) Known.of(inputs, "h_0")).size();
    inputs.put("hidden_size", (long) units);
    if (cell(reference).equals("lstm")) {
      LstmWeights.add(inputs, units);
    }
    inputs.put("time_steps", (long) ((List<?>) inputs.get("X")).size());
    inputs.put("input_size", (long) ((List<?>) ((List<?>) inputs.get("X")).getFirst()).size());
    return inputs;
  }

  private static double[][] sequence(Run<?> run) {
    var rows = new ArrayList<double[]>();
    for (int t = 0; run.has(t) && t < LONGEST; t++) {
      if (run.step(t).frame().variables().get("x") instanceof Value.Vector(double[] x)) {
        rows.add(x);
      }
    }
    return rows.toArray(double[][]::new);
  }

  @Override
  public List<Stage> stages(Run<?> run) {
    var list = new StageList();
    for (int t = 0; run.has(t) && t < LONGEST; t++) {
      boolean watched = t < WATCHED || !run.has(t + 1);
      if (!watched) {
        continue;
      }
      var variables = run.step(t).frame().variables();
      var before = "h@" + (t - 1);
      for (var name : List.of("f", "i", "c_candidate", "o", "r", "z", "n")) {
        put(list, name, t, variables, before, name.equals("n") ? "r@" + t : "");
      }
      put(list, "c", t, variables, "f@" + t, "i@" + t, "c_candidate@" + t, "c@" + (t - 1));
      put(
          list,
          "h",
          t,
          variables,
          variables.containsKey("c")
              ? new String[] {"o@" + t, "c@" + t}
              : new String[] {"z@" + t, "n@" + t, before});
    }
    return list.all();
  }

  private static void put(
      StageList list, String name, int t, Map<String, Value> variables, String... needs) {
    if (variables.get(name) instanceof Value.Vector vector) {
      list.add(name, "" + t, "" + (t + 1), List.of(Held.of(vector)), List.of(t), needs);
    }
  }

  @Override
  public List<Set<String>> goals(List<Stage> stages, Trace trace) {
    var last = stages.stream().filter(stage -> stage.name().equals("h")).toList().getLast();
    return List.of(Set.of(last.address()));
  }

  @Override
  public Map<String, Set<String>> names() {
    return Map.of(
        "f", Set.of("f", "ft", "forget", "forgetgate", "fgate"),
        "i", Set.of("i", "it", "inputgate", "igate", "in"),
        "c_candidate",
            Set.of(
                "ccandidate",
                "g",
                "ctilde",
                "gt",
                "cand",
                "candidate",
                "chat",
                "cbar",
                "cellcandidate",
                "ctildet"),
        "o", Set.of("o", "ot", "outputgate", "ogate"),
        "c", Set.of("c", "ct", "cnext", "cell", "cnew", "cellstate", "cs", "cstate"),
        "h",
            Set.of(
                "h",
                "ht",
                "hnext",
                "hidden",
                "hnew",
                "hs",
                "outputs",
                "hiddenstate",
                "states",
                "hstates",
                "output"),
        "r", Set.of("r", "rt", "reset"),
        "z", Set.of("z", "zt", "update", "u"),
        "n", Set.of("n", "nt", "htilde", "hcand", "candidate", "new"));
  }

  @Override
  public List<String> conventions() {
    return Stream.concat(
            Stream.of(
                "",
                "step",
                "step+columns",
                "*columns",
                "step+rows",
                "rows",
                "transposed",
                "step+transposed",
                "rows+transposed",
                "step+rows+transposed",
                "batched",
                "batched+transposed"),
            LstmWeights.conventions().stream())
        .toList();
  }

  @Override
  public Map<String, Map<String, String>> forms() {
    return LstmWeights.forms();
  }

  @Override
  public List<String> taken(Given reference) {
    return Stream.of(
            List.of("X", "h_0"),
            cell(reference).equals("lstm") ? List.of("c_0") : List.<String>of(),
            LAYERS.getOrDefault(cell(reference), List.of()).stream()
                .flatMap(layer -> Stream.of("W_" + layer, "b_" + layer))
                .toList())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<String> returned(Given reference) {
    return List.of("h");
  }

  @Override
  public List<String> main() {
    return List.of("X");
  }

  @Override
  public List<String> rest() {
    return List.of(
        "W_f", "b_f", "W_i", "b_i", "W_c", "b_c", "W_o", "b_o", "W_r", "b_r", "W_z", "b_z", "W_n",
        "b_n", "W_h", "b_h");
  }

  /// The columns of the weights, as for [h, x].
  @Override
  public List<MixUp> mixUps(Given reference, Run<?> run) {
    var inputs = inputs(reference, run);
    int units = ((Number) Known.of(inputs, "hidden_size")).intValue();
    var changed = new HashMap<String, Object>();
    var kept = new HashMap<String, Object>();
    inputs.forEach((name, value) -> {
      if (name.startsWith("W_")) {
        changed.put(name, turned(rows(value), units));
        kept.put(name, rows(value));
      } else if (name.startsWith("b_") || name.endsWith("_0")) {
        changed.put(name, numbers(value));
      } else if (name.equals("X")) {
        changed.put(name, rows(value));
      }
    });
    var all = new ArrayList<MixUp>();
    all.add(new MixUp("h-before-x", "[h, x] for [x, h]", reference.withInputs(changed)));
    all.addAll(MixUps.of(reference, kept, kept.keySet().stream().sorted().toList()));
    return all;
  }

  private static double[][] turned(double[][] rows, int units) {
    return Arrays.stream(rows)
        .map(row -> {
          int inputs = row.length - units;
          var other = new double[row.length];
          // The learner's first columns meet h: they become the last ones.
          System.arraycopy(row, 0, other, inputs, units);
          System.arraycopy(row, units, other, 0, inputs);
          return other;
        })
        .toArray(double[][]::new);
  }

  private static double[][] rows(Object value) {
    return ((List<?>) value).stream().map(LstmSubject::numbers).toArray(double[][]::new);
  }

  private static double[] numbers(Object value) {
    return ((List<?>) value).stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
  }
}
