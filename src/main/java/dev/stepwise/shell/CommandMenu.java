package dev.stepwise.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/// What keys do and no button does, for whoever has a mouse alone: the right button opens it,
/// everywhere, present mode included.
final class CommandMenu {
  private static final List<Command> WALKING =
      List.of(Command.PLAY_PAUSE, Command.BACK, Command.OVER, Command.INTO, Command.OUT);
  private static final List<Command> ASKING = List.of(Command.GO_TO, Command.WHY, Command.CHECK);
  private static final List<Command> SHOWING =
      List.of(Command.SPOTLIGHT, Command.DRAW, Command.BLANK);

  private final Consumer<Command> perform;
  private final BooleanSupplier runOpen;
  private final BooleanSupplier presenting;
  private final ContextMenu menu = new ContextMenu();

  /// @param perform does what a command asks for
  /// @param runOpen whether a run is open
  /// @param presenting whether present mode is on
  CommandMenu(Consumer<Command> perform, BooleanSupplier runOpen, BooleanSupplier presenting) {
    this.perform = perform;
    this.runOpen = runOpen;
    this.presenting = presenting;
    menu.setId("command-menu");
  }

  /// Opens at the right button from now on, except where a control has a menu of its own.
  void installOn(Node root) {
    root.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          fill();
          // A menu of a node would stay open when that is clicked.
          menu.show(root.getScene().getWindow(), event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  /// The entries that it has now.
  List<MenuItem> fill() {
    var items = menu.getItems();
    items.clear();
    if (runOpen.getAsBoolean()) {
      add(WALKING);
      add(ASKING);
    }
    add(SHOWING);
    if (runOpen.getAsBoolean()) {
      add(List.of(Command.PRESENT, Command.PRESENTER));
    }
    items.add(item(Command.KEYS));
    return items;
  }

  private void add(List<Command> commands) {
    commands.forEach(command -> menu.getItems().add(item(command)));
    menu.getItems().add(new SeparatorMenuItem());
  }

  private MenuItem item(Command command) {
    var binding = KeyBinding.of(command);
    var leaves = command == Command.PRESENT && presenting.getAsBoolean();
    var title = leaves ? "Leave present mode" : binding.title();
    var item = new MenuItem("%s  (%s)".formatted(title, binding.keys()));
    item.setId("command-" + command.name());
    item.setOnAction(_ -> perform.accept(command));
    return item;
  }
}
