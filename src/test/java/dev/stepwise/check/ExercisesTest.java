package dev.stepwise.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.check.Report.Verdict;
import dev.stepwise.compute.bpe.BpeExercise;
import dev.stepwise.compute.cosine.CosineExercise;
import dev.stepwise.compute.gradient.GradientExercise;
import dev.stepwise.compute.kmeans.KMeansExercise;
import dev.stepwise.compute.lstm.LstmExercise;
import dev.stepwise.compute.multihead.MultiHeadExercise;
import dev.stepwise.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of each exercise code in two styles, and with classic mistakes. Where python3 or NumPy is
/// missing the tests fail.
@Tag("python")
class ExercisesTest {
  private static final String BATCHES =
      """
      import numpy as np
      def train(X, y, learning_rate, epochs, batch_size):
          rng = np.random.default_rng(7)
          w, b = np.zeros(X.shape[1]), 0.0
          for epoch in range(epochs):
              perm = rng.permutation(len(X))
              for start in range(0, len(X), batch_size):
                  i = perm[start:start + batch_size]
                  error = X[i] @ w + b - y[i]
                  w = w - learning_rate * 2 * X[i].T @ error / len(i)
                  b = b - learning_rate * 2 * error.mean()
          return w, b
      """;

  @TempDir private Path folder;

  private Report check(String exercise, String rest, String code) throws Exception {
    var reader =
        new ScenarioReader(
            List.of(
                new KMeansExercise(),
                new LstmExercise(),
                new MultiHeadExercise(),
                new GradientExercise(),
                new BpeExercise(),
                new CosineExercise()));
    var text = "{\"stepwise\": 1, \"exercise\": \"%s\"%s}".formatted(exercise, rest);
    var scenario =
        reader.complete(
            "test.json", reader.read("test.json", text.getBytes(StandardCharsets.UTF_8)));
    var file = Files.writeString(folder.resolve("mine.py"), code);
    return new Checker(Python.find(Optional.empty()), Duration.ofSeconds(20))
        .check(scenario, file, Optional.empty(), _ -> {});
  }

  private Report regression(String code) throws Exception {
    return check(
        "gradient-descent",
        ", \"parameters\": {\"model\": \"linear-regression\", \"epochs\": 3, \"batch_size\": 4,"
            + " \"learning_rate\": 0.05}",
        code);
  }

  @Test
  void batches_in_an_order_of_ones_own_are_right_in_the_first_epoch() throws Exception {
    var report = regression(BATCHES);
    assertThat(report.verdict()).as(report.message()).isEqualTo(Verdict.EQUAL);
    assertThat(report.message()).contains("first epoch").contains("your order");
  }

