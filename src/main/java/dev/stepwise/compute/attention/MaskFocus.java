package dev.stepwise.compute.attention;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.AttentionFrame.Stage;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.text.Phrases;
import java.util.List;

/// The hiding of keys that may not be seen.
public sealed interface MaskFocus extends Focus {
  @Override
  default Tensor tensor() {
    return Tensor.SCORES;
  }

  /// What comes later hidden.
  record Masked() implements MaskFocus {
    static final StepKind KIND = StepKind.of("mask").reads("scores").writes("scores");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      long n = frame.problem().length();
      long hidden = n * (n - 1) / 2;
      var title = "Hide what comes later";
      if (hidden == 0) {
        return new Narration(title, "Nothing comes after the only token, so nothing is hidden.");
      }
      return new Narration(
          title,
          "A query may look at itself and at what stands before it. The %s above the diagonal %s −∞, so that softmax makes %s exactly 0 and the others still sum to 1."
              .formatted(
                  Phrases.count(hidden, "score"),
                  hidden == 1 ? "becomes" : "become",
                  hidden == 1 ? "its weight" : "their weights"),
          List.of(
              "S_{ij}=-\\infty\\quad\\text{where}\\quad j>i",
              Formula.of(
                      Term.quotient(Term.product(Term.count(n), Term.count(n - 1)), Term.count(2)))
                  .gives(hidden)
                  .latex()));
    }
  }

  /// One row masked.
  record RowMasked(int query) implements MaskFocus {
    static final StepKind KIND = StepKind.of("mask row").at("mask");

    @Override
    public StepKind kind() {
      return KIND.reads("scores").writes(variable());
    }

    @Override
    public List<Integer> place() {
      return List.of(query);
    }

    @Override
    public Stage stage(int row) {
      return row <= query ? Stage.MASKED : Stage.SCALED;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      int after = frame.problem().length() - 1 - query;
      var sees =
          query == 0
              ? "It sees itself alone"
              : "It sees " + Phrases.count(query + 1L, "key") + ", itself included";
      var hidden =
          after == 0
              ? "none comes after it"
              : "%s after it %s hidden"
                  .formatted(
                      query == 0 ? Phrases.count(after, "key") : Integer.toString(after),
                      after == 1 ? "is" : "are");
      return new Narration(
          "Mask the row of " + Words.token(frame.problem(), query),
          "%s; %s.".formatted(sees, hidden),
          List.of("j>%d\\;\\Rightarrow\\;s_{%d,j}=\\mathbf{-\\infty}".formatted(query, query)));
    }
  }

  /// Nothing hidden.
  record Unmasked() implements MaskFocus {
    static final StepKind KIND = StepKind.of("mask").at("unmasked");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(AttentionFrame frame) {
      return new Narration(
          "No mask",
          frame.problem().length() == 1
              ? "The only query may look at the only key; there is nothing to hide."
              : "Every query may look at every key, also at those that come after it: right for"
                  + " reading a text, wrong for predicting its next word.");
    }
  }
}
