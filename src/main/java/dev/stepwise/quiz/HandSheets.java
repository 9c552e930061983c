package dev.stepwise.quiz;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.run.Cancellation;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.Run;
import dev.stepwise.compute.run.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// Draws sheets of a run from a seed: the same seed draws the same sheet. Numbers that come about
/// in different ways are asked for, small arithmetic before long, and what is 0 last.
///
/// @param <F> the frames of the run
public final class HandSheets<P, F extends Frame> {
  private static final int WALKS = 60;
  private static final int LOOKED_AT = 24;
  private static final int OF_A_KIND = 2;
  private static final int MOST_OF_A_STEP = 4;
  private static final int MOST_STEPS = 4;
  private static final int MOST = 8;

  /// How many numbers a learner looks up for one result: gladly, still, and never.
  private static final int EASY = 16;

  private static final int LONG = 30;

  /// A result that more numbers make is asked for only where a run has no other.
  private static final List<Integer> MOST_NUMBERS = List.of(50, 200);

  /// Arrays come before what has no name of its own in the listing, such as a term of a sum.
  private static final Pattern PLAIN = Pattern.compile("^\\w+ ");

  private final Exercise<P, F> exercise;
  private final int mostNumbers;
  private final Random random;

  private HandSheets(Exercise<P, F> exercise, int mostNumbers, long seed) {
    this.exercise = exercise;
    this.mostNumbers = mostNumbers;
    this.random = new Random(seed);
  }

  /// The first that has a task.
  private static HandSheet first(IntFunction<HandSheet> sheets) {
    return MOST_NUMBERS.stream()
        .map(sheets::apply)
        .filter(sheet -> !sheet.tasks().isEmpty())
        .findFirst()
        .orElseGet(() -> new HandSheet(List.of()));
  }

  /// What a step offers.
  private record Found(String path, List<String> crumbs, List<Blank> blanks, List<Ref> written) {}

  /// A sheet of telling steps of a whole run; without tasks where it has no number to work out.
  public static <P, F extends Frame> HandSheet of(Exercise<P, F> exercise, Run<F> run, long seed) {
    return first(most -> new HandSheets<>(exercise, most, seed).draw(run));
  }

  /// A sheet of one step; without tasks where it writes no number to work out.
  ///
  /// @param path of the step
  /// @param crumbs its place in the bread crumb, the top level first
  public static <P, F extends Frame> HandSheet of(
      Exercise<P, F> exercise, Step<F> step, String path, List<String> crumbs, long seed) {
    return first(most -> new HandSheets<>(exercise, most, seed).draw(step, path, crumbs));
  }

  private HandSheet draw(Step<F> step, String path, List<String> crumbs) {
    var found = look(path, crumbs, step);
    var blanks = found.blanks().subList(0, Math.min(MOST_OF_A_STEP, found.blanks().size()));
    return sheet(List.of(new Found(path, crumbs, blanks, found.written())));
  }

  private HandSheet draw(Run<F> run) {
    var offers = new LinkedHashMap<String, Found>();
    for (int walk = 0; walk < WALKS; walk++) {
      Cancellation.checkpoint();
      descend(run, offers);
    }
    return sheet(choose(List.copyOf(offers.values())));
  }

  /// One way from the top to a leaf.
  private void descend(Run<F> run, Map<String, Found> offers) {
    var path = "";
    var crumbs = new ArrayList<String>();
    for (var level = run; level != null; ) {
      int index = random.nextInt(level.length());
      var step = level.step(index);
      path = path.isEmpty() ? String.valueOf(index + 1) : path + "." + (index + 1);
      crumbs.add(step.crumb());
      if (!offers.containsKey(path)) {
        offers.put(path, look(path, crumbs, step));
      }
      level = step.isComposite() ? step.inside() : null;
    }
  }

  /// Some numbers of a step, the best first.
  private Found look(String path, List<String> crumbs, Step<F> step) {
    var written = step.frame().written();
    var blanks = new ArrayList<Blank>();
    for (var ref : some(written)) {
      ByHand.of(exercise, step, ref)
          .filter(blank -> isOnPaper(blank) && isAsTraced(blank, step))
          .ifPresent(blanks::add);
    }
    blanks.sort(Comparator.comparingInt(HandSheets::burden));
    var seen = new HashSet<String>();
    blanks.removeIf(blank -> !seen.add(kind(blank) + " " + blank.shown()));
    var kinds = new HashMap<String, Integer>();
    blanks.removeIf(blank -> kinds.merge(kind(blank), 1, Integer::sum) > OF_A_KIND);
    return new Found(path, List.copyOf(crumbs), List.copyOf(blanks), written);
  }

