package dev.stepwise.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes handouts as a web page that needs nothing else, no network either: the steps of each stop
/// as drawings, and keys to walk through them. The drawings of a stop, much alike, are packed
/// together, or the page would be ten times as large; the browser unpacks them, as those of 2023
/// and later do. The same lecture gives the same bytes.
public final class HandoutPage {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final Handout handout;
  private final Writer out;

  private HandoutPage(Handout handout, Writer out) {
    this.handout = handout;
    this.out = out;
  }

  /// Writes a handout as UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(Handout handout, OutputStream out) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new HandoutPage(handout, writer).page();
    writer.flush();
  }

  private void page() throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<title>" + escaped(handout.title()) + "</title>\n<style>\n");
    out.write(resource("page.css"));
    out.write(
        "</style>\n</head>\n<body>\n<nav>\n<h1>" + escaped(handout.title()) + "</h1>\n<ol>\n");
    for (int i = 0; i < handout.stops().size(); i++) {
      out.write(
          "<li><a href=\"#%d\"><span>%d</span>%s</a></li>\n"
              .formatted(i + 1, i + 1, escaped(handout.stops().get(i).stop().title())));
    }
    out.write("</ol>\n<p><kbd>→</kbd> <kbd>←</kbd> step on and back<br>");
    out.write("<kbd>↓</kbd> <kbd>↑</kbd> next stop and the one before</p>\n</nav>\n<main>\n");
    for (int i = 0; i < handout.stops().size(); i++) {
      stop(i);
    }
    out.write("<noscript>The pictures need JavaScript.</noscript>\n");
    out.write("</main>\n<script>\n" + resource("page.js") + "</script>\n</body>\n</html>\n");
  }

  private void stop(int index) throws IOException {
    var stop = handout.stops().get(index);
    var told = stop.stop();
    out.write("<section" + (index == 0 ? "" : " hidden") + ">\n<header><h2>");
    out.write(escaped(told.title()) + "</h2><span class=\"place\">");
    out.write("stop %d of %d · ".formatted(index + 1, handout.stops().size()));
    out.write(escaped(stop.shows()));
    out.write(" <span class=\"count\"></span></span><span class=\"buttons\">");
    out.write("<button class=\"back\">Back</button><button class=\"on\">Next</button>");
    out.write("</span></header>\n");
    if (!told.question().isBlank()) {
      out.write("<div class=\"ask\">" + escaped(told.question()));
      if (handout.hasNotes() && !told.answer().isBlank()) {
        out.write("<div>" + escaped(told.answer()) + "</div>");
      }
      out.write("</div>\n");
    }
    var drawings = new ArrayList<String>();
    for (int i = 0; i < stop.steps().size(); i++) {
      step(stop, i);
      drawings.add(drawing(stop, index, i));
    }
    out.write("<script type=\"text/plain\" class=\"drawings\">");
    out.write(packed(String.join("\0", drawings)));
    out.write("</script>\n");
    out.write("<p class=\"may\">" + escaped(Handout.freedoms(told)) + "</p>\n");
    if (handout.hasNotes() && !told.notes().isBlank()) {
      out.write("<div class=\"notes\">\n");
      for (var paragraph : Handout.paragraphs(told.notes())) {
        out.write("<p>" + escaped(paragraph) + "</p>\n");
      }
      out.write("</div>\n");
    }
    out.write("</section>\n");
  }

  private static String drawing(HandoutStop stop, int index, int number) {
    var ids = "s%d-%d-".formatted(index + 1, number + 1);
    return stop.svg(stop.steps().get(number), WIDTH, HEIGHT, ids);
  }

  /// Compressed, as text.
  private static String packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new SmallestGzip(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private void step(HandoutStop stop, int number) throws IOException {
    var position = stop.steps().get(number);
    var said = stop.narration(position);
    out.write("<figure" + (number == 0 ? "" : " hidden") + ">\n");
    out.write("<div class=\"drawing\"></div>");
    out.write("\n<figcaption>Step " + position + ": <strong>" + escaped(said.title()));
    out.write("</strong> " + escaped(said.caption()) + "</figcaption>\n</figure>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (var in = HandoutPage.class.getResourceAsStream("/assets/handout/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the app lacks its file handout/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the app cannot read its file handout/" + name, e);
    }
  }
}
