package dev.stepwise.cli;

import java.util.List;
import java.util.stream.Collectors;

/// The page that shows the tour in a browser, with nothing but the files beside it.
final class TourPage {
  private TourPage() {}

  /// An exercise of the tour.
  ///
  /// @param film the file of its moving picture
  record Chapter(String title, String film, List<Stop> stops) {
    Chapter {
      stops = List.copyOf(stops);
    }
  }

  /// A preset of the tour.
  ///
  /// @param point the point that it makes, a sentence
  /// @param picture the file of its picture
  record Stop(String title, String point, String picture) {}

  static String of(List<Chapter> chapters) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Stepwise: the tour</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 17px/1.5 Inter, system-ui, sans-serif; margin: 2rem auto; max-width: 1100px;
           padding: 0 1rem; color: #1f2328; background: #ffffff; }
    h1, h2 { line-height: 1.2; } h2 { margin-top: 3.5rem; } h3 { margin: 2.2rem 0 0; }
    nav a { margin-right: 1.2rem; } p { margin: 0.2rem 0 0.8rem; }
    img { width: 100%%; border: 1px solid #d8dee4; border-radius: 8px; background: #ffffff; }
    @media (prefers-color-scheme: dark) { body { color: #f0f6fc; background: #0d1117; } }
    </style>
    </head>
    <body>
    <h1>Stepwise: the tour</h1>
    <p>Every exercise at the steps where its presets make their points.</p>
    <nav>%s</nav>
    %s</body>
    </html>
    """
        .formatted(
            chapters.stream()
                .map(chapter ->
                    "<a href=\"#%s\">%s</a>"
                        .formatted(escaped(chapter.film()), escaped(chapter.title())))
                .collect(Collectors.joining()),
            chapters.stream().map(TourPage::chapter).collect(Collectors.joining()));
  }

  private static String chapter(Chapter chapter) {
    return """
    <h2 id="%1$s">%2$s</h2>
    <img src="%1$s" alt="%2$s, moving through the first preset" loading="lazy">
    %3$s\
    """
        .formatted(
            escaped(chapter.film()),
            escaped(chapter.title()),
            chapter.stops().stream().map(TourPage::stop).collect(Collectors.joining()));
  }

  private static String stop(Stop stop) {
    return """
    <h3>%1$s</h3>
    <p>%2$s</p>
    <img src="%3$s" alt="%1$s" loading="lazy">
    """
        .formatted(escaped(stop.title()), escaped(stop.point()), escaped(stop.picture()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
