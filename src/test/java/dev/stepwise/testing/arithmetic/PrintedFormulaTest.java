package dev.stepwise.testing.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedFormulaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=0.5\\cdot 0.25=\\mathbf{0.13}",
        "0.125=0.13",
        "-0.125=-0.13",
        "2.31+(-1.90)\\cdot (-0.60)=\\mathbf{3.45}",
        "\\frac{1}{3}=0.33",
        "\\tfrac12\\cdot 6=3",
        "\\frac{e^{2-3}}{1+0.5}=\\frac{0.37}{1.5}=0.25",
        "\\sqrt{3^2+4^{2}}=\\sqrt{25}=\\mathbf{5}",
        "\\lVert (3,\\;4)\\rVert=5",
        "\\left(1+2\\right)\\cdot|-3|=9",
        "\\sigma(6)=0.998",
        "\\tanh(-2)=\\mathbf{-0.964}",
        "-\\ln 0.5=0.69",
        "\\log_2 8=3",
        "\\exp(0)=1",
        "\\max(-1,\\,2)=2",
        "\\min\\{4,3\\}=3",
        "7\\bmod 4=3",
        "1.2\\cdot 10^{-7}\\cdot 2=2.4\\cdot 10^{-7}",
        "1{,}200+34=1{,}234",
        "4\\cdot 512^2=\\mathbf{1\\,048\\,576}",
        "\\frac{0}{0}=\\text{NaN}",
        "\\frac{1}{0}=\\infty",
        "\\frac{(3,\\;4,\\;\\ldots)}{5}=\\mathbf{(0.60,\\;0.80,\\;\\ldots)}",
        "\\underbrace{0.5}_{a_1}\\cdot\\underbrace{(-2)}_{b}=-1",
        "\\cos 60^\\circ=0.5",
        "2\\le 3\\cdot 1=\\mathbf{3}<4",
        "0.3\\cdot 0.3\\approx 0.1",
        "27\\%=0.27",
        "3\\sqrt{4}=6",
        "1.5\\text{ bits}+1=2.5",
      })
  void what_holds_as_printed_is_found_right(String latex) {
    var findings = PrintedFormula.check(latex);
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.comparisons()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.88+0.00=0.87",
        "1.00\\cdot 0.93+0.00247\\cdot 1.00=0.93+0.00246",
        "0.72\\cdot 3510.2=2535.7",
        "\\sigma(6)=1.00",
        "0.02\\cdot 0.1=0.00",
        "0.125=0.12",
        "a=2=b=3",
        "\\frac{0.91}{\\sqrt{4}}=\\mathbf{0.45}",
        "2533.2\\le 0.72\\cdot 3510.2=2527.3",
        "0.50<0.50",
        "0.3\\cdot 0.3\\approx 0.9",
        "\\frac{(3,\\;4)}{5}=\\mathbf{(0.60,\\;0.90)}",
        "\\frac{0}{0}=0",
        "\\sqrt{1.2\\cdot 10^{-3}^2}=0.0012",
        "x=1+1=\\mathbf{2},\\quad y=1+1=\\mathbf{3}",
      })
  void what_does_not_hold_as_printed_is_found_wrong(String latex) {
    assertThat(PrintedFormula.check(latex).faults()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "h=o\\,\\tanh(c)",
        "a=w\\cdot x+b=0.2\\cdot 0.3+\\cdots+0.1=\\mathbf{7}",
        "(65\\times 8)\\cdot(8\\times 4)=\\mathbf{(65\\times 4)}",
        "\\sum_{i=1}^{3}x_i=4",
        "W_1\\leftarrow 0.5-0.1",
        "8\\times 8\\to\\mathbf{2\\times 8\\times 4}",
        "\\sigma_{W}=3",
        "a=1,\\quad b=2",
        "\\frac{1}{0}\\;\\Rightarrow\\;5",
        "",
        "\\",
        "\\text{open",
      })
  void sides_with_symbols_are_not_compared(String latex) {
    assertThat(PrintedFormula.check(latex))
        .isEqualTo(new PrintedFormula.Findings(0, java.util.List.of()));
  }

  @Test
  void each_pair_of_neighbours_counts() {
    assertThat(PrintedFormula.check("x=1+2+3=3+3=\\mathbf{6}").comparisons()).isEqualTo(2);
  }

  @Test
  void sentences_are_read_too() {
    assertThat(PrintedText.check("So 0.88 + 0.00 = 0.87 here.").faults()).hasSize(1);
    assertThat(PrintedText.check("So 2 · 3 = 6, and √16 = 4.").comparisons()).isEqualTo(2);
    assertThat(PrintedText.check("So 2 · 3 = 6, and √16 = 4.").faults()).isEmpty();
    assertThat(PrintedText.check("guessing gives ln 3 = 1.10.").faults()).isEmpty();
    assertThat(PrintedText.check("guessing gives ln 3 = 1.20.").faults()).hasSize(1);
    assertThat(PrintedText.check("1,200 − 200 = 1,000").faults()).isEmpty();
    assertThat(PrintedText.check("2 · 1.5e−7 ≈ 3e−7").comparisons()).isEqualTo(1);
    assertThat(PrintedText.check("x1 = 0.5, x2 = 0.25").comparisons()).isZero();
  }

  @Test
  void a_change_prints_two_numbers() {
    assertThat(PrintedText.check("h goes from −0.50 to −0.50.").faults()).hasSize(1);
    assertThat(PrintedText.check("h goes from −0.50 to 0.50.").faults()).isEmpty();
    assertThat(PrintedText.check("h goes from 0.5 to 0.51.").faults()).isEmpty();
    assertThat(PrintedText.check("inertia 3.1 → 3.1.").faults()).hasSize(1);
    assertThat(PrintedText.check("add 5 to 5").comparisons()).isZero();
  }
}
