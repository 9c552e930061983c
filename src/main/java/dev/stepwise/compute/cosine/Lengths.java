package dev.stepwise.compute.cosine;

import dev.stepwise.compute.arithmetic.Function;
import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.List;

/// How the numbers of vectors, their norms and their normalised numbers come to be. Vector n is the
/// query.
record Lengths(CosineFrame frame) {

  /// Where a number of a vector stands, as it is before it is normalised.
  private Operand raw(int vector, int place) {
    double value = frame.raw(vector)[place];
    if (vector >= frame.known().vectors()) {
      return Operand.constant(value);
    }
    return frame.isQuery(vector)
        ? Operand.at(value, "q", place)
        : Operand.at(value, "D", vector, place);
  }

  /// Where a number of a vector stands as it is compared: normalised where the metric asks for it.
  Operand compared(int vector, int place) {
    if (!frame.isCosine()) {
      return raw(vector, place);
    }
    double value = frame.unit(vector)[place];
    return frame.isQuery(vector)
        ? Operand.at(value, "u", place)
        : Operand.at(value, "U", vector, place);
  }

  /// The root of the squares of some numbers, added up; numbers whose squares would overflow or
  /// vanish are divided by a power of ten first, and the root is multiplied by it.
  static Operation root(List<Operand> numbers) {
    double largest = numbers.stream().mapToDouble(one -> Math.abs(one.value())).max().orElse(0);
    double scale = Scaling.isSafe(largest) ? 1 : Scaling.powerOfTen(largest);
    var squares =
        numbers.stream()
            .map(one ->
                scale == 1
                    ? one
                    : Operand.worked(new Operation.Quotient(one, Operand.constant(scale))))
            .map(one -> Operand.of(new Operation.Power(one, 2)))
            .toList();
    var root = new Operation.Elementwise(Function.ROOT, Operand.of(new Operation.Sum(squares)));
    return scale == 1
        ? root
        : new Operation.Product(List.of(Operand.constant(scale), Operand.of(root)));
  }

  /// What is wrong with the norms of a run, as a sentence and a blank; empty where nothing is.
  static String aside(CosineMistake made) {
    return switch (made) {
      case ROOT_FORGOTTEN -> "Here the root is forgotten, and it is the sum of the squares. ";
      case SUM_OF_SIZES -> "Here it is the sum of the numbers' sizes. ";
      default -> "";
    };
  }

  /// What the norm of a document is in a run, with a place for how many numbers it has.
  static String formula(CosineMistake made) {
    return switch (made) {
      case ROOT_FORGOTTEN -> "\\text{norm}(d)=\\textstyle\\sum_{j=1}^{%d}d_j^2";
      case SUM_OF_SIZES -> "\\text{norm}(d)=\\textstyle\\sum_{j=1}^{%d}|d_j|";
      default -> "\\lVert d\\rVert=\\sqrt{\\textstyle\\sum_{j=1}^{%d}d_j^2}";
    };
  }

  private static Operation sum(CosineMistake made, List<Operand> numbers) {
    return new Operation.Sum(
        numbers.stream()
            .map(one ->
                Operand.of(
                    made == CosineMistake.ROOT_FORGOTTEN
                        ? new Operation.Power(one, 2)
                        : new Operation.Elementwise(Function.ABS, one)))
            .toList());
  }

  /// The norm of a vector.
  Derivation norm(int vector) {
    var ref = frame.isQuery(vector) ? Ref.of("q_norm") : Ref.of("norms", vector);
    var numbers = Operand.list(frame.raw(vector).length, j -> raw(vector, j));
    var made = frame.problem().made();
    if (!aside(made).isEmpty()) {
      return Derivation.of(ref, frame.norm(vector), sum(made, numbers))
          .titled("The norm of " + Words.name(vector, frame.queryNumber()))
          .saying(
              "The norm is a vector's length. %sIts length is %s, not %s."
                  .formatted(
                      aside(made),
                      Numbers.text(Geometry.norm(frame.raw(vector))),
                      Numbers.text(frame.norm(vector))))
          .symbols("\\text{norm}(%s)".formatted(Words.latex(vector, frame.queryNumber())));
    }
    return Derivation.of(ref, frame.norm(vector), root(numbers))
        .titled("The norm of " + Words.name(vector, frame.queryNumber()))
        .saying(sentence(frame.raw(vector), frame.norm(vector)))
        .symbols("\\lVert %s\\rVert".formatted(Words.latex(vector, frame.queryNumber())));
  }

