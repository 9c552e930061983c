package dev.stepwise.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.run.Frame;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.CanvasSurface;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Outline;
import dev.stepwise.draw.Palette;
import dev.stepwise.draw.Pixels;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.formula.Formulas;
import dev.stepwise.lesson.Presets;
import dev.stepwise.playback.Navigator;
import dev.stepwise.view.ExerciseView;
import dev.stepwise.view.Interaction;
import dev.stepwise.view.attention.AttentionView;
import dev.stepwise.view.bpe.BpeView;
import dev.stepwise.view.cosine.CosineView;
import dev.stepwise.view.gradient.GradientView;
import dev.stepwise.view.kmeans.KMeansView;
import dev.stepwise.view.lstm.LstmView;
import dev.stepwise.view.multihead.MultiHeadView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// That a picture as PDF is what it is as PNG, read back by PDFBox.
class PdfPictureTest {
  private static final Formulas FORMULAS = new Formulas();

  /// The mean difference of a colour's brightness, 0 to 255: letters have other edges.
  private static final double TOLERANCE = 5;

  static Stream<ExerciseView<?, ?>> views() {
    return Stream.of(
        new AttentionView(),
        new MultiHeadView(),
        new LstmView(),
        new KMeansView(),
        new GradientView(),
        new BpeView(),
        new CosineView());
  }

  @ParameterizedTest
  @MethodSource("views")
  <P, F extends Frame> void a_step_is_a_page_with_its_words_and_fonts(ExerciseView<P, F> view)
      throws IOException {
    var exercise = view.exercise();
    var preset = Presets.of(exercise.id()).getFirst();
    var scenario = preset.scenario(exercise);
    var navigator = new Navigator<>(exercise.run(exercise.problem(scenario.given())));
    var position = navigator.find(preset.opens()).orElseThrow();
    var pictures =
        new PictureWriter<>(
            exercise,
            scenario,
            navigator,
            view.painter(),
            FORMULAS,
            new PictureFormat(1280, 800, Palette.LIGHT, Look.Density.WINDOW),
            Interaction.NONE);
    var pdf = new ByteArrayOutputStream();
    pictures.writePdf(position, pdf);
    var png = new ByteArrayOutputStream();
    pictures.writePng(position, png);
    try (var document = Loader.loadPDF(pdf.toByteArray())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      var box = document.getPage(0).getMediaBox();
      assertThat(box.getWidth()).isEqualTo(960); // points
      assertThat(box.getHeight()).isEqualTo(600);
      var text = new PDFTextStripper().getText(document);
      for (var word : navigator.step(position).narration().caption().split(" ", -1)) {
        assertThat(text).contains(word);
      }
      assertThatFontsAreEmbedded(document);
      var drawn = new PDFRenderer(document).renderImageWithDPI(0, 96);
      var expected = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
      assertThat(difference(drawn, expected)).isLessThan(TOLERANCE);
    }
    var again = new ByteArrayOutputStream();
    pictures.writePdf(position, again);
    assertThat(again.toByteArray()).isEqualTo(pdf.toByteArray());
  }

  static void assertThatFontsAreEmbedded(PDDocument document) throws IOException {
    for (var page : document.getPages()) {
      var resources = page.getResources();
      assertThat(resources.getFontNames()).isNotEmpty();
      for (var name : resources.getFontNames()) {
        var font = resources.getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+(Inter|JetBrainsMono).*");
      }
    }
  }

  @Test
  void every_kind_of_mark_looks_as_on_the_screen() throws IOException {
    Toolkit.start();
    var shown =
        Toolkit.call(() -> {
          var canvas = new Canvas(300, 240);
          marks(new CanvasSurface(canvas.getGraphicsContext2D()));
          return Png.opaque(canvas.snapshot(new SnapshotParameters(), null));
        });
    try (var document = Loader.loadPDF(drawn(300, 240, PdfPictureTest::marks))) {
      var drawn = new PDFRenderer(document).renderImageWithDPI(0, 96);
      for (int x = 0; x < 300; x += 60) {
        for (int y = 0; y < 240; y += 60) {
          assertThat(difference(drawn.getSubimage(x, y, 60, 60), shown.getSubimage(x, y, 60, 60)))
              .as("at %d, %d".formatted(x, y))
              .isLessThan(9);
        }
      }
    }
  }

