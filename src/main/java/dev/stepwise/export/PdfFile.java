package dev.stepwise.export;

import dev.stepwise.draw.Surface;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/// A PDF that is made a page after the other, then written. The same drawings give the same bytes.
/// Used on the JavaFX thread, which measures texts.
final class PdfFile implements Closeable {
  /// A pixel is the 96th part of an inch, as in SVG, a point the 72nd.
  static final double POINTS = 0.75;

  /// Held so that it stays quiet: PDFBox looks for a way to let go of mapped files, finds none in a
  /// modular Java, and says so at length. Nothing is mapped here.
  private static final Logger OF_MAPPING = Logger.getLogger("org.apache.pdfbox.io.IOUtils");

  static {
    OF_MAPPING.setLevel(Level.OFF);
  }

  private final PDDocument document = new PDDocument();
  private final PdfFonts fonts = new PdfFonts(document);

  /// @param title of the document, for the window of its reader
  PdfFile(String title) {
    var about = document.getDocumentInformation();
    about.setTitle(title);
    about.setCreator("Stepwise");
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("en");
    var preferences = new PDViewerPreferences(catalog.getCOSObject());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    document.setDocumentId((long) title.hashCode()); // else it is the time
  }

  /// A drawing somewhere on a page.
  ///
  /// @param x,y of its top left corner, in pixels of the page
  /// @param scale how large one of its own pixels is there
  record Part(double x, double y, double scale, Consumer<Surface> drawing) {}

  /// Adds a page.
  ///
  /// @param width,height in pixels
  void page(double width, double height, Consumer<Surface> drawing) throws IOException {
    page(width, height, List.of(new Part(0, 0, 1, drawing)));
  }

  /// Adds a page with several drawings on it, the topmost last.
  ///
  /// @param width,height in pixels
  void page(double width, double height, List<Part> parts) throws IOException {
    var page = new PDPage(new PDRectangle((float) (width * POINTS), (float) (height * POINTS)));
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      for (var part : parts) {
        content.saveGraphicsState();
        float scale = (float) (part.scale() * POINTS);
        // Pixels from the top left corner; a PDF counts points from the bottom left one.
        content.transform(
            new Matrix(
                scale,
                0,
                0,
                -scale,
                (float) (part.x() * POINTS),
                (float) ((height - part.y()) * POINTS)));
        part.drawing().accept(new PdfSurface(document, fonts, content));
        content.restoreGraphicsState();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Writes it; nothing can be added afterwards.
  ///
  /// @throws IOException where the stream fails
  void write(OutputStream out) throws IOException {
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
