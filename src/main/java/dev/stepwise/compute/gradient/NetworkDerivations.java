package dev.stepwise.compute.gradient;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.Arrays;
import java.util.Optional;

/// How each number of a frame of a network's training came to be.
record NetworkDerivations(NetworkFrame frame) {

  /// How the number at an address came to be; empty where none stands there, or where there is
  /// nothing to tell.
  Optional<Derivation> of(Ref ref) {
    var there = ref.in(frame.variables());
    if (there.isEmpty()) {
      return Optional.empty();
    }
    double value = there.getAsDouble();
    var pass = frame.moment().pass();
    return switch (ref.variable()) {
      case "W1", "b1", "W2", "b2" -> Optional.of(new ParameterNumbers(frame).parameter(place(ref)));
      case "losses" -> epochLoss(ref, value);
      case "accuracy", "held-out accuracy" -> accuracy(ref, value);
      case "order" -> Optional.of(Orders.drawn(ref, value, frame.problem().descent()));
      default ->
          pass.isPresent()
              ? ofBatch(ref, value, pass.get())
              : Optional.of(ref).filter(Ref.of("loss")::equals).map(loss -> stopped(loss, value));
    };
  }

  private static Place place(Ref ref) {
    var of =
        Arrays.stream(Place.Of.values())
            .filter(each -> each.code().equals(ref.variable()))
            .findFirst()
            .orElseThrow();
    return Tensors.place(of, ref);
  }

  private Optional<Derivation> ofBatch(Ref ref, double value, Pass pass) {
    if (ref.variable().equals("i")) {
      return Optional.of(Orders.ofBatch(ref, value, pass.batch()));
    }
    if (ref.variable().equals(Tensors.SAMPLE_LOSS)) {
      return Optional.of(new ForwardNumbers(frame, pass).sampleLoss(ref.index(0)));
    }
    return Arrays.stream(Tensor.values())
        .filter(tensor -> tensor.code().equals(ref.variable()))
        .findFirst()
        .map(tensor -> of(ref, tensor, pass));
  }

  private Derivation of(Ref ref, Tensor tensor, Pass pass) {
    var forward = new ForwardNumbers(frame, pass);
    var backward = new BackwardNumbers(frame, pass);
    return switch (tensor) {
      case X -> forward.input(ref.index(0), ref.index(1));
      case Y -> forward.label(ref.index(0));
      case Z1 -> forward.sum(ref.index(0), ref.index(1));
      case A1 -> forward.activation(ref.index(0), ref.index(1));
      case Z2 -> forward.logit(ref.index(0), ref.index(1));
      case P -> forward.probability(ref.index(0), ref.index(1));
      case LOSS -> forward.loss();
      case DZ2 -> backward.error(ref.index(0), ref.index(1));
      case DA1 -> backward.blame(ref.index(0), ref.index(1));
      case DZ1 -> backward.throughActivation(ref.index(0), ref.index(1));
      case DW1, DB1, DW2, DB2 ->
          new ParameterNumbers(frame)
              .gradient(Tensors.place(tensor.parameters().orElseThrow(), ref), pass);
    };
  }

  /// The loss of an epoch: the mean over its samples, batch by batch.
  private Optional<Derivation> epochLoss(Ref ref, double value) {
    if (!(frame.focus() instanceof NetworkFocus.EpochDone)) {
      return Optional.empty();
    }
    var problem = frame.problem();
    double[] measured = frame.moment().curves().batches().toArray();
    int batches = measured.length - problem.batches() * (frame.moment().epoch() - 1);
    int full = problem.descent().sizeOfBatch(problem.size());
    int seen = Math.min(batches * full, problem.size());
    var sizes =
        Operand.list(batches, b -> Operand.count(Math.min(full, problem.size() - b * full)));
    var losses =
        Operand.list(batches, b -> Operand.constant(measured[measured.length - batches + b]));
    var sum = new Operation.Dot(sizes, losses);
    var total = batches <= Operation.SUMMANDS_SHOWN ? Operand.of(sum) : Operand.worked(sum);
    return Optional.of(
        Derivation.of(ref, value, new Operation.Quotient(total, Operand.count(seen)))
            .titled(
                "The loss of epoch %d is %s".formatted(frame.moment().epoch(), Numbers.text(value)))
            .saying(
                "The mean over its samples, each measured in its own batch, before that batch's"
                    + " update.")
            .symbols("\\bar L=\\frac{1}{%d}\\textstyle\\sum_i L_i".formatted(seen)));
  }

  private Optional<Derivation> accuracy(Ref ref, double value) {
    if (!(frame.focus() instanceof NetworkFocus.Finished(var training, var held))) {
      return Optional.empty();
    }
    var evaluation = ref.variable().equals("accuracy") ? training : held.orElseThrow();
    var share =
        new Operation.Quotient(
            Operand.count(evaluation.correct()), Operand.count(evaluation.count()));
    return Optional.of(
        Derivation.of(ref, value, share)
            .titled(ref.variable().equals("accuracy") ? "Training accuracy" : "Held-out accuracy")
            .saying(evaluation.sentence())
            .symbols("\\text{accuracy}"));
  }

  private static Derivation stopped(Ref ref, double value) {
    return Derivation.of(ref, value, new Operation.Moved(Operand.constant(value)))
        .titled("The loss is " + Numbers.text(value))
        .saying(
            "It is the mean over the samples of the batch at which the training stopped. Go into"
                + " that batch to see each.");
  }
}
