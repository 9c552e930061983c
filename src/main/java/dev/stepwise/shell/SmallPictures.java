package dev.stepwise.shell;

import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.export.PictureFormat;
import dev.stepwise.session.Workers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Small pictures of steps as they are on the wall: computed in the background, painted one at a
/// time, and kept as long as there is room. Used on the window's thread.
final class SmallPictures implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmallPictures.class.getName());
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 810;
  private static final int MOST_KEPT = 64;

  /// How high a picture is, of its width.
  static final double ASPECT = (double) HEIGHT / WIDTH;

  /// A picture that is there.
  ///
  /// @param title what its step says
  record Drawn(String title, Image image) {}

  /// What a picture shows, to find it again.
  ///
  /// @param subject equal for equal pictures
  /// @param width in pixels
  /// @param palette its colours
  record Key(Object subject, int width, Palette palette) {}

  /// Where a picture is shown; only the newest that is asked for there is shown.
  static final class Place {
    private int newest;
    private @Nullable Future<?> underWay;
  }

  private final ExecutorService worker = Workers.single("small pictures");
  private final Map<Key, Drawn> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Drawn> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// Asks for a picture.
  ///
  /// @param use told once it is there, with nothing where there is none
  void ask(Place place, Key key, Sketch.Source source, Consumer<Optional<Drawn>> use) {
    int mine = ++place.newest;
    if (place.underWay != null) {
      place.underWay.cancel(true);
    }
    var known = kept.get(key);
    if (known != null) {
      use.accept(Optional.of(known));
      return;
    }
    var format = new PictureFormat(WIDTH, HEIGHT, key.palette(), Look.Density.PRESENT);
    place.underWay =
        worker.submit(() -> {
          try {
            var sketch = source.sketch(format);
            Platform.runLater(() -> {
              if (mine == place.newest) {
                use.accept(sketch.map(found -> drawn(key, found)));
              }
            });
          } catch (CancellationException _) {
            // something else is shown there by now
          } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "no small picture", failure);
          }
        });
  }

  private Drawn drawn(Key key, Sketch sketch) {
    double scale = (double) key.width() / WIDTH;
    var canvas = new Canvas(key.width(), Math.round(HEIGHT * scale));
    var context = canvas.getGraphicsContext2D();
    context.scale(scale, scale);
    sketch.painting().accept(new CanvasSurface(context));
    var snapshot = new SnapshotParameters();
    snapshot.setFill(Color.TRANSPARENT);
    var drawn = new Drawn(sketch.title(), canvas.snapshot(snapshot, null));
    kept.put(key, drawn);
    return drawn;
  }

  /// Keeps none of the pictures any longer.
  void forget() {
    kept.clear();
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
