package dev.stepwise.view.cosine;

import dev.stepwise.compute.cosine.CosineProblem.Source;
import dev.stepwise.compute.cosine.TextFocus;
import dev.stepwise.compute.cosine.TextFocus.Part;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.cosine.text.SparseVector;
import dev.stepwise.compute.cosine.text.TextModel;
import dev.stepwise.compute.cosine.text.Tokens;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.draw.Box;
import dev.stepwise.draw.Ink;
import dev.stepwise.draw.Look;
import dev.stepwise.draw.Surface;
import dev.stepwise.draw.Type;
import dev.stepwise.view.cosine.CosineElement.OfComponent;
import dev.stepwise.view.cosine.CosineElement.OfWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Draws how texts become vectors: the words of one, what they weigh, what the components are made
/// of.
final class TextPanelPainter {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int WORDS_OF_COMPONENT = 5;

  private final Surface surface;
  private final Stage stage;
  private final Look look;
  private final Source.Texts texts;
  private final TextModel model;

  TextPanelPainter(Surface surface, Stage stage, Source.Texts texts) {
    this.surface = surface;
    this.stage = stage;
    this.look = stage.look();
    this.texts = texts;
    this.model = texts.model();
  }

  void paint(Box box) {
    switch (stage.frame().focus()) {
      case TextFocus.OneText(int text, Part part) -> {
        if (part == Part.SPLIT) {
          words(box, text);
        } else {
          weights(box, text);
        }
      }
      case TextFocus.Component(int component) -> component(box, component);
      case TextFocus.TextStage(Part part) when part == Part.SPLIT -> frequencies(box);
      case TextFocus.TextStage(Part part) when part == Part.WEIGH -> frequencies(box);
      case TextFocus.TextStage(Part part) when part == Part.PROJECT ->
          weights(box, stage.problem().count());
      default -> components(box);
    }
  }

  private String text(int text) {
    return text == stage.problem().count() ? texts.query() : model.texts().get(text);
  }

  private String name(int text) {
    return text == stage.problem().count() ? "the query" : Words.document(text);
  }

  /// The words as chips, in their order; those left out are struck through.
  private void words(Box box, int text) {
    new Heading(surface, look).draw(box, "The words of %s".formatted(name(text)));
    var all = SPACES.split(text(text).strip(), -1);
    var type = new Type(Type.Face.MEDIUM, look.px(14), look.palette().text());
    double x = box.x();
    double y = box.y() + look.px(34);
    for (var chip : Arrays.stream(all).flatMap(TextPanelPainter::chips).toList()) {
      var kept = chip.kept();
      var shown = chip.shown();
      double width = surface.textWidth(shown, type) + look.px(16);
      if (x + width > box.right() && x > box.x()) {
        x = box.x();
        y += look.px(36);
      }
      if (y + look.px(28) > box.bottom()) {
        surface.text("…", x, y + look.px(18), type);
        return;
      }
      chip(new Box(x, y, width, look.px(28)), shown, kept, text, type);
      x += width + look.px(8);
    }
  }

  /// A word, or what is left out.
  private record Chip(String shown, Optional<String> kept) {}

  /// What stands between two spaces: a chip for each word that is kept, as of texts that have no
  /// spaces between them; one for what has none.
  private static Stream<Chip> chips(String part) {
    var kept = Tokens.of(part);
    return kept.isEmpty()
        ? Stream.of(new Chip(part, Optional.empty()))
        : kept.stream().map(word -> new Chip(word, Optional.of(word)));
  }

  private void chip(Box chip, String word, Optional<String> kept, int text, Type type) {
    var palette = look.palette();
    boolean stop = kept.isEmpty();
    boolean unknown = kept.filter(each -> model.tfIdf().term(each) < 0).isPresent();
    var colour = stop ? palette.muted() : unknown ? palette.alarm() : palette.text();
    var fill =
        stop ? palette.background() : palette.background().interpolate(palette.accent(), 0.14);
    surface.rectangle(
        chip,
        look.px(6),
        Ink.filled(fill).withStroke(unknown ? palette.alarm() : palette.faint(), look.px(1)));
    surface.text(
        word,
        chip.centreX(),
        chip.centreY() + look.px(5),
        type.coloured(colour).aligned(Type.Align.CENTRE));
    if (stop) {
      surface.line(
          chip.x() + look.px(6),
          chip.centreY(),
          chip.right() - look.px(6),
          chip.centreY(),
          new Ink.Stroke(palette.muted(), look.px(1)));
      return;
    }
    kept.ifPresent(
        first -> stage.shown().hits().add(new OfWord(text, first), chip, "the word " + word));
  }

