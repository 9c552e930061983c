package dev.stepwise.compute.gradient;

import dev.stepwise.compute.gradient.NetworkFrame.Pass;
import dev.stepwise.compute.gradient.network.Averaging;
import dev.stepwise.compute.run.Narration;
import dev.stepwise.compute.run.Numbers;
import dev.stepwise.compute.text.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/// What one tensor of a batch says.
public final class OperationNarration {
  private OperationNarration() {}

  /// The tensors and parameters that a tensor is computed from, that are tensors of the batch.
  public static List<Tensor> sources(Tensor tensor) {
    return switch (tensor) {
      case X, Y -> List.of();
      case Z1 -> List.of(Tensor.X);
      case A1 -> List.of(Tensor.Z1);
      case Z2 -> List.of(Tensor.A1);
      case P -> List.of(Tensor.Z2);
      case LOSS, DZ2 -> List.of(Tensor.P, Tensor.Y);
      case DW2 -> List.of(Tensor.A1, Tensor.DZ2);
      case DB2, DA1 -> List.of(Tensor.DZ2);
      case DZ1 -> List.of(Tensor.DA1, Tensor.Z1);
      case DW1 -> List.of(Tensor.X, Tensor.DZ1);
      case DB1 -> List.of(Tensor.DZ1);
    };
  }

  /// A tensor of the batch of a frame.
  public static Narration of(NetworkFrame frame, Tensor tensor) {
    var pass = frame.moment().pass().orElseThrow();
    var mistake = frame.problem().mistake();
    if (mistake.falsifies(tensor)) {
      return new Narration(
          "%s: %s".formatted(tensor.code(), Tensors.shape(frame, tensor)),
          mistake.words(),
          List.of(mistake.latex()));
    }
    return new Narration(
        "%s: %s".formatted(tensor.code(), Tensors.shape(frame, tensor)),
        caption(frame, pass, tensor),
        List.of(formula(frame, pass, tensor)));
  }

  private static String caption(NetworkFrame frame, Pass pass, Tensor tensor) {
    int n = pass.samples().length;
    int hidden = pass.at().hidden();
    return switch (tensor) {
      case X -> "The %s of this batch, a row each.".formatted(Phrases.count(n, "sample"));
      case Y -> "The classes of the batch's samples.";
      case Z1 ->
          "Each of the %d units adds up its inputs times their weights, and its bias. %s positive."
              .formatted(hidden, share(pass.forward().z1(), z -> z > 0));
      case A1 ->
          frame.problem().activation().slope() == 0
              ? "ReLU keeps what is positive and turns the rest into 0: %s 0."
                  .formatted(share(pass.forward().a1(), a -> a == 0))
              : "Leaky ReLU keeps what is positive and takes a hundredth of the rest: %s negative."
                  .formatted(share(pass.forward().a1(), a -> a < 0));
      case Z2 ->
          "One logit for each class: the hidden activations times W2, plus b2. %s"
              .formatted(range(pass.forward().z2()));
      case P ->
          "Softmax makes each row of logits positive and sum to 1. The right class gets %s on average."
              .formatted(Numbers.text(meanRight(pass)));
      case LOSS ->
          "The cross-entropy is −ln of what the right class got, here %s on average. It is computed from the logits, so no probability that rounds to 0 makes it infinite."
              .formatted(Numbers.text(pass.forward().loss()));
      case DZ2 ->
          "Softmax and cross-entropy together have the simplest derivative there is: p − y. %s"
              .formatted(
                  frame.problem().averaging() == Averaging.MEAN
                      ? "Divided by n = %d here, once, it makes every later gradient a mean."
                          .formatted(n)
                      : "Here it isn't divided by n = %d: that is the bug of this run."
                          .formatted(n));
      case DW2 ->
          "For each weight of W2, the activation it carried times the error it fed, added up over %s.%s"
              .formatted(Phrases.count(n, "sample"), sumInsteadOfMean(frame));
      case DB2 ->
          "A bias feeds each sample alike, so its gradient is the column's sum of dz2.%s"
              .formatted(meanBesideSum(frame));
      case DA1 ->
          "Each hidden unit is to blame for what it fed to each class: the errors come back through"
              + " W2, transposed.";
      case DZ1 ->
          frame.problem().activation().slope() == 0
              ? "ReLU passes the error where its sum was positive, and stops it elsewhere: %s 0."
                  .formatted(share(pass.back().dz1(), d -> d == 0))
              : "Leaky ReLU passes the error where its sum was positive, and a hundredth of it"
                  + " elsewhere.";
      case DW1 ->
          "For each weight of W1, the input it carried times the error of its unit, added up over %s.%s"
              .formatted(Phrases.count(n, "sample"), sumInsteadOfMean(frame));
      case DB1 ->
          "The column's sum of dz1, one number for each hidden unit.%s"
              .formatted(meanBesideSum(frame));
    };
  }

