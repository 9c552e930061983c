package dev.stepwise.check;

import dev.stepwise.check.Causes.Fitting;
import dev.stepwise.check.Judge.Wrong;
import dev.stepwise.check.Report.Cause;
import dev.stepwise.check.Report.Difference;
import dev.stepwise.check.Report.Sides;
import dev.stepwise.check.Report.StageReport;
import dev.stepwise.check.Report.Status;
import dev.stepwise.check.Report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts into a report what a judge found.
///
/// @param file as it was named
/// @param printed what the code printed
record Verdicts(String file, String printed) {
  private static final int MOST_SHOWN = 20_000;

  /// The result is right.
  Report right(Judge judge, String more) {
    var found = found(judge);
    var message =
        "The result is right%s.%s".formatted(more, found.isEmpty() ? "" : " Yours: " + found + ".");
    return new Report(
        file,
        Verdict.EQUAL,
        stages(judge, -1, "", 0),
        Optional.empty(),
        Optional.empty(),
        message,
        printed,
        Report.Context.NONE);
  }

  /// Something is wrong, and a mistake explains it.
  ///
  /// @param first an array of the learner's that has the name of a stage and is not it
  Report explained(Judge judge, Fitting fitting, Optional<Wrong> first, String more) {
    int at = fitting.stages().isEmpty() ? goal(judge) : fitting.stages().getFirst();
    var right = judge.stages().get(at);
    var theirs =
        fitting.variant().stages().stream()
            .filter(stage -> stage.address().equals(right.address()))
            .findFirst()
            .orElse(right);
    var evidence = evidence(right, theirs.form());
    var text =
        "%s: yours %s a run with this mistake%s."
            .formatted(
                capital(fitting.variant().title()),
                fitting.done() ? "is" : "has the arrays of",
                evidence.isEmpty() ? "" : "; " + evidence);
    var cause =
        Optional.of(new Cause(fitting.variant().id(), text, fitting.variant().isDeclared()));
    if (first.isPresent() && first.get().stage() < at) {
      return wrong(judge, first.get(), cause, more);
    }
    var seen = fitting.matches().place(right.address()).flatMap(fitting.matches()::found);
    return differs(
        judge,
        at,
        seen.map(Seen::name).orElse(""),
        seen.map(Seen::line).orElse(0),
        difference(right, theirs.form()),
        cause,
        more);
  }

  /// Something is wrong.
  Report wrong(Judge judge, Wrong wrong, String more) {
    return wrong(judge, wrong, Optional.empty(), more);
  }

  private Report wrong(Judge judge, Wrong wrong, Optional<Cause> known, String more) {
    var stage = judge.stages().get(wrong.stage());
    var yours = wrong.yours();
    if (yours.isEmpty()) {
      return differs(
          judge,
          wrong.stage(),
          "",
          0,
          missing(stage),
          known,
          " Nothing of yours is it, nor looks like it." + more);
    }
    var seen = yours.get();
    if (stage.form() instanceof Held.Numbers(Tensor expected) && seen.hasNumbers()) {
      var aligned = Slips.aligned(expected, seen.tensor());
      if (aligned.isEmpty()) {
        var sides =
            new Difference(
                stage.name(),
                List.of(),
                "shape " + seen.tensor().sides(),
                "shape " + expected.sides(),
                stage.step());
        return differs(judge, wrong.stage(), seen.name(), seen.line(), sides, known, more);
      }
      var mine = new Tensor(expected.shape(), aligned.get().data(), seen.kind());
      var cause = known.or(() -> Slips.of(stage.name(), expected, mine));
      return differs(
          judge,
          wrong.stage(),
          seen.name(),
          seen.line(),
          difference(stage, new Held.Numbers(mine)),
          cause,
          more);
    }
    return differs(
        judge,
        wrong.stage(),
        seen.name(),
        seen.line(),
        difference(stage, seen.held()),
        known,
        more);
  }

  private Report differs(
      Judge judge,
      int at,
      String yours,
      int line,
      Difference difference,
      Optional<Cause> cause,
      String more) {
    var place = difference.index().isEmpty() ? "" : ", from " + difference.index();
    var message = new StringBuilder();
    var found = found(judge);
    if (!found.isEmpty()) {
      message.append("Yours: ").append(found).append(". ");
    }
    message.append(
        "The first that differs is %s%s%s: yours %s, the run %s."
            .formatted(
                difference.name(),
                yours.isEmpty() || yours.equals(difference.name()) ? "" : ", your " + yours,
                place,
                words(difference.yours()),
                words(difference.expected())));
    cause.ifPresent(each -> message.append(' ').append(each.text()));
    message.append(more);
    return new Report(
        file,
        Verdict.DIFFERS,
        stages(judge, at, yours, line),
        Optional.of(difference),
        cause,
        message.toString().strip(),
        printed,
        Report.Context.NONE);
  }

