package dev.stepwise.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Sets formulas and remembers those set last. May be used from any thread; formulas are set one at
/// a time, each in 5 to 10 ms.
public final class Formulas {
  private static final int REMEMBERED = 500;

  /// Done where nobody warms these formulas up: then the first one is set when it is asked for.
  private volatile CompletableFuture<Void> warmth = CompletableFuture.completedFuture(null);

  private final Map<String, FormulaMark> set =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FormulaMark> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// The formula of a LaTeX source; malformed LaTeX becomes its own text, so that a formula never
  /// hides what it was meant to say.
  public synchronized FormulaMark of(String latex) {
    return set.computeIfAbsent(latex, FormulaTypesetter::set);
  }

  /// Whether a LaTeX source can be set; what cannot is shown as it is written.
  public boolean canSet(String latex) {
    return FormulaTypesetter.isSound(latex);
  }

  /// Has a first formula set, which takes about a second since the fonts are read. Until that is
  /// done, whoever must not wait, as the JavaFX thread, can know by [#isWarm()].
  ///
  /// @param executor runs it off the JavaFX thread, now or later
  public void warmUp(Executor executor) {
    warmth =
        CompletableFuture.runAsync(
            () -> of("\\lVert \\mathbf{x}_1 \\rVert = \\sqrt{\\frac{1}{2}} \\cdot 0.5^{2}"),
            executor);
  }

  /// Whether [#of] answers at once: not while a warm-up is under way.
  public boolean isWarm() {
    return warmth.isDone();
  }

  /// Does something when a warm-up is over, however it ended; at once where none is under way.
  ///
  /// @param task run on the thread that did the warm-up, or on this one
  public void whenWarm(Runnable task) {
    var _ = warmth.whenComplete((_, _) -> task.run());
  }
}
