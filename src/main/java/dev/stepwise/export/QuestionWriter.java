package dev.stepwise.export;

import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// Writes questions as JSON, one a line. The same questions give the same bytes.
public final class QuestionWriter {
  private QuestionWriter() {}

  /// Writes UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(QuestionFile file, OutputStream out) throws IOException {
    try (var json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("stepwise", 1);
      json.writeArrayPropertyStart("questions");
      for (var question : file.questions()) {
        json.writeRaw('\n');
        write(file.exercise(), question, json);
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private static void write(String exercise, Question question, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", question.id());
    json.writeStringProperty("kind", question.kind());
    json.writeStringProperty("exercise", exercise);
    json.writeStringProperty("step", question.path());
    json.writeStringProperty("prompt", question.prompt());
    switch (question.answer()) {
      case Answer.Choice choice -> writeChoice(choice, json);
      case Answer.Amount(double value, double tolerance) -> {
        json.writeNumberProperty("value", value);
        json.writeNumberProperty("tolerance", tolerance);
      }
    }
    json.writeStringProperty("explanation", question.reveal().caption());
    json.writeArrayPropertyStart("refs");
    for (var ref : question.refs()) {
      json.writeStartObject();
      json.writeStringProperty("name", ref.variable());
      json.writeArrayPropertyStart("index");
      ref.indices().forEach(json::writeNumber);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeChoice(Answer.Choice choice, JsonGenerator json) {
    json.writeArrayPropertyStart("choices");
    choice.options().forEach(option -> json.writeString(option.text()));
    json.writeEndArray();
    json.writeNumberProperty("answer", choice.right());
    json.writeArrayPropertyStart("misconceptions");
    for (var option : choice.options()) {
      option.misconception().ifPresentOrElse(json::writeString, json::writeNull);
    }
    json.writeEndArray();
  }
}
