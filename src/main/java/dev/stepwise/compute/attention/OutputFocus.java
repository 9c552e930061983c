package dev.stepwise.compute.attention;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The mixing of the values, and the end.
public sealed interface OutputFocus extends Focus {
  @Override
  default Tensor tensor() {
    return Tensor.OUTPUT;
  }

  private static StepKind adding(String phase) {
    return StepKind.of(phase).at("output").reads("attention_weights", "V");
  }

  private static long broken(AttentionFrame frame) {
    return Arrays.stream(frame.pass().weights()).filter(Sharpness::broken).count();
  }

  /// The whole output.
  record Mixed() implements OutputFocus {
    static final StepKind KIND = adding("output").writes("output");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      int n = frame.problem().length();
      return new Narration(
          n == 1 ? "Take the value" : "Mix the values",
          mixing(frame, n),
          List.of("O=AV", Words.shapes(n, n, frame.headWidth())));
    }

    private static String mixing(AttentionFrame frame, int n) {
      long broken = broken(frame);
      if (broken > 0) {
        return spoilt(broken, n);
      }
      if (SoftmaxTrouble.inAnyRow(frame).contains(SoftmaxTrouble.INFINITE_SUM)) {
        return "Rows whose weights are all 0, since their sum of exponentials overflowed, take"
            + " nothing from any value: their output is 0, and no mean of anything.";
      }
      if (n == 1) {
        return "The only token gives all its weight to itself: its output is its own value.";
      }
      return "Every row of the output is a mean of %s, weighted by that row's weights: each now knows something of %s it looked at."
          .formatted(
              frame.problem().settings().hidesTheFuture()
                  ? "the values that may be seen"
                  : "all values",
              frame.problem().names().pieces().isEmpty() ? "the tokens" : "the rows");
    }

