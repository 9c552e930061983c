package dev.stepwise.view.lstm.lab;

import dev.stepwise.compute.lstm.Cell;
import dev.stepwise.compute.lstm.LstmLab;
import dev.stepwise.compute.lstm.LstmProblem;
import dev.stepwise.draw.Axes;
import dev.stepwise.draw.LineChart;
import dev.stepwise.draw.Scale;
import dev.stepwise.view.lab.Drawing;
import dev.stepwise.view.lab.Experiment;
import dev.stepwise.view.lab.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many numbers the three cells learn, by their size.
final class ParametersBySize {
  private ParametersBySize() {}

  static Experiment experiment(LstmProblem problem) {
    return new Experiment(
        "parameters",
        "Parameters of LSTM, GRU and RNN",
        "Each layer has hidden·(input+hidden) weights and hidden biases; look at the ratio, which"
            + " is 4:3:1 at any size.",
        "Across: the number of units, with %s. Up: weights and biases."
            .formatted(count(problem.inputs(), "input")),
        _ -> finding(problem));
  }

  private static Finding finding(LstmProblem problem) {
    int most = Math.max(16, 2 * problem.hidden());
    return new Finding(
        List.of(
            new Finding.Picture("Linear", chart(problem, most, Scale.Kind.LINEAR)),
            new Finding.Picture("Logarithmic", chart(problem, most, Scale.Kind.LOG))),
        conclusion(problem),
        numbers(problem, most));
  }

  private static Drawing chart(LstmProblem problem, int most, Scale.Kind kind) {
    return (surface, area, look) -> {
      var series = new ArrayList<LineChart.Series>();
      int[] colours = {0, 2, 4};
      for (var cell : Cell.values()) {
        var values = new double[most];
        Arrays.setAll(values, i -> LstmLab.parameters(cell, problem.inputs(), i + 1L));
        series.add(
            new LineChart.Series(
                cell.title(),
                look.palette().category(colours[series.size()]),
                1,
                values,
                problem.hidden() - 1,
                cell == Cell.RNN ? "" : "%,.0f".formatted(values[problem.hidden() - 1])));
      }
      new LineChart(new Axes("units", "parameters"), kind, most, series).draw(surface, area, look);
    };
  }

  private static String conclusion(LstmProblem problem) {
    int hidden = problem.hidden();
    int inputs = problem.inputs();
    return "With %s and %s one layer has %d·(%d+%d) + %d = %,d parameters; the LSTM has four layers and %,d, the GRU three and %,d, the RNN one."
        .formatted(
            count(inputs, "input"),
            count(hidden, "unit"),
            hidden,
            inputs,
            hidden,
            hidden,
            LstmLab.parameters(Cell.RNN, inputs, hidden),
            LstmLab.parameters(Cell.LSTM, inputs, hidden),
            LstmLab.parameters(Cell.GRU, inputs, hidden));
  }

  private static String count(int count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }

  private static String numbers(LstmProblem problem, int most) {
    var lines = new ArrayList<String>();
    for (int hidden = 1; hidden <= most; hidden *= 2) {
      lines.add(
          "%,6d units   LSTM %,11d   GRU %,11d   RNN %,11d"
              .formatted(
                  hidden,
                  LstmLab.parameters(Cell.LSTM, problem.inputs(), hidden),
                  LstmLab.parameters(Cell.GRU, problem.inputs(), hidden),
                  LstmLab.parameters(Cell.RNN, problem.inputs(), hidden)));
    }
    return String.join("\n", lines);
  }
}
