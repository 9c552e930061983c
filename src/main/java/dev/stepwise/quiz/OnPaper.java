package dev.stepwise.quiz;

import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Substitution;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Blanks of a step as they can be printed: whoever computes each from the numbers as they are
/// printed, and from results as they are written into the boxes before, gets what the app prints.
///
/// @param moreDigits how many digits more than usual the given numbers need for that
/// @param asked the blanks that hold numbers these are made from
record OnPaper(List<Blank> blanks, int moreDigits, Map<Ref, Blank> asked) {
  private static final int MOST_MORE_DIGITS = 5;

  /// Leaves out blanks for which no digits help.
  ///
  /// @param before the blanks of steps before, by where their numbers stand
  static OnPaper of(List<Blank> blanks, Map<Ref, Blank> before) {
    var left = ordered(blanks);
    int digits = 0;
    while (!left.isEmpty()) {
      var failing = failing(left, before, digits);
      if (failing.isEmpty()) {
        break;
      }
      if (digits < MOST_MORE_DIGITS) {
        digits++;
      } else {
        left.removeAll(failing);
        digits = 0;
      }
    }
    var asked = new HashMap<Ref, Blank>();
    for (var blank : left) {
      for (var source : blank.derivation().sources()) {
        var holder = holders(left, before).get(source);
        if (holder != null) {
          asked.put(source, holder);
        }
      }
    }
    asked.values().removeIf(holder -> !isUsed(holder, left));
    return new OnPaper(List.copyOf(left), digits, asked);
  }

  HandSheet.Task task(String path, List<String> crumbs) {
    return new HandSheet.Task(path, crumbs, blanks, moreDigits, asked);
  }

  /// Each after those that it is made from, else as they are.
  private static List<Blank> ordered(List<Blank> blanks) {
    var waiting = new ArrayList<>(blanks);
    var ordered = new ArrayList<Blank>();
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(blank ->
                  waiting.stream()
                      .noneMatch(other ->
                          !other.equals(blank)
                              && blank.derivation().sources().contains(other.ref())))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static Map<Ref, Blank> holders(List<Blank> blanks, Map<Ref, Blank> before) {
    var holders = new HashMap<>(before);
    blanks.forEach(blank -> holders.put(blank.ref(), blank));
    return holders;
  }

  private static List<Blank> failing(List<Blank> blanks, Map<Ref, Blank> before, int digits) {
    var holders = holders(blanks, before);
    return blanks.stream().filter(blank -> !holds(blank, holders, digits)).toList();
  }

  private static boolean holds(Blank blank, Map<Ref, Blank> holders, int digits) {
    var printed =
        Substitution.of(
            blank.derivation().operation(), operand -> printed(operand, holders, digits));
    return Numbers.text(printed.result()).equals(blank.shown());
  }

  private static Operand printed(Operand operand, Map<Ref, Blank> holders, int digits) {
    double value = operand.value();
    boolean isAsked = operand.ref().filter(ref -> isHeld(ref, value, holders)).isPresent();
    return Operand.constant(Numbers.printed(value, isAsked ? 0 : digits));
  }

  private static boolean isHeld(Ref ref, double value, Map<Ref, Blank> holders) {
    var holder = holders.get(ref);
    return holder != null && holder.derivation().value() == value;
  }

  /// Whether some of the blanks is made from what the holder holds; a later step may have written
  /// another number there.
  private static boolean isUsed(Blank holder, List<Blank> blanks) {
    return blanks.stream()
        .flatMap(blank -> blank.derivation().operation().operands().stream())
        .flatMap(Operand::leaves)
        .anyMatch(leaf ->
            leaf.address().equals(holder.ref()) && leaf.value() == holder.derivation().value());
  }
}
