package dev.stepwise.compute.multihead;

import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.StepKind;
import java.util.List;

/// Heads first; after the wrong reshape nothing is transposed.
public sealed interface TransposeFocus extends Focus {
  @Override
  default Stage stage() {
    return Stage.TRANSPOSE;
  }

  /// Turned to heads×n×d_k.
  record Turned() implements TransposeFocus {
    static final StepKind KIND =
        StepKind.of("transpose").reads("Q", "K", "V").writes("Q", "K", "V");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      var place = frame.pass().tracked().rightPlace(problem);
      return new Narration(
          "Transpose: heads first",
          "Tokens and heads change places, so that each head has an n×d_k matrix of its own to work with. Q[%d, %d, %d] becomes Q[%d, %d, %d]: head, token, place."
              .formatted(
                  place.token(),
                  place.head(),
                  place.column(),
                  place.head(),
                  place.token(),
                  place.column()),
          List.of(
              "%s\\to\\mathbf{%s}"
                  .formatted(
                      Shape.latex(problem.length(), problem.heads(), problem.headWidth()),
                      Shape.latex(problem.heads(), problem.length(), problem.headWidth()))));
    }
  }

  /// No transpose.
  record Unturned() implements TransposeFocus {
    static final StepKind KIND = StepKind.of("transpose").at("unturned");

    @Override
    public StepKind kind() {
      return KIND;
    }

    @Override
    public Narration narration(MultiHeadFrame frame) {
      var problem = frame.problem();
      return new Narration(
          "No transpose",
          "The transpose is left out, since the shape is already %s. %s"
              .formatted(
                  Shape.text(problem.heads(), problem.length(), problem.headWidth()),
                  problem.misplaces()
                      ? "What each head takes for the rows of tokens are pieces, several of each"
                          + " token."
                      : "With one %s nothing is lost by that.".formatted(problem.onlyOne())));
    }
  }
}