  @Test
  void samples_that_are_shuffled_themselves_are_right_too() throws Exception {
    var shuffled =
        BATCHES
            .replace(
                "perm = rng.permutation(len(X))",
                "perm = rng.permutation(len(X)); A, t = X[perm], y[perm]")
            .replace("i = perm[start:start + batch_size]", "i = slice(start, start + batch_size)")
            .replace("X[i] @ w + b - y[i]", "A[i] @ w + b - t[i]")
            .replace("X[i].T @ error / len(i)", "A[i].T @ error / len(error)");
    var report = regression(shuffled);
    assertThat(report.verdict()).as(report.message()).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void a_mistake_is_found_in_batches_of_an_order_of_ones_own() throws Exception {
    for (var mistake :
        List.of(
            BATCHES.replace(" / len(i)", ""),
            BATCHES.replace("w = w - learning_rate", "w = w + learning_rate"),
            BATCHES.replace("error.mean()", "error.sum()"))) {
      assertThat(regression(mistake).verdict()).as(mistake).isEqualTo(Verdict.DIFFERS);
    }
  }

  private void holds(String exercise, String rest, List<String> right, List<String> wrong)
      throws Exception {
    for (var code : right) {
      var report = check(exercise, rest, code);
      assertThat(report.verdict()).as("%s%n%s", code, report.message()).isEqualTo(Verdict.EQUAL);
    }
    for (var code : wrong) {
      assertThat(right).doesNotContain(code);
      var report = check(exercise, rest, code);
      assertThat(report.verdict()).as("%s%n%s", code, report.message()).isEqualTo(Verdict.DIFFERS);
      assertThat(report.difference()).as(code).isPresent();
    }
  }

  @Test
  void a_network_is_checked_with_its_batches_in_any_order() throws Exception {
    var plain =
        """
        import numpy as np
        def train(X, y, W1, b1, W2, b2, learning_rate, epochs, batch_size):
            for epoch in range(epochs):
                for s in range(0, len(X), batch_size):
                    xb, yb = X[s:s + batch_size], y[s:s + batch_size]
                    z1 = xb @ W1 + b1
                    a1 = np.maximum(0, z1)
                    z2 = a1 @ W2 + b2
                    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
                    p = e / e.sum(axis=1, keepdims=True)
                    d2 = p.copy()
                    d2[np.arange(len(yb)), yb] -= 1
                    d2 /= len(yb)
                    d1 = (d2 @ W2.T) * (z1 > 0)
                    W2 = W2 - learning_rate * a1.T @ d2
                    b2 = b2 - learning_rate * d2.sum(axis=0)
                    W1 = W1 - learning_rate * xb.T @ d1
                    b1 = b1 - learning_rate * d1.sum(axis=0)
            return W1, b1, W2, b2
        """;
    var shuffled =
        plain
            .replace("    for s in", "    order = np.random.permutation(len(X))\n        for s in")
            .replace("X[s:s + batch_size], y[s:s", "X[order[s:s + batch_size]], y[order[s:s")
            .replace("+ batch_size]\n", "+ batch_size]]\n");
    holds(
        "gradient-descent",
        ", \"parameters\": {\"epochs\": 2, \"batch_size\": 5}",
        List.of(plain, shuffled),
        List.of(
            plain.replace(" * (z1 > 0)", ""),
            plain.replace("d2 /= len(yb)", "pass"),
            shuffled.replace(" * (z1 > 0)", "")));
  }

  @Test
  void an_lstm_takes_its_weights_stacked_or_apart() throws Exception {
    var stacked =
        """
        import numpy as np
        def sigmoid(a):
            return 1 / (1 + np.exp(-a))
        def lstm(X, W, b, h0, c0):
            h, c, n = h0, c0, len(h0)
            for x in X:
                gates = W @ np.concatenate([h, x]) + b
                f, i, g, o = gates[:n], gates[n:2 * n], gates[2 * n:3 * n], gates[3 * n:]
                c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
                h = sigmoid(o) * np.tanh(c)
            return h, c
        """;
    var apart =
        """
        import numpy as np
        def sigmoid(a):
            return 1 / (1 + np.exp(-a))
        def lstm_step(x, h, c, W_f, U_f, b_f, W_i, U_i, b_i, W_c, U_c, b_c, W_o, U_o, b_o):
            f = sigmoid(W_f @ x + U_f @ h + b_f)
            i = sigmoid(W_i @ x + U_i @ h + b_i)
            g = np.tanh(W_c @ x + U_c @ h + b_c)
            o = sigmoid(W_o @ x + U_o @ h + b_o)
            c = f * c + i * g
            return o * np.tanh(c), c
        """;
    holds(
        "lstm",
        ", \"parameters\": {\"hidden_size\": 2, \"time_steps\": 3}",
        List.of(stacked, apart),
        List.of(
            stacked.replace("* np.tanh(c)", "* c"),
            apart.replace("f * c + i * g", "f * c + g"),
            apart.replace("+ b_o", "")));
  }

  @Test
  void k_means_in_loops_and_in_arrays() throws Exception {
    var arrays =
        """
        import numpy as np
        def kmeans(X, k, centroids, max_iter=100):
            for _ in range(max_iter):
                d = ((X[:, None, :] - centroids[None]) ** 2).sum(axis=2)
                labels = d.argmin(axis=1)
                new = np.array([X[labels == j].mean(axis=0) for j in range(k)])
                if np.allclose(new, centroids):
                    break
                centroids = new
            return labels, centroids
        """;
    var loops =
        """
        def fit(points, centers, max_iters=100):
            assigned = None
            for _ in range(max_iters):
                now = []
                for p in points:
                    dist = [sum((a - b) ** 2 for a, b in zip(p, c)) for c in centers]
                    now.append(dist.index(min(dist)))
                if now == assigned:
                    break
                assigned = now
                fresh = []
                for j in range(len(centers)):
                    mine = [p for p, a in zip(points, assigned) if a == j]
                    fresh.append([sum(column) / len(mine) for column in zip(*mine)])
                centers = fresh
            return assigned, centers
        """;
    holds(
        "k-means",
        ", \"inputs\": {\"X\": [[0, 0], [1, 0.5], [0.2, 1], [6, 5], [7, 6.5], [5.5, 6], [0.5, 5],"
            + " [1, 6]], \"centroids\": [[0, 0], [6, 5], [1, 6]]}, \"parameters\": {\"k\": 3}",
        List.of(arrays, loops),
        List.of(
            arrays.replace("mean(axis=0)", "sum(axis=0)"),
            arrays.replace("argmin", "argmax"),
            loops.replace("/ len(mine)", "/ len(points)")));
  }

  @Test
  void several_heads_split_before_or_behind_the_projection() throws Exception {
    var together =
        """
        import numpy as np
        def softmax(x):
            e = np.exp(x - x.max(-1, keepdims=True))
            return e / e.sum(-1, keepdims=True)
        def multi_head_attention(X, W_q, W_k, W_v, W_o, num_heads):
            n, d = X.shape
            split = lambda M: M.reshape(n, num_heads, d // num_heads).transpose(1, 0, 2)
            Q, K, V = split(X @ W_q), split(X @ W_k), split(X @ W_v)
            A = softmax(Q @ K.transpose(0, 2, 1) / np.sqrt(d // num_heads))
            heads = A @ V
            joined = heads.transpose(1, 0, 2).reshape(n, d)
            return joined @ W_o
        """;
    var each =
        """
        import numpy as np
        def mha(X, W_q, W_k, W_v, W_o, num_heads):
            dh = X.shape[1] // num_heads
            outs = []
            for h in range(num_heads):
                cols = slice(h * dh, (h + 1) * dh)
                q, k, v = X @ W_q[:, cols], X @ W_k[:, cols], X @ W_v[:, cols]
                s = q @ k.T / dh ** 0.5
                w = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
                outs.append(w @ v)
            return np.concatenate(outs, axis=1) @ W_o
        """;
    holds(
        "multi-head-attention",
        ", \"parameters\": {\"seq_len\": 4, \"d_model\": 6, \"num_heads\": 2}",
        List.of(together, each),
        List.of(
            together.replace("heads.transpose(1, 0, 2).reshape(n, d)", "heads.reshape(n, d)"),
            together.replace("np.sqrt(d // num_heads)", "np.sqrt(d)"),
            each.replace(" @ W_o", "")));
  }

  @Test
  void byte_pair_encoding_with_tuples_and_with_lists() throws Exception {
    var tuples =
        """
        from collections import Counter
        def train_bpe(words, num_merges):
            vocab = {tuple(w) + ('</w>',): n for w, n in words.items()}
            merges = []
            for _ in range(num_merges):
                pairs = Counter()
                for symbols, n in vocab.items():
                    for pair in zip(symbols, symbols[1:]):
                        pairs[pair] += n
                if not pairs:
                    break
                best = max(pairs, key=pairs.get)
                merges.append(best)
                fresh = {}
                for symbols, n in vocab.items():
                    out, i = [], 0
                    while i < len(symbols):
                        if i + 1 < len(symbols) and symbols[i:i + 2] == best:
                            out.append(symbols[i] + symbols[i + 1])
                            i += 2
                        else:
                            out.append(symbols[i])
                            i += 1
                    fresh[tuple(out)] = n
                vocab = fresh
            return merges
        """;
    var lists =
        """
        def learn(corpus, num_merges):
            counts = {}
            for word in corpus.split():
                counts[word] = counts.get(word, 0) + 1
            parts = {w: list(w) + ['</w>'] for w in counts}
            merges = []
            for _ in range(num_merges):
                seen = {}
                for w, p in parts.items():
                    for a, b in zip(p, p[1:]):
                        seen[(a, b)] = seen.get((a, b), 0) + counts[w]
                if not seen:
                    break
                a, b = max(seen, key=lambda pair: seen[pair])
                merges.append((a, b))
                for w, p in parts.items():
                    i = 0
                    while i < len(p) - 1:
                        if p[i] == a and p[i + 1] == b:
                            p[i:i + 2] = [a + b]
                        i += 1
            return merges
        """;
    holds(
        "bpe",
        ", \"inputs\": {\"corpus\": \"low low low low lower lower newest newest newest newest"
            + " newest newest widest widest widest banana banana\"}, \"parameters\":"
            + " {\"num_merges\": 6}",
        List.of(tuples, lists),
        List.of(
            tuples.replace("pairs[pair] += n", "pairs[pair] += 1"),
            tuples.replace("max(pairs", "min(pairs"),
            lists.replace(" + counts[w]", " + 1")));
  }

  @Test
  void a_search_by_cosine_with_and_without_arrays() throws Exception {
    var arrays =
        """
        import numpy as np
        def search(query, docs, k):
            a = query / np.linalg.norm(query)
            B = docs / np.linalg.norm(docs, axis=1, keepdims=True)
            sims = B @ a
            top = np.argsort(-sims)[:k]
            return top, sims[top]
        """;
    var loops =
        """
        import math
        def top_k(q, documents, k):
            def norm(v):
                return math.sqrt(sum(x * x for x in v))
            scores = []
            for d in documents:
                scores.append(sum(a * b for a, b in zip(q, d)) / (norm(q) * norm(d)))
            ranked = sorted(range(len(scores)), key=lambda i: -scores[i])[:k]
            return ranked, [scores[i] for i in ranked]
        """;
    holds(
        "cosine-search",
        ", \"inputs\": {\"query\": [1, 2, 0.5], \"documents\": [[5, 1, 0], [1, 2, 1], [0.2, 0.5,"
            + " 0.1], [3, -1, 2], [4, 9, 0]]}, \"parameters\": {\"k\": 3}",
        List.of(arrays, loops),
        List.of(
            arrays.replace("B = docs / np.linalg.norm(docs, axis=1, keepdims=True)", "B = docs"),
            arrays.replace("argsort(-sims)", "argsort(sims)"),
            loops.replace("norm(q) * norm(d)", "norm(q) + norm(d)")));
  }
}
