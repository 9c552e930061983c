package dev.stepwise.compute.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.gradient.network.Activation;
import dev.stepwise.compute.gradient.network.Start;
import dev.stepwise.compute.gradient.network.TwoLayerNetwork;
import dev.stepwise.compute.linear.RandomMatrices;
import dev.stepwise.compute.linear.Softmax;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class ForwardTest {

  @Test
  void probabilities_and_losses_equal_those_computed_alone_to_the_last_bit() {
    var random = new Well19937c(5);
    double[][] x = RandomMatrices.gaussian(40, 3, 20, random);
    var y = new int[x.length];
    for (int row = 0; row < y.length; row++) {
      y[row] = random.nextInt(4);
    }
    var at = TwoLayerNetwork.initialise(3, 6, 4, Start.HE, random);

    var forward = TwoLayerNetwork.forward(x, y, at, Activation.RELU);

    for (int row = 0; row < y.length; row++) {
      double[] logits = forward.z2()[row];
      assertThat(forward.p()[row]).isEqualTo(Softmax.stable(logits));
      assertThat(forward.losses()[row]).isEqualTo(TwoLayerNetwork.crossEntropy(logits, y[row]));
    }
  }
}
