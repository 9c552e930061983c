package dev.stepwise.check;

import dev.stepwise.check.Fit.Layout;
import dev.stepwise.compute.run.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which stages of a run are among the learner's arrays.
final class Matches {
  private static final List<Layout> LAYOUTS = List.of(Layout.values());

  private static final int MOST_ROWS = 64;

  /// Lists of letters are everywhere; only results of an encoder are encodings.
  private static final String RESULTS = "encodings";

  private final List<Stage> stages;
  private final List<@Nullable Seen> found = new ArrayList<>();
  private final List<Layout> layouts = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  private Matches(List<Stage> stages) {
    this.stages = stages;
  }

  /// Looks for each stage.
  ///
  /// @param names other names of the stages, of which an array of this name is taken first
  static Matches of(List<Stage> stages, List<Seen> seen, Map<String, Set<String>> names) {
    var matches = new Matches(stages);
    for (var stage : stages) {
      Cancellation.checkpoint();
      matches.places.put(stage.address(), matches.found.size());
      matches.look(stage, seen, names.getOrDefault(stage.name(), Set.of()));
    }
    return matches;
  }

  private void look(Stage stage, List<Seen> seen, Set<String> names) {
    Seen best = null;
    var layout = Layout.NONE;
    int rank = Integer.MAX_VALUE;
    for (var each : seen) {
      if (stage.name().equals(RESULTS) && !each.isReturned()) {
        continue;
      }
      for (var form : stage.forms()) {
        var fit = Fit.of(form, each);
        if (fit == Layout.NONE) {
          continue;
        }
        int order =
            LAYOUTS.indexOf(fit) * 4
                + (isCalled(each, stage.name(), names) ? 0 : 2)
                + (each.isReturned() ? 1 : 0);
        if (order < rank) {
          best = each;
          layout = fit;
          rank = order;
        }
      }
    }
    if (best == null && stage.form() instanceof Held.Numbers(Tensor tensor)) {
      best = firstRow(tensor, seen);
      layout = best == null ? Layout.NONE : Layout.PART;
    }
    found.add(best);
    layouts.add(layout);
  }

  /// A matrix that is held row by row, as loops make it: its first row, where all are there.
  private static @Nullable Seen firstRow(Tensor tensor, List<Seen> seen) {
    if (tensor.shape().length != 2 || tensor.shape()[0] > MOST_ROWS || tensor.shape()[1] < 2) {
      return null;
    }
    int width = tensor.shape()[1];
    var vectors =
        seen.stream()
            .filter(each -> each.hasNumbers() && each.size() == width && !each.isReturned())
            .toList();
    Seen first = null;
    for (int i = 0; i < tensor.shape()[0]; i++) {
      double[] data = Arrays.copyOfRange(tensor.data(), i * width, (i + 1) * width);
      var row = new Held.Numbers(new Tensor(new int[] {width}, data, tensor.kind()));
      var held = vectors.stream().filter(each -> Fit.of(row, each) != Layout.NONE).findFirst();
      if (held.isEmpty()) {
        return null;
      }
      first = first == null ? held.get() : first;
    }
    return first;
  }

  /// A name without case, underscores and the object before it.
  static String plain(String name) {
    return name.substring(name.lastIndexOf('.') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  static boolean isCalled(Seen seen, String name, Set<String> names) {
    var word = plain(seen.name());
    return word.equals(plain(name)) || names.contains(word);
  }

  List<Stage> stages() {
    return stages;
  }

  boolean has(int stage) {
    return found.get(stage) != null;
  }

  Optional<Seen> found(int stage) {
    return Optional.ofNullable(found.get(stage));
  }

  /// Whether it is there as the run has it, its axes in the same order.
  boolean hasAsItIs(int stage) {
    var layout = layouts.get(stage);
    return layout == Layout.SAME || layout == Layout.RESHAPED || layout == Layout.PART;
  }

  Optional<Integer> place(String address) {
    return Optional.ofNullable(places.get(address));
  }

  boolean hasAll(Set<String> addresses) {
    return !addresses.isEmpty()
        && addresses.stream().allMatch(each -> place(each).map(this::has).orElse(false));
  }

  int count() {
    return (int) found.stream().filter(each -> each != null).count();
  }

  /// The stages from which one that is found is computed: that they are not found is nothing wrong.
  Set<Integer> excused() {
    var excused = new TreeSet<Integer>();
    for (int i = stages.size() - 1; i >= 0; i--) {
      if (has(i) || excused.contains(i)) {
        excused.addAll(stages.get(i).needs());
      }
    }
    return excused;
  }

  /// The stages that are computed from one.
  Set<Integer> after(int stage) {
    var after = new TreeSet<Integer>();
    after.add(stage);
    for (int i = stage + 1; i < stages.size(); i++) {
      if (stages.get(i).needs().stream().anyMatch(after::contains)) {
        after.add(i);
      }
    }
    after.remove(stage);
    return after;
  }
}
