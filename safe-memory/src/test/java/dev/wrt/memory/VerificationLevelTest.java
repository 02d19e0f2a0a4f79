package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Levels, their words and their order.
class VerificationLevelTest {
  // [utest->req~memory-levels~1]
  @ParameterizedTest
  @CsvSource({
    "off, OFF",
    "none, OFF",
    "sampling, SAMPLED",
    "sampled, SAMPLED",
    "standard, STANDARD",
    "basic, STANDARD",
    "full, FULL",
    "critical, FULL",
    "redundant, REDUNDANT"
  })
  @DisplayName("Each word of the command line selects its level")
  void wordsSelectLevels(String word, VerificationLevel level) {
    assertEquals(level, Given.ok(VerificationLevel.parse(word)));
  }

  // [utest->req~memory-levels~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("A level's own word selects it again")
  void ownWordSelects(VerificationLevel level) {
    assertEquals(level, Given.ok(VerificationLevel.parse(level.word())));
  }

  // [utest->req~memory-levels~1]
  @Test
  @DisplayName("An unknown word is refused with the list of those that exist")
  void unknownWordIsRefused() {
    assertEquals(
        new Fault.HostFault(
            MemoryCode.UNKNOWN_LEVEL,
            "paranoid",
            "off, none, sampling, sampled, standard, basic, full, critical, redundant"),
        Given.fault(VerificationLevel.parse("paranoid")));
  }

  // [utest->req~memory-levels~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("A level includes itself and those before it")
  void levelsAreOrdered(VerificationLevel level) {
    for (VerificationLevel other : VerificationLevel.values()) {
      assertEquals(other.ordinal() <= level.ordinal(), level.includes(other));
    }
  }

  // [utest->req~memory-levels~1]
  @Test
  @DisplayName("A verification has a level and an interval of at least 1")
  void verificationHasAnInterval() {
    assertEquals(
        new Verification(VerificationLevel.FULL, 64), Verification.of(VerificationLevel.FULL));
    assertEquals(new Verification(VerificationLevel.SAMPLED, 1), Verification.sampled(1));
    assertThrows(Invariant.Violation.class, () -> Verification.sampled(0));
  }

  @Test
  @DisplayName("Fault codes have ids of their own and texts")
  void codesHaveIds() {
    Set<String> ids = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (MemoryCode code : MemoryCode.values()) {
      ids.add(code.id());
      texts.add(code.text());
      assertEquals(String.format("WRT-M-%03d", code.ordinal() + 1), code.id());
    }
    assertEquals(MemoryCode.values().length, ids.size());
    assertEquals(MemoryCode.values().length, texts.size());
    assertEquals("out of bounds memory access", MemoryCode.OUT_OF_BOUNDS.text());
  }
}
