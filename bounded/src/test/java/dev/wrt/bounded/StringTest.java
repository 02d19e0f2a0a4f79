package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The text under construction.
// [utest->req~bounded-string-utf8~1]
class StringTest {
  private BoundedString text;

  @BeforeEach
  void anEmptyText() {
    text = Results.value(BoundedString.create(Results.plenty(), 8));
  }

  @Test
  @DisplayName("Texts are appended whole, as long as their UTF-8 bytes fit")
  void wholeOrNotAtAll() {
    assertTrue(text.offer("a€"));
    assertEquals(4, text.size());
    assertFalse(text.offer("€é"));
    assertEquals("a€", text.toString());
    assertTrue(text.offer("😀"));
    assertEquals(8, text.size());
    assertTrue(text.offer(""));
    assertFalse(text.offer("b"));
    assertEquals("a€😀", text.toString());
  }

  @Test
  @DisplayName("A text that we add must fit")
  void whatWeAddFits() {
    text.add("12345678");
    assertThrows(Invariant.Violation.class, () -> text.add("9"));
    assertEquals("12345678", text.toString());
  }

  @Test
  @DisplayName("An unpaired surrogate becomes a question mark")
  void unpairedSurrogates() {
    text.add("a\ud800b");
    assertEquals("a?b", text.toString());
  }
}