  private static String words(Object value) {
    return value instanceof Double number ? Slips.number(number) : String.valueOf(value);
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static int goal(Judge judge) {
    var goals = judge.subject().goals(judge.stages(), judge.trace());
    for (int i = 0; i < judge.stages().size(); i++) {
      if (!judge.matches().has(i) && goals.getFirst().contains(judge.stages().get(i).address())) {
        return i;
      }
    }
    return judge.stages().size() - 1;
  }

  private static Difference missing(Stage stage) {
    return new Difference(stage.name(), List.of(), "not found", shape(stage), stage.step());
  }

  private static Difference difference(Stage stage, Held yours) {
    if (stage.form() instanceof Held.Numbers(Tensor expected)
        && yours instanceof Held.Numbers(Tensor mine)) {
      var gap = Slips.gap(expected, mine);
      if (gap.isPresent()) {
        var index = new ArrayList<>(stage.place());
        index.addAll(expected.index(gap.get().at()));
        return new Difference(
            stage.name(),
            index,
            gap.get().yours(),
            gap.get().expected(),
            stage.step(),
            sides(expected, mine, gap.get()));
      }
      return new Difference(
          stage.name(),
          List.of(),
          "shape " + mine.sides(),
          "shape " + expected.sides(),
          stage.step());
    }
    return new Difference(
        stage.name(), stage.place(), text(yours), text(stage.form()), stage.step());
  }

  private static Optional<Sides> sides(Tensor expected, Tensor yours, Slips.Gap gap) {
    return expected.size() <= MOST_SHOWN
        ? Optional.of(
            new Sides(
                new Tensor(expected.shape(), yours.data(), yours.kind()).value(),
                expected.value(),
                expected.index(gap.at()),
                gap.count(),
                gap.size(),
                Fit.margin(expected, yours.kind())))
        : Optional.empty();
  }

  private static String text(Held held) {
    return switch (held) {
      case Held.Words(String words) -> words.length() > 300 ? words.substring(0, 300) + "…" : words;
      case Held.Numbers(Tensor tensor) -> tensor.sides();
    };
  }

  private static String evidence(Stage stage, Held yours) {
    return stage.form() instanceof Held.Numbers(Tensor expected)
            && yours instanceof Held.Numbers(Tensor mine)
        ? Slips.gap(expected, mine)
            .map(gap ->
                gap.evidence().isEmpty()
                    ? "%s differs in %d of %d".formatted(stage.name(), gap.count(), gap.size())
                    : gap.evidence())
            .orElse("")
        : "";
  }

  private static String shape(Stage stage) {
    return stage.form() instanceof Held.Numbers(Tensor tensor) ? tensor.sides() : "";
  }

  /// How each array stands.
  ///
  /// @param wrong the place of the first that differs; -1 for none
  private static List<StageReport> stages(Judge judge, int wrong, String yours, int line) {
    var after = wrong < 0 ? Set.<Integer>of() : judge.matches().after(wrong);
    var wrongName = wrong < 0 ? "" : judge.stages().get(wrong).name();
    var all = new ArrayList<StageReport>();
    for (var name : judge.order()) {
      var places = judge.called(name);
      var first = places.stream().filter(judge.matches()::has).findFirst();
      var seen = first.flatMap(judge.matches()::found);
      boolean follows = places.stream().anyMatch(i -> after.contains(i) && !judge.matches().has(i));
      var status =
          name.equals(wrongName)
              ? Status.DIFFERS
              : follows ? Status.FOLLOWS : first.isPresent() ? Status.EQUAL : Status.NOT_FOUND;
      boolean isFound = status == Status.EQUAL;
      all.add(
          new StageReport(
              name,
              status,
              status == Status.DIFFERS ? yours : isFound ? seen.map(Seen::name).orElse("") : "",
              status == Status.DIFFERS ? line : isFound ? seen.map(Seen::line).orElse(0) : 0,
              shape(judge.stages().get(places.getFirst()))));
    }
    return all;
  }

  /// The learner's arrays that are stages: `E is scores`.
  private static String found(Judge judge) {
    var said = new LinkedHashSet<String>();
    for (var name : judge.order()) {
      for (int i : judge.called(name)) {
        judge
            .matches()
            .found(i)
            .map(Seen::name)
            .filter(yours -> !yours.isEmpty())
            .ifPresent(yours -> said.add(yours + " is " + name));
      }
    }
    return String.join(", ", said);
  }
}
