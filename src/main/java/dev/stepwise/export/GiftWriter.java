package dev.stepwise.export;

import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes questions in Moodle's GIFT format, as text. See https://docs.moodle.org/en/GIFT_format.
public final class GiftWriter {
  private GiftWriter() {}

  /// Writes UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(QuestionFile file, OutputStream out) throws IOException {
    var text = new StringBuilder();
    text.append("// ").append(file.title().replaceAll("\\R", " ")).append("\n");
    text.append("$CATEGORY: stepwise/").append(file.exercise()).append("\n");
    for (var question : file.questions()) {
      text.append("\n::").append(escaped(question.id())).append(":: ");
      text.append(escaped(question.prompt())).append(" {");
      text.append(
          switch (question.answer()) {
            case Answer.Choice choice -> choices(choice);
            case Answer.Amount(double value, double tolerance) ->
                "#" + value + ":" + tolerance + "\n";
          });
      text.append("####").append(escaped(explanation(question))).append("\n}\n");
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String choices(Answer.Choice choice) {
    var text = new StringBuilder("\n");
    for (int i = 0; i < choice.options().size(); i++) {
      text.append(i == choice.right() ? "=" : "~");
      text.append(escaped(choice.options().get(i).text())).append("\n");
    }
    return text.toString();
  }

  static String explanation(Question question) {
    return question.reveal().title() + ". " + question.reveal().caption();
  }

  /// The characters that mean something in GIFT, each behind a backslash.
  private static String escaped(String text) {
    return text.replaceAll("([\\\\~=#{}:])", "\\\\$1").replaceAll("\\R", "\\\\n");
  }
}
