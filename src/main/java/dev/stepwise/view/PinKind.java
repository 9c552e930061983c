package dev.stepwise.view;

import dev.stepwise.draw.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// A kind of element that a click pins from step to step, such as a token or a unit, and the names
/// of its elements in files: `token[3]`, counted from 0.
///
/// @param word begins the names
/// @param count how many indices a name has
/// @param indices of an element; empty for one of another kind
/// @param element the element of so many indices
public record PinKind(
    String word,
    int count,
    Function<Element, Optional<List<Integer>>> indices,
    Function<List<Integer>, Element> element) {

  /// A kind whose elements have one index.
  public static <E extends Element> PinKind of(
      String word, Class<E> type, ToIntFunction<E> index, IntFunction<E> element) {
    return new PinKind(
        word,
        1,
        found ->
            type.isInstance(found)
                ? Optional.of(List.of(index.applyAsInt(type.cast(found))))
                : Optional.empty(),
        indices -> element.apply(indices.getFirst()));
  }

  /// The name of an element; empty for one of another kind.
  Optional<String> name(Element found) {
    return indices
        .apply(found)
        .map(all ->
            word + all.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
  }

  /// The element of a name; empty where the name is of another kind, or none.
  Optional<Element> named(String name) {
    if (!name.matches("[a-z-]+\\[\\d{1,9}(,\\d{1,9})*]")
        || !name.substring(0, name.indexOf('[')).equals(word)) {
      return Optional.empty();
    }
    var all =
        Arrays.stream(name.substring(word.length() + 1, name.length() - 1).split(","))
            .map(Integer::valueOf)
            .toList();
    return all.size() == count ? Optional.of(element.apply(all)) : Optional.empty();
  }
}
