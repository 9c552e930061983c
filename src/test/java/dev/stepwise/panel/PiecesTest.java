package dev.stepwise.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.Fx;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PiecesTest {
  @Test
  void an_underscore_in_the_name_of_a_file_is_seen() {
    var button =
        Fx.call(() -> Pieces.button("again", "Check my_code.py", Feather.X, "again", () -> {}));
    assertThat(button.getText()).isEqualTo("Check my_code.py");
    assertThat(button.isMnemonicParsing()).isFalse();
  }
}
