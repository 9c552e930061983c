package dev.stepwise.quiz.gradient;

import dev.stepwise.compute.gradient.GradientFrame;
import dev.stepwise.compute.gradient.RegressionFrame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Choices;
import dev.stepwise.quiz.Draft;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;
import java.util.List;
import java.util.Optional;

/// What is asked about the gradient of linear regression, which can be seen: a line lies too high
/// or too low, is too steep or not steep enough.
record LineQuestions(Draft<GradientFrame> draft, RegressionFrame frame) {
  /// A derivative whose terms cancel to less than this share of their sizes has no sign to see.
  private static final double LEAST_SHARE = 0.1;

  private int dimensions() {
    return frame.problem().dimensions();
  }

  /// Of a line both parameters can be seen, in more dimensions only the bias.
  Optional<Question> sign() {
    boolean weight = dimensions() == 1 && draft.drawn(List.of(false, true)).orElseThrow();
    return sign(weight ? 0 : dimensions());
  }

  /// @param j the weights from 0, then the bias
  Optional<Question> sign(int j) {
    boolean bias = j == dimensions();
    double derivative = frame.pass().orElseThrow().gradient().parameter(j);
    if ((!bias && dimensions() > 1) || !(Math.abs(derivative) > LEAST_SHARE * size(j))) {
      return Optional.empty();
    }
    boolean positive = derivative > 0;
    var plus = Option.of("positive");
    var minus = Option.of("negative");
    var ref = bias ? Ref.of("db") : Ref.of("dw", j);
    var parameter = bias ? Ref.of("bias") : Ref.of("weights", j);
    return draft
        .asks(
            "gradient-sign",
            "Look where the predictions lie and where the points: what is the sign of %s, the gradient of %s?"
                .formatted(
                    bias ? "db" : "dw[%d]".formatted(j),
                    bias ? "the bias" : "the weight of " + frame.column(j)),
            Choices.right(positive ? plus : minus)
                .wrong((positive ? minus : plus).mistaken("target-minus-prediction"))
                .wrong(Option.of("none, it is 0").mistaken("errors-cancel"))
                .mixed(draft.path()),
            ref)
        .map(question -> question.about(parameter));
  }

  /// What the derivative would be if no terms cancelled each other.
  private double size(int j) {
    var pass = frame.pass().orElseThrow();
    double[] errors = pass.errors();
    double sum = 0;
    for (int row = 0; row < errors.length; row++) {
      double x = j == dimensions() ? 1 : frame.problem().x()[pass.samples()[row]][j];
      sum += Math.abs(errors[row] * x);
    }
    return 2 * sum / errors.length;
  }
}
