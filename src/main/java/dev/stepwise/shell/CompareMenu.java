package dev.stepwise.shell;

import atlantafx.base.theme.Styles;
import dev.stepwise.compute.exercise.Given;
import dev.stepwise.compute.exercise.Schema;
import dev.stepwise.compute.exercise.Schema.Field;
import dev.stepwise.lesson.Comparison;
import dev.stepwise.session.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu that puts a second run beside the one that is open: any setting, and the values that it
/// may have instead.
final class CompareMenu {
  private final Schema schema;
  private final Supplier<List<Comparison>> ready;
  private final Consumer<Comparison> wanted;
  private final List<MenuItem> settings = new ArrayList<>();
  private List<MenuItem> pairs = List.of();
  private final Menu presets = new Menu("Preset");
  private final BiConsumer<String, Object> chosen;
  private final MenuButton button = new MenuButton("Compare", new FontIcon(Feather.COLUMNS));

  /// @param ready reads the comparisons that are shipped
  /// @param wanted told of one of them
  /// @param chosen told of the parameter and the value that the second run has
  CompareMenu(
      Schema schema,
      Supplier<List<Comparison>> ready,
      Consumer<Comparison> wanted,
      BiConsumer<String, Object> chosen) {
    this.schema = schema;
    this.ready = ready;
    this.wanted = wanted;
    this.chosen = chosen;
    button.setId("compare");
    button.getStyleClass().add(Styles.FLAT);
    button.setAccessibleText("Compare: a second run beside this one");
    button.setTooltip(Controls.tip("A second run beside this one, with one thing changed (C)"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnShowing(_ -> offerPairs());
  }

  ButtonBase node() {
    return button;
  }

  void open() {
    button.show();
  }

  /// Offers what may differ from a problem.
  ///
  /// @param idle settings that make no difference, by their names
  void show(Given given, Map<String, String> idle) {
    settings.clear();
    schema.parameters().stream()
        .filter(field -> field.standing() != Schema.Standing.FILE_ONLY)
        .filter(field -> !idle.containsKey(field.name()))
        .flatMap(field -> item(field, given).stream())
        .forEach(settings::add);
    arrange();
  }

  /// Offers other presets, whatever they differ in.
  void offer(List<Offer> others, Consumer<Offer> preset) {
    presets
        .getItems()
        .setAll(
            others.stream()
                .map(other -> {
                  var item = plain(new MenuItem(), other.title());
                  item.setOnAction(_ -> preset.accept(other));
                  return item;
                })
                .toList());
  }

  private void arrange() {
    button.getItems().setAll(pairs);
    button.getItems().addAll(settings);
    button.getItems().add(presets);
  }

  /// What is shipped is read when somebody looks.
  private void offerPairs() {
    if (pairs.isEmpty()) {
      var read = new ArrayList<MenuItem>();
      for (var comparison : ready.get()) {
        var item = plain(new MenuItem(), comparison.title());
        item.setOnAction(_ -> wanted.accept(comparison));
        read.add(item);
      }
      read.add(new SeparatorMenuItem());
      pairs = List.copyOf(read);
      arrange();
    }
  }

  private Optional<MenuItem> item(Field field, Given given) {
    var now = given.parameters().get(field.name());
    if (now == null) {
      return Optional.empty();
    }
    List<Object> others = OtherValues.of(field, now);
    if (others.isEmpty()) {
      return Optional.empty();
    }
    var menu = plain(new Menu(), field.label());
    menu.getItems()
        .setAll(
            others.stream()
                .map(other -> {
                  var item = plain(new MenuItem(), OtherValues.words(field, other));
                  item.setOnAction(_ -> chosen.accept(field.name(), other));
                  return item;
                })
                .toList());
    return Optional.of(menu);
  }

  /// With a text in which an underscore is no more than that.
  private static <M extends MenuItem> M plain(M item, String text) {
    item.setMnemonicParsing(false);
    item.setText(text);
    return item;
  }
}
