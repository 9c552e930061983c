package dev.stepwise.export;

import java.util.ArrayList;
import java.util.List;

/// Parts blocks into pages.
final class SheetPages {
  private SheetPages() {}

  /// Blocks from the top of each page downwards; what is tied to the next goes with it.
  ///
  /// @param gap below each block
  /// @param first the room on the first page
  /// @param later the room on each later one
  static List<List<SheetBlock>> of(
      List<SheetBlock> blocks, double gap, double first, double later) {
    var pages = new ArrayList<List<SheetBlock>>();
    var page = new ArrayList<SheetBlock>();
    double room = first;
    double used = 0;
    for (var group : groups(blocks)) {
      double height = group.stream().mapToDouble(block -> block.height() + gap).sum();
      if (used + height > room && !page.isEmpty()) {
        pages.add(List.copyOf(page));
        page.clear();
        room = later;
        used = 0;
      }
      for (var block : group) {
        if (used + block.height() > room && !page.isEmpty()) {
          pages.add(List.copyOf(page)); // a group that no page holds
          page.clear();
          room = later;
          used = 0;
        }
        page.add(block);
        used += block.height() + gap;
      }
    }
    pages.add(List.copyOf(page));
    return pages;
  }

  private static List<List<SheetBlock>> groups(List<SheetBlock> blocks) {
    var groups = new ArrayList<List<SheetBlock>>();
    var group = new ArrayList<SheetBlock>();
    for (var block : blocks) {
      group.add(block);
      if (block.tie() == SheetBlock.Tie.LOOSE) {
        groups.add(List.copyOf(group));
        group.clear();
      }
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }
}
