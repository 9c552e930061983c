package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.export.Handout;
import dev.stepwise.export.HandoutPage;
import dev.stepwise.export.HandoutStop;
import dev.stepwise.lecture.LectureReader;
import dev.stepwise.lecture.ShippedLecture;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.ScenarioReader;
import dev.stepwise.testing.OneAtATime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The web page of a lecture is small enough to be sent around, and holds every step all the same.
@OneAtATime
class HandoutSizeTest {
  private static final double MOST_PER_STEP = 5e6 / 40;
  private static final Pattern DRAWINGS = Pattern.compile("class=\"drawings\">([^<]*)</script>");

  static List<ShippedLecture> lectures() {
    return ShippedLecture.SHIPPED;
  }

  @ParameterizedTest
  @MethodSource("lectures")
  void forty_steps_take_five_megabytes_at_most(ShippedLecture shipped)
      throws ScenarioException, IOException {
    var exercises = new Exercises();
    var renderer = new PageRenderer(exercises);
    var reader = new LectureReader(new ScenarioReader(exercises.exercises()));
    var lecture = shipped.read(exercises.scenarios());
    var stops = new ArrayList<HandoutStop>();
    for (int i = 0; i < lecture.stops().size(); i++) {
      stops.add(renderer.stop(lecture.stops().get(i), reader.complete("l", lecture, i)));
    }
    var bytes = new ByteArrayOutputStream();
    HandoutPage.write(new Handout(lecture.title(), stops, Handout.Copy.ROOM), bytes);

    var page = bytes.toString(StandardCharsets.UTF_8);
    int figures = page.split("<figure", -1).length - 1;
    assertThat(bytes.size()).isLessThan((int) (figures * MOST_PER_STEP));
    int drawings = 0;
    var packed = DRAWINGS.matcher(page);
    while (packed.find()) {
      for (var drawing : unpacked(packed.group(1)).split("\0", -1)) {
        drawings++;
        assertThat(drawing).startsWith("<svg").endsWith("</svg>");
      }
    }
    assertThat(drawings).isEqualTo(figures).isGreaterThan(20);
  }

  private static String unpacked(String text) throws IOException {
    var packed = new ByteArrayInputStream(Base64.getDecoder().decode(text));
    try (var gzip = new GZIPInputStream(packed)) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
