package dev.stepwise.check;

import static dev.stepwise.check.Argument.Role.OTHER;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Gradient descent: the network, and linear regression.
final class GradientSubject implements Subject {
  private static final int SAMPLES = 7;
  private static final int FEATURES = 3;
  private static final int UNITS = 4;
  private static final int CLASSES = 3;
  private static final long MOST_EPOCHS = 5;
  private static final double LEAKY = 0.01;
  private static final List<String> TENSORS =
      List.of("z1", "a1", "z2", "p", "loss", "dz2", "dW2", "db2", "da1", "dz1", "dW1", "db1");
  private static final Map<String, List<String>> NEEDS =
      Map.ofEntries(
          Map.entry("a1", List.of("z1")),
          Map.entry("z2", List.of("a1")),
          Map.entry("p", List.of("z2")),
          Map.entry("loss", List.of("p")),
          Map.entry("dz2", List.of("p")),
          Map.entry("dW2", List.of("dz2", "a1")),
          Map.entry("db2", List.of("dz2")),
          Map.entry("da1", List.of("dz2")),
          Map.entry("dz1", List.of("da1", "z1")),
          Map.entry("dW1", List.of("dz1")),
          Map.entry("db1", List.of("dz1")));
  private static final List<String> PARAMETERS = List.of("W1", "b1", "W2", "b2");

  @Override
  public List<Argument> arguments() {
    return List.of(
        Argument.of("X", OTHER, "x data inputs samples X_train features"),
        Argument.of("y", OTHER, "targets labels target Y y_train t y_true"),
        Argument.of("W1", OTHER, "w_1 weights1 w1 W_1 weight1"),
        Argument.of("b1", OTHER, "b_1 bias1"),
        Argument.of("W2", OTHER, "w_2 weights2 w2 W_2 weight2"),
        Argument.of("b2", OTHER, "b_2 bias2"),
        Argument.named("weights", OTHER, "w theta coef W"),
        Argument.named("bias", OTHER, "b intercept"),
        Argument.named("learning_rate", OTHER, "lr rate alpha eta step_size learn_rate"),
        Argument.named(
            "epochs",
            OTHER,
            "n_epochs num_epochs iterations n_iters iters n_iterations num_iterations steps"
                + " n_steps max_iter num_iters num_steps"),
        Argument.named("batch_size", OTHER, "size batch bs minibatch_size mini_batch_size"),
        Argument.named("shuffle", OTHER, ""),
        Argument.named("hidden_size", OTHER, "hidden hidden_dim n_hidden num_hidden"),
        Argument.named("classes", OTHER, "num_classes n_classes n_out output_size out_dim"),
        Argument.named("d", OTHER, "n_in input_size in_dim input_dim n_features"),
        Argument.named("slope", OTHER, "leak negative_slope leaky"));
  }

  @Override
  public List<String> functions() {
    return List.of(
        "train",
        "fit",
        "gradient_descent",
        "linear_regression",
        "train_network",
        "train_mlp",
        "mlp",
        "forward_backward",
        "backprop",
        "train_step",
        "step",
        "sgd",
        "network",
        "MLP",
        "linear_regression_gradient_descent",
        "LinearRegression",
        "solve",
        "solution",
        "loss_and_gradients",
        "backward");
  }

  private static boolean isLinear(Given given) {
    return "linear-regression".equals(given.parameters().get("model"));
  }

  @Override
  public Given reference(Given given, Run<?> run) {
    var variables = run.step(0).frame().variables();
    long epochs = given.parameters().get("epochs") instanceof Long many ? many : MOST_EPOCHS;
    var changed =
        given
            .withoutInputs("held", "draws", "rate_changes", "columns", "answer")
            .withParameters(Map.of("shuffle", false, "epochs", Math.min(epochs, MOST_EPOCHS)));
    if (isLinear(given)) {
      return changed;
    }
    var inputs = new HashMap<String, Object>();
    inputs.put("X", array(Known.of(variables, "X")));
    inputs.put("y", array(Known.of(variables, "y")));
    PARAMETERS.forEach(name -> inputs.put(name, array(Known.of(variables, name))));
    return changed.withParameters(Map.of("held_out", 0.0)).withInputs(inputs);
  }

