package dev.stepwise.compute.kmeans;

import static dev.stepwise.compute.kmeans.KMeansConditions.EMPTY_CLUSTER;
import static dev.stepwise.compute.kmeans.KMeansConditions.INERTIA_STALLS;
import static dev.stepwise.compute.kmeans.KMeansConditions.NOT_CONVERGED;
import static dev.stepwise.compute.kmeans.KMeansConditions.POINT_MOVES;
import static dev.stepwise.compute.kmeans.KMeansConditions.TIE;

import dev.stepwise.compute.kmeans.KMeansFrame.Clustering;
import dev.stepwise.compute.linear.PrincipalComponents;
import dev.stepwise.compute.run.Condition;
import dev.stepwise.compute.run.Once;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import dev.stepwise.compute.run.UnfoldingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The run of k-means: initialise, one step an iteration, and the end. Initialise opens into the
/// draws, an iteration into its assignment and its update, the end into the last assignment. Every
/// number comes from the functions of [KMeans] that [KMeans#fit] calls, as far as no
/// [KMeansMistake] is made on purpose.
public final class KMeansRun {
  private static final long KEY_STATES_BYTES = 64L << 20;
  private static final int MOST_KEY_STATES = 4096;
  private static final double STALL = 0.01;

  private KMeansRun() {}

  /// The run of a problem. Cheap: nothing is computed until a step is asked for.
  public static Run<KMeansFrame> of(KMeansProblem problem) {
    var plane = new Once<>(() -> PrincipalComponents.of(problem.points(), 2));
    return new UnfoldingRun<>(
        new Lloyd(problem, plane, new AtomicReference<>()), maximumKeys(problem));
  }

  private static int maximumKeys(KMeansProblem problem) {
    long labels = 2L * Integer.BYTES * problem.points().length;
    long centroids = (long) Double.BYTES * problem.k() * problem.points()[0].length;
    long bytes = labels + centroids + 1024;
    return Math.clamp(KEY_STATES_BYTES / bytes, 2, MOST_KEY_STATES);
  }

  /// The state after a top-level step.
  ///
  /// @param inAssignment what happened in its assignment
  /// @param inUpdate what happened in its update
  private record State(
      Clustering clustering, Focus focus, Set<Condition> inAssignment, Set<Condition> inUpdate) {}

