package dev.stepwise.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares what a learner's code held with a run: whether its result is right, and which stage is
/// the first that is not.
final class Judge {
  private static final int DEEP = 3;

  private final Subject subject;
  private final List<Stage> stages;
  private final List<Held> inputs;
  private final Trace trace;
  private final Matches matches;
  private final Map<String, Set<String>> names;
  private final List<Seen> seen;
  private final IdentityHashMap<Seen, Boolean> known = new IdentityHashMap<>();

  /// @param inputs what the code was given, which is no result of its own
  Judge(Subject subject, List<Stage> stages, List<Held> inputs, Trace trace) {
    this.subject = subject;
    this.stages = stages;
    this.inputs = List.copyOf(inputs);
    this.trace = trace;
    this.names = subject.names();
    this.seen = new ArrayList<>(trace.seen());
    for (var each : trace.seen()) {
      if (each.isReturned() || (each.hasNumbers() && each.tensor().shape().length >= DEEP)) {
        seen.addAll(rows(each));
      }
    }
    this.matches = Matches.of(stages, seen, names);
  }

  /// The rows of what was returned, where it holds a stage in each: the states of all time steps,
  /// the losses of all epochs, the weights of all heads.
  private List<Seen> rows(Seen leaf) {
    if (!leaf.hasNumbers() || leaf.tensor().shape().length == 0 || leaf.name().isEmpty()) {
      return List.of();
    }
    var tensor = leaf.tensor().squeezed();
    long alike =
        stages.stream()
            .filter(stage -> Matches.isCalled(leaf, stage.name(), named(stage)))
            .filter(stage -> stage.place().size() == 1)
            .map(Stage::place)
            .distinct()
            .count();
    if (alike == 0 || tensor.shape().length == 0 || tensor.shape()[0] < alike) {
      return List.of();
    }
    int[] inner = Arrays.copyOfRange(tensor.shape(), 1, tensor.shape().length);
    int size = tensor.size() / tensor.shape()[0];
    var rows = new ArrayList<Seen>();
    for (int i = 0; i < tensor.shape()[0]; i++) {
      double[] data = Arrays.copyOfRange(tensor.data(), i * size, (i + 1) * size);
      rows.add(
          Seen.returned(leaf.name(), new Held.Numbers(new Tensor(inner, data, tensor.kind()))));
    }
    return rows;
  }

  /// A stage that is not as it should be.
  ///
  /// @param stage its place among the stages
  /// @param yours what stands for it, where something does
  record Wrong(int stage, Optional<Seen> yours) {}

  Matches matches() {
    return matches;
  }

  /// What was seen, the rows of results with it.
  List<Seen> seen() {
    return seen;
  }

  Trace trace() {
    return trace;
  }

  List<Stage> stages() {
    return stages;
  }

  Subject subject() {
    return subject;
  }

  /// Whether the result is there, and nothing that was returned contradicts it.
  boolean isRight() {
    return isDone(matches) && contradiction().isEmpty();
  }

  /// Whether a result is there.
  boolean isDone(Matches others) {
    return subject.goals(others.stages(), trace).stream().anyMatch(others::hasAll);
  }

  /// Whether an array of a variant is also an input, a stage of the right run, or the same number
  /// everywhere: that it is there says little.
  boolean isCommon(Stage other) {
    if (!(other.form() instanceof Held.Numbers(Tensor tensor))) {
      return stages.stream().anyMatch(stage -> stage.form().equals(other.form()));
    }
    var as = Seen.returned("", other.form());
    return (tensor.size() > 1 && tensor.largest() == 0)
        || isInput(other.form())
        || stages.stream().anyMatch(stage -> Fit.of(stage.form(), as) != Fit.Layout.NONE);
  }

  private boolean isInput(Held held) {
    var as = Seen.returned("", held);
    return inputs.stream().anyMatch(input -> Fit.of(input, as) != Fit.Layout.NONE);
  }

  /// Whether one of its forms was returned.
  boolean isReturned(Stage stage) {
    return trace.returned().stream()
        .anyMatch(
            leaf -> stage.forms().stream().anyMatch(form -> Fit.of(form, leaf) != Fit.Layout.NONE));
  }

  /// Whether the result is there, whatever else is not.
  boolean isDone() {
    return isDone(matches);
  }

  /// Whether what stands for a stage has its name.
  boolean isNamed(Wrong wrong) {
    return wrong.yours().map(yours -> isFor(yours, stages.get(wrong.stage()))).orElse(false);
  }

