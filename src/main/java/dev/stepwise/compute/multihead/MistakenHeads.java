package dev.stepwise.compute.multihead;

import dev.stepwise.compute.attention.Attention;
import dev.stepwise.compute.multihead.MultiHead.Pass;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.List;

/// [MultiHead], with a mistake in one of its steps.
final class MistakenHeads {
  private MistakenHeads() {}

  static Pass pass(MultiHeadProblem problem) {
    var right = MultiHead.pass(problem);
    var mistake = problem.mistake();
    var heads = new ArrayList<Attention.Pass>();
    for (int head = 0; head < problem.heads(); head++) {
      Cancellation.checkpoint();
      var slice = right.split().get(mistake.slice(head));
      heads.add(mistake.inHeads().pass(slice, problem.settings()));
    }
    double[][] joined = join(problem, heads);
    return new Pass(
        right.whole(),
        right.split(),
        List.copyOf(heads),
        joined,
        mistake.mix(joined, problem.output()),
        right.tracked());
  }

  private static double[][] join(MultiHeadProblem problem, List<Attention.Pass> heads) {
    var joined = new double[problem.length()][problem.modelWidth()];
    for (int row = 0; row < joined.length; row++) {
      for (int column = 0; column < joined[row].length; column++) {
        var from = problem.mistake().unjoined(problem, row, column);
        joined[row][column] = heads.get(from.head()).output()[from.token()][from.column()];
      }
    }
    return joined;
  }
}
