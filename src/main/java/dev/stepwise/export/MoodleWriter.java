package dev.stepwise.export;

import dev.stepwise.quiz.Question;
import dev.stepwise.quiz.Question.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes questions as Moodle XML, each with the picture of the step before the one that answers
/// it. See https://docs.moodle.org/en/Moodle_XML_format.
public final class MoodleWriter {

  /// Draws the picture of a question.
  @FunctionalInterface
  public interface Pictures {
    /// Writes a PNG that does not give the answer away.
    ///
    /// @throws IOException where the stream fails
    void draw(Question question, OutputStream out) throws IOException;
  }

  private final XMLStreamWriter xml;
  private final Pictures pictures;

  private MoodleWriter(XMLStreamWriter xml, Pictures pictures) {
    this.xml = xml;
    this.pictures = pictures;
  }

  /// Writes UTF-8 to a stream, which is flushed and left open.
  ///
  /// @throws IOException where the stream fails
  public static void write(QuestionFile file, Pictures pictures, OutputStream out)
      throws IOException {
    try {
      var xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new MoodleWriter(xml, pictures).writeAll(file);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void writeAll(QuestionFile file) throws XMLStreamException, IOException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("quiz");
    xml.writeStartElement("question");
    xml.writeAttribute("type", "category");
    texts("category", "$course$/stepwise/" + file.exercise());
    xml.writeEndElement();
    for (var question : file.questions()) {
      write(question);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void write(Question question) throws XMLStreamException, IOException {
    xml.writeStartElement("question");
    xml.writeAttribute(
        "type", question.answer() instanceof Answer.Choice ? "multichoice" : "numerical");
    texts("name", question.id());
    var picture = new ByteArrayOutputStream();
    pictures.draw(question, picture);
    xml.writeStartElement("questiontext");
    xml.writeAttribute("format", "html");
    text(
        "<p>%s</p><p><img src=\"@@PLUGINFILE@@/step.png\" alt=\"the step before\"/></p>"
            .formatted(html(question.prompt())));
    xml.writeStartElement("file");
    xml.writeAttribute("name", "step.png");
    xml.writeAttribute("path", "/");
    xml.writeAttribute("encoding", "base64");
    xml.writeCharacters(Base64.getEncoder().encodeToString(picture.toByteArray()));
    xml.writeEndElement();
    xml.writeEndElement();
    texts("generalfeedback", GiftWriter.explanation(question));
    switch (question.answer()) {
      case Answer.Choice choice -> choices(choice);
      case Answer.Amount(double value, double tolerance) -> number(value, tolerance);
    }
    xml.writeEndElement();
  }

  private void choices(Answer.Choice choice) throws XMLStreamException {
    element("single", "true");
    element("shuffleanswers", "false");
    element("answernumbering", "123");
    for (int i = 0; i < choice.options().size(); i++) {
      xml.writeStartElement("answer");
      xml.writeAttribute("fraction", i == choice.right() ? "100" : "0");
      xml.writeAttribute("format", "plain_text");
      text(choice.options().get(i).text());
      xml.writeEndElement();
    }
  }

  private void number(double value, double tolerance) throws XMLStreamException {
    xml.writeStartElement("answer");
    xml.writeAttribute("fraction", "100");
    text(Double.toString(value));
    element("tolerance", Double.toString(tolerance));
    xml.writeEndElement();
  }

  private void texts(String name, String words) throws XMLStreamException {
    xml.writeStartElement(name);
    text(words);
    xml.writeEndElement();
  }

  private void text(String words) throws XMLStreamException {
    element("text", words);
  }

  private void element(String name, String words) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(words);
    xml.writeEndElement();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
