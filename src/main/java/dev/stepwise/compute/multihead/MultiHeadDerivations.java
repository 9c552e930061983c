package dev.stepwise.compute.multihead;

import dev.stepwise.compute.arithmetic.Formula;
import dev.stepwise.compute.attention.AttentionDerivations;
import dev.stepwise.compute.attention.AttentionFrame;
import dev.stepwise.compute.attention.IndexedName;
import dev.stepwise.compute.attention.Tensor;
import dev.stepwise.compute.attention.Words;
import dev.stepwise.compute.derivation.Derivation;
import dev.stepwise.compute.derivation.Operand;
import dev.stepwise.compute.derivation.Operation;
import dev.stepwise.compute.multihead.MultiHead.Place;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How each number of a step came to be. What a head or the projection computes is derived by
/// exercise 1. Also of numbers that stand on the stage but are no variable yet, as the listing
/// computes whole arrays at once: finished rows, by their place in the array.
///
/// @param frame the step
public record MultiHeadDerivations(MultiHeadFrame frame) {

  /// How the number at an address came to be; empty where none stands there.
  public Optional<Derivation> of(Ref ref) {
    return frame.focus() instanceof HeadsFocus.Inside(int head, var inner)
        ? inside(ref, head, inner)
        : Site.of(frame, ref).flatMap(site -> of(ref, site));
  }

  private Optional<Derivation> of(Ref ref, Site site) {
    return switch (site) {
      case Site.Whole(var variable, int row, int column) ->
          switch (variable) {
            case "W_o" -> Optional.of(mixer(ref, row, column));
            case "joined" ->
                Optional.of(joined(ref, row, column)).filter(_ -> row < frame.joinedRows());
            case "output" ->
                Optional.of(output(ref, row, column)).filter(_ -> row < frame.outputRows());
            default -> projection(ref, column);
          };
      case Site.Piece piece -> Optional.of(piece(ref, piece));
      case Site.Made made ->
          Optional.of(made(ref, made)).filter(_ -> made.head() < frame.attended());
    };
  }

  /// As exercise 1 derives it, and which head it is for.
  private Optional<Derivation> projection(Ref ref, int column) {
    int head = column / problem().headWidth();
    return new AttentionDerivations(frame.projection())
        .of(ref)
        .map(told -> {
          var stem = IndexedName.of(ref).stem();
          var remark =
              switch (stem) {
                case "X" -> "";
                case "W_q", "W_k", "W_v" -> " That column is for head %d.".formatted(head);
                default ->
                    " The column is the column at place %d of head %d."
                        .formatted(column % problem().headWidth(), head);
              };
          return told.saying(told.sentence() + remark);
        });
  }

  private Derivation projected(Tensor tensor, int[] at) {
    return projection(Ref.of(tensor.variable(), at), at[1]).orElseThrow();
  }

  /// A step inside a head.
  private Optional<Derivation> inside(Ref ref, int head, AttentionFrame inner) {
    var name = IndexedName.of(ref);
    var projection =
        Arrays.stream(Tensor.values())
            .filter(tensor -> tensor.isProjection() && tensor.variable().equals(name.stem()))
            .findFirst();
    if (projection.isEmpty()) {
      return new AttentionDerivations(inner).of(ref);
    }
    return name.within(problem().length(), problem().headWidth())
        ? Optional.of(
            sliced(
                ref,
                projection.get(),
                head,
                new Place(
                    problem().mistake().slice(head), name.indices().get(0), name.indices().get(1))))
        : Optional.empty();
  }

  /// A number of a head's queries, keys or values, from where it was computed.
  private Derivation sliced(Ref ref, Tensor tensor, int head, Place place) {
    int[] from = problem().source(place);
    var told = projected(tensor, from);
    return told.readdressed(ref, _ -> Optional.empty())
        .titled("%s in head %d".formatted(ref.text(), head))
        .saying(
            "Head %d got it from %s[%d, %d]. %s"
                .formatted(head, tensor.variable(), from[0], from[1], told.sentence()));
  }

  /// How a number on its way into a head came to its place; also where it is no variable.
  public Derivation piece(Site.Piece piece) {
    return piece(Ref.of(piece.tensor().variable(), piece.pieces().indices(piece.place())), piece);
  }

  /// A number that took another place; nothing is computed.
  private Derivation piece(Ref ref, Site.Piece piece) {
    var place = piece.place();
    var reshape = piece.pieces().reshape(problem());
    int[] from = reshape.source(problem(), place);
    int[] due = Reshape.WITH_TRANSPOSE.source(problem(), place);
    var told = projected(piece.tensor(), from);
    var variable = piece.tensor().variable();
    var indices = Arrays.toString(piece.pieces().indices(place));
    var caption =
        "It was %s[%d, %d], made for head %d from %s. Nothing is computed here, numbers are only counted otherwise."
            .formatted(
                variable,
                from[0],
                from[1],
                from[1] / problem().headWidth(),
                Words.token(problem().tokens(), from[0]));
    return Derivation.of(ref, told.value(), new Operation.Moved(Operand.worked(told.operation())))
        .titled("%s of %s in pieces".formatted(indices, variable))
        .saying(
            Arrays.equals(from, due)
                ? caption
                : caption
                    + " Head %d takes it for a number of %s; %s[%d, %d] should stand here."
                        .formatted(
                            place.head(),
                            Words.token(problem().tokens(), place.token()),
                            variable,
                            due[0],
                            due[1]))
        .then(
            reshape == Reshape.WITHOUT_TRANSPOSE
                ? Formula.of(ReshapeFocus.order(problem(), place))
                    .is(Shape.position(from[0], problem().modelWidth(), from[1]))
                : Formula.of("\\text{column}")
                    .is(Shape.position(place.head(), problem().headWidth(), place.column()))
                    .gives((long) due[1]))
        .then(told.formula().orElseThrow());
  }

