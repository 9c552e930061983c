package dev.stepwise.export;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// How all JSON that is exported is written: numbers as [Double#toString(double)] has them, the
/// shortest text that reads as the same double; one that is not finite as the text `NaN`,
/// `Infinity` or `-Infinity`; the stream is left open.
final class Json {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .disable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}
}