  private static Object array(Value value) {
    return switch (value) {
      case Value.Matrix(double[][] rows) -> rows;
      case Value.Vector(double[] values) -> values;
      case Value.Labels(int[] labels) -> labels;
      default -> throw new IllegalArgumentException("a model without samples");
    };
  }

  @Override
  public Given generic(Given reference, RandomGenerator random) {
    var inputs = new HashMap<String, Object>();
    inputs.put("X", Drawn.gaussian(SAMPLES, FEATURES, 1, random));
    boolean batches =
        reference.parameters().get("batch_size") instanceof Long size
            && size > 0
            && reference.inputs().get("X") instanceof double[][] x
            && size < x.length;
    var changed =
        reference.withParameters(
            Map.of("learning_rate", 0.15, "batch_size", batches ? 3L : 0L, "epochs", 3L));
    if (isLinear(reference)) {
      inputs.put("y", Drawn.gaussian(1, SAMPLES, 2, random)[0]);
      return changed.withInputs(inputs);
    }
    int[] y = new int[SAMPLES];
    Arrays.setAll(y, i -> (i * 2 + i / 3) % CLASSES);
    inputs.put("y", y);
    inputs.put("W1", Drawn.gaussian(FEATURES, UNITS, 0.8, random));
    inputs.put("b1", Drawn.gaussian(1, UNITS, 0.5, random)[0]);
    inputs.put("W2", Drawn.gaussian(UNITS, CLASSES, 0.8, random));
    inputs.put("b2", Drawn.gaussian(1, CLASSES, 0.5, random)[0]);
    return changed.withParameters(Map.of("hidden_size", (long) UNITS)).withInputs(inputs);
  }

  @Override
  public Map<String, Object> inputs(Given reference, Run<?> run) {
    var variables = run.step(0).frame().variables();
    var inputs = new HashMap<String, Object>();
    for (var name : List.of("X", "y", "W1", "b1", "W2", "b2", "weights", "bias")) {
      if (variables.get(name) != null) {
        inputs.put(name, Plain.of(variables.get(name)));
      }
    }
    for (var name : List.of("learning_rate", "epochs", "batch_size")) {
      inputs.put(name, reference.parameters().get(name));
    }
    var rows = (List<?>) Known.of(inputs, "X");
    if (Long.valueOf(0).equals(inputs.get("batch_size"))) {
      inputs.put("batch_size", (long) rows.size());
    }
    inputs.put("shuffle", false);
    inputs.put("d", (long) ((List<?>) rows.getFirst()).size());
    if (variables.get("W2") instanceof Value.Matrix(double[][] w2)) {
      inputs.put("hidden_size", (long) w2.length);
      inputs.put("classes", (long) w2[0].length);
      inputs.put("slope", "relu".equals(reference.parameters().get("activation")) ? 0 : LEAKY);
      inputs.put("y_one_hot", oneHot((List<?>) Known.of(inputs, "y"), w2[0].length));
    }
    return inputs;
  }

  private static Object oneHot(List<?> labels, int classes) {
    var rows = new double[labels.size()][classes];
    for (int i = 0; i < rows.length; i++) {
      rows[i][((Number) labels.get(i)).intValue()] = 1;
    }
    return Plain.matrix(rows);
  }

  @Override
  public List<Stage> stages(Run<?> run) {
    var list = new StageList();
    int epochs = 0;
    for (int i = 0; run.has(i); i++) {
      var step = run.step(i);
      if (step.phase().equals("epoch")) {
        epochs++;
        if (epochs == 1) {
          first(list, step, i);
        }
        var losses = step.frame().variables().get("losses");
        list.add(
            "losses",
            "" + epochs,
            "" + (i + 1),
            losses == null ? List.of() : List.of(Held.of(losses)),
            List.of(epochs - 1),
            epochs == 1 ? "" : "W1@1",
            "loss@");
      } else if (i > 0) {
        var variables = step.frame().variables();
        for (var name : List.of("W1", "b1", "W2", "b2", "weights", "bias")) {
          list.add(name, "end", "" + i, variables.get(name), name + "@1");
        }
      }
    }
    return list.all().stream().filter(stage -> !stage.forms().isEmpty()).toList();
  }

