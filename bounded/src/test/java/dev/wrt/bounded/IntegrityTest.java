package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault.IntegrityFault;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What collections notice of changes behind their API.
// [utest->req~bounded-integrity-choice~1]
// [utest->req~bounded-integrity-control~1]
// [utest->req~bounded-integrity-digest~1]
// [utest->req~bounded-integrity-verify~1]
class IntegrityTest {
  private static final int CAPACITY = 1500;

  static Stream<Guarded> guarded() {
    return Guarded.all();
  }

  private static Guarded.Subject subject(Guarded kind, Integrity integrity) {
    return Results.value(kind.create().create(Results.plenty(), CAPACITY, integrity));
  }

  private static BoundedCode code(BoundedCollection collection) {
    return (BoundedCode) Results.fault(collection.verify()).code();
  }

  @ParameterizedTest(name = "{0} reserves the bytes of its digest, and none without")
  @MethodSource("guarded")
  void theDigestIsPaidFor(Guarded kind) {
    for (int capacity : new int[] {0, 1, 1024, 1025, 5000}) {
      MemoryBudget plain = Results.plenty();
      MemoryBudget digested = Results.plenty();
      Results.value(kind.create().create(plain, capacity, Integrity.NONE));
      Results.value(kind.create().create(digested, capacity, Integrity.DIGEST));
      assertEquals(
          kind.digestBytes().applyAsLong(capacity),
          digested.reservedBytes() - plain.reservedBytes());
    }
  }

  @Test
  @DisplayName("The digest of words takes 80 bytes and 48 for each 1,024 words or part of them")
  void bytesOfADigest() {
    assertEquals(80, ArrayDigest.bytes(0));
    assertEquals(128, ArrayDigest.bytes(1));
    assertEquals(128, ArrayDigest.bytes(1024));
    assertEquals(176, ArrayDigest.bytes(1025));
    assertEquals(3, new ArrayDigest(1024).values().length);
    assertEquals(6, new ArrayDigest(1025).complements().length);
    assertEquals(128, Integrity.DIGEST.bytes(1024));
    assertEquals(0, Integrity.NONE.bytes(1024));
  }

  @ParameterizedTest(name = "{0} stays intact under every operation, with and without a digest")
  @MethodSource("guarded")
  void everyOperationKeepsTheDigest(Guarded kind) {
    for (Integrity integrity : Integrity.values()) {
      Guarded.Subject subject = subject(kind, integrity);
      Random random = new Random(7);
      for (int step = 0; step < 3000; step++) {
        subject.operate(random);
        if (step % 50 == 0 || step < 100) {
          assertTrue(subject.collection().intact(), () -> kind + ": " + code(subject.collection()));
        }
      }
      assertEquals(Unit.UNIT, Results.value(subject.collection().verify()));
      subject.collection().clear();
      assertTrue(subject.collection().intact());
      subject.add(1);
      assertTrue(subject.collection().intact());
      subject.collection().close();
      assertTrue(subject.collection().intact());
    }
  }

  @ParameterizedTest(name = "{0} refuses what does not fit and stays intact")
  @MethodSource("guarded")
  void refusalsKeepTheDigest(Guarded kind) {
    Guarded.Subject subject =
        Results.value(kind.create().create(Results.plenty(), 2, Integrity.DIGEST));
    for (int i = 0; i < 4; i++) {
      subject.offer().accept(i);
    }
    assertTrue(subject.collection().isFull());
    assertTrue(subject.collection().intact());
  }

  @ParameterizedTest(name = "{0}: a changed element is found, also after other changes")
  @MethodSource("guarded")
  void aChangedElementIsFound(Guarded kind) {
    Guarded.Subject subject = subject(kind, Integrity.DIGEST);
    for (int i = 0; i < 1300; i++) {
      subject.add(i);
    }
    subject.corrupt().run();
    assertEquals(BoundedCode.CONTENTS_MISMATCH, code(subject.collection()));
    assertFalse(subject.collection().intact());
    IntegrityFault fault = (IntegrityFault) Results.fault(subject.collection().verify());
    assertEquals("test", fault.area());
    assertFalse(fault.repaired());
    for (int i = 1300; i < 1400; i++) {
      subject.add(i);
    }
    assertEquals(BoundedCode.CONTENTS_MISMATCH, code(subject.collection()));
    subject.collection().clear();
    assertTrue(subject.collection().intact());
  }

  @ParameterizedTest(name = "{0} without a digest does not look at its elements")
  @MethodSource("guarded")
  void withoutADigestElementsAreNotCompared(Guarded kind) {
    Guarded.Subject subject = subject(kind, Integrity.NONE);
    for (int i = 0; i < 1300; i++) {
      subject.add(i);
    }
    subject.corrupt().run();
    assertTrue(subject.collection().intact());
  }

  @ParameterizedTest(name = "{0}: a changed digest is found, in either copy")
  @MethodSource("guarded")
  void aChangedDigestIsFound(Guarded kind) {
    for (boolean complement : new boolean[] {false, true}) {
      Guarded.Subject subject = subject(kind, Integrity.DIGEST);
      subject.add(3);
      subject.tear().accept(complement);
      assertEquals(BoundedCode.DIGEST_CORRUPTED, code(subject.collection()));
      subject.add(4);
      assertEquals(BoundedCode.DIGEST_CORRUPTED, code(subject.collection()));
    }
  }