    private static String spoilt(long broken, int n) {
      long others = n - broken;
      return broken == n
          ? "No row of weights holds numbers, so neither does the output: NaN times anything is"
              + " NaN, and NaN plus anything too."
          : "%s NaN, and so %s output: NaN times anything is NaN. %s."
              .formatted(
                  broken == 1 ? "One row of weights holds" : broken + " rows of weights hold",
                  broken == 1 ? "is its" : "are their",
                  others == 1
                      ? "Only one row is sound"
                      : "Only the other %d are sound".formatted(others));
    }
  }

  /// The output of one token.
  record RowMixed(int query) implements OutputFocus {
    static final StepKind KIND = adding("output row");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query);
    }

    @Override
    public int cells(AttentionFrame frame) {
      return (query + 1) * frame.headWidth();
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      var sum = "o_{%s}=\\sum_j a_j v_j".formatted(Words.index(frame.problem(), query));
      return new Narration(
          "Output of " + Words.token(frame.problem(), query),
          shares(frame),
          Stream.concat(Stream.of(sum), frame.cells().formulas(Tensor.OUTPUT, query, 0).stream())
              .toList());
    }

    private String shares(AttentionFrame frame) {
      double[] weights = frame.pass().weights()[query];
      if (Sharpness.broken(weights)) {
        return "%s, so neither is its output: one NaN spoils all that is computed from it."
            .formatted(
                Arrays.stream(weights).allMatch(Double::isNaN)
                    ? "Its weights are not numbers"
                    : "Some of its weights are not numbers");
      }
      if (SoftmaxTrouble.of(frame, query) == SoftmaxTrouble.INFINITE_SUM) {
        return "All its weights are 0, since their sum of exponentials overflowed: nothing is"
            + " added up, and its output is 0.";
      }
      var winners = Winners.of(weights, frame.pass().scores()[query]);
      var named = winners.named(frame.problem());
      double most = weights[winners.places().getFirst()];
      if (winners.count() == 1 || most == 1) {
        return "All its weight is on %s: its output is that value%s."
            .formatted(named, winners.count() == 1 ? "" : ", as far as doubles can tell");
      }
      var keys =
          winners.count() == weights.length
              ? "all %d".formatted(weights.length)
              : "the %d that it may see".formatted(winners.count());
      var share = Words.percent(most);
      return "The values of %s, each times its weight, added up. ".formatted(keys)
          + (winners.all()
              ? "All count alike, %s each: it is their plain mean.".formatted(share)
              : winners.tie()
                  ? "The largest shares, %s each, come from %s."
                      .formatted(share, named.replace(" alike", ""))
                  : "The largest share, %s, comes from %s.".formatted(share, named));
    }
  }

  /// One weighted value added to it.
  record TermMixed(int query, int key) implements OutputFocus {
    static final StepKind KIND = adding("output term");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query, key);
    }

    @Override
    public String variable() {
      return Tensor.OUTPUT.rowName(query);
    }

    /// The row that is being added up is there, with its sum so far.
    @Override
    public int cells(AttentionFrame frame) {
      return (query + 1) * frame.headWidth();
    }

    @Override
    public int terms(Tensor of, int row, int column) {
      return of == Tensor.OUTPUT && row == query ? key + 1 : ALL;
    }

    @Override
    public void addTo(Map<String, Value> variables, AttentionFrame frame) {
      variables.put(variable(), new Value.Vector(frame.values(Tensor.OUTPUT)[query]));
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      var of = Words.token(frame.problem(), key);
      double weight = frame.pass().weights()[query][key];
      var first = frame.cells().whole(Tensor.OUTPUT, query, 0).term(key);
      return new Narration(
          "Add the value of " + of,
          added(frame, of, weight),
          List.of(
              "o\\leftarrow o+%s\\cdot v_{%s}"
                  .formatted(Numbers.latex(weight), Words.index(frame.problem(), key)),
              first.formulas().getFirst()));
    }

    private String added(AttentionFrame frame, String of, double weight) {
      var by = Words.token(frame.problem(), query);
      if (frame.pass().scores()[query][key] == Double.NEGATIVE_INFINITY) {
        return "The mask hides %s: its weight is 0, so nothing of it is added.".formatted(of);
      }
      if (Double.isNaN(weight)) {
        return "The weight is NaN, and so is every sum that it is added to.";
      }
      return weight == 0
          ? "The weight that %s gives it is 0: nothing of it is added.".formatted(by)
          : "Its %s count %s times: the weight that %s gives it."
              .formatted(Phrases.count(frame.headWidth(), "number"), Numbers.text(weight), by);
    }
  }

  /// The end.
  record Finished() implements OutputFocus {
    static final StepKind KIND = StepKind.of("end").reads("output", "attention_weights");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      int n = frame.problem().length();
      int width = frame.headWidth();
      boolean broken = broken(frame) > 0;
      var troubles = SoftmaxTrouble.inAnyRow(frame);
      return new Narration(
          broken ? "The end: not a number" : "The end",
          troubles.isEmpty() ? achieved(frame, n, width) : failed(broken, troubles),
          List.of(
              "\\text{softmax}\\!\\left(%s\\right)V\\quad(\\mathbf{%d\\times %d})"
                  .formatted(
                      frame.problem().settings().scales()
                          ? "\\frac{QK^{\\top}}{\\sqrt{d_k}}"
                          : "QK^{\\top}",
                      n,
                      width)));
    }

    private static String achieved(AttentionFrame frame, long n, int width) {
      boolean tokens = frame.problem().names().pieces().isEmpty();
      var numbers = Phrases.count(width, "number");
      var what =
          n == 1
              ? "The only token has become a row of %s: its own value.".formatted(numbers)
              : "Each of the %s has become a row of %s that holds something of those it looked at."
                  .formatted(Phrases.count(n, tokens ? "token" : "row"), numbers);
      return what
          + " It took %s for scores and output, and room for %s."
              .formatted(
                  Phrases.count(2 * n * n * width, "multiplication"),
                  Phrases.count(n * n, "weight"));
    }

    private static String failed(boolean broken, Set<SoftmaxTrouble> troubles) {
      var why =
          troubles.contains(SoftmaxTrouble.UNDERFLOW)
              ? troubles.size() == 1
                  ? "exponentials that are all 0 gave 0/0"
                  : "exponentials overflowed in some rows and were all 0 in others"
              : "exponentials overflowed";
      return "The output %s: in softmax, %s. Its stable form, with the maximum subtracted, gives numbers for the same scores."
          .formatted(broken ? "has NaN in it" : "has rows of 0 that are no mean", why);
    }
  }
}
