package dev.stepwise.quiz.cosine;

import dev.stepwise.compute.cosine.CosineFrame;
import dev.stepwise.compute.cosine.Words;
import dev.stepwise.compute.run.Ref;
import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Option;

/// The documents of a search, as questions speak of them. Documents count from 0; number n is the
/// query.
record Rows(CosineFrame frame) {
  /// Of more documents not every one has a row with its name.
  private static final int MOST_NAMED = 12;

  private static final int FEW_NUMBERS = 4;

  /// Of more documents nobody finds one on the stage.
  private static final int MOST = 30;

  int count() {
    return frame.problem().count();
  }

  /// Whether one can look at every document.
  boolean areFew() {
    return count() <= MOST;
  }

  String name(int vector) {
    return frame.isQuery(vector) ? "the query" : Words.document(vector);
  }

  /// At the start of a sentence: `d3` stays as it is, for it is a name.
  String subject(int vector) {
    return frame.isQuery(vector) ? "The query" : Words.document(vector);
  }

  /// A document, standing at its row where it has one: at the last number of its vector, behind
  /// which there is room, or at its name where the vector is long. The rows are in the order of the
  /// documents as long as none is ranked.
  Option option(int document) {
    var option = Option.of(Words.document(document));
    int d = frame.problem().dimensions();
    return count() > MOST_NAMED
        ? option
        : option.at(d <= FEW_NUMBERS ? Ref.of("D", document, d - 1) : row(document));
  }

  /// A question about a document, shown at its row where it has one.
  Question about(Question question, int vector) {
    return count() <= MOST_NAMED && !frame.isQuery(vector) ? question.about(row(vector)) : question;
  }

  private static Ref row(int document) {
    return Ref.of("ranking", document);
  }
}
