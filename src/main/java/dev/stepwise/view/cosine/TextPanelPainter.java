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
import dev.stepwise.draw.Pen;
import dev.stepwise.draw.Role;
import dev.stepwise.draw.Rows;
import dev.stepwise.draw.Space;
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

  /// At most so many words are shown of all.
  private static final int MOST_WORDS = 30;

  /// Words that are looked at one by one, beside others.
  private static final double LARGE = 1.12;

  private static final double CHIP = 28;
  private static final double ROW = 21;
  private static final double TWO_COLUMNS = 560;
  private static final double NUMBER = 20;
  private static final double SIGMA = 64;

  private final Stage stage;
  private final Pen pen;
  private final Source.Texts texts;
  private final TextModel model;

  TextPanelPainter(Stage stage, Source.Texts texts) {
    this.stage = stage;
    this.pen = stage.pen();
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
    pen.heading(box, "The words of %s".formatted(name(text)));
    var body = pen.below(box);
    var all = SPACES.split(text(text).strip(), -1);
    var type = pen.type(Role.BODY).sized(LARGE);
    double height = pen.px(CHIP);
    double apart = pen.px(Space.SMALL);
    double x = body.x();
    double y = body.y() + apart;
    for (var chip : Arrays.stream(all).flatMap(TextPanelPainter::chips).toList()) {
      double width = pen.width(chip.shown(), type) + 2 * apart;
      if (x + width > body.right() && x > body.x()) {
        x = body.x();
        y += height + apart;
      }
      if (y + height > body.bottom()) {
        pen.write("…", x, y + height / 2, type);
        return;
      }
      chip(new Box(x, y, Math.min(width, body.right() - x), height), chip, text, type);
      x += width + apart;
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

  private void chip(Box box, Chip chip, int text, Type type) {
    var palette = pen.palette();
    if (chip.kept().isEmpty()) {
      pen.plate(chip.shown(), box, type.coloured(palette.muted()), palette.faint(), Space.HAIR);
      double aside = pen.px(Space.TIGHT);
      var strike = pen.stroke(palette.muted(), Space.HAIR);
      pen.surface()
          .line(box.x() + aside, box.centreY(), box.right() - aside, box.centreY(), strike);
      return;
    }
    var word = chip.kept().get();
    boolean unknown = model.tfIdf().term(word) < 0;
    var edge = unknown ? palette.alarm() : palette.faint();
    var written = type.coloured(unknown ? palette.alarm() : palette.text());
    pen.ground(box);
    pen.frame(box, edge, Space.HAIR);
    pen.write(chip.shown(), box, written.centred());
    stage.spots().add(new OfWord(text, word), box, "the word " + word);
  }

  /// What the words of a text weigh.
  private void weights(Box box, int text) {
    var weights = model.tfIdf().weights(Tokens.of(text(text)));
    pen.heading(
        box, "What the words of %s weigh: count × idf, divided by the norm".formatted(name(text)));
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
      pen.empty(pen.below(box), "none of its words stands in the documents");
      return;
    }
    draw(bars, box);
  }

  private void draw(List<SignedBars.Bar> bars, Box box) {
    new SignedBars(bars).draw(stage.sheet(), pen.below(box));
  }

  private static List<Integer> heaviestFirst(SparseVector weights) {
    return IntStream.range(0, weights.terms().length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer e) -> -weights.values()[e]))
        .toList();
  }

  /// The most frequent words, and how rare each is.
  private void frequencies(Box box) {
    int words = model.tfIdf().vocabulary().size();
    pen.heading(box, "The most frequent of %,d words, and their idf".formatted(words));
    var bars =
        IntStream.range(0, words)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer term) -> -model.tfIdf().documentFrequency(term)))
            .limit(MOST_WORDS)
            .map(term ->
                new SignedBars.Bar(
                    model.tfIdf().vocabulary().get(term),
                    model.tfIdf().idf(term),
                    "in %d of %d texts"
                        .formatted(model.tfIdf().documentFrequency(term), model.texts().size()),
                    new OfWord(-1, model.tfIdf().vocabulary().get(term))))
            .toList();
    draw(bars, box);
  }

  /// One component: the words with the greatest loadings.
  private void component(Box box, int component) {
    pen.heading(box, "Component %d: the greatest loadings".formatted(component + 1));
    var bars =
        model.topWords(component, MOST_WORDS).stream()
            .map(loading ->
                new SignedBars.Bar(
                    loading.word(), loading.loading(), "", new OfWord(-1, loading.word())))
            .toList();
    draw(bars, box);
  }

  /// All components, a line each.
  private void components(Box box) {
    int count = model.space().components().length;
    pen.heading(
        box,
        "%s %.0f %% of the squared weights; %s greatest words"
            .formatted(
                count == 1 ? "1 component keeps" : count + " components keep",
                100 * model.space().kept(),
                count == 1 ? "its" : "their"));
    var body = pen.below(box);
    int perColumn = Rows.fitting(body, pen.px(ROW));
    int columns = count > perColumn && body.width() > pen.px(TWO_COLUMNS) ? 2 : 1;
    double width = body.width() / columns;
    for (int c = 0; c < Math.min(count, perColumn * columns); c++) {
      int place = c / perColumn;
      var column =
          new Box(body.x() + place * width, body.y(), width - pen.px(Space.GAP), body.height());
      line(c, new Rows(column, perColumn, pen.px(ROW)).row(c % perColumn));
    }
  }

  private void line(int component, Box row) {
    var number = new Span(row.x(), pen.px(NUMBER));
    var sigma = new Span(number.end() + pen.px(Space.SMALL), pen.px(SIGMA));
    var detail = pen.type(Role.DETAIL);
    pen.write(Integer.toString(component + 1), number.of(row), detail.right());
    var value = Numbers.text(model.space().singularValues()[component]);
    pen.figure("σ " + value, sigma.of(row), detail);
    loadings(component, Span.between(sigma.end() + pen.px(Space.SMALL), row.right()).of(row));
    var place = row.inset(pen.px(Space.LINE), 0, pen.px(Space.LINE), 0);
    stage.spots().add(new OfComponent(component), place, "component " + (component + 1));
  }

  private void loadings(int component, Box room) {
    var palette = pen.palette();
    var left = room;
    for (var loading : model.topWords(component, WORDS_OF_COMPONENT)) {
      boolean negative = loading.loading() < 0;
      var type = pen.type(Role.BODY).coloured(palette.category(negative ? 0 : 4));
      var text = (negative ? "−" : "+") + loading.word();
      double width = pen.width(text, type);
      if (width > left.width()) {
        return;
      }
      pen.write(text, left, type);
      left = left.inset(0, 0, 0, width + pen.px(Space.SMALL));
    }
  }
}
