package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.derivation.Operation.Difference;
import dev.stepwise.compute.derivation.Operation.Dot;
import dev.stepwise.compute.derivation.Operation.Elementwise;
import dev.stepwise.compute.derivation.Operation.Moved;
import dev.stepwise.compute.derivation.Operation.Product;
import dev.stepwise.compute.derivation.Operation.Quotient;
import dev.stepwise.compute.derivation.Operation.Sum;
import dev.stepwise.compute.linear.Softmax;
import dev.stepwise.compute.run.Ref;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How cells come to be in a run that makes a mistake on purpose, where its mistake touches them.
record MistakenCells(AttentionFrame frame) {

  private AttentionMistake mistake() {
    return frame.problem().settings().mistake();
  }

  /// The sum that makes a cell; empty where the right one does.
  Optional<Dot> dot(Tensor tensor, int row, int column) {
    boolean wrong =
        switch (tensor) {
          case SCORES -> mistake().step() == AttentionMistake.Step.SCORES;
          case OUTPUT -> mistake().step() == AttentionMistake.Step.OUTPUT;
          default -> false;
        };
    if (!wrong || mistake() == AttentionMistake.NONE) {
      return Optional.empty();
    }
    return Optional.of(tensor == Tensor.SCORES ? agreeing(row, column) : mixing(row, column));
  }

  private Dot agreeing(int row, int column) {
    return new Dot(row(mistake().asking(), row), row(mistake().answering(), column));
  }

  private List<Operand> row(Tensor tensor, int row) {
    return Operand.row(tensor.variable(), MistakenAttention.projection(frame.pass(), tensor), row);
  }

  private Dot mixing(int row, int column) {
    var mixed = mistake().mixed();
    return new Dot(
        shares(row),
        Operand.column(
            mixed.variable(), MistakenAttention.projection(frame.pass(), mixed), column));
  }

  private List<Operand> shares(int row) {
    double[][] weights = frame.pass().weights();
    var name = Tensor.WEIGHTS.variable();
    return switch (mistake()) {
      case SUM_FOR_MEAN -> Operand.list(weights.length, _ -> Operand.count(1));
      case PLAIN_MEAN -> Operand.list(weights.length, _ -> Operand.constant(1.0 / weights.length));
      case WEIGHTS_TRANSPOSED -> Operand.column(name, weights, row);
      default -> Operand.row(name, weights, row);
    };
  }

  /// How a cell with all its terms comes to be; empty where nothing is wrong with it.
  ///
  /// @param whole the sum that makes it, where one does
  Optional<Derivation> finished(Ref ref, Tensor tensor, int row, int column, Dot whole) {
    return switch (tensor) {
      case SCORES -> touchesScore(row) ? Optional.of(score(ref, row, column, whole)) : none();
      case WEIGHTS -> mistake().inSoftmax() ? Optional.of(weight(ref, row, column)) : none();
      case OUTPUT -> dot(tensor, row, column).map(dot -> told(ref, tensor, row, column, dot));
      default -> none();
    };
  }

  private static Optional<Derivation> none() {
    return Optional.empty();
  }

  private boolean touchesScore(int query) {
    var stage = frame.stage(query);
    return switch (mistake().step()) {
      case SCORES -> true;
      case SCALE ->
          mistake() != AttentionMistake.NO_SCALING
              && frame.problem().settings().scales()
              && stage.compareTo(Stage.SCALED) >= 0;
      case MASK -> frame.problem().settings().hides() && stage == Stage.MASKED;
      default -> false;
    };
  }

  private Derivation score(Ref ref, int query, int key, Dot dot) {
    var pass = frame.pass();
    var stage = frame.stage(query);
    boolean moved =
        stage == Stage.MASKED
            && Double.compare(pass.scores()[query][key], pass.scaled()[query][key]) != 0;
    var agreement = Derivation.of(ref, dot.result(), dot).formula().orElseThrow();
    if (moved) {
      var put = Operand.constant(pass.scores()[query][key]);
      return told(ref, Tensor.SCORES, query, key, new Moved(put)).then(agreement);
    }
    return frame.problem().settings().scales() && stage.compareTo(Stage.SCALED) >= 0
        ? told(ref, Tensor.SCORES, query, key, scaling(dot)).then(agreement)
        : told(ref, Tensor.SCORES, query, key, dot);
  }

  private Operation scaling(Dot dot) {
    var product = Operand.worked(dot);
    var width = Operand.count(frame.headWidth());
    return switch (mistake()) {
      case DIVIDES_BY_D_K -> new Quotient(product, width);
      case MULTIPLIES_BY_THE_ROOT -> new Product(List.of(product, root()));
      default -> new Quotient(product, root());
    };
  }

  private Operand root() {
    return Operand.of(new Elementwise(Function.ROOT, Operand.count(frame.headWidth())));
  }

  private Derivation weight(Ref ref, int query, int key) {
    double[][] scores = frame.pass().scores();
    if (mistake() == AttentionMistake.ALONG_COLUMNS) {
      double top =
          greatest(IntStream.range(0, scores.length).mapToDouble(i -> scores[i][key]).toArray());
      var all = Operand.list(scores.length, i -> exponential(i, key, top));
      return told(ref, Tensor.WEIGHTS, query, key, share(all, query));
    }
    double top = greatest(scores[query]);
    if (mistake() == AttentionMistake.NOT_DIVIDED) {
      return told(ref, Tensor.WEIGHTS, query, key, raising(query, key, top));
    }
    var all = Operand.list(scores.length, j -> exponential(query, j, top));
    var divided = new Quotient(Operand.worked(share(all, key)), root());
    return told(ref, Tensor.WEIGHTS, query, key, divided);
  }

  private static double greatest(double[] scores) {
    return Softmax.greatest(scores);
  }

  private static Quotient share(List<Operand> exponentials, int at) {
    return new Quotient(exponentials.get(at), Operand.worked(new Sum(exponentials)));
  }

  private Operand exponential(int query, int key, double top) {
    return Operand.worked(raising(query, key, top));
  }

  private Operation raising(int query, int key, double top) {
    var score = Operand.at(frame.pass().scores()[query][key], Tensor.SCORES.variable(), query, key);
    return new Elementwise(
        Function.EXP, Operand.worked(new Difference(score, Operand.constant(top))));
  }

  private Derivation told(Ref ref, Tensor tensor, int row, int column, Operation operation) {
    return Derivation.of(ref, frame.values(tensor)[row][column], operation)
        .titled(
            "%s of %s".formatted(tensor.cellName(row, column), Words.token(frame.problem(), row)))
        .saying(mistake().said());
  }
}
