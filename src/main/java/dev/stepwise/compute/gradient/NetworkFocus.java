package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.network.Parameters;
import dev.stepwise.compute.gradient.network.Place;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a step of a network's training looks at.
public sealed interface NetworkFocus extends Focus<NetworkFrame> {

  /// Whole parts of a training, of which there is nothing more to say than which they are.
  enum Whole implements NetworkFocus, PlainFocus<NetworkFrame> {
    /// The parameters at the start.
    INITIALISED(
        StepKind.of("initialise").reads("X", "init").writes("W1", "b1", "W2", "b2"),
        StartNarration::initialised),
    /// A batch.
    BATCH(
        StepKind.of("batch")
            .reads("X", "y", "W1", "b1", "W2", "b2")
            .writes("i", "loss", "W1", "b1", "W2", "b2"),
        BatchNarration::batch) {
      // Its loss comes first: what there is most to say of.
      @Override
      public List<Ref> written(NetworkFrame frame) {
        return Ref.all(frame.variables(), List.of("loss", "i", "W1", "b1", "W2", "b2"));
      }
    },
    /// The forward pass of a batch.
    FORWARD(
        StepKind.of("forward")
            .reads("X", "y", "W1", "b1", "W2", "b2")
            .writes("z1", "a1", "z2", "p", "loss"),
        BatchNarration::forward),
    /// The backward pass of a batch.
    BACKWARD(
        StepKind.of("backward")
            .reads("X", "y", "W2", "z1", "a1", "p")
            .writes("dz2", "dW2", "db2", "da1", "dz1", "dW1", "db1"),
        BatchNarration::backward),
    /// The update of every parameter.
    UPDATED(
        StepKind.of("update")
            .reads("W1", "b1", "W2", "b2", "dW1", "db1", "dW2", "db2", "rate")
            .writes("W1", "b1", "W2", "b2"),
        BatchNarration::updated);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Steps<NetworkFrame> steps;

    Whole(StepKind kind, Function<NetworkFrame, Narration> words) {
      this.steps = new Steps<>(kind, words);
    }

    @Override
    public Steps<NetworkFrame> steps() {
      return steps;
    }
  }

  /// One matrix of them.
  record Drawn(Place.Of tensor) implements NetworkFocus {
    static final StepKind KIND = StepKind.of("draw").reads("init");

    @Override
    public StepKind kind() {
      return KIND.at("draw-" + tensor.code()).writes(tensor.code());
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      return StartNarration.drawn(frame, tensor);
    }
  }

  /// A whole epoch.
  ///
  /// @param loss the mean over its samples
  /// @param before the loss of the epoch before; NaN for the first
  /// @param dead how many hidden units are off for every sample
  /// @param from the parameters before it
  /// @param now how the parameters after it do on the samples trained on
  /// @param trouble what stopped the training in it
  record EpochDone(
      double loss,
      double before,
      int dead,
      Parameters from,
      Evaluation now,
      Optional<Trouble> trouble)
      implements NetworkFocus {
    static final StepKind KIND =
        StepKind.of("epoch")
            .reads("X", "y", "W1", "b1", "W2", "b2")
            .writes("W1", "b1", "W2", "b2", "losses");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      return EpochNarration.epoch(frame, this);
    }

    @Override
    public void addTo(Map<String, Value> variables, NetworkFrame frame) {
      variables.put("losses", new Value.Scalar(loss));
    }