  private static void first(StageList list, dev.stepwise.compute.run.Step<?> epoch, int index) {
    var path = String.valueOf(index + 1);
    var variables = epoch.frame().variables();
    if (epoch.isComposite()) {
      var inside = epoch.inside();
      for (int b = 0; inside.has(b); b++) {
        if (inside.step(b).phase().equals("batch")) {
          variables = inside.step(b).frame().variables();
          path += "." + (b + 1);
          break;
        }
      }
    }
    var values = variables;
    var at = path;
    if (values.containsKey("z1")) {
      TENSORS.forEach(name ->
          list.add(
              name,
              "",
              at + (TENSORS.indexOf(name) < 5 ? ".1" : ".2"),
              values.get(name),
              NEEDS.getOrDefault(name, List.of()).stream()
                  .map(n -> n + "@")
                  .toArray(String[]::new)));
      PARAMETERS.forEach(
          name -> list.add(name, "1", at + ".3", values.get(name), "d" + name + "@"));
    } else {
      list.add("y_pred", "", at, values.get("y_pred"));
      list.add("error", "", at, values.get("error"), "y_pred@");
      list.add("loss", "", at, values.get("loss"), "error@");
      list.add("dw", "", at, values.get("dw"), "error@");
      list.add("db", "", at, values.get("db"), "error@");
      list.add("weights", "1", at, values.get("weights"), "dw@");
      list.add("bias", "1", at, values.get("bias"), "db@");
    }
  }

  @Override
  public List<Set<String>> goals(List<Stage> stages, Trace trace) {
    boolean linear = stages.stream().anyMatch(stage -> stage.name().equals("weights"));
    var goals = new ArrayList<Set<String>>();
    goals.add(
        linear
            ? Set.of("weights@end", "bias@end")
            : Set.of("W1@end", "b1@end", "W2@end", "b2@end"));
    if (!trace.bound().containsValue("epochs")) {
      goals.add(linear ? Set.of("weights@1", "bias@1") : Set.of("W1@1", "b1@1", "W2@1", "b2@1"));
      if (!trace.bound().containsValue("learning_rate")) {
        goals.add(linear ? Set.of("dw@", "db@") : Set.of("dW1@", "db1@", "dW2@", "db2@"));
        if (!trace.function().contains("back")) {
          goals.add(Set.of("loss@"));
        }
      }
    }
    return goals;
  }

  @Override
  public Map<String, Set<String>> names() {
    return Map.ofEntries(
        Map.entry("z1", Set.of("z1", "h1", "pre1", "hidden", "zh")),
        Map.entry("a1", Set.of("a1", "h", "hidden", "relu", "act", "h1", "a")),
        Map.entry("z2", Set.of("z2", "logits", "scores", "out", "o")),
        Map.entry("p", Set.of("p", "probs", "a2", "yhat", "softmax", "ypred", "prob", "pred")),
        Map.entry("loss", Set.of("loss", "l", "cost", "mse", "crossentropy")),
        Map.entry("losses", Set.of("losses", "history", "losshistory", "costs", "lossvalues")),
        Map.entry(
            "dz2",
            Set.of(
                "dz2", "dlogits", "delta2", "delta", "dscores", "gradz2", "gz2", "d2", "dout",
                "err", "dz")),
        Map.entry("dW2", Set.of("dw2", "gradw2", "gw2")),
        Map.entry("db2", Set.of("db2", "gradb2", "gb2")),
        Map.entry("da1", Set.of("da1", "dh", "dhidden", "grada1", "ga1", "da")),
        Map.entry("dz1", Set.of("dz1", "delta1", "gradz1", "gz1", "d1", "dhpre")),
        Map.entry("dW1", Set.of("dw1", "gradw1", "gw1")),
        Map.entry("db1", Set.of("db1", "gradb1", "gb1")),
        Map.entry("W1", Set.of("w1")),
        Map.entry("b1", Set.of("b1")),
        Map.entry("W2", Set.of("w2")),
        Map.entry("b2", Set.of("b2")),
        Map.entry("y_pred", Set.of("ypred", "yhat", "pred", "predictions", "preds", "h", "p")),
        Map.entry(
            "error", Set.of("error", "err", "residual", "residuals", "e", "diff", "errors", "r")),
        Map.entry("dw", Set.of("dw", "gradw", "grad", "gradient", "gw", "dweights", "wgrad")),
        Map.entry("db", Set.of("db", "gradb", "gb", "dbias", "bgrad")),
        Map.entry("weights", Set.of("weights", "w", "theta", "coef")),
        Map.entry("bias", Set.of("bias", "b", "intercept")));
  }