  /// One mark, or one way to draw it, in each square of 60 pixels.
  private static void marks(Surface surface) {
    surface.rectangle(new Box(0, 0, 300, 240), 0, Ink.filled(Color.WHITE));
    surface.rectangle(new Box(10, 10, 40, 40), 0, Ink.filled(Color.RED));
    var both = Ink.filled(Color.GOLD).withStroke(Color.NAVY, 4);
    surface.rectangle(new Box(70, 10, 40, 40), 12, both);
    surface.circle(150, 30, 20, Ink.filled(Color.rgb(0, 0, 200, 0.4)));
    surface.line(
        new double[] {190, 230, 190, 230},
        new double[] {10, 20, 40, 50},
        new Ink.Stroke(Color.rgb(0, 120, 0, 0.6), 5));
    surface.line(250, 30, 290, 30, new Ink.Stroke(Color.BLACK, 4, 2, 8));
    double[] xs = {10, 50, 30};
    surface.polygon(xs, new double[] {110, 110, 70}, Ink.filled(Color.PURPLE));
    surface.outline(ring(), 90, 90, 20, Ink.filled(Color.TEAL));
    surface.clipped(
        new Box(130, 70, 20, 40), () -> surface.circle(150, 90, 20, Ink.filled(Color.BLACK)));
    surface.faded(
        0.3, () -> surface.faded(0.5, () -> surface.circle(210, 90, 20, Ink.filled(Color.BLACK))));
    var pixels = new Pixels(40, 40);
    for (int i = 0; i < pixels.argb().length; i++) {
      pixels.argb()[i] = i < 800 ? 0x80800000 : 0xff00ff00; // red, half of it seen; green
    }
    pixels.changed();
    surface.pixels(pixels, 250, 70);
    var type = new Type(Type.Face.BOLD, 20, Color.BLACK);
    surface.text("Word", 5, 160, type);
    surface.text("Word", 90, 160, type.centred());
    surface.text("12.5", 175, 160, type.right());
    surface.text("Turn", 190, 130, new Type(type.face(), 20, Color.RED, Type.Align.LEFT, 45));
    surface.text("fade", 245, 160, type.coloured(Color.rgb(0, 0, 0, 0.3)));
    surface.text("e\u0301te\u0301", 5, 220, type); // accents of their own
  }

  private static Outline ring() {
    var ring = new Outline();
    ring.add(new Outline.Segment.Move(1, 0));
    ring.add(new Outline.Segment.Quad(1, 1, 0, 1));
    ring.add(new Outline.Segment.Cubic(-0.5, 1, -1, 0.5, -1, 0));
    ring.add(new Outline.Segment.Line(0, -1));
    ring.add(new Outline.Segment.Close());
    return ring;
  }

  @Test
  void a_text_that_no_font_has_is_drawn_and_says_what_it_reads() throws IOException {
    var text = "naïve e\u0301 שלום";
    byte[] pdf =
        drawn(
            200,
            50,
            surface -> surface.text(text, 10, 30, new Type(Type.Face.REGULAR, 20, Color.BLACK)));
    try (var document = Loader.loadPDF(pdf)) {
      var resources = document.getPage(0).getResources();
      var spans = resources.getPropertiesNames();
      var says = resources.getProperties(spans.iterator().next()).getCOSObject();
      assertThat(says.getString("ActualText")).isEqualTo(text);
      assertThatFontsAreEmbedded(document);
      int[] dark = Png.pixels(new PDFRenderer(document).renderImageWithDPI(0, 96));
      assertThat(Arrays.stream(dark).filter(pixel -> (pixel & 0xff) < 128).count())
          .isGreaterThan(200);
    }
  }

  private static byte[] drawn(double width, double height, Consumer<Surface> drawing) {
    Toolkit.start();
    return Toolkit.call(() -> {
      var bytes = new ByteArrayOutputStream();
      try (var file = new PdfFile("marks")) {
        file.page(width, height, drawing);
        file.write(bytes);
      }
      return bytes.toByteArray();
    });
  }

  private static double difference(BufferedImage one, BufferedImage other) {
    assertThat(one.getWidth()).isEqualTo(other.getWidth());
    assertThat(one.getHeight()).isEqualTo(other.getHeight());
    double sum = 0;
    for (int x = 0; x < one.getWidth(); x++) {
      for (int y = 0; y < one.getHeight(); y++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255));
        }
      }
    }
    return sum / one.getWidth() / one.getHeight() / 3;
  }
}
