package dev.stepwise.compute.kmeans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The reference cases: results computed by other programs, or by hand.
final class References {
  static final List<String> NAMES = List.of("k-means-2d", "k-means-5d", "k-means-empty-cluster");

  private References() {}

  static JsonNode read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            References.class.getResourceAsStream("/reference/" + name + ".json"), name)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KMeansProblem problem(JsonNode reference) {
    var scenario = reference.get("scenario");
    var parameters = scenario.get("parameters");
    return new KMeansProblem(
        matrix(scenario.get("inputs").get("X")),
        matrix(scenario.get("inputs").get("centroids")),
        parameters.get("k").asInt(),
        KMeansProblem.Init.MANUAL,
        parameters.get("max_iterations").asInt(),
        parameters.get("tolerance").asDouble(),
        42);
  }

  static double[][] matrix(JsonNode rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(i ->
            IntStream.range(0, rows.get(i).size())
                .mapToDouble(c -> rows.get(i).get(c).asDouble())
                .toArray())
        .toArray(double[][]::new);
  }

  static int[] labels(JsonNode labels) {
    return IntStream.range(0, labels.size()).map(i -> labels.get(i).asInt()).toArray();
  }
}