  /// Something returned that has the name of a stage and is not it.
  Optional<Wrong> contradiction() {
    for (var leaf : trace.returned()) {
      if (leaf.name().isEmpty() || isKnown(leaf)) {
        continue;
      }
      var stage = lastCalled(leaf);
      if (stage.isEmpty() || isShifted(leaf, stage.get())) {
        continue;
      }
      var row = wrongRow(leaf);
      if (row.isPresent()) {
        return row;
      }
      if (isComparable(leaf, stage.get())) {
        return Optional.of(new Wrong(stage.get(), Optional.of(leaf)));
      }
    }
    return scalar();
  }

  private Optional<Wrong> wrongRow(Seen leaf) {
    var rows = rows(leaf);
    for (int i = 0; i < stages.size(); i++) {
      var stage = stages.get(i);
      if (stage.place().size() == 1
          && stage.place().getFirst() < rows.size()
          && Matches.isCalled(leaf, stage.name(), named(stage))) {
        var row = rows.get(stage.place().getFirst());
        if (isAlike(stage, row) && Fit.of(stage.form(), row) == Fit.Layout.NONE) {
          return Optional.of(new Wrong(i, Optional.of(row)));
        }
      }
    }
    return Optional.empty();
  }

  /// A number that was returned without a name, where the run has one number that is not found.
  private Optional<Wrong> scalar() {
    var open = new ArrayList<Integer>();
    for (int i = 0; i < stages.size(); i++) {
      var stage = stages.get(i);
      if (stage.key().equals("end") && isScalar(stage.form()) && !matches.has(i)) {
        open.add(i);
      }
    }
    if (open.size() != 1) {
      return Optional.empty();
    }
    return trace.returned().stream()
        .filter(leaf -> isScalar(leaf.held()) && leaf.kind() != Tensor.Kind.WHOLE)
        .filter(leaf -> leaf.kind() != Tensor.Kind.FLAG && !isKnown(leaf))
        .filter(leaf -> leaf.tensor().data()[0] != Math.rint(leaf.tensor().data()[0]))
        .findFirst()
        .map(leaf -> new Wrong(open.getFirst(), Optional.of(leaf)));
  }

  private static boolean isScalar(Held held) {
    return held instanceof Held.Numbers(Tensor tensor) && tensor.size() == 1;
  }

  /// Whether it is a stage or an input.
  private boolean isKnown(Seen each) {
    return known.computeIfAbsent(each, this::fits);
  }

  private boolean fits(Seen seen) {
    for (var stage : stages) {
      for (var form : stage.forms()) {
        if (Fit.of(form, seen) != Fit.Layout.NONE) {
          return true;
        }
      }
    }
    return inputs.stream().anyMatch(input -> Fit.of(input, seen) != Fit.Layout.NONE)
        || isRows(seen);
  }

  /// Rows of which each is a stage: the states of all time steps in one array.
  private boolean isRows(Seen seen) {
    if (!seen.hasNumbers()) {
      return false;
    }
    var called =
        stages.stream()
            .filter(stage -> Matches.isCalled(seen, stage.name(), named(stage)))
            .toList();
    return !called.isEmpty()
        && called.stream().allMatch(stage -> Fit.of(stage.form(), seen) != Fit.Layout.NONE);
  }

  private Set<String> named(Stage stage) {
    return names.getOrDefault(stage.name(), Set.of());
  }

  private Optional<Integer> lastCalled(Seen leaf) {
    Integer last = null;
    for (int i = 0; i < stages.size(); i++) {
      var stage = stages.get(i);
      if (Matches.isCalled(leaf, stage.name(), named(stage))) {
        if (stage.form() instanceof Held.Words && !matches.has(i)) {
          return Optional.of(i);
        }
        last = i;
      }
    }
    return Optional.ofNullable(last);
  }

  private boolean isComparable(Seen leaf, int stage) {
    return switch (stages.get(stage).form()) {
      case Held.Words _ -> !leaf.hasNumbers();
      case Held.Numbers(Tensor tensor) ->
          leaf.hasNumbers()
              && subject.isFinal(stages.get(stage), stages, trace)
              && stages.get(stage).place().isEmpty()
              && leaf.size() == tensor.size();
    };
  }

  private boolean isLosses(int stage) {
    return stages.get(stage).name().equals("losses");
  }

