package dev.stepwise.quiz.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.Geometry;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.NumberChoices;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import dev.stepwise.quiz.Told;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What is asked about the preparation of the vectors: their lengths, and dividing by them.
record VectorQuestions(Draft<CosineFrame> draft, Rows rows) {
  /// The numbers of longer vectors are not told in a sentence.
  private static final int MOST_NUMBERS = 4;

  private static final int LEAST_WRONG = 2;

  /// What ε may take from the length of a unit vector before it shows.
  private static final double TAKEN = 1e-6;

  VectorQuestions(Draft<CosineFrame> draft) {
    this(draft, new Rows(draft.frame()));
  }

  private CosineFrame frame() {
    return draft.frame();
  }

  Optional<Question> length(int vector) {
    double[] numbers = frame().raw(vector);
    double[] sizes = Arrays.stream(numbers).map(Math::abs).toArray();
    double squares = Arrays.stream(numbers).map(number -> number * number).sum();
    var options =
        NumberChoices.right(frame().norm(vector))
            .wrong(squares, "root-left-out")
            .wrong(Arrays.stream(sizes).sum(), "sum-of-sizes")
            .wrong(Math.abs(Arrays.stream(numbers).sum()), "sum-of-numbers")
            .wrong(Arrays.stream(sizes).max().orElseThrow(), "largest-number");
    return numbers.length < 2 || numbers.length > MOST_NUMBERS || options.size() < LEAST_WRONG
        ? Optional.empty()
        : Told.of(frame().norm(vector), Geometry::norm, numbers)
            .flatMap(told ->
                draft.asks(
                    "length",
                    "%s is %s. How long is it?".formatted(rows.subject(vector), Told.vector(told)),
                    options.sorted(),
                    frame().isQuery(vector) ? Ref.of("q_norm") : Ref.of("norms[i]")))
            .map(question -> rows.about(question, vector));
  }

  /// Of all vectors one is asked about.
  Optional<Question> unit() {
    return draft
        .drawn(IntStream.range(0, rows.count()).filter(this::isUnit).boxed().toList())
        .flatMap(this::unit);
  }

  /// Whether it has the length 1 afterwards: zero vectors do not, nor those that ε shortens.
  private boolean isUnit(int vector) {
    double squares = Arrays.stream(frame().unit(vector)).map(number -> number * number).sum();
    return Math.abs(squares - 1) < TAKEN;
  }

  Optional<Question> unit(int vector) {
    double norm = frame().norm(vector);
    return !rows.areFew() || !isUnit(vector)
        ? Optional.empty()
        : draft
            .asks(
                "unit",
                "%s has the length %s. How long is it when it is normalised?"
                    .formatted(rows.subject(vector), Numbers.text(norm)),
                NumberChoices.right(1)
                    .wrong(norm, "only-the-direction-changes")
                    .wrong(0, "shifted-for-scaled")
                    .wrong(Math.sqrt(frame().problem().dimensions()), "every-number-becomes-one")
                    .sorted(),
                written(vector))
            .map(question -> rows.about(question, vector));
  }

  /// The numbers of a vector in what the step wrote: those of one vector, or of all.
  private List<Ref> written(int vector) {
    boolean all = draft.step().writes().contains("U");
    return IntStream.range(0, frame().problem().dimensions())
        .mapToObj(j ->
            frame().isQuery(vector)
                ? Ref.of("u", j)
                : all ? Ref.of("U", vector, j) : Ref.of("U[i]", j))
        .toList();
  }

  /// Of all zero vectors the first one is asked about.
  Optional<Question> zero() {
    return IntStream.range(0, rows.count())
        .boxed()
        .filter(vector -> frame().norm(vector) == 0)
        .findFirst()
        .flatMap(this::zero);
  }

  Optional<Question> zero(int vector) {
    double epsilon = frame().problem().epsilon();
    if (frame().norm(vector) != 0 || !rows.areFew()) {
      return Optional.empty();
    }
    var zeros = Option.of("it stays zero");
    var unknown = Option.of("its numbers become NaN");
    boolean broken = Double.isNaN(frame().unit(vector)[0]);
    return draft
        .asks(
            "zero-vector",
            "%s is the zero vector, and ε is %s. What does normalising make of it?"
                .formatted(rows.subject(vector), Numbers.text(epsilon)),
            (broken
                    ? Choices.right(unknown).wrong(zeros.mistaken("nothing-by-nothing-is-nothing"))
                    : Choices.right(zeros).wrong(unknown.mistaken("epsilon-overlooked")))
                .wrong(Option.of("it gets the length 1").mistaken("all-become-units"))
                .wrong(Option.of("it is left out").mistaken("zero-vectors-are-skipped"))
                .mixed(draft.path()),
            written(vector))
        .map(question -> rows.about(question, vector));
  }
}
