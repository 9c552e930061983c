package dev.stepwise.view.marks;

import java.util.LinkedHashMap;
import java.util.Map;

/// Sets formulas and remembers those set last. May be used from any thread; formulas are set one at
/// a time, each in 5 to 10 ms.
public final class Formulas {
  private static final int REMEMBERED = 500;

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

  /// Sets a first formula, which takes about a second since the fonts are read; to be called off
  /// the JavaFX thread.
  public void warmUp() {
    of("\\lVert \\mathbf{x}_1 \\rVert = \\sqrt{\\frac{1}{2}} \\cdot 0.5^{2}");
  }
}
