package dev.stepwise.check;

import java.util.List;
import java.util.Set;

/// An array of the run that a learner's code is likely to hold too.
///
/// @param name its variable in the listing
/// @param key tells it from others of its name: the time step, the iteration, the head
/// @param step the path of the step that wrote it; empty where it is of no single one
/// @param forms what it is, in each of the ways in which it may be kept; the first is the listing's
/// @param place what stands before an index of the first form in the array as a whole
/// @param needs the places in the list of the stages that it is computed from
record Stage(
    String name,
    String key,
    String step,
    List<Held> forms,
    List<Integer> place,
    Set<Integer> needs) {

  Stage {
    forms = List.copyOf(forms);
    place = List.copyOf(place);
    needs = Set.copyOf(needs);
  }

  Held form() {
    return forms.getFirst();
  }

  /// What it is called among its like in variants of the run.
  String address() {
    return name + "@" + key;
  }
}
