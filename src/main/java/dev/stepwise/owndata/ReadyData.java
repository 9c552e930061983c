package dev.stepwise.owndata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The data sets that come with the program, from the UCI Machine Learning Repository.
public enum ReadyData {
  /// 150 flowers of three species: lengths and widths of sepals and petals in centimetres.
  IRIS("Iris", "iris", "species"),
  /// 178 wines of three cultivars: 13 chemical measurements, in different units.
  WINE("Wine", "wine", "cultivar"),
  /// 1797 handwritten digits: 8 by 8 grey values from 0 to 16.
  DIGITS("Digits", "digits", "digit");

  /// Whose the data are and on what terms.
  public static final String CREDIT = "UCI Machine Learning Repository, CC BY 4.0";

  private final String title;
  private final String file;
  private final String answer;

  ReadyData(String title, String file, String answer) {
    this.title = title;
    this.file = file;
    this.answer = answer;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The column that says which class a row belongs to; not chosen at first, since clustering is to
  /// find groups without it.
  String answer() {
    return answer;
  }

  /// The table as CSV.
  String text() {
    var resource = "/assets/data/" + file + ".csv";
    try (var in = ReadyData.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program cannot read its file " + resource, e);
    }
  }
}
