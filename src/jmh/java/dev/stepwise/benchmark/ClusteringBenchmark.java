package dev.stepwise.benchmark;

import dev.stepwise.compute.kmeans.KMeans;
import dev.stepwise.compute.kmeans.KMeansProblem;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import smile.clustering.PartitionClustering;

/// A fit of k-means in 20 iterations from k-means++, of clouds that overlap, so that nobody is done
/// earlier. Each draws its own start.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare before it measures
public class ClusteringBenchmark {
  private static final int ITERATIONS = 20;

  /// Points, coordinates, clusters.
  @Param({"100000x2, 8", "10000x16, 10"})
  public String size;

  private int k;
  private double[][] points;
  private List<DoublePoint> commonsPoints;
  private KMeansProblem problem;

  /// Draws the clouds.
  @Setup
  public void prepare() {
    var sides = size.split("\\D+");
    k = Integer.parseInt(sides[2]);
    var random = new Well19937c(1);
    var centres = new double[k][Integer.parseInt(sides[1])];
    for (double[] centre : centres) {
      Arrays.setAll(centre, _ -> 10 * random.nextDouble());
    }
    points = new double[Integer.parseInt(sides[0])][centres[0].length];
    for (int i = 0; i < points.length; i++) {
      double[] centre = centres[i % k];
      Arrays.setAll(points[i], c -> centre[c] + 3 * random.nextGaussian());
    }
    commonsPoints = Arrays.stream(points).map(DoublePoint::new).toList();
    problem = new KMeansProblem(points, null, k, KMeansProblem.Init.PLUS_PLUS, ITERATIONS, 0, 1);
  }

  /// The app's fit.
  @Benchmark
  public KMeans.Fit stepwise() {
    return KMeans.fit(problem);
  }

  /// Apache Commons Math.
  @Benchmark
  public List<CentroidCluster<DoublePoint>> commonsMath() {
    return new KMeansPlusPlusClusterer<DoublePoint>(
            k, ITERATIONS, new EuclideanDistance(), new Well19937c(1))
        .cluster(commonsPoints);
  }

  /// Smile, which computes by all processors.
  @Benchmark
  public PartitionClustering smile() {
    return smile.clustering.KMeans.fit(points, k, ITERATIONS, 0);
  }
}