  /// What the words of a text weigh.
  private void weights(Box box, int text) {
    var weights = model.tfIdf().weights(Tokens.of(text(text)));
    new Heading(surface, look)
        .draw(
            box,
            "What the words of %s weigh: count × idf, divided by the norm".formatted(name(text)));
    var order = heaviestFirst(weights);
    var bars = new ArrayList<SignedBars.Bar>();
    for (int e : order) {
      var word = model.tfIdf().vocabulary().get(weights.terms()[e]);
      int df = model.tfIdf().documentFrequency(weights.terms()[e]);
      bars.add(
          new SignedBars.Bar(
              word,
              weights.values()[e],
              "in %d of %d texts".formatted(df, model.texts().size()),
              new OfWord(text, word)));
    }
    if (bars.isEmpty()) {
      surface.text(
          "none of its words stands in the documents",
          box.x(),
          box.y() + look.px(40),
          new Type(Type.Face.REGULAR, look.px(12.5), look.palette().muted()));
      return;
    }
    new SignedBars(bars).draw(surface, below(box), look, stage.shown().hits());
  }

  private static List<Integer> heaviestFirst(SparseVector weights) {
    return IntStream.range(0, weights.terms().length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer e) -> -weights.values()[e]))
        .toList();
  }

  /// The most frequent words, and how rare each is.
  private void frequencies(Box box) {
    new Heading(surface, look)
        .draw(
            box,
            "The most frequent of %,d words, and their idf"
                .formatted(model.tfIdf().vocabulary().size()));
    var bars =
        IntStream.range(0, model.tfIdf().vocabulary().size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer term) -> -model.tfIdf().documentFrequency(term)))
            .limit(30)
            .map(term ->
                new SignedBars.Bar(
                    model.tfIdf().vocabulary().get(term),
                    model.tfIdf().idf(term),
                    "in %d of %d texts"
                        .formatted(model.tfIdf().documentFrequency(term), model.texts().size()),
                    new OfWord(-1, model.tfIdf().vocabulary().get(term))))
            .toList();
    new SignedBars(bars).draw(surface, below(box), look, stage.shown().hits());
  }

  /// One component: the words with the greatest loadings.
  private void component(Box box, int component) {
    new Heading(surface, look)
        .draw(box, "Component %d: the greatest loadings".formatted(component + 1));
    var bars =
        model.topWords(component, 30).stream()
            .map(loading ->
                new SignedBars.Bar(
                    loading.word(), loading.loading(), "", new OfWord(-1, loading.word())))
            .toList();
    new SignedBars(bars).draw(surface, below(box), look, stage.shown().hits());
  }

  /// All components, a line each.
  private void components(Box box) {
    int count = model.space().components().length;
    new Heading(surface, look)
        .draw(
            box,
            "%s %.0f %% of the squared weights; %s greatest words"
                .formatted(
                    count == 1 ? "1 component keeps" : count + " components keep",
                    100 * model.space().kept(),
                    count == 1 ? "its" : "their"));
    var body = below(box);
    double row = look.px(21);
    int perColumn = Math.max(1, (int) (body.height() / row));
    int columns = count > perColumn && body.width() > look.px(560) ? 2 : 1;
    double width = body.width() / columns;
    var muted = new Type(Type.Face.MONO, look.px(12), look.palette().muted());
    for (int c = 0; c < Math.min(count, perColumn * columns); c++) {
      int column = c / perColumn;
      double x = body.x() + column * width;
      double y = body.y() + (c % perColumn) * row;
      surface.text(
          Integer.toString(c + 1),
          x + look.px(18),
          y + look.px(14),
          muted.aligned(Type.Align.RIGHT));
      surface.text(
          "σ " + Numbers.text(model.space().singularValues()[c]),
          x + look.px(26),
          y + look.px(14),
          muted);
      loadings(c, x + look.px(88), y + look.px(14), width - look.px(96));
      stage
          .shown()
          .hits()
          .add(new OfComponent(c), new Box(x, y, width - look.px(12), row), "component " + (c + 1));
    }
  }

  private void loadings(int component, double x, double baseline, double width) {
    double at = x;
    for (var loading : model.topWords(component, WORDS_OF_COMPONENT)) {
      var colour = loading.loading() < 0 ? look.palette().category(0) : look.palette().category(4);
      var type = new Type(Type.Face.MEDIUM, look.px(12.5), colour);
      var text = (loading.loading() < 0 ? "−" : "+") + loading.word();
      double length = surface.textWidth(text, type);
      if (at + length > x + width) {
        return;
      }
      surface.text(text, at, baseline, type);
      at += length + look.px(9);
    }
  }

  private Box below(Box box) {
    return box.inset(look.px(26), 0, 0, 0);
  }
}