  /// @param idle what knows of an assignment before, while no thread assigns with it
  private record Lloyd(
      KMeansProblem problem,
      Once<PrincipalComponents> plane,
      AtomicReference<@Nullable BoundedAssignment> idle)
      implements UnfoldingRun.Recurrence<State, KMeansFrame> {

    @Override
    public State first() {
      var unassigned = new int[problem.points().length];
      Arrays.fill(unassigned, -1);
      double[][] centroids = KMeans.initialise(problem);
      var clustering =
          new Clustering(
              centroids, unassigned, unassigned, List.<double[][]>of(centroids), List.of(), 0);
      return new State(
          clustering, new SeedingFocus.Initialised(problem.init()), Set.of(), Set.of());
    }

    @Override
    public boolean isLast(State state, int index) {
      return state.focus() instanceof IterationFocus.Finished;
    }

    @Override
    public State next(State state, int index) {
      var clustering = state.clustering();
      if (state.focus() instanceof IterationFocus.Iterated(_, double movement)) {
        boolean converged = movement <= problem.tolerance();
        if (converged || clustering.iteration() >= problem.maximumIterations()) {
          return finish(clustering, converged, movement);
        }
      }
      return iterate(clustering);
    }

    private State iterate(Clustering before) {
      var way = problem.mistake();
      var assignment = assign(before.centroids());
      int[] labels = assignment.labels();
      double[][] moved =
          way.update(problem.points(), way.grouping(labels, before.labels()), before.centroids());
      var clustering =
          new Clustering(
              moved,
              labels,
              before.labels(),
              appended(before.trail(), moved),
              appended(before.inertias(), assignment.inertia()),
              before.iteration() + 1);
      var focus =
          new IterationFocus.Iterated(
              KMeans.changed(before.labels(), labels), KMeans.movement(before.centroids(), moved));
      var inAssignment = inAssignment(clustering, assignment);
      if (inertiaStalls(clustering.inertias())) {
        inAssignment.add(INERTIA_STALLS);
      }
      return new State(clustering, focus, inAssignment, inUpdate(clustering));
    }

    private KMeans.Assignment assign(double[][] centroids) {
      var way = problem.mistake();
      if (way == KMeansMistake.FARTHEST) {
        return way.assign(problem.points(), centroids);
      }
      var known = idle.getAndSet(null);
      var bounded = known == null ? new BoundedAssignment(way.seen(problem.points())) : known;
      var assignment = bounded.assign(way.seen(centroids));
      idle.set(bounded);
      return assignment;
    }

    private State finish(Clustering before, boolean converged, double movement) {
      var assignment = assign(before.centroids());
      var clustering =
          new Clustering(
              before.centroids(),
              assignment.labels(),
              before.labels(),
              before.trail(),
              appended(before.inertias(), assignment.inertia()),
              before.iteration());
      var focus =
          new IterationFocus.Finished(
              converged, before.iteration(), assignment.inertia(), movement);
      return new State(clustering, focus, inAssignment(clustering, assignment), Set.of());
    }

    private static Set<Condition> inAssignment(
        Clustering clustering, KMeans.Assignment assignment) {
      var conditions = new HashSet<Condition>();
      if (assignment.ties() > 0) {
        conditions.add(TIE);
      }
      if (AssignmentSteps.pointMoves(clustering)) {
        conditions.add(POINT_MOVES);
      }
      return conditions;
    }

    private static boolean inertiaStalls(List<Double> inertias) {
      if (inertias.size() < 2) {
        return false;
      }
      double earlier = inertias.get(inertias.size() - 2);
      return earlier - inertias.getLast() < STALL * earlier;
    }

    private static Set<Condition> inUpdate(Clustering clustering) {
      int[] sizes = KMeans.sizes(clustering.labels(), clustering.centroids().length);
      boolean empty = Arrays.stream(sizes).anyMatch(size -> size == 0);
      return empty ? Set.of(EMPTY_CLUSTER) : Set.of();
    }

    @Override
    public Step<KMeansFrame> step(State state, int index) {
      var frame = new KMeansFrame(problem, state.clustering(), state.focus(), plane);
      return switch (state.focus()) {
        case IterationFocus.Iterated _ -> iteration(state, frame);
        case IterationFocus.Finished finished -> end(state, frame, finished);
        default -> initialise(frame);
      };
    }

    private Step<KMeansFrame> initialise(KMeansFrame frame) {
      return frame.step("Initialise").opening(() -> SeedingSteps.of(frame));
    }

    private Step<KMeansFrame> iteration(State state, KMeansFrame frame) {
      var conditions = new HashSet<>(state.inAssignment());
      conditions.addAll(state.inUpdate());
      return frame
          .step("Iteration " + state.clustering().iteration())
          .meeting(conditions)
          .opening(() -> inside(state, frame));
    }

    private Run<KMeansFrame> inside(State state, KMeansFrame frame) {
      var after = state.clustering();
      var before = after.trail().get(after.trail().size() - 2);
      var clustering =
          new Clustering(
              before,
              after.labels(),
              after.labelsBefore(),
              after.trail().subList(0, after.trail().size() - 1),
              after.inertias(),
              after.iteration());
      var assigned = frame.at(clustering, frame.focus());
      return Run.indexed(
          2,
          step ->
              step == 0
                  ? new AssignmentSteps(assigned).whole(state.inAssignment())
                  : new UpdateSteps(assigned, after.centroids()).whole(state.inUpdate()));
    }

    private Step<KMeansFrame> end(
        State state, KMeansFrame frame, IterationFocus.Finished finished) {
      var conditions = new HashSet<>(state.inAssignment());
      if (!finished.converged()) {
        conditions.add(NOT_CONVERGED);
      }
      return frame
          .step(finished.converged() ? "Converged" : "Stopped")
          .meeting(conditions)
          .opening(() -> new AssignmentSteps(frame).points());
    }

    private static <T> List<T> appended(List<T> list, T element) {
      var longer = new ArrayList<T>(list.size() + 1);
      longer.addAll(list);
      longer.add(element);
      return Collections.unmodifiableList(longer);
    }
  }
}
