package dev.stepwise.compute.cosine;

import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Ref;
import java.util.Optional;
import java.util.OptionalDouble;

/// How each number of a frame came to be. What the picture shows of vectors that the step has not
/// all of yet has its reasons too, by the number of the vector.
///
/// @param frame the frame
public record CosineDerivations(CosineFrame frame) {

  /// How the number at an address came to be; empty where none stands there, or where there is
  /// nothing to tell.
  public Optional<Derivation> of(Ref ref) {
    OptionalDouble there = ref.in(frame.variables());
    if (there.isEmpty()) {
      return Optional.empty();
    }
    double value = there.getAsDouble();
    int n = frame.queryNumber();
    int looked = frame.document();
    return switch (ref.variable()) {
      case "idf" -> Optional.of(weights().idf(ref.index(0)));
      case "a" -> Optional.of(weights().weight(ref, weighedText(), ref.index(0)));
      case "A" -> Optional.of(weights().weight(ref, ref.index(0), ref.index(1)));
      case "sigma" -> Optional.of(component(ref.index(0)));
      case "V" -> Optional.of(loading(ref.index(0), ref.index(1)));
      case "D" -> Optional.of(new Lengths(frame).before(ref.index(0), ref.index(1)));
      case "q" -> Optional.of(new Lengths(frame).before(n, ref.index(0)));
      case "D[i]" -> Optional.of(moved(ref, Ref.of("D", looked, ref.index(0)), value));
      case "norms" -> Optional.of(norm(ref.index(0)));
      case "norms[i]" -> Optional.of(norm(looked).at(ref));
      case "q_norm" -> Optional.of(norm(n));
      case "U" -> Optional.of(new Lengths(frame).normalised(ref.index(0), ref.index(1)));
      case "U[i]" -> Optional.of(new Lengths(frame).normalised(looked, ref.index(0)).at(ref));
      case "u" -> Optional.of(new Lengths(frame).normalised(n, ref.index(0)));
      case "scores" -> Optional.of(score(ref.index(0)));
      case "scores[i]" -> Optional.of(score(looked).at(ref));
      case "score" -> Optional.of(moved(ref, Ref.of("scores", looked), value));
      case "ranking", "ranking[:k]" -> Optional.of(new Places(frame).ranked(ref, ref.index(0)));
      case "heap" -> Optional.of(heap(ref.index(0), ref.index(1)));
      default -> Optional.empty();
    };
  }

  private Weights weights() {
    return Weights.of(frame);
  }

  /// The text whose weights are the variable `a`.
  private int weighedText() {
    return frame.focus() instanceof TextFocus.OneText(int text, _) ? text : frame.queryNumber();
  }

  private Derivation moved(Ref ref, Ref from, double value) {
    return Derivation.of(ref, value, new Operation.Moved(Operand.at(from, value)))
        .titled("%s of %s".formatted(ref.text(), Words.document(frame.document())))
        .saying("It stands at %s as well.".formatted(from.text()));
  }

  /// The similarity of a document, whether the step has that of all or not; as far as it is added
  /// up.
  public Derivation score(int document) {
    return frame.focus() instanceof ScoreFocus.OneTerm term && term.document() == document
        ? new Similarities(frame).soFar(term)
        : new Similarities(frame).derivation(document);
  }

  /// One number's share in a document's similarity.
  public Narration term(int document, int place) {
    return new Similarities(frame).term(document, place);
  }

  /// The norm of a vector; n is the query.
  public Derivation norm(int vector) {
    return new Lengths(frame).norm(vector);
  }

  /// A number of a vector as it is drawn: normalised where that has been done.
  public Derivation number(int vector, int place) {
    var lengths = new Lengths(frame);
    return vector < frame.known().units()
        ? lengths.normalised(vector, place)
        : lengths.before(vector, place);
  }

  /// What a word weighs in a text.
  ///
  /// @param term its place in the vocabulary
  public Derivation weight(int text, int term) {
    return weights().weight(Ref.of("A", text, term), text, term);
  }

  /// How rare a word is.
  public Derivation idf(int term) {
    return weights().idf(term);
  }

  /// The loading of a word on a component.
  public Derivation loading(int component, int term) {
    return new Components(weights()).loading(component, term);
  }

  /// A component, by its singular value.
  public Derivation component(int component) {
    return new Components(weights()).singularValue(component);
  }

  /// What stands at a place of the heap.
  ///
  /// @param part 0 for the similarity, 1 for the negated index
  public Derivation heap(int place, int part) {
    return new Places(frame).inHeap(place, part);
  }
}
