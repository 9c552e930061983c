package dev.stepwise.cli;

import dev.stepwise.compute.exercise.Exercise;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.InvalidInput;
import dev.stepwise.compute.run.Frame;
import dev.stepwise.owndata.Answer;
import dev.stepwise.owndata.TableImport;
import dev.stepwise.owndata.TableImport.Missing;
import dev.stepwise.owndata.TableImport.Wanted;
import dev.stepwise.scenario.Scenario;
import dev.stepwise.scenario.ScenarioException;
import dev.stepwise.scenario.Table;
import dev.stepwise.scenario.Table.Choices;
import dev.stepwise.scenario.Table.Content;
import dev.stepwise.scenario.TextFile;
import dev.stepwise.view.DataSource.FromTable;
import dev.stepwise.view.ExerciseView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A scenario of own data, by the readers of the window. What a person would be asked there is an
/// error that names the options to choose with.
///
/// @param file the data
/// @param choices how a table is written
/// @param wanted what is taken from it
/// @param model which model learns from it, one that the exercise has; empty to find out
/// @param reading whether it is a table or a text; empty to go by the file's name
record OwnScenario(
    Path file, Choices choices, Wanted wanted, Optional<String> model, Optional<Reading> reading) {
  private static final int MOST_CLASSES = 20;

  /// What a file is read as.
  enum Reading {
    TABLE,
    TEXT
  }

  /// The scenario of an exercise.
  ///
  /// @throws ScenarioException where the file is not what the exercise takes
  /// @throws CommandException where something must be chosen
  <P, F extends Frame> Scenario of(ExerciseView<P, F> view)
      throws ScenarioException, CommandException {
    var exercise = view.exercise();
    var before = exercise.problem(Given.nothing());
    var tables = view.data().tables();
    var text = view.data().text();
    boolean asTable = reading.map(Reading.TABLE::equals).orElse(text.isEmpty() || isTable());
    P problem;
    if (asTable && !tables.isEmpty()) {
      problem = ofTable(tables, before);
    } else if (!asTable && text.isPresent()) {
      problem = ofText(exercise, () -> text.get().problem().apply(before, TextFile.read(file)));
    } else {
      throw new CommandException(
          "%s: %s takes no %s; give a %s%s"
              .formatted(
                  file,
                  exercise.id(),
                  asTable ? "table" : "text",
                  tables.isEmpty() ? "text" : "table",
                  asTable && reading.isEmpty() ? ", or say --as text" : ""));
    }
    return new Scenario(exercise.id(), title(), exercise.given(problem));
  }

  private interface Making<P> {
    P make() throws ScenarioException;
  }

  private <P> P ofText(Exercise<P, ?> exercise, Making<P> making)
      throws ScenarioException, CommandException {
    var stray = optionsOfTables();
    if (!stray.isEmpty()) {
      throw new CommandException(
          "%s: is read as a text for %s, where %s no use; leave %s out, or say --as table"
              .formatted(
                  file,
                  exercise.id(),
                  String.join(" and ", stray) + (stray.size() == 1 ? " has" : " have"),
                  stray.size() == 1 ? "it" : "them"));
    }
    try {
      return making.make();
    } catch (InvalidInput e) {
      throw new ScenarioException(file.toString(), e);
    }
  }

  private List<String> optionsOfTables() {
    return Stream.of(
            Stream.of("--columns").filter(_ -> wanted.columns().isPresent()),
            Stream.of("--labels").filter(_ -> wanted.labels().isPresent()),
            Stream.of("--missing").filter(_ -> wanted.gaps() == Missing.DROP),
            optionsOfLines())
        .flatMap(given -> given)
        .toList();
  }

  /// The options for how a table is written in lines, which say nothing of NumPy's files.
  private Stream<String> optionsOfLines() {
    return Stream.of(
            Stream.of("--separator").filter(_ -> choices.separator().isPresent()),
            Stream.of("--decimal").filter(_ -> choices.decimal().isPresent()),
            Stream.of("--header").filter(_ -> choices.header().isPresent()))
        .flatMap(given -> given);
  }

  private boolean isTable() {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return List.of(".csv", ".tsv", ".dat", ".npy", ".npz").stream().anyMatch(name::endsWith);
  }

  private String title() {
    var name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private <P> P ofTable(List<FromTable<P>> tables, P before)
      throws ScenarioException, CommandException {
    var table = Table.read(file, choices);
    var stray = optionsOfLines().findFirst();
    if (table.layout().isEmpty() && stray.isPresent()) {
      throw new CommandException(
          "%s: NumPy's files need no %s; leave it out".formatted(file, stray.get()));
    }
    if (!table.doubts().isEmpty()) {
      var doubt = table.doubts().getFirst();
      throw new CommandException("%s: %s %s".formatted(file, doubt.question(), say(doubt)));
    }
    var numbers = new TableImport(table, title());
    var kind = kind(tables, numbers);
    if (kind.answer() == Answer.NONE && wanted.labels().isPresent()) {
      throw new CommandException(file + ": labels have no use here; leave out --labels");
    }
    boolean needed = kind.answer() == Answer.CLASS || kind.answer() == Answer.TARGET;
    if (needed && wanted.labels().isEmpty()) {
      var names =
          table.columns().stream().map(Table.Column::name).collect(Collectors.joining(", "));
      throw new CommandException(
          "%s: which column is to be learned? Say --labels with one of: %s".formatted(file, names));
    }
    var data =
        numbers.take(
            wanted,
            kind.answer(),
            each -> {
              var _ = kind.problem().apply(before, each);
            });
    return kind.problem().apply(before, data);
  }

  private static String say(Table.Doubt doubt) {
    return "Say "
        + switch (doubt.topic()) {
          case SEPARATOR -> "--separator comma, semicolon, tab, bar or blanks.";
          case DECIMAL -> "--decimal point or --decimal comma.";
          case HEADER -> "--header names or --header data.";
        };
  }

  /// The one way there is, the one that `--model` names, or the one that the labels leave: words
  /// and the labels 0, 1, 2 … are classes, fractions and many different numbers are targets.
  private <P> FromTable<P> kind(List<FromTable<P>> tables, TableImport numbers)
      throws ScenarioException, CommandException {
    if (tables.size() == 1) {
      return tables.getFirst();
    }
    if (model.isPresent()) {
      return tables.stream()
          .filter(each -> each.id().equals(model.get()))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(model.get()));
    }
    var answer = wanted.labels().isEmpty() ? Optional.of(Answer.CLASS) : answer(numbers);
    return answer
        .flatMap(wantedAnswer ->
            tables.stream().filter(each -> each.answer() == wantedAnswer).findFirst())
        .orElseThrow(() ->
            new CommandException(
                "%s: '%s' may hold classes or numbers to be predicted; say --model %s"
                    .formatted(file, wanted.labels().orElse(""), ids(tables))));
  }

  private static <P> String ids(List<FromTable<P>> tables) {
    return tables.stream().map(FromTable::id).collect(Collectors.joining(" or "));
  }

  private Optional<Answer> answer(TableImport numbers) throws ScenarioException {
    var column = wanted.labels().orElse("");
    if (numbers.content(column) == Content.TEXTS) {
      return Optional.of(Answer.CLASS);
    }
    var distinct = numbers.distinct(column, MOST_CLASSES + 1);
    if (distinct.size() > MOST_CLASSES || distinct.stream().anyMatch(v -> v != Math.rint(v))) {
      return Optional.of(Answer.TARGET);
    }
    boolean counted = distinct.getFirst() == 0 && distinct.getLast() == distinct.size() - 1;
    return counted ? Optional.of(Answer.CLASS) : Optional.empty();
  }
}
