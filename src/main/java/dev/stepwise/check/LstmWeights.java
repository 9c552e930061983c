package dev.stepwise.check;

import dev.stepwise.check.Argument.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The weights of an LSTM in the other ways in which code takes them: those of all gates above each
/// other in one matrix, and those for x and for h apart. The order of the gates is no part of an
/// exercise, so the usual ones are tried.
final class LstmWeights {
  /// PyTorch's and Keras's order comes first.
  private static final List<String> ORDERS = List.of("ifco", "fico", "ifoc", "fioc");

  /// The orders, each with the columns for x before those for h and behind them.
  private static final List<String> WAYS =
      ORDERS.stream().flatMap(order -> Stream.of(order, order + "-hx")).toList();

  private static final List<String> SHAPES = List.of("", "step", "transposed", "step+transposed");
  private static final List<String> STACKED =
      List.of("kernel", "kernel_x", "kernel_h", "bias", "bias_x", "bias_h");

  private LstmWeights() {}

  /// What parameters take.
  static List<Argument> arguments() {
    var all = new ArrayList<Argument>();
    all.add(Argument.named("kernel", Role.WEIGHT, "W W_all weights_all W_stacked W_gates"));
    all.add(
        Argument.named("kernel_x", Role.WEIGHT, "W_ih W_x Wx W_xh W_input weight_ih W_i_all W_in"));
    all.add(
        Argument.named("kernel_h", Role.WEIGHT, "W_hh W_h Wh U W_hidden weight_hh U_all W_rec"));
    all.add(Argument.named("bias", Role.BIAS, "b b_all biases"));
    all.add(Argument.named("bias_x", Role.BIAS, "b_ih b_x bias_ih"));
    all.add(Argument.named("bias_h", Role.BIAS, "b_hh b_h bias_hh"));
    for (var gate : List.of("f", "i", "c", "o")) {
      var names = gate.equals("c") ? List.of("c", "g") : List.of(gate);
      all.add(
          Argument.named("x_" + gate, Role.WEIGHT, each(names, "W_x%s Wx%s W_%sx W_i%s W_%s_x")));
      all.add(
          Argument.named(
              "h_" + gate, Role.WEIGHT, each(names, "W_h%s Wh%s W_%sh U_%s U%s W_%s_h R_%s")));
    }
    return all;
  }

  private static String each(List<String> names, String patterns) {
    return String.join(" ", names.stream().map(name -> patterns.replace("%s", name)).toList());
  }

  /// Adds them, for each order of the gates.
  ///
  /// @param inputs of an LSTM
  static void add(Map<String, Object> inputs, int units) {
    for (var way : WAYS) {
      var suffix = way.equals(WAYS.getFirst()) ? "" : "_" + way;
      var order = way.substring(0, ORDERS.getFirst().length());
      var whole = new ArrayList<Object>();
      var bias = new ArrayList<Object>();
      for (int i = 0; i < order.length(); i++) {
        char gate = order.charAt(i);
        whole.addAll((List<?>) Known.of(inputs, "W_" + gate));
        bias.addAll((List<?>) Known.of(inputs, "b_" + gate));
      }
      inputs.put("kernel" + suffix, way.equals(order) ? whole : turned(whole, units));
      inputs.put("kernel_x" + suffix, columns(whole, 0, units));
      inputs.put("kernel_h" + suffix, columns(whole, 1, units));
      inputs.put("bias" + suffix, bias);
      inputs.put("bias_x" + suffix, bias);
      inputs.put("bias_h" + suffix, Collections.nCopies(bias.size(), 0.0));
    }
    for (var gate : List.of("f", "i", "c", "o")) {
      var whole = (List<?>) Known.of(inputs, "W_" + gate);
      inputs.put("x_" + gate, columns(whole, 0, units));
      inputs.put("h_" + gate, columns(whole, 1, units));
    }
  }

  /// The columns that meet x, or those behind them, which meet h.
  private static List<Object> columns(List<?> rows, int part, int units) {
    var cut = new ArrayList<Object>();
    for (var row : rows) {
      var all = (List<?>) row;
      int split = all.size() - units;
      cut.add(
          new ArrayList<Object>(
              part == 0 ? all.subList(0, split) : all.subList(split, all.size())));
    }
    return cut;
  }

  private static List<Object> turned(List<?> rows, int units) {
    var x = columns(rows, 0, units);
    var turned = new ArrayList<Object>();
    for (int i = 0; i < rows.size(); i++) {
      var row =
          new ArrayList<Object>((List<?>) columns(rows.subList(i, i + 1), 1, units).getFirst());
      row.addAll((List<?>) x.get(i));
      turned.add(row);
    }
    return turned;
  }

  /// The conventions of the other orders, and of weights of which `W_f` is the part for x.
  static List<String> conventions() {
    var all = new ArrayList<String>();
    for (var shape : SHAPES) {
      all.add("*" + with(shape, "apart"));
    }
    for (var way : WAYS.subList(1, WAYS.size())) {
      for (var shape : SHAPES) {
        all.add("*" + with(shape, way));
      }
    }
    return all;
  }

  /// What stands for what in them.
  static Map<String, Map<String, String>> forms() {
    var forms = new HashMap<String, Map<String, String>>();
    var apart = new HashMap<String, String>();
    List.of("f", "i", "c", "o").forEach(gate -> apart.put("W_" + gate, "x_" + gate));
    apart.put("kernel", "kernel_x");
    for (var shape : SHAPES) {
      forms.put(with(shape, "apart"), apart);
      for (var way : WAYS.subList(1, WAYS.size())) {
        var stacked = new HashMap<String, String>();
        STACKED.forEach(name -> stacked.put(name, name + "_" + way));
        forms.put(with(shape, way), stacked);
      }
    }
    return forms;
  }

  private static String with(String shape, String way) {
    return shape.isEmpty() ? way : shape + "+" + way;
  }
}
