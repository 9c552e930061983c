package dev.stepwise.compute.cosine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwise.compute.cosine.TopKHeap.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKHeapTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 20})
  void the_worst_is_on_top_after_every_offer(int k) {
    var random = new Random(k);
    var similarities = random.doubles(100).toArray();
    var heap = new TopKHeap(similarities, k);
    for (int document = 0; document < similarities.length; document++) {
      heap.offer(document);
      int[] entries = heap.entries();
      for (int place = 1; place < entries.length; place++) {
        assertThat(similarities[entries[place]])
            .isGreaterThanOrEqualTo(similarities[entries[(place - 1) / 2]]);
      }
    }
    assertThat(heap.size()).isEqualTo(k);
  }

  @Test
  void changes_are_told_in_their_order() {
    var similarities = new double[] {3, 1, 2, 5};
    var told = new ArrayList<String>();
    TopKHeap.Watcher watcher =
        (change, document, place, other) ->
            told.add("%s %d at %d, %d".formatted(change, document, place, other));
    var heap = new TopKHeap(similarities, 2);
    for (int document = 0; document < 4; document++) {
      heap.offer(document, watcher);
    }
    assertThat(told)
        .containsExactly(
            Change.APPENDED + " 0 at 0, 0",
            Change.APPENDED + " 1 at 1, 1",
            Change.ROSE + " 1 at 0, 0",
            Change.REPLACED_TOP + " 2 at 0, 1",
            Change.REPLACED_TOP + " 3 at 0, 2",
            Change.SANK + " 3 at 1, 0");
    told.clear();
    assertThat(List.of(heap.pop(watcher), heap.pop(watcher))).containsExactly(0, 3);
    assertThat(told)
        .containsExactly(Change.LAST_TO_TOP + " 3 at 0, 0", Change.EMPTIED + " 3 at 0, 3");
  }

  @Test
  void insertion_by_halving_finds_the_place_with_at_most_log_n_comparisons() {
    var similarities = new Random(4).doubles(200).toArray();
    var sorted = new ArrayList<Integer>();
    for (int document = 0; document < similarities.length; document++) {
      int[] ranked = sorted.stream().mapToInt(i -> i).toArray();
      var insertion = BinaryInsertion.of(similarities, ranked, ranked.length, document);
      assertThat(insertion.compared().size())
          .isLessThanOrEqualTo((int) Math.ceil(Math.log(document + 1) / Math.log(2) + 1e-9));
      sorted.add(insertion.place(), document);
    }
    assertThat(sorted.stream().mapToInt(i -> i).toArray())
        .containsExactly(CosineSearch.ranking(similarities));
  }
}