  @Override
  public boolean isFinal(Stage stage, List<Stage> stages, Trace trace) {
    boolean goesOn =
        trace.bound().containsValue("batch_size")
            && trace.bound().containsValue("epochs")
            && stages.stream().filter(each -> each.name().equals("losses")).count() == 1;
    return !stage.name().equals("loss")
        && !goesOn
        && (stage.key().equals("end") || !trace.bound().containsValue("epochs"));
  }

  @Override
  public List<String> conventions() {
    return List.of("", "onehot");
  }

  @Override
  public Map<String, Map<String, String>> forms() {
    return Map.of("onehot", Map.of("y", "y_one_hot"));
  }

  @Override
  public List<String> taken(Given reference) {
    return isLinear(reference)
        ? List.of("X", "y", "learning_rate", "epochs")
        : List.of("X", "y", "W1", "b1", "W2", "b2", "learning_rate", "epochs");
  }

  @Override
  public List<String> returned(Given reference) {
    return isLinear(reference)
        ? List.of("weights", "bias", "losses")
        : List.of("W1", "b1", "W2", "b2");
  }

  @Override
  public List<String> main() {
    return List.of("X", "y");
  }

  @Override
  public List<String> rest() {
    return PARAMETERS;
  }

  @Override
  public String remark(Run<?> run, Trace trace) {
    return Orders.of(run, trace).isPresent() ? Orders.REMARK : "";
  }

  /// Weights that the learner's code drew for itself, and batches that it does not make.
  @Override
  public Optional<Given> own(Given reference, Run<?> run, Trace trace) {
    var changed = reference;
    var bound = trace.bound();
    boolean given = bound.containsValue("W1") || bound.containsValue("weights");
    if (!given && reference.inputs().get("W1") instanceof double[][] w1) {
      var w2 = (double[][]) Known.of(reference.inputs(), "W2");
      var drawn1 = drawn(trace, w1.length, w1[0].length);
      var drawn2 = drawn(trace, w2.length, w2[0].length);
      if (drawn1.isPresent() && drawn2.isPresent()) {
        changed =
            changed.withInputs(
                Map.of(
                    "W1",
                    drawn1.get(),
                    "b1",
                    new double[w1[0].length],
                    "W2",
                    drawn2.get(),
                    "b2",
                    new double[w2[0].length]));
      }
    }
    var order = Orders.of(run, trace);
    if (order.isPresent()) {
      return Optional.of(Orders.firstEpoch(changed, run, order.get()));
    }
    boolean batches = !Long.valueOf(0).equals(reference.parameters().get("batch_size"));
    if (batches && !bound.containsValue("batch_size")) {
      changed = changed.withParameters(Map.of("batch_size", 0L));
    }
    return changed.equals(reference) ? Optional.empty() : Optional.of(changed);
  }

  private static Optional<double[][]> drawn(Trace trace, int rows, int columns) {
    return trace.seen().stream()
        .filter(seen -> seen.hasNumbers() && !seen.isReturned())
        .map(Seen::tensor)
        .filter(tensor -> Arrays.equals(tensor.shape(), new int[] {rows, columns}))
        .findFirst()
        .map(Tensor::rows);
  }
}
