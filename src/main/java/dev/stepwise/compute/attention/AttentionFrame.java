package dev.stepwise.compute.attention;

import dev.stepwise.compute.attention.Attention.Pass;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// What attention shows at a step: the whole pass, and how far the step has come in it.
///
/// @param problem the tokens, matrices and settings
/// @param pass all that is computed, also what the step has not reached yet
/// @param focus what the step looks at
/// @param projected whether Q, K and V are computed by this run, from X; else they were given to it
public record AttentionFrame(AttentionProblem problem, Pass pass, Focus focus, boolean projected)
    implements Frame {

  /// The parts of softmax.
  public enum Part {
    /// The greatest score.
    MAX,
    /// The greatest score subtracted.
    SHIFT,
    /// The exponentials.
    EXP,
    /// Their sum.
    SUM,
    /// Each divided by the sum.
    DIVIDE
  }

  /// How far the scores of a row have come.
  public enum Stage {
    /// Not computed.
    NONE,
    /// The products of query and keys.
    PRODUCTS,
    /// Scaled.
    SCALED,
    /// Masked.
    MASKED
  }

  /// d_k, the width of Q, K and V.
  public int headWidth() {
    return pass.q()[0].length;
  }

  /// The values of a matrix as they stand, computed yet or not.
  public double[][] values(Tensor tensor) {
    return switch (tensor) {
      case SCORES -> scores();
      case OUTPUT -> output();
      default -> finished(tensor);
    };
  }

  private double[][] finished(Tensor tensor) {
    return switch (tensor) {
      case X -> problem.x();
      case W_Q -> problem.queries();
      case W_K -> problem.keys();
      case W_V -> problem.values();
      case Q -> pass.q();
      case K -> pass.k();
      case V -> pass.v();
      case SCORES -> pass.scores();
      case WEIGHTS -> pass.weights();
      case OUTPUT -> pass.output();
    };
  }

  /// The scores as they stand, rows shared with the pass.
  private double[][] scores() {
    int n = pass.products().length;
    var first = stage(0);
    if (first == stage(n - 1)) {
      return scores(first);
    }
    return IntStream.range(0, n).mapToObj(i -> scores(stage(i))[i]).toArray(double[][]::new);
  }

  private double[][] scores(Stage stage) {
    return switch (stage) {
      case NONE, PRODUCTS -> pass.products();
      case SCALED -> pass.scaled();
      case MASKED -> pass.scores();
    };
  }

  /// The output as it stands: a row that is being added up holds its sum so far.
  private double[][] output() {
    if (!(focus instanceof OutputFocus.TermMixed(int query, int key))) {
      return pass.output();
    }
    double[][] rows = pass.output().clone();
    var mistake = problem.settings().mistake();
    double[] shares = mistake.shares(pass.weights())[query];
    double[][] mixed = MistakenAttention.projection(pass, mistake.mixed());
    rows[query] = new double[headWidth()];
    for (int j = 0; j <= key; j++) {
      for (int column = 0; column < rows[query].length; column++) {
        rows[query][column] += shares[j] * mixed[j][column];
      }
    }
    return rows;
  }

  /// How many cells of a matrix are there after this step, counted row by row.
  public int known(Tensor tensor) {
    int order = tensor.compareTo(focus.tensor());
    return order > 0 ? 0 : Math.min(size(tensor), order < 0 ? Focus.ALL : focus.cells(this));
  }

  private int size(Tensor tensor) {
    double[][] values = finished(tensor);
    return values.length * values[0].length;
  }

  /// Whether a cell of a matrix is there after this step.
  boolean has(Tensor tensor, int row, int column) {
    return row * finished(tensor)[0].length + column < known(tensor);
  }

  /// How far the scores of a row have come after this step.
  public Stage stage(int query) {
    return focus.stage(query);
  }

  /// What softmax subtracts from the scores of a row: their maximum, or 0 for the naive one.
  public double shift(int query) {
    return problem.settings().isStable() ? Softmax.greatest(pass.scores()[query]) : 0;
  }

  /// {@inheritDoc}
  ///
  /// The listing computes whole matrices at once, so one that is only partly there has no value
  /// yet; what a step inside looks at stands beside them, under its index.
  @Override
  public SequencedMap<String, Value> variables() {
    var variables = new LinkedHashMap<String, Value>();
    for (var tensor : Tensor.values()) {
      if ((projected || !tensor.isGiven()) && isWhole(tensor)) {
        variables.put(tensor.variable(), new Value.Matrix(values(tensor)));
      }
    }
    focus.addTo(variables, this);
    return variables;
  }

  private boolean isWhole(Tensor tensor) {
    int known = known(tensor);
    boolean adding = tensor == Tensor.OUTPUT && focus instanceof OutputFocus.TermMixed;
    return known > 0 && known == size(tensor) && !adding;
  }

  /// The address of a cell: in its matrix where that is a variable, else in the row or by the name
  /// of the cell that the step looks at. In its matrix also where neither is a variable, as on the
  /// stage the finished rows of a matrix stand before it is whole.
  public Ref address(Tensor tensor, int row, int column) {
    var variables = variables();
    var inMatrix = Ref.of(tensor.variable(), row, column);
    return List.of(
            inMatrix, Ref.of(tensor.rowName(row), column), Ref.of(tensor.cellName(row, column)))
        .stream()
        .filter(ref -> ref.in(variables).isPresent())
        .findFirst()
        .orElse(inMatrix);
  }

  @Override
  public Narration narration() {
    return MistakenWords.of(this).orElseGet(() -> focus.narration(this));
  }

  @Override
  public List<Ref> written() {
    return focus.written(this);
  }

  /// How its cells come to be.
  Cells cells() {
    return new Cells(this);
  }

  /// The same pass with another step's look at it.
  AttentionFrame looking(Focus other) {
    return new AttentionFrame(problem, pass, other, projected);
  }

  /// Its step.
  Step<AttentionFrame> step(String crumb) {
    return Step.of(focus.kind(), crumb, this);
  }
}
