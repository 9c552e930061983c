package dev.stepwise.export;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.compute.run.Step;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/// Writes a run as a moving picture: a GIF, or a folder of PNGs for video tools. Can be cancelled
/// by interrupting its thread, with a [CancellationException].
public final class FilmWriter<F extends Frame> {
  private static final int SAMPLES = 16;

  private final PictureWriter<F> pictures;
  private final Navigator<F> navigator;

  /// @param navigator of the run that the pictures are of
  public FilmWriter(PictureWriter<F> pictures, Navigator<F> navigator) {
    this.pictures = pictures;
    this.navigator = navigator;
  }

  /// Writes a GIF that repeats for ever. All its pictures share one palette, made from some of
  /// them.
  ///
  /// @param progress told of the share that is done, 0 to 1
  /// @throws IOException where the stream fails
  public void writeGif(Film film, OutputStream out, DoubleConsumer progress) throws IOException {
    var shots = film.shots(navigator);
    var colours = new ColourCount();
    var resting = shots.stream().filter(Film.Shot::isAtRest).toList();
    int stride = Math.max(1, resting.size() / SAMPLES);
    for (int i = 0; i < resting.size(); i += stride) {
      colours.add(image(resting.get(i)));
    }
    colours.add(image(resting.getLast()));
    try (var gif = new GifWriter(out, colours.palette())) {
      for (int i = 0; i < shots.size(); i++) {
        gif.add(image(shots.get(i)), shots.get(i).hundredths());
        progress.accept((i + 1.0) / shots.size());
      }
    }
  }

  /// Writes the pictures as `0001.png` and so on. Pictures that are seen longer are written as
  /// often as they are seen at the film's speed.
  ///
  /// @param folder is made where it does not exist
  /// @throws IOException where it cannot be written
  public void writeFrames(Film film, Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (var shot : film.shots(navigator)) {
      var image = image(shot);
      int times = Math.max(1, Math.round(shot.hundredths() * film.framesPerSecond() / 100f));
      for (int i = 0; i < times; i++) {
        var name = String.format(Locale.ROOT, "%04d.png", ++number);
        try (var out = Files.newOutputStream(folder.resolve(name))) {
          Png.write(image, out);
        }
      }
    }
  }

  private BufferedImage image(Film.Shot shot) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the film was cancelled");
    }
    Optional<Step<F>> before =
        shot.isAtRest()
            ? Optional.empty()
            : Optional.of(navigator.step(Position.top(shot.before())));
    return pictures.image(Position.top(shot.step()), before, shot.progress());
  }
}