  private static String sumInsteadOfMean(NetworkFrame frame) {
    return frame.problem().averaging() == Averaging.MEAN
        ? ""
        : " Since dz2 was not divided, this is a sum where a mean belongs.";
  }

  private static String meanBesideSum(NetworkFrame frame) {
    return frame.problem().averaging() == Averaging.MEAN
        ? ""
        : " Here it is divided by n, a mean beside the sum of the weights.";
  }

  private static String formula(NetworkFrame frame, Pass pass, Tensor tensor) {
    boolean mean = frame.problem().averaging() == Averaging.MEAN;
    int n = pass.samples().length;
    return switch (tensor) {
      case X -> "X=X_{\\text{all}}[i]";
      case Y -> "y=y_{\\text{all}}[i]";
      case Z1 -> "z_1=XW_1+b_1";
      case A1 ->
          frame.problem().activation().slope() == 0
              ? "a_1=\\max(z_1,0)"
              : "a_1=\\max(z_1,0.01\\,z_1)";
      case Z2 -> "z_2=a_1W_2+b_2";
      case P -> "p_{i,c}=e^{z_{i,c}-m_i}/\\textstyle\\sum_k e^{z_{i,k}-m_i}";
      case LOSS ->
          Words.line(
              "L=\\frac{1}{%d}\\textstyle\\sum_i-\\ln p_{i,y_i}".formatted(n),
              pass.forward().loss());
      case DZ2 -> mean ? "dz_2=(p-y)/%d".formatted(n) : "dz_2=p-y";
      case DW2 -> "dW_2=a_1^\\top dz_2";
      case DB2 ->
          mean ? "db_2=\\textstyle\\sum_i dz_2[i]" : "db_2=\\frac1n\\textstyle\\sum_i dz_2[i]";
      case DA1 -> "da_1=dz_2W_2^\\top";
      case DZ1 -> "dz_1=da_1\\odot f'(z_1)";
      case DW1 -> "dW_1=X^\\top dz_1";
      case DB1 ->
          mean ? "db_1=\\textstyle\\sum_i dz_1[i]" : "db_1=\\frac1n\\textstyle\\sum_i dz_1[i]";
    };
  }

  private static double meanRight(Pass pass) {
    double sum = 0;
    for (int row = 0; row < pass.forward().size(); row++) {
      sum += pass.forward().p()[row][pass.forward().y()[row]];
    }
    return sum / pass.forward().size();
  }

  private static String share(double[][] rows, DoublePredicate what) {
    long met = stream(rows).filter(what).count();
    long all = (long) rows.length * rows[0].length;
    return Words.some(met, all);
  }

  private static String range(double[][] rows) {
    double least = stream(rows).min().orElse(0);
    double most = stream(rows).max().orElse(0);
    return least == most
        ? "Each is %s.".formatted(Numbers.text(least))
        : "They range %s.".formatted(Words.fromTo(least, most));
  }

  private static java.util.stream.DoubleStream stream(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream);
  }
}