    /// {@inheritDoc}
    ///
    /// Its loss comes first: what there is most to say of.
    @Override
    public List<Ref> written(NetworkFrame frame) {
      var written = new ArrayList<>(List.of(Ref.of("losses")));
      written.addAll(Ref.all(frame.variables(), List.of("W1", "b1", "W2", "b2")));
      return written;
    }
  }

  /// The order of an epoch's samples.
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Ordered(int[] order) implements NetworkFocus {
    static final StepKind KIND = StepKind.of("shuffle").reads("X").writes("order");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      return Words.ordered(order, frame.problem().descent());
    }

    @Override
    public void addTo(Map<String, Value> variables, NetworkFrame frame) {
      variables.put("order", new Value.Labels(order));
    }
  }

  /// One tensor of a batch.
  record Computed(Tensor tensor) implements NetworkFocus {
    @Override
    public StepKind kind() {
      return tensor.kind();
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      return OperationNarration.of(frame, tensor);
    }

    /// {@inheritDoc}
    ///
    /// The loss is a mean; the losses of the samples come before it.
    @Override
    public List<Ref> written(NetworkFrame frame) {
      var names =
          tensor == Tensor.LOSS
              ? List.of(Tensors.SAMPLE_LOSS, tensor.code())
              : tensor.kind().writes();
      return Ref.all(frame.variables(), names);
    }
  }

  /// One number of a tensor; of the probabilities a row.
  ///
  /// @param row,column its place; 0 where the tensor has no such side
  record Cell(Tensor tensor, int row, int column) implements NetworkFocus {
    @Override
    public StepKind kind() {
      var kind = tensor.kind();
      return new StepKind("number", kind.anchor(), kind.reads(), kind.writes());
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      var told = written(frame).getFirst();
      return new NetworkDerivations(frame).of(told).orElseThrow().narration();
    }

    /// {@inheritDoc}
    ///
    /// Of a row of probabilities that of the right class comes first.
    @Override
    public List<Ref> written(NetworkFrame frame) {
      if (tensor != Tensor.P) {
        return List.of(Tensors.ref(tensor, row, column));
      }
      var forward = frame.moment().pass().orElseThrow().forward();
      var row = new ArrayList<>(List.of(Tensors.ref(tensor, this.row, forward.y()[this.row])));
      for (int c = 0; c < forward.p()[this.row].length; c++) {
        if (c != forward.y()[this.row]) {
          row.add(Tensors.ref(tensor, this.row, c));
        }
      }
      return row;
    }
  }

  /// The update of one parameter.
  record ParameterUpdated(Place place) implements NetworkFocus {
    @Override
    public StepKind kind() {
      var name = place.of().code();
      boolean first = place.of() == Place.Of.W1 || place.of() == Place.Of.B1;
      return StepKind.of("parameter")
          .at(first ? "update" : "update-2")
          .reads(name, "d" + name, "rate")
          .writes(name);
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      return new ParameterNumbers(frame).parameter(place).narration();
    }

    @Override
    public List<Ref> written(NetworkFrame frame) {
      return List.of(Tensors.ref(place));
    }
  }

  /// The end.
  record Finished(Evaluation training, Optional<Evaluation> held) implements NetworkFocus {
    static final StepKind KIND =
        StepKind.of("trained")
            .at("accuracy")
            .reads("X", "y", "W1", "b1", "W2", "b2")
            .writes("accuracy");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      return EpochNarration.finished(frame, this);
    }

    @Override
    public void addTo(Map<String, Value> variables, NetworkFrame frame) {
      variables.put("losses", new Value.Vector(frame.moment().curves().epochs().toArray()));
      variables.put("accuracy", new Value.Scalar(training.accuracy()));
      held.ifPresent(
          other -> variables.put("held-out accuracy", new Value.Scalar(other.accuracy())));
    }
  }

  /// A training that was stopped.
  ///
  /// @param first where the first number that is not finite stands, or would stand if the training
  ///   went on; empty where none would for long
  record Stopped(Trouble trouble, Optional<FirstBad> first) implements NetworkFocus {
    static final StepKind KIND =
        StepKind.of("stopped").at("forward").reads("W1", "b1", "W2", "b2").writes("loss");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(NetworkFrame frame) {
      return Diverging.stopped(frame, this);
    }

    @Override
    public void addTo(Map<String, Value> variables, NetworkFrame frame) {
      variables.put("loss", new Value.Scalar(trouble.loss()));
    }
  }
}
