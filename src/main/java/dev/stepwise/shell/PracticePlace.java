package dev.stepwise.shell;

import dev.stepwise.practice.Mode;
import dev.stepwise.shell.practising.Practising;
import java.util.Optional;

/// Where what is practised stands: in the panel; numbers by hand beside the stage where that is
/// presented, which has no panel.
record PracticePlace(Practising<?, ?> practising, SidePanel panel, PresentView present) {

  void show(boolean presented) {
    var tab = practising.tab();
    boolean byHand = practising.practice().mode() == Mode.BY_HAND;
    if (presented) {
      panel.showTab(Optional.empty()); // a node is in one place
      present.setAside(tab.filter(_ -> byHand).map(Practising.Tab::content));
    } else {
      present.setAside(Optional.empty());
      panel.showTab(tab);
    }
  }
}