  /// Losses that were measured after each update, not before it: another way to say the same.
  private boolean isShifted(Seen leaf, int stage) {
    if (!isLosses(stage) || !leaf.hasNumbers()) {
      return false;
    }
    var losses = stages.stream().filter(each -> each.name().equals("losses")).toList();
    return losses.size() > 1
        && losses.stream().skip(1).allMatch(each -> Fit.of(each.form(), leaf) != Fit.Layout.NONE);
  }

  /// The first stage that is wrong, where no mistake explains it.
  Wrong first() {
    var excused = matches.excused();
    for (int i = 0; i < stages.size(); i++) {
      if (matches.has(i) || excused.contains(i) || isInput(stages.get(i).form())) {
        continue;
      }
      var yours = candidate(i);
      if (yours.isPresent()) {
        return new Wrong(i, yours);
      }
    }
    return contradiction().orElseGet(this::result);
  }

  /// The result itself, and what was returned in its place.
  private Wrong result() {
    for (var goal : subject.goals(stages, trace)) {
      for (int i = 0; i < stages.size(); i++) {
        if (goal.contains(stages.get(i).address()) && !matches.has(i)) {
          var stage = stages.get(i);
          var alike =
              trace.returned().stream()
                  .filter(leaf -> isAlike(stage, leaf) && !isKnown(leaf))
                  .findFirst();
          var any = trace.returned().stream().filter(leaf -> !isKnown(leaf)).findFirst();
          return new Wrong(i, alike.or(() -> any));
        }
      }
    }
    return new Wrong(stages.size() - 1, Optional.empty());
  }

  /// What the learner's code has in the place of a stage.
  private Optional<Seen> candidate(int i) {
    var stage = stages.get(i);
    int after = stage.needs().stream().mapToInt(this::time).max().orElse(-1);
    var like = new ArrayList<Seen>();
    for (int time = 0; time < seen.size(); time++) {
      var each = seen.get(time);
      if ((time > after || each.isReturned()) && isAlike(stage, each) && !isKnown(each)) {
        like.add(each);
      }
    }
    var called = like.stream().filter(seen -> isFor(seen, stage)).toList();
    if (!called.isEmpty()) {
      // In a loop the first of a name belongs to the first time; without one the last is complete.
      boolean repeats = stages.stream().filter(s -> s.name().equals(stage.name())).count() > 1;
      return Optional.of(repeats ? called.getFirst() : completed(called));
    }
    if (stage.form() instanceof Held.Numbers(Tensor tensor) && tensor.size() == 1) {
      return Optional.empty(); // any number would do
    }
    boolean goal =
        subject.goals(stages, trace).stream().anyMatch(set -> set.contains(stage.address()));
    var unnamed =
        like.stream().filter(each -> !isForAny(each) && (!each.isReturned() || goal)).findFirst();
    return unnamed.isPresent() ? unnamed : mistaken(stage, after);
  }

  /// What has the name of a stage and is another one.
  private Optional<Seen> mistaken(Stage stage, int after) {
    return seen.stream()
        .skip(after + 1L)
        .filter(each -> isAlike(stage, each) && isFor(each, stage) && !each.isReturned())
        .filter(each ->
            stages.stream()
                .noneMatch(other -> !other.name().equals(stage.name()) && isFor(each, other)))
        .findFirst();
  }

  /// The last of those that the same line made as the first: an array that a loop fills.
  private static Seen completed(List<Seen> called) {
    var first = called.getFirst();
    return called.stream()
        .filter(seen -> seen.line() == first.line() && seen.name().equals(first.name()))
        .reduce(first, (_, later) -> later);
  }

  private boolean isFor(Seen seen, Stage stage) {
    return Matches.isCalled(seen, stage.name(), named(stage));
  }

  private boolean isForAny(Seen seen) {
    return stages.stream().anyMatch(stage -> isFor(seen, stage));
  }

  private int time(int stage) {
    return matches.found(stage).map(seen::indexOf).orElse(-1);
  }

  private static boolean isAlike(Stage stage, Seen seen) {
    return switch (stage.form()) {
      case Held.Words(String text) ->
          seen.held() instanceof Held.Words(String other)
              && text.startsWith("{") == other.startsWith("{");
      case Held.Numbers(Tensor tensor) ->
          seen.hasNumbers() && Slips.aligned(tensor, seen.tensor()).isPresent();
    };
  }

  /// Names of the stages that are there or not, in the order of the listing.
  List<String> order() {
    return stages.stream().map(Stage::name).distinct().toList();
  }

  /// The places of all stages of a name.
  List<Integer> called(String name) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).name().equals(name)) {
        places.add(i);
      }
    }
    return places;
  }
}
