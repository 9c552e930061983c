package dev.stepwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.testing.OneAtATime;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@OneAtATime
class GraphicsCardTest {

  @Test
  void noneWhereLinuxHasNoDeviceOfOne() {
    assertThat(GraphicsCard.canBeThere("Linux", _ -> false)).isFalse();
  }

  @Test
  void oneOfTheKernelsDriversIsEnough() {
    assertThat(GraphicsCard.canBeThere("Linux", Path.of("/dev/dri")::equals)).isTrue();
    assertThat(GraphicsCard.canBeThere("Linux", Path.of("/dev/nvidiactl")::equals)).isTrue();
  }

  @Test
  void elsewhereJavaFxFindsOut() {
    assertThat(GraphicsCard.canBeThere("Windows 11", _ -> false)).isTrue();
    assertThat(GraphicsCard.canBeThere("Mac OS X", _ -> false)).isTrue();
  }
}