  private static String sentence(double[] values, double norm) {
    double largest = Scaling.largest(values);
    var numbers = Phrases.count(values.length, "number");
    if (norm == 0) {
      return (values.length == 1 ? "Its 1 number is 0" : "All its %s are 0".formatted(numbers))
          + ": the norm is 0, and dividing by it would give 0/0. A zero vector has no direction.";
    }
    if (!Scaling.isSafe(largest)) {
      return "The squares of numbers so %s would %s, so they are divided by %s first, and the root is multiplied by it: %s."
          .formatted(
              largest > 1 ? "large" : "small",
              largest > 1 ? "overflow" : "vanish",
              Numbers.text(Scaling.powerOfTen(largest)),
              Numbers.text(norm));
    }
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return "The squares of its %s add up to %s; the root is %s."
        .formatted(numbers, Columns.before(squares, Math::sqrt), Numbers.text(norm));
  }

  /// A number of a vector divided by the norm.
  Derivation normalised(int vector, int place) {
    boolean query = frame.isQuery(vector);
    double norm = frame.norm(vector);
    double value = frame.unit(vector)[place];
    double epsilon = frame.problem().epsilon();
    var length = query ? Operand.at(norm, "q_norm") : Operand.at(norm, "norms", vector);
    var divisor = new Operation.Sum(List.of(length, Operand.at(epsilon, "eps")));
    var made = frame.problem().made();
    if (!made.vectors().isEmpty()) {
      return Derivation.of(
              query ? Ref.of("u", place) : Ref.of("U", vector, place),
              value,
              mistaken(vector, place, length, divisor))
          .titled(title(vector, place) + ", compared")
          .saying(
              "A number should be divided by the vector's length plus ε. Here %s."
                  .formatted(made.vectors()))
          .symbols("%s[%d]".formatted(Words.hat(vector, frame.queryNumber()), place + 1));
    }
    return Derivation.of(
            query ? Ref.of("u", place) : Ref.of("U", vector, place),
            value,
            new Operation.Quotient(raw(vector, place), Operand.of(divisor)))
        .titled(title(vector, place) + ", normalised")
        .saying(
            Double.isNaN(value)
                ? "The norm is 0 and so is ε: 0/0 is not a number."
                : "The number %s, divided by the vector's length %s plus ε."
                    .formatted(Numbers.text(frame.raw(vector)[place]), Numbers.text(norm)))
        .symbols("%s[%d]".formatted(Words.hat(vector, frame.queryNumber()), place + 1));
  }

  private Operation mistaken(int vector, int place, Operand length, Operation divisor) {
    boolean query = frame.isQuery(vector);
    var made = frame.problem().made();
    var number = raw(vector, place);
    if (query ? made.keepsQuery() : made.keepsDocuments()) {
      return new Operation.Moved(number);
    }
    if (made == CosineMistake.QUERY_NORM_FOR_ALL) {
      var ofQuery = Operand.at(frame.search().queryNorm(), "q_norm");
      var epsilon = Operand.at(frame.problem().epsilon(), "eps");
      return new Operation.Quotient(
          number, Operand.of(new Operation.Sum(List.of(ofQuery, epsilon))));
    }
    boolean bare = made == CosineMistake.EPSILON_OVERLOOKED && length.value() == 0;
    return new Operation.Quotient(number, bare ? length : Operand.of(divisor));
  }

  /// A number of a vector as it was before it was normalised: given, drawn, or of a text.
  Derivation before(int vector, int place) {
    double value = frame.raw(vector)[place];
    var ref = frame.isQuery(vector) ? Ref.of("q", place) : Ref.of("D", vector, place);
    var texts = frame.problem().texts();
    if (texts.isPresent()) {
      return new Weights(frame, texts.get()).coordinate(ref, vector, place);
    }
    boolean drawn =
        frame.problem().source() instanceof Source.Drawn(_, boolean queryGiven)
            && !(frame.isQuery(vector) && queryGiven);
    return Derivation.of(ref, value, new Operation.Given())
        .titled(title(vector, place))
        .saying("It is %s: %s.".formatted(drawn ? "drawn" : "given", Numbers.text(value)));
  }

  private String title(int vector, int place) {
    return "Number %d of %s".formatted(place + 1, Words.name(vector, frame.queryNumber()));
  }
}
