package dev.stepwise.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.kmeans.KMeansFrame;
import dev.stepwise.compute.kmeans.KMeansProblem;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Palette;
import dev.stepwise.formula.Formulas;
import dev.stepwise.playback.Navigator;
import dev.stepwise.playback.Position;
import dev.stepwise.scenario.LoadedScenario;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.testing.OneAtATime;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.kmeans.KMeansView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

@OneAtATime
class FilmWriterTest {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 300;

  private final KMeansView view = new KMeansView();
  private final Navigator<KMeansFrame> navigator;
  private final PictureWriter<KMeansFrame> pictures;

  FilmWriterTest() {
    var given = Given.nothing().withParameters(Map.of("k", 3L, "init", "random", "seed", 5L));
    KMeansProblem problem = view.exercise().problem(given);
    var loaded =
        new LoadedScenario<>(
            view.exercise(), new Scenario("k-means", "three & more", given), problem);
    navigator = new Navigator<>(loaded.run());
    pictures =
        new PictureWriter<>(
            loaded.exercise(),
            loaded.scenario(),
            navigator,
            view.painter(),
            new Formulas(),
            new PictureFormat(WIDTH, HEIGHT, Palette.LIGHT, Look.Density.WINDOW),
            Interaction.NONE);
  }

  @Test
  void a_gif_shows_every_picture_of_its_film_as_it_was_drawn() throws IOException {
    var film = new Film(0, 2, 10);
    var bytes = new ByteArrayOutputStream();
    var progress = new ArrayList<Double>();
    new FilmWriter<>(pictures, navigator).writeGif(film, bytes, progress::add);
    var shots = film.shots(navigator);
    assertThat(progress).hasSameSizeAs(shots).isSorted().endsWith(1.0);
    var reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(reader.getNumImages(true)).isEqualTo(shots.size());
    var seen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = seen.createGraphics();
    for (int i = 0; i < shots.size(); i++) {
      var root = reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
      var descriptor = (Element) ((Element) root).getElementsByTagName("ImageDescriptor").item(0);
      int left = Integer.parseInt(descriptor.getAttribute("imageLeftPosition"));
      int top = Integer.parseInt(descriptor.getAttribute("imageTopPosition"));
      graphics.drawImage(reader.read(i), left, top, null);
      if (shots.get(i).isAtRest()) {
        var drawn =
            pictures.image(Position.top(shots.get(i).step()), java.util.Optional.empty(), 1);
        assertThat(meanDifference(seen, drawn)).as("picture " + i).isLessThan(1.0);
      }
    }
    graphics.dispose();
  }

  /// Of 255, over all channels.
  private static double meanDifference(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255));
        }
      }
    }
    return sum / (3.0 * WIDTH * HEIGHT);
  }

  @Test
  void a_film_pauses_at_phases_and_at_the_end() {
    var shots = new Film(0, 3, 10).shots(navigator);
    assertThat(shots).filteredOn(Film.Shot::isAtRest).hasSize(4);
    assertThat(shots).filteredOn(shot -> !shot.isAtRest()).hasSize(3 * 4);
    assertThat(shots.getLast().hundredths()).isGreaterThan(shots.getFirst().hundredths());
  }

  @Test
  void frames_are_numbered_pictures(@TempDir Path folder) throws IOException {
    new FilmWriter<>(pictures, navigator).writeFrames(new Film(1, 1, 1), folder);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("0001.png", "0002.png", "0003.png");
    }
    var picture = ImageIO.read(folder.resolve("0001.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(WIDTH);
  }

  @Test
  void an_svg_has_texts_and_shapes_and_is_the_same_each_time() throws Exception {
    var first = svg();
    assertThat(svg()).isEqualTo(first);
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(first.getBytes(StandardCharsets.UTF_8)));
    var texts = document.getElementsByTagName("text");
    var words = new ArrayList<String>();
    for (int i = 0; i < texts.getLength(); i++) {
      words.add(texts.item(i).getTextContent());
    }
    assertThat(words).contains("K-means · three & more", "Iteration 1");
    assertThat(document.getElementsByTagName("circle").getLength()).isGreaterThan(20);
    assertThat(document.getElementsByTagName("path").getLength()).isPositive(); // a formula
  }

  private String svg() throws IOException {
    var bytes = new ByteArrayOutputStream();
    pictures.writeSvg(Position.top(1), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void few_colours_are_kept_as_they_are() {
    var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
    for (int colour : List.of(0, 1, 2)) {
      image.setRGB(colour, 0, List.of(0x102030, 0xffffff, 0x0969da).get(colour));
    }
    var count = new ColourCount();
    count.add(image);
    assertThat(count.palette()).containsExactlyInAnyOrder(0x102030, 0xffffff, 0x0969da);
  }

  @Test
  void many_colours_become_few_that_are_near() {
    var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 256; y++) {
      for (int x = 0; x < 256; x++) {
        image.setRGB(x, y, x << 16 | y << 8 | (x + y) / 2);
      }
    }
    var count = new ColourCount();
    count.add(image);
    var palette = count.palette();
    assertThat(palette).hasSizeLessThanOrEqualTo(ColourCount.MOST);
    int nearest = 255;
    for (int rgb : palette) {
      int red = Math.abs((rgb >> 16 & 255) - 100);
      int green = Math.abs((rgb >> 8 & 255) - 200);
      nearest = Math.min(nearest, Math.max(red, green));
    }
    assertThat(nearest).isLessThan(20);
  }
}
