package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.RegressionFrame.Focus;
import dev.stepwise.compute.gradient.RegressionFrame.Pass;
import dev.stepwise.compute.gradient.Series.Prefix;
import dev.stepwise.compute.gradient.regression.LinearModel;
import dev.stepwise.compute.gradient.regression.MeanSquaredError;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.UnfoldingRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The run of linear regression: zero, one step an epoch, and the end. An epoch opens into its
/// predictions, its loss, its gradient and its update. Every number comes from the functions that
/// [#fit] calls.
public final class RegressionRun
    implements UnfoldingRun.Recurrence<RegressionRun.State, GradientFrame> {
  private static final long KEY_STATES_BYTES = 16L << 20;
  private static final int MOST_KEY_STATES = 4096;

  private final RegressionProblem problem;
  private final Series losses = new Series();
  private final List<Series> path;

  private RegressionRun(RegressionProblem problem) {
    this.problem = problem;
    this.path = IntStream.of(tracked(problem)).mapToObj(_ -> new Series()).toList();
  }

  /// What linear regression ends with.
  ///
  /// @param losses before each epoch's update
  public record Fit(LinearModel model, List<Double> losses, Optional<Trouble> trouble) {
    /// Copies the list.
    public Fit {
      losses = List.copyOf(losses);
    }
  }

  /// The whole algorithm.
  public static Fit fit(RegressionProblem problem) {
    var model = LinearModel.zero(problem.dimensions());
    double limit = Trouble.limit(pass(problem, model).loss());
    var losses = new ArrayList<Double>();
    for (int epoch = 1; epoch <= problem.descent().epochs(); epoch++) {
      var pass = pass(problem, model);
      losses.add(pass.loss());
      var next = descend(problem, pass, epoch, limit);
      var trouble = trouble(pass, next, epoch, limit);
      if (trouble.isPresent()) {
        return new Fit(next, losses, trouble);
      }
      model = next;
    }
    return new Fit(model, losses, Optional.empty());
  }

  /// Predictions, errors, loss and gradient of a model.
  public static Pass pass(RegressionProblem problem, LinearModel at) {
    double[] predictions = at.predict(problem.x());
    double[] errors = MeanSquaredError.errors(predictions, problem.y());
    return new Pass(
        at,
        predictions,
        errors,
        MeanSquaredError.of(errors),
        MeanSquaredError.gradient(problem.x(), errors));
  }

  private static LinearModel descend(
      RegressionProblem problem, Pass pass, int epoch, double limit) {
    return pass.loss() <= limit
        ? pass.at().descend(problem.descent().rateIn(epoch), pass.gradient())
        : pass.at();
  }

  private static Optional<Trouble> trouble(Pass pass, LinearModel next, int epoch, double limit) {
    if (!Double.isFinite(pass.loss()) || !next.isFinite()) {
      return Optional.of(new Trouble(Trouble.Kind.NOT_FINITE, epoch, 0, pass.loss()));
    }
    return pass.loss() <= limit
        ? Optional.empty()
        : Optional.of(new Trouble(Trouble.Kind.FAR_OFF, epoch, 0, pass.loss()));
  }

  /// The parameters whose path is kept: the first two weights and the bias.
  public static int[] tracked(RegressionProblem problem) {
    int d = problem.dimensions();
    return d == 1 ? new int[] {0, 1} : new int[] {0, 1, d};
  }

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<GradientFrame> of(RegressionProblem problem) {
    long bytes = Double.BYTES * 2L * (problem.dimensions() + problem.y().length) + 512;
    return new UnfoldingRun<>(
        new RegressionRun(problem), Math.clamp(KEY_STATES_BYTES / bytes, 2, MOST_KEY_STATES));
  }

  /// Where it stands after a step of the top level.
  ///
  /// @param before the model before this epoch
  /// @param after the model now
  record State(
      int epoch,
      LinearModel before,
      LinearModel after,
      double limit,
      Optional<Trouble> trouble,
      NetworkRun.Phase end) {}

  @Override
  public State first() {
    var zero = LinearModel.zero(problem.dimensions());
    walk(0, zero);
    double limit = Trouble.limit(pass(problem, zero).loss());
    return new State(0, zero, zero, limit, Optional.empty(), NetworkRun.Phase.UNDER_WAY);
  }

  private void walk(int index, LinearModel model) {
    int[] tracked = tracked(problem);
    for (int i = 0; i < tracked.length; i++) {
      path.get(i).put(index, model.parameter(tracked[i]));
    }
  }

  @Override
  public boolean isLast(State state, int index) {
    return state.end() == NetworkRun.Phase.ENDED;
  }

  @Override
  public State next(State state, int index) {
    if (state.epoch() == problem.descent().epochs() || state.trouble().isPresent()) {
      return new State(
          state.epoch(),
          state.before(),
          state.after(),
          state.limit(),
          state.trouble(),
          NetworkRun.Phase.ENDED);
    }
    int number = state.epoch() + 1;
    var pass = pass(problem, state.after());
    var moved = descend(problem, pass, number, state.limit());
    losses.put(number - 1, pass.loss());
    walk(number, moved);
    return new State(
        number,
        state.after(),
        moved,
        state.limit(),
        trouble(pass, moved, number, state.limit()),
        NetworkRun.Phase.UNDER_WAY);
  }

  private RegressionFrame frame(
      int epoch, int measured, LinearModel model, Optional<Pass> pass, int steps, Focus focus) {
    List<Prefix> walked = path.stream().map(series -> series.prefix(steps)).toList();
    return new RegressionFrame(problem, epoch, model, pass, losses.prefix(measured), walked, focus);
  }

  @Override
  public Step<GradientFrame> step(State state, int index) {
    int epoch = state.epoch();
    if (index == 0) {
      var frame = frame(0, 0, state.after(), Optional.empty(), 1, new Focus.Initialised());
      return leaf("initialise", "Start", frame, Line.ZEROS, List.of("X"), "weights", "bias");
    }
    if (state.end() == NetworkRun.Phase.UNDER_WAY) {
      return epoch(state);
    }
    if (state.trouble().isPresent()) {
      var frame =
          frame(
              epoch,
              epoch,
              state.after(),
              Optional.empty(),
              epoch + 1,
              new Focus.Stopped(state.trouble().get()));
      var step =
          leaf(
              "stopped",
              "Stopped",
              frame,
              Line.SQUARED_ERROR,
              List.of("weights", "bias"),
              "losses");
      return withConditions(step, Set.of(GradientConditions.DIVERGES));
    }
    double loss = pass(problem, state.after()).loss();
    var frame =
        frame(epoch, epoch, state.after(), Optional.empty(), epoch + 1, new Focus.Finished(loss));
    return leaf(
        "trained", "Trained", frame, Line.REGRESSION_END, List.of("weights", "bias"), "losses");
  }

  private Step<GradientFrame> epoch(State state) {
    int epoch = state.epoch();
    double before = epoch > 1 ? losses.prefix(epoch - 1).last() : Double.NaN;
    var pass = pass(problem, state.before());
    var frame =
        frame(
            epoch, epoch, state.after(), Optional.of(pass), epoch + 1, new Focus.EpochDone(before));
    var met = new HashSet<Condition>();
    if (pass.loss() > before) {
      met.add(GradientConditions.LOSS_RISES);
    }
    if (state.trouble().isPresent()) {
      met.add(GradientConditions.DIVERGES);
    }
    if (problem.descent().rateIn(epoch) != problem.descent().rateIn(epoch - 1)) {
      met.add(GradientConditions.RATE_CHANGES);
    }
    return new Step<>(
        "epoch",
        "Epoch " + epoch,
        RegressionNarration.of(frame),
        Line.REGRESSION_EPOCH,
        List.of("X", "y", "weights", "bias"),
        List.of("y_pred", "error", "losses", "dw", "db", "weights", "bias"),
        met,
        frame,
        () -> Run.indexed(4, index -> part(state, pass, index)));
  }

  private Step<GradientFrame> part(State state, Pass pass, int index) {
    int epoch = state.epoch();
    var known = Optional.of(pass);
    return switch (index) {
      case 0 -> {
        var frame = frame(epoch, epoch - 1, state.before(), known, epoch, new Focus.Predicted());
        yield composite(
            leaf(
                "predict",
                "Predict",
                frame,
                Line.PREDICT,
                List.of("X", "weights", "bias"),
                "y_pred"),
            Run.indexed(problem.y().length, i -> sample(frame, i)));
      }
      case 1 -> {
        var frame = frame(epoch, epoch, state.before(), known, epoch, new Focus.LossMeasured());
        yield leaf(
            "loss", "Loss", frame, Line.SQUARED_ERROR, List.of("y_pred", "y"), "error", "losses");
      }
      case 2 -> {
        var frame = frame(epoch, epoch, state.before(), known, epoch, new Focus.GradientTaken());
        yield composite(
            leaf("gradient", "Gradient", frame, Line.DW, List.of("X", "error"), "dw", "db"),
            Run.indexed(problem.dimensions() + 1, j -> derivative(frame, j)));
      }
      default -> {
        var frame = frame(epoch, epoch, state.after(), known, epoch + 1, new Focus.Updated());
        yield leaf(
            "update",
            "Update",
            frame,
            Line.DESCEND,
            List.of("weights", "bias", "dw", "db", "rate"),
            "weights",
            "bias");
      }
    };
  }

  private static Step<GradientFrame> sample(RegressionFrame frame, int i) {
    return leaf(
        "sample",
        "point " + (i + 1),
        with(frame, new Focus.SamplePredicted(i)),
        Line.PREDICT,
        List.of("X", "weights", "bias"),
        "y_pred");
  }

  private static Step<GradientFrame> derivative(RegressionFrame frame, int j) {
    boolean bias = j == frame.problem().dimensions();
    return leaf(
        "derivative",
        bias ? "db" : "dw[%d]".formatted(j),
        with(frame, new Focus.DerivativeTaken(j)),
        bias ? Line.DB : Line.DW,
        bias ? List.of("error") : List.of("X", "error"),
        bias ? "db" : "dw");
  }

  private static RegressionFrame with(RegressionFrame frame, Focus focus) {
    return new RegressionFrame(
        frame.problem(),
        frame.epoch(),
        frame.model(),
        frame.pass(),
        frame.losses(),
        frame.path(),
        focus);
  }

  private static Step<GradientFrame> leaf(
      String phase,
      String crumb,
      RegressionFrame frame,
      int line,
      List<String> reads,
      String... writes) {
    return new Step<>(
        phase,
        crumb,
        RegressionNarration.of(frame),
        line,
        reads,
        List.of(writes),
        Set.of(),
        frame,
        null);
  }

  private static Step<GradientFrame> composite(
      Step<GradientFrame> step, Run<GradientFrame> inside) {
    return new Step<>(
        step.phase(),
        step.crumb(),
        step.narration(),
        step.line(),
        step.reads(),
        step.writes(),
        step.conditions(),
        step.frame(),
        () -> inside);
  }

  private static Step<GradientFrame> withConditions(
      Step<GradientFrame> step, Set<Condition> conditions) {
    return new Step<>(
        step.phase(),
        step.crumb(),
        step.narration(),
        step.line(),
        step.reads(),
        step.writes(),
        conditions,
        step.frame(),
        null);
  }
}
