package dev.stepwise.compute.compare;

import dev.stepwise.compute.run.Differences;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// In what two runs differ where they stand: in the numbers that their steps wrote and that both
/// have.
///
/// @param both where they stand
record Contrast<F extends Frame>(Both<F> both) {
  /// Of more numbers, only so many are looked at.
  private static final int LOOKED_AT = 50_000;

  private static final int MOST_ROWS = 10;

  /// A variable of the listing, or the numbers of one that has them by words; what else is written
  /// is a part of a line of it.
  private static final Pattern NAME = Pattern.compile("\\w+(\\.values\\(\\))?");

  private static final int MOST_FORMULAS = 3;

  /// The numbers that differ, by their addresses in either run, in reading order.
  Stream<Ref> differing() {
    return differing(variables());
  }

  /// What either step has, once: putting it together may cost as much as a step.
  private Two<Map<String, Value>> variables() {
    return both.steps().map(step -> step.frame().variables());
  }

  private Stream<Ref> differing(Two<Map<String, Value>> variables) {
    return written(variables.first())
        .filter(ref -> NAME.matcher(ref.variable()).matches())
        .filter(ref ->
            variables.first().containsKey(ref.variable())
                && variables.second().containsKey(ref.variable()))
        .filter(ref -> !Differences.agree(ref.in(variables.first()), ref.in(variables.second())));
  }

  /// The numbers that one run wrote into a variable that the other does not have.
  Stream<Ref> without() {
    var variables = variables();
    return Arrays.stream(Side.values())
        .flatMap(side ->
            writtenBy(side).stream()
                .limit(LOOKED_AT)
                .filter(ref -> NAME.matcher(ref.variable()).matches())
                .filter(ref -> !variables.of(side.other()).containsKey(ref.variable())));
  }

  /// Where both wrote, numbers of the second that the first has no place for come last.
  private Stream<Ref> written(Map<String, Value> ofFirst) {
    var first = writtenBy(Side.FIRST);
    var second = writtenBy(Side.SECOND);
    return first.isEmpty() || second.isEmpty()
        ? Stream.concat(first.stream(), second.stream()).limit(LOOKED_AT)
        : Stream.concat(
            first.stream().limit(LOOKED_AT),
            second.stream().limit(LOOKED_AT).filter(ref -> ref.in(ofFirst).isEmpty()));
  }

  private List<Ref> writtenBy(Side side) {
    return both.waits(side) ? List.of() : both.step(side).frame().written();
  }

  /// What is said of both.
  Narration narration() {
    var first = both.step(Side.FIRST).narration();
    var second = both.step(Side.SECOND).narration();
    var moves = both.waits(Side.FIRST) ? second : first;
    return new Narration(moves.title(), caption(first, second), formulas(first, second), table());
  }

  private String caption(Narration first, Narration second) {
    var names = both.named();
    if (both.waiting().isPresent()) {
      var waits = both.waiting().get();
      var goesOn = waits == Side.FIRST ? Side.SECOND : Side.FIRST;
      return "%s waits: it has no such step. %s: %s"
          .formatted(
              names.label(waits),
              names.label(goesOn),
              (waits == Side.FIRST ? second : first).caption());
    }
    return first.caption().equals(second.caption())
        ? first.caption()
        : "%s: %s %s: %s"
            .formatted(
                names.label(Side.FIRST),
                first.caption(),
                names.label(Side.SECOND),
                second.caption());
  }

  private List<String> formulas(Narration first, Narration second) {
    var formulas = new ArrayList<String>();
    for (var side : Side.values()) {
      var narration = side == Side.FIRST ? first : second;
      if (!both.waits(side) && narration.formulas().size() <= MOST_FORMULAS) {
        narration.formulas().stream()
            .filter(formula -> !formulas.contains(formula))
            .forEach(formulas::add);
      }
    }
    return formulas;
  }

  private Narration.Table table() {
    var variables = variables();
    var rows =
        differing(variables)
            .limit(MOST_ROWS)
            .map(ref ->
                List.of(
                    ref.text(), text(ref.in(variables.first())), text(ref.in(variables.second()))))
            .toList();
    var names = both.named().sides();
    return rows.isEmpty()
        ? Narration.Table.NONE
        : new Narration.Table(List.of("differs", names.first(), names.second()), rows, 0);
  }

  private static String text(OptionalDouble number) {
    return number.isPresent() ? Numbers.text(number.getAsDouble()) : "–";
  }
}
