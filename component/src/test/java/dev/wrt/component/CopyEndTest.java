package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.featured;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.Values;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyEndTest {
  // [utest->req~stream-end-checked~1]
  // [utest->req~stream-end-state~1]
  // [utest->req~stream-same-instance~1]
  // [utest->req~stream-buffer-checked~1]
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          direction  | HANDLE_KIND      | is the writable end of a stream, expected the readable end
          kind       | HANDLE_KIND      | is the readable end of a stream, expected the readable end
          set-as-end | HANDLE_KIND      | is a waitable set, expected the readable end of a stream
          type       | HANDLE_KIND      | is of stream<u8>, expected stream<u16>
          unknown    | HANDLE_UNKNOWN   | 99
          concurrent | END_BUSY         | concurrent operations
          busy       | END_BUSY         | remove busy stream
          idle       | END_IDLE         | read
          unwritten  | FUTURE_UNWRITTEN | ''
          done       | END_DONE         | write to stream after being notified
          intra      | INTRA_COMPONENT  | stream
          in-set     | SYNC_IN_SET      | ''
          unaligned  | UNALIGNED_POINTER| ''
          """)
  @DisplayName("An end that is used for what it is not, or not now, is a trap that says so")
  void refused(String function, String code, String subject) {
    ComponentInstance ends = featured(ComponentOptions.standard(), "ends");
    Fault fault = fault(ends.call(function, Values.NONE));
    assertEquals(code, fault.code().toString());
    String found = assertInstanceOf(Fault.Trap.class, fault).subject();
    assertEquals(true, found.contains(subject), found);
    ends.close();
  }

  // [utest->req~stream-copy~1]
  // [utest->req~stream-same-instance~1]
  @Test
  @DisplayName("Numbers that a component reads from itself arrive whole where the buffers overlap")
  void overlapping() {
    for (MemoryStrategy strategy :
        new MemoryStrategy[] {
          new MemoryStrategy.ZeroCopy(),
          new MemoryStrategy.BoundedCopy(64),
          new MemoryStrategy.FullIsolation()
        }) {
      ComponentInstance ends = featured(ComponentOptions.standard().withStrategy(strategy), "ends");
      assertEquals(u32(0), ok(ends.call("shift", u32(100, 103, 1000))), strategy.spelling());
      assertEquals(u32(0), ok(ends.call("shift", u32(103, 100, 1000))), strategy.spelling());
      assertEquals(u32(0), ok(ends.call("shift", u32(100, 100, 1000))), strategy.spelling());
    }
  }
}
