package dev.stepwise.draw;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Text;

/// Measures texts in the bundled fonts and remembers the widths of the texts used last, since a
/// stage measures the same labels sixty times a second. For one thread.
public final class TextWidths {
  private static final int REMEMBERED = 4_000;

  private record Key(String text, Type.Face face, double size) {}

  private final Map<Key, Double> widths =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Text measure = new Text();

  /// The width of a text on one line, in pixels; its angle does not matter.
  public double width(String text, Type type) {
    return widths.computeIfAbsent(new Key(text, type.face(), type.size()), this::measured);
  }

  private double measured(Key key) {
    measure.setFont(Fonts.BUNDLED.font(key.face(), key.size()));
    measure.setText(key.text());
    return measure.getLayoutBounds().getWidth();
  }
}
