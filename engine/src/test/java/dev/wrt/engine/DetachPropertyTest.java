package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random programs that are cut at random calls of the host and interleaved, at any depth, give the
/// same results for the same fuel as one after the other.
class DetachPropertyTest {
  private static final int ROUNDS = 150;
  private static final int STRANDS = 6;

  /// Strands that lie on each other on the machine, lowest first, or were taken off together.
  private record Segment(List<Strands.Strand> strands, SavedFrames frames) {}

  /// Interleaves strands as a random number says.
  private static final class Interleaving {
    final Random random;
    final Strands world;
    final List<Strands.Strand> waiting = new ArrayList<>();
    final List<Strands.Strand> running = new ArrayList<>();
    final List<Segment> detached = new ArrayList<>();
    int cuts;

    Interleaving(long seed, Strands world) {
      this.random = new Random(seed);
      this.world = world;
    }

    void run() {
      while (!waiting.isEmpty() || !running.isEmpty() || !detached.isEmpty()) {
        switch (random.nextInt(8)) {
          case 0 -> begin();
          case 1, 2 -> takeOff();
          case 3, 4 -> putOn();
          default -> goOn();
        }
      }
    }

    private void begin() {
      if (!waiting.isEmpty()) {
        Strands.Strand strand = waiting.removeLast();
        strand.enter();
        advance(strand);
      }
    }

    private void goOn() {
      if (!running.isEmpty()) {
        Strands.Strand strand = running.removeLast();
        strand.answer();
        advance(strand);
      }
    }

    private void advance(Strands.Strand strand) {
      if (strand.run()) {
        running.add(strand);
      }
    }

    private void takeOff() {
      int count = Math.min(running.size(), random.nextInt(3));
      List<Strands.Strand> strands =
          new ArrayList<>(running.subList(running.size() - count, running.size()));
      running.subList(running.size() - count, running.size()).clear();
      int activations = strands.stream().mapToInt(strand -> strand.activations).sum();
      SavedFrames frames = Guest.ok(world.machine().detach(activations, world.budget()));
      detached.add(new Segment(strands, frames));
      cuts++;
    }

    private void putOn() {
      if (!detached.isEmpty()) {
        Segment segment = detached.remove(random.nextInt(detached.size()));
        Guest.ok(world.machine().attach(segment.frames));
        running.addAll(segment.strands);
      }
    }
  }

  // [utest->req~engine-detach~1]
  @ParameterizedTest(name = "Interleaved at level {0}, collecting: {1}, refilled by {2} of fuel")
  @CsvSource({"OFF, false, 0", "STANDARD, true, 0", "OFF, true, 3", "FULL, false, 1"})
  void interleaved(VerificationLevel level, boolean collecting, long refill) {
    EngineOptions options = Guest.OPTIONS.with(Verification.of(level));
    try (Strands straight = Strands.create(options, true, collecting);
        Strands cut = Strands.create(options, true, collecting)) {
      int cuts = 0;
      int hostCalls = 0;
      int thrown = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Interleaving interleaving = new Interleaving(round, cut);
        List<Strands.Strand> strands = new ArrayList<>();
        for (int i = 0; i < STRANDS; i++) {
          strands.add(strand(cut, round, i));
          strands.getLast().refill = refill == 0 ? Guest.PLENTY : refill;
        }
        interleaving.waiting.addAll(strands);
        interleaving.run();
        for (int i = 0; i < STRANDS; i++) {
          Strands.Strand alone = strand(straight, round, i);
          alone.alone();
          assertEquals(alone.outcome, strands.get(i).outcome);
          if (!collecting) { // what a collection costs depends on what the others hold
            assertEquals(alone.charged, strands.get(i).charged);
          }
          hostCalls += alone.hostCalls;
          thrown += alone.outcome.startsWith("threw") ? 1 : 0;
        }
        cuts += interleaving.cuts;
      }
      assertTrue(cuts > 10 * ROUNDS, "cut often: " + cuts);
      assertTrue(hostCalls > STRANDS * ROUNDS, "called often: " + hostCalls);
      assertTrue(thrown > 10, "some programs end with an exception: " + thrown);
      assertEquals(collecting, cut.store().heapStats().collections() > 0);
    }
  }

  private static Strands.Strand strand(Strands world, int round, int i) {
    Random random = new Random(1000L * round + i);
    return world.strand("step", random.nextLong(), 3 + random.nextInt(7));
  }

  // [utest->req~engine-detach~1]
  @Test
  @DisplayName(
      "Taken off and put on again at every call of the host, nothing of a run is different")
  void samePlace() {
    EngineOptions options = Guest.OPTIONS.withTrace(true);
    for (int seed = 0; seed < 100; seed++) {
      try (Strands straight = Strands.create(options, true, true);
          Strands cut = Strands.create(options, true, true)) {
        Strands.Strand one = strand(straight, seed, 7);
        Strands.Strand other = strand(cut, seed, 7);
        one.enter();
        other.enter();
        while (one.run()) {
          assertTrue(other.run());
          List<String> backtrace = straight.machine().backtrace();
          assertEquals(backtrace, cut.machine().backtrace());
          SavedFrames frames = other.detach();
          assertEquals(0, cut.machine().depth());
          assertEquals(backtrace, frames.backtrace());
          Guest.ok(cut.machine().attach(frames));
          assertEquals(backtrace, cut.machine().backtrace());
          one.answer();
          other.answer();
        }
        other.run();
        assertEquals(one.outcome, other.outcome);
        assertEquals(one.charged, other.charged);
        assertEquals(straight.machine().traceHash(), cut.machine().traceHash());
        assertEquals(straight.store().digest(), cut.store().digest());
        assertEquals(straight.store().heapDigest(), cut.store().heapDigest());
      }
    }
  }
}