  @ParameterizedTest(name = "{0}: a changed control word is found, in either copy")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void aChangedControlWordIsFound(Kind kind) {
    for (int word = 0; word < 3; word++) {
      for (boolean inverse : new boolean[] {false, true}) {
        Kind.Subject subject = Results.value(kind.create().create(Results.plenty(), 8));
        subject.add(1);
        assertTrue(subject.collection().intact());
        ControlWord control = control(subject.collection().reservation(), word);
        long value = control.value();
        if (inverse) {
          control.flipInverse(16);
        } else {
          control.flip(16);
        }
        assertEquals(
            new IntegrityFault(
                BoundedCode.CONTROL_WORD_MISMATCH,
                "test",
                0,
                inverse ? value ^ 16 : value,
                inverse ? value : value ^ 16,
                false),
            Results.fault(subject.collection().verify()));
      }
    }
  }

  private static ControlWord control(Reservation reservation, int word) {
    return switch (word) {
      case 0 -> reservation.bytes();
      case 1 -> reservation.capacityWord();
      default -> reservation.count();
    };
  }

  @ParameterizedTest(name = "{0}: an element that comes or goes behind the API is found")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void aWrongSizeIsFound(Kind kind) {
    Kind.Subject subject = Results.value(kind.create().create(Results.plenty(), 8));
    subject.add(0);
    subject.add(1);
    subject.collection().removeAll();
    assertEquals(
        new IntegrityFault(BoundedCode.CONTROL_WORD_MISMATCH, "test", 0, 2, 0, false),
        Results.fault(subject.collection().verify()));
    subject.add(2);
    assertFalse(subject.collection().intact());
  }

  @Test
  @DisplayName("Sums of words at weights 1, 2, 3: a swap, which keeps the first, is found")
  void sumsAreWeighted() {
    ArrayDigest digest = new ArrayDigest(2050);
    int[] words = new int[2050];
    set(digest, words, 0, 5);
    set(digest, words, 1, -1);
    set(digest, words, 1025, 7);
    set(digest, words, 2049, 9);
    assertNull(digest.check("a", 2050, i -> words[i]));
    long unsigned = 0xFFFF_FFFFL;
    assertEquals(5 + unsigned, digest.values()[0]);
    assertEquals(5 + 2 * unsigned, digest.values()[1]);
    assertEquals(5 + 4 * unsigned, digest.values()[2]);
    assertEquals(~(2 * 7L), digest.complements()[4]);
    assertEquals(~(4 * 7L), digest.complements()[5]);
    assertEquals(18, digest.values()[7]);
    int swapped = words[0];
    words[0] = words[1];
    words[1] = swapped;
    assertEquals(
        new IntegrityFault(
            BoundedCode.CONTENTS_MISMATCH, "a", 0, 5 + 2 * unsigned, 10 + unsigned, false),
        digest.check("a", 2050, i -> words[i]));
    words[1] = words[0];
    words[0] = swapped;
    words[2049] = 8;
    IntegrityFault last = digest.check("a", 2050, i -> words[i]);
    assertNotNull(last);
    assertEquals(2, last.block());
    assertNotNull(digest.check("a", 2049, i -> words[i]));
    digest.complements()[0] ^= 2;
    long sum = digest.values()[0];
    assertEquals(
        new IntegrityFault(BoundedCode.DIGEST_CORRUPTED, "a", 0, sum, sum ^ 2, false),
        digest.check("a", 2050, i -> words[i]));
    digest.clear();
    assertNull(digest.check("a", 0, i -> words[i]));
    set(digest, new int[1], 0, 3);
    assertEquals(3, digest.values()[0]);
    assertEquals(~3L, digest.complements()[0]);
  }

  private static void set(ArrayDigest digest, int[] words, int word, int now) {
    digest.change(word, words[word], now);
    words[word] = now;
  }

  @Test
  @DisplayName("Entries that exchange their values keep the first sum and change the second")
  void exchangedValuesAreFound() {
    EntryDigest kept = entries(1, 10, 2, 20);
    assertNull(kept.check("m", entries(2, 20, 1, 10)));
    IntegrityFault fault = kept.check("m", entries(1, 20, 2, 10));
    assertNotNull(fault);
    assertEquals(BoundedCode.CONTENTS_MISMATCH, fault.code());
    assertEquals(kept.mixed().value(), fault.expected());
    assertEquals("m", fault.area());
    IntegrityFault first = kept.check("m", entries(1, 10, 2, 21));
    assertNotNull(first);
    assertEquals(kept.plain().value(), first.expected());
    assertEquals(kept.plain().value() + 1, first.found());
    assertEquals((3L << 32) + 30, kept.plain().value());
    kept.mixed().flip(1);
    IntegrityFault torn = kept.check("m", entries(1, 10, 2, 20));
    assertNotNull(torn);
    assertEquals(BoundedCode.DIGEST_CORRUPTED, torn.code());
  }

  @Test
  @DisplayName("Mixtures spread each bit of an entry over many")
  void mixturesSpread() {
    EntryDigest none = new EntryDigest();
    none.come(0, 0);
    assertEquals(0, none.mixed().value());
    EntryDigest one = new EntryDigest();
    one.come(0, 1);
    assertEquals(0x5692161dbd2f29deL, one.mixed().value());
    EntryDigest high = new EntryDigest();
    high.come(1 << 30, -1);
    assertEquals(0x40000000FFFFFFFFL, high.plain().value());
    assertEquals(0x61e395b9e8c5e5cfL, high.mixed().value());
    high.go(1 << 30, -1);
    assertEquals(0, high.plain().value());
    assertEquals(0, high.mixed().value());
    assertTrue(high.mixed().intact());
  }

  private static EntryDigest entries(int... keysAndValues) {
    EntryDigest digest = new EntryDigest();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      digest.come(keysAndValues[i], keysAndValues[i + 1]);
    }
    return digest;
  }
}
