package dev.stepwise.shell;

import dev.stepwise.session.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Where a timeline puts its marks: one for every step of the top level while they keep apart, else
/// for every second, fifth, tenth … one; and names below as many as have room.
///
/// @param stride a mark for every so many steps
/// @param names those that have room, at the places they get
record Ticks(int stride, List<Placed> names) {
  private static final double LEAST_GAP = 7;
  private static final double NAME_GAP = 14;

  /// A name and where its left end is, from the track's left end.
  record Placed(Survey.Name name, double left) {}

  /// @param width of the track, in pixels
  /// @param nameWidth how wide a name is, in pixels
  static Ticks of(Survey survey, double width, ToDoubleFunction<String> nameWidth) {
    int gaps = survey.gaps();
    int stride = 1;
    int[] factors = {2, 5, 10};
    for (int decade = 1; gaps / (double) stride * LEAST_GAP > width; decade *= 10) {
      for (int factor : factors) {
        stride = decade * factor;
        if (gaps / (double) stride * LEAST_GAP <= width) {
          break;
        }
      }
    }
    return new Ticks(stride, place(survey, width, nameWidth));
  }

  /// The first and the last name come first, then those between from the left, where they fit.
  private static List<Placed> place(
      Survey survey, double width, ToDoubleFunction<String> nameWidth) {
    var names = survey.names();
    var placed = new ArrayList<Placed>();
    double free = Double.NEGATIVE_INFINITY;
    double limit = width;
    if (names.size() > 1) {
      var last = names.getLast();
      limit = width - nameWidth.applyAsDouble(last.label());
      placed.add(new Placed(last, limit));
      limit -= NAME_GAP;
    }
    int between = 0;
    for (var name : names.subList(0, Math.max(1, names.size() - 1))) {
      double wide = nameWidth.applyAsDouble(name.label());
      double centre = width * survey.fraction(name.index());
      double left = Math.max(0, centre - wide / 2);
      if (left >= free && left + wide <= limit) {
        placed.add(between++, new Placed(name, left));
        free = left + wide + NAME_GAP;
      }
    }
    return List.copyOf(placed);
  }

  /// Copies the list.
  Ticks {
    names = List.copyOf(names);
  }
}
