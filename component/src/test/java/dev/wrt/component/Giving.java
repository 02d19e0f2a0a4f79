package dev.wrt.component;

import dev.wrt.bounded.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A source that gives the chunks a test has put there, one when it is asked, and remembers how
/// much it was asked for and what it was told.
final class Giving implements StreamSource {
  final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
  final List<Integer> asked = new ArrayList<>();
  final List<String> endings = new ArrayList<>();

  Giving(Chunk... chunks) {
    this.chunks.addAll(List.of(chunks));
  }

  @Override
  public Chunk produce(int max) {
    asked.add(max);
    Chunk next = chunks.poll();
    return next == null ? Chunk.LATER : next;
  }

  @Override
  public void ended(@Nullable Fault fault) {
    endings.add(fault == null ? "over" : fault.code().id());
  }
}
