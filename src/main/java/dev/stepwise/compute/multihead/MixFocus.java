package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.arithmetic.Term;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.run.StepKind;
import dev.stepwise.compute.run.Value;
import dev.stepwise.compute.text.Phrases;
import java.util.List;
import java.util.Map;

/// The mixing of the heads by W_o, and the end.
public sealed interface MixFocus extends Focus {
  @Override
  default Stage stage() {
    return Stage.MIX;
  }

  /// All tokens.
  record Mixed() implements MixFocus {
    static final StepKind KIND =
        StepKind.of("output").at("mix").reads("joined", "W_o").writes("output");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      return new Narration(
          problem.heads() == 1 ? "Mix the columns" : "Mix the heads",
          problem.heads() == 1
              ? "The only head's columns are mixed by W_o, as those of several heads would be."
              : "Until here no head knew of another. W_o lets every output number draw on %s of them."
                  .formatted(problem.heads() == 2 ? "both" : "all"),
          List.of("O=\\text{joined}\\,W_o", Shape.product(problem.length(), problem.modelWidth())));
    }
  }

  /// One token's row.
  record TokenMixed(int token) implements MixFocus {
    static final StepKind KIND = StepKind.of("mix token").at("mix").reads("joined", "W_o");

    @Override
    public StepKind kind() {
      return KIND.writes(variable());
    }

    private String variable() {
      return "output[%d]".formatted(token);
    }

    @Override
    public int parts() {
      return token + 1;
    }

    @Override
    public void addTo(Map<String, Value> variables, MultiHeadFrame frame) {
      variables.put(variable(), new Value.Vector(frame.pass().output()[token]));
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      int numbers = problem.modelWidth();
      var first = new MultiHeadDerivations(frame).output(Ref.of(variable(), 0), token, 0);
      return new Narration(
          problem.misplaces()
              ? "Row %d of the output".formatted(token)
              : "Output of " + Words.token(problem.tokens(), token),
          "Its joined row times W_o. %s"
              .formatted(
                  numbers == 1
                      ? "Its only number:"
                      : "The first of its %d numbers:".formatted(numbers)),
          first.narration().formulas());
    }
  }

  /// The end.
  record Finished() implements MixFocus {
    static final StepKind KIND =
        StepKind.of("end")
            .at("result")
            .reads("output", "attention_weights")
            .writes("output", "attention_weights");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Stage stage() {
      return Stage.END;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      long d = problem.modelWidth();
      var held = Phrases.count(problem.parameters(), "parameter");
      return new Narration(
          "The end",
          d == 1
              ? "Four matrices of 1×1 hold %s; one column cannot be cut into more heads."
                  .formatted(held)
              : "Four matrices of %d×%d hold %s, whether there is one head or %d: more heads look in more ways, not at more cost."
                  .formatted(d, d, held, problem.heads() == 1 ? d : problem.heads()),
          List.of(
              Formula.of("4\\cdot d_{\\text{model}}^2")
                  .is(Term.product(Term.count(4), Term.square(Term.count(d))))
                  .gives(problem.parameters())
                  .latex()));
    }

    /// {@inheritDoc}
    ///
    /// None: what is returned has been computed before.
    @Override
    public List<Ref> written(MultiHeadFrame frame) {
      return List.of();
    }
  }
}
