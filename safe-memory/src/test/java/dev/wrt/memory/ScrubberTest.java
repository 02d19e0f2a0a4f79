package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The walk over memories and images.
class ScrubberTest {
  private static final int SIZE = 3 * 4096;

  private final SafeMemory memory = Given.memory(VerificationLevel.STANDARD, SIZE);
  private final SafeMemory off = Given.memory(VerificationLevel.OFF, SIZE);
  private final byte[] code = Given.pattern(4 * 512);
  private final Crc32cImage image = Given.ok(Crc32cImage.create(Given.budget(), "code", code));

  private Scrubber scrubber(int blocksPerStep) {
    Scrubber scrubber = Given.ok(Scrubber.create(Given.budget(), 3, blocksPerStep));
    assertTrue(scrubber.offer(off));
    assertTrue(scrubber.offer(memory));
    assertTrue(scrubber.offer(image));
    return scrubber;
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("A step verifies so many blocks, over all targets in turn, round and round")
  void walksRoundAndRound() {
    Scrubber scrubber = scrubber(2);
    assertEquals(7, scrubber.totalBlocks());
    long[] ofMemory = {2, 3, 3, 4, 6, 6, 6};
    long[] ofImage = {0, 1, 3, 4, 4, 6, 8};
    long[] passes = {0, 0, 0, 1, 1, 1, 1};
    for (int step = 0; step < 7; step++) {
      Given.ok(scrubber.step());
      assertEquals(ofMemory[step], memory.metrics().verifiedBlocks());
      assertEquals(ofImage[step], image.verifiedBlocks());
      assertEquals(passes[step], scrubber.passes());
      assertEquals(2L * (step + 1), scrubber.verifiedBlocks());
    }
  }

  // [utest->req~memory-scrub-latency~1]
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 7, 8, 100})
  @DisplayName("Wherever the walk is, an error is found within the stated number of steps")
  void latencyIsBounded(int rate) {
    for (int warmUp = 0; warmUp < 8; warmUp++) {
      for (int block = 0; block < 4; block++) {
        Scrubber scrubber = scrubber(rate);
        for (int i = 0; i < warmUp; i++) {
          Given.ok(scrubber.step());
        }
        code[512 * block] ^= 1;
        int steps = 1;
        while (scrubber.step() instanceof Result.Ok<Unit>) {
          steps++;
        }
        assertTrue(steps <= scrubber.worstCaseSteps(), steps + " steps");
        code[512 * block] ^= 1;
      }
    }
    assertEquals((7 + rate - 1) / rate, scrubber(rate).worstCaseSteps());
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("A step returns the first fault, and verifies its other blocks all the same")
  void stepKeepsItsPace() {
    Scrubber scrubber = scrubber(7);
    memory.plain()[0] = 1;
    code[1] ^= 1;
    assertEquals(
        new Fault.IntegrityFault(MemoryCode.DIGEST_MISMATCH, "area", 0, 0, 1, false),
        Given.fault(scrubber.step()));
    assertEquals(4, image.verifiedBlocks());
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("Without blocks a step does nothing")
  void nothingToDo() {
    Scrubber scrubber = Given.ok(Scrubber.create(Given.budget(), 1, 3));
    Given.ok(scrubber.step());
    assertEquals(0, scrubber.worstCaseSteps());
    assertTrue(scrubber.offer(off));
    Given.ok(scrubber.step());
    memory.close();
    assertEquals(0, scrubber.passes());
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("A full scrubber refuses another target")
  void capacityIsBounded() {
    assertFalse(scrubber(1).offer(memory));
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("When a target before the walk's place goes, the walk does not skip a block")
  void removalBeforeThePlace() {
    Scrubber scrubber = scrubber(4);
    Given.ok(scrubber.step());
    assertTrue(scrubber.remove(off));
    assertFalse(scrubber.remove(off));
    assertTrue(scrubber.remove(memory));
    assertEquals(4, scrubber.totalBlocks());
    code[0] ^= 1;
    code[512] ^= 1;
    assertEquals(1, ((Fault.IntegrityFault) Given.fault(scrubber.step())).block());
    assertEquals(1, scrubber.passes());
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("When the walk's own target goes, the next is verified from its first block")
  void removalAtThePlace() {
    SafeMemory second = Given.memory(VerificationLevel.STANDARD, SIZE);
    Scrubber scrubber = Given.ok(Scrubber.create(Given.budget(), 3, 4));
    assertTrue(scrubber.offer(memory));
    assertTrue(scrubber.offer(second));
    assertTrue(scrubber.offer(image));
    Given.ok(scrubber.step());
    assertTrue(scrubber.remove(second));
    memory.plain()[0] = 1;
    code[0] ^= 1;
    Fault.IntegrityFault fault = (Fault.IntegrityFault) Given.fault(scrubber.step());
    assertEquals("code", fault.area());
    assertEquals(0, fault.block());
    assertEquals(4, image.verifiedBlocks());
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("When a target behind the walk's place goes, the walk goes on where it was")
  void removalBehindThePlace() {
    Scrubber scrubber = scrubber(2);
    Given.ok(scrubber.step());
    assertTrue(scrubber.remove(image));
    memory.plain()[0] = 1;
    memory.plain()[2 * 4096] = 1;
    assertEquals(2, ((Fault.IntegrityFault) Given.fault(scrubber.step())).block());
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("When the last target goes while the walk is in it, the walk starts again")
  void removalOfTheLast() {
    Scrubber scrubber = scrubber(4);
    Given.ok(scrubber.step());
    assertTrue(scrubber.remove(image));
    memory.plain()[0] = 1;
    memory.plain()[4096] = 1;
    assertEquals(0, ((Fault.IntegrityFault) Given.fault(scrubber.step())).block());
  }

  // [utest->req~memory-budget~1]
  @Test
  @DisplayName("The list of targets is reserved, and given back once")
  void listIsReserved() {
    long needed = Scrubber.FIXED_BYTES + 5 * 8;
    MemoryBudget small = MemoryBudget.root("small", needed - 1);
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "small", needed, needed - 1),
        Given.fault(Scrubber.create(small, 5, 1)));
    assertEquals(0, small.reservedBytes());
    MemoryBudget exact = MemoryBudget.root("exact", needed);
    Scrubber scrubber = Given.ok(Scrubber.create(exact, 5, 1));
    assertEquals(needed, exact.reservedBytes());
    assertTrue(scrubber.offer(memory));
    scrubber.close();
    scrubber.close();
    assertEquals(0, exact.reservedBytes());
    assertEquals(0, scrubber.totalBlocks());
    Given.ok(scrubber.step());
    assertEquals(0, memory.metrics().verifiedBlocks());
  }

  // [utest->req~memory-budget~1]
  @Test
  @DisplayName("Room for one more target is reserved only if there is none")
  void roomForOneMore() {
    long needed = Scrubber.FIXED_BYTES + 8;
    MemoryBudget budget = MemoryBudget.root("budget", needed + 8);
    Scrubber scrubber = Given.ok(Scrubber.create(budget, 1, 1));
    Given.ok(scrubber.reserve());
    assertEquals(needed, budget.reservedBytes());
    assertTrue(scrubber.offer(memory));
    Given.ok(scrubber.reserve());
    assertEquals(needed + 8, budget.reservedBytes());
    assertTrue(scrubber.offer(image));
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "budget", 8, 0),
        Given.fault(scrubber.reserve()));
    assertFalse(scrubber.offer(off));
    scrubber.close();
    assertEquals(0, budget.reservedBytes());
  }

  @Test
  @DisplayName("A step of no blocks is a bug")
  void stepOfNothingIsABug() {
    assertThrows(Invariant.Violation.class, () -> Scrubber.create(Given.budget(), 1, 0));
  }
}
