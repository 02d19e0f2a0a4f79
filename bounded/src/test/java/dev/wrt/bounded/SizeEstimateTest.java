package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The stated sizes.
// [utest->req~bounded-size-estimates~1]
class SizeEstimateTest {
  @Test
  @DisplayName("A string costs two objects and two bytes a character")
  void strings() {
    assertEquals(48, SizeEstimate.stringBytes(0));
    assertEquals(48 + 14, SizeEstimate.stringBytes(7));
    assertEquals(48L + 2L * Integer.MAX_VALUE, SizeEstimate.stringBytes(Integer.MAX_VALUE));
  }

  @Test
  @DisplayName("Each kind of collection states its bytes for ten and for the most elements")
  void collections() {
    long most = Reservation.CAPACITY_MAX;
    assertEquals(256 + 80, BoundedVector.bytes(10));
    assertEquals(256 + 8 * most, BoundedVector.bytes(Reservation.CAPACITY_MAX));
    assertEquals(256 + 80, BoundedStack.bytes(10));
    assertEquals(256 + 88, BoundedQueue.bytes(10));
    assertEquals(256 + 88, BoundedDeque.bytes(10));
    assertEquals(768 + 1280, BoundedMap.bytes(10));
    assertEquals(768 + 128 * most, BoundedMap.bytes(Reservation.CAPACITY_MAX));
    assertEquals(768 + 1280, BoundedSet.bytes(10));
    assertEquals(512 + 120, BoundedTable.bytes(10));
    assertEquals(256 + 8, BoundedBitSet.bytes(64));
    assertEquals(256 + 16, BoundedBitSet.bytes(65));
    assertEquals(256, BoundedBitSet.bytes(0));
    assertEquals(256 + 10, BoundedString.bytes(10));
    assertEquals(256 + 10, BoundedByteVector.bytes(10));
    assertEquals(256 + 40, BoundedIntVector.bytes(10));
    assertEquals(256 + 80, BoundedLongVector.bytes(10));
    assertEquals(256 + 40, BoundedIntStack.bytes(10));
    assertEquals(256 + 80, BoundedLongStack.bytes(10));
    assertEquals(768 + 1280, BoundedIntMap.bytes(10));
    assertEquals(768 + 1920, BoundedObjectIntMap.bytes(10));
  }
}