  /// A number that a head made, as exercise 1 derives it.
  private Derivation made(Ref ref, Site.Made made) {
    return new AttentionDerivations(frame.inHead(made.head()))
        .of(Ref.of(made.tensor().variable(), made.row(), made.column()))
        .orElseThrow()
        .readdressed(ref, source -> fromHead(source, made.head()));
  }

  /// Where a number of a head's own run stands here; empty where it does not.
  private Optional<Ref> fromHead(Ref inHead, int head) {
    int row = inHead.index(0);
    int column = inHead.index(1);
    return switch (inHead.variable()) {
      case "Q", "K", "V" ->
          Optional.of(Ref.of(inHead.variable(), problem().mistake().slice(head), row, column));
      case "attention_weights" -> new Site.Made(head, Tensor.WEIGHTS, row, column).address(frame);
      default -> Optional.empty();
    };
  }

  private Derivation mixer(Ref ref, int row, int column) {
    double value = problem().output()[row][column];
    return Derivation.of(ref, value, new Operation.Given())
        .titled("W_o[%d, %d]".formatted(row, column))
        .saying(
            "How much column %d of the joined heads, which is head %d's, adds to column %d of the output."
                .formatted(row, row / problem().headWidth(), column))
        .then(Formula.of("W_o[%d,%d]".formatted(row, column)).gives(value));
  }

  private Derivation joined(Ref ref, int row, int column) {
    var problem = problem();
    var place = problem.mistake().unjoined(problem, row, column);
    double value = frame.pass().joined()[row][column];
    boolean straight = problem.mistake() == MultiHeadMistake.NO_TRANSPOSE_AT_MERGE;
    var counted =
        straight
            ? Formula.of(ReshapeFocus.order(problem, place))
                .is(Shape.position(row, problem.modelWidth(), column))
            : Formula.of(Shape.position(place.head(), problem.headWidth(), place.column()))
                .gives((long) column);
    var from = Operand.at(value, "mixed", place.head(), place.token(), place.column());
    return Derivation.of(ref, value, new Operation.Moved(from))
        .titled("joined[%d, %d]".formatted(row, column) + ofToken(row))
        .saying(
            "It is what head %d has at [%d, %d]; nothing is computed here, numbers only take their places."
                .formatted(place.head(), place.token(), place.column()))
        .then(counted)
        .then(Formula.of("\\text{joined}_{%d,%d}".formatted(row, column)).gives(value));
  }

  /// A number of the output.
  Derivation output(Ref ref, int row, int column) {
    return switch (problem().mistake()) {
      case NO_OUTPUT_PROJECTION -> unmixed(ref, row, column);
      case MIXER_TRANSPOSED ->
          mixed(ref, row, column, Operand.row("W_o", problem().output(), column))
              .saying(
                  "Row %d of joined times row %d of W_o, where a column belongs."
                      .formatted(row, column));
      default ->
          mixed(ref, row, column, Operand.column("W_o", problem().output(), column))
              .saying(drawsOn(row, column));
    };
  }

  private Derivation mixed(Ref ref, int row, int column, List<Operand> mixer) {
    return Derivation.of(
            ref,
            frame.pass().output()[row][column],
            new Operation.Dot(Operand.row("joined", frame.pass().joined(), row), mixer))
        .titled("output[%d, %d]".formatted(row, column) + ofToken(row))
        .symbols("O_{%d,%d}".formatted(row, column));
  }

  private String drawsOn(int row, int column) {
    int products = problem().modelWidth();
    return "Row %d of joined times column %d of W_o: %s. It draws on %s."
        .formatted(
            row,
            column,
            products == 1 ? "one product" : Phrases.count(products, "product") + ", added up",
            Words.all(problem().heads(), "head"));
  }

  private Derivation unmixed(Ref ref, int row, int column) {
    double value = frame.pass().output()[row][column];
    return Derivation.of(ref, value, new Operation.Moved(Operand.at(value, "joined", row, column)))
        .titled("output[%d, %d]".formatted(row, column) + ofToken(row))
        .saying("It is what the joined heads have there: no W_o mixes them.")
        .then(Formula.of("O_{%d,%d}".formatted(row, column)).gives(value));
  }

  /// Whose row it is: after a wrong reshape nobody's.
  private String ofToken(int row) {
    return problem().misplaces() ? "" : " of " + Words.token(problem().tokens(), row);
  }

  private MultiHeadProblem problem() {
    return frame.problem();
  }
}
