package dev.stepwise.shell;

import dev.stepwise.compute.compare.Both;
import dev.stepwise.compute.compare.Two;
import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.lesson.Listing;
import dev.stepwise.session.Offer;
import dev.stepwise.shell.learning.Library;
import dev.stepwise.view.Card;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.compare.CompareView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The exercises that the window offers, in their order.
public record Registry(List<Entry> entries) {

  /// An exercise, there or to come.
  public sealed interface Entry {
    /// What home and navigation say of it.
    Card card();
  }

  /// An exercise that is there.
  ///
  /// @param shipped its presets and its listing
  public record Ready<P, F extends Frame>(ExerciseView<P, F> view, Shipped shipped)
      implements Entry {

    @Override
    public Card card() {
      return view.card();
    }

    /// At least one; the first opens at first.
    public List<Offer> presets() {
      return shipped.presets();
    }

    /// Its listing.
    public Listing listing() {
      return shipped.listing();
    }

    /// The preset of this id, or the first.
    public Offer preset(String id) {
      return presets().stream()
          .filter(preset -> preset.id().equals(id))
          .findFirst()
          .orElse(presets().getFirst());
    }
  }

  /// An exercise that is there, with the presets and the listing that are shipped.
  public static <P, F extends Frame> Ready<P, F> ready(ExerciseView<P, F> view) {
    return new Ready<>(view, new Shipped(view.exercise()));
  }

  /// Two runs of an exercise beside each other, of the same presets.
  static <P, F extends Frame> Ready<Two<P>, Both<F>> comparing(Ready<P, F> each) {
    return new Ready<>(new CompareView<>(each.view()), each.shipped());
  }

  /// An exercise that is not there yet.
  public record Planned(Card card) implements Entry {}

  /// Copies the list.
  public Registry {
    entries = List.copyOf(entries);
  }

  /// The lessons of the exercises that are there.
  Library library() {
    var ids = entries.stream().map(entry -> entry.card().id()).collect(Collectors.toSet());
    return new Library(exercises(), ids);
  }

  List<Exercise<?, ?>> exercises() {
    return entries.stream()
        .<Exercise<?, ?>>mapMulti((entry, each) -> {
          if (entry instanceof Ready<?, ?> ready) {
            each.accept(ready.view().exercise());
          }
        })
        .toList();
  }

  /// The exercise of this id; empty where it is not there.
  Optional<Ready<?, ?>> ready(String id) {
    return entry(id)
        .flatMap(
            found -> found instanceof Ready<?, ?> there ? Optional.of(there) : Optional.empty());
  }

  /// The entry of this id.
  public Optional<Entry> entry(String id) {
    return entries.stream().filter(entry -> entry.card().id().equals(id)).findFirst();
  }
}