  /// Of the numbers some, each kind of variable as often as the others, in the order of chance.
  private List<Ref> some(List<Ref> refs) {
    var byVariable = new LinkedHashMap<String, List<Ref>>();
    refs.forEach(
        ref -> byVariable.computeIfAbsent(ref.variable(), _ -> new ArrayList<>()).add(ref));
    var some = new LinkedHashSet<Ref>();
    int each = Math.max(4, LOOKED_AT / Math.max(1, byVariable.size()));
    for (var of : byVariable.values()) {
      for (int i = 0; i < each; i++) {
        some.add(of.get(random.nextInt(of.size())));
      }
    }
    return List.copyOf(some);
  }

  /// Whether a trace says the same.
  private static boolean isAsTraced(Blank blank, Step<?> step) {
    var traced = blank.ref().in(step.frame().variables());
    return traced.isPresent() && traced.getAsDouble() == blank.derivation().value();
  }

  private boolean isOnPaper(Blank blank) {
    int numbers = blank.derivation().sources().size();
    return numbers > 0 && numbers <= mostNumbers;
  }

  private static int burden(Blank blank) {
    int numbers = blank.derivation().sources().size();
    int length = numbers <= EASY ? 0 : numbers <= LONG ? 2 : 4;
    return length + (blank.derivation().value() == 0 ? 1 : 0);
  }

  private static String kind(Blank blank) {
    return blank.ref().variable() + " " + blank.derivation().operation().getClass().getSimpleName();
  }

  /// Kinds take turns, by chance; steps that are on the sheet already are preferred to others.
  private List<Found> choose(List<Found> offers) {
    var kinds = new ArrayList<String>();
    offers.stream()
        .flatMap(found -> found.blanks().stream())
        .map(HandSheets::kind)
        .distinct()
        .forEach(kinds::add);
    Collections.shuffle(kinds, random);
    kinds.sort(Comparator.comparing(kind -> !PLAIN.matcher(kind).find()));
    var steps = new ArrayList<>(offers);
    Collections.shuffle(steps, random);
    var chosen = new HashMap<String, Set<Blank>>();
    for (int turn = 0; turn < OF_A_KIND; turn++) {
      for (var kind : kinds) {
        take(kind, steps, chosen);
      }
    }
    return steps.stream()
        .filter(found -> chosen.containsKey(found.path()))
        .map(found ->
            new Found(
                found.path(),
                found.crumbs(),
                List.copyOf(chosen.getOrDefault(found.path(), Set.of())),
                found.written()))
        .sorted(Comparator.comparing(Found::path, HandSheets::order))
        .toList();
  }

  /// @param chosen by the paths of their steps, which tell them apart at once: a step may write a
  ///   hundred thousand numbers
  private static void take(String kind, List<Found> steps, Map<String, Set<Blank>> chosen) {
    if (chosen.values().stream().mapToInt(Set::size).sum() >= MOST) {
      return;
    }
    record Offer(Found found, Blank blank) {}
    steps.stream()
        .filter(found -> chosen.containsKey(found.path()) || chosen.size() < MOST_STEPS)
        .filter(found -> taken(found, chosen).size() < MOST_OF_A_STEP)
        .flatMap(found ->
            found.blanks().stream()
                .filter(blank -> kind(blank).equals(kind))
                .filter(blank -> !taken(found, chosen).contains(blank))
                .map(blank -> new Offer(found, blank)))
        .min(
            Comparator.comparingInt((Offer offer) -> burden(offer.blank()))
                .thenComparing(offer -> !chosen.containsKey(offer.found().path())))
        .ifPresent(offer ->
            chosen
                .computeIfAbsent(offer.found().path(), _ -> new LinkedHashSet<>())
                .add(offer.blank()));
  }

  private static Set<Blank> taken(Found found, Map<String, Set<Blank>> chosen) {
    return chosen.getOrDefault(found.path(), Set.of());
  }

  /// As steps are computed: a step after those inside it.
  private static int order(String one, String other) {
    var left = one.split("\\.", -1);
    var right = other.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(right.length, left.length);
  }

  private static HandSheet sheet(List<Found> chosen) {
    var tasks = new ArrayList<HandSheet.Task>();
    var asked = new HashMap<Ref, Blank>();
    for (var found : chosen) {
      var ordered = new ArrayList<>(found.blanks());
      var places = new HashMap<Ref, Integer>(); // looked up once: there may be millions
      ordered.forEach(blank -> places.put(blank.ref(), found.written().indexOf(blank.ref())));
      ordered.sort(Comparator.comparingInt(blank -> places.getOrDefault(blank.ref(), 0)));
      var printed = OnPaper.of(ordered, asked);
      if (!printed.blanks().isEmpty()) {
        tasks.add(printed.task(found.path(), found.crumbs()));
        printed.blanks().forEach(blank -> asked.put(blank.ref(), blank));
      }
    }
    return new HandSheet(tasks);
  }
}
