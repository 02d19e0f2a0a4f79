package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.decoder.core.FuncType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The side table that says where exceptions are caught.
class HandlerTableTest {
  private static final int NESTED = 40;

  // [utest->req~engine-exceptions~1]
  @Test
  @DisplayName(
      "A search looks at the handlers around an instruction, and at none of other functions")
  void steps() {
    try (Guest guest = Guest.of("throws-gc")) {
      TagInst other = Guest.ok(guest.store().hostTag(FuncType.EMPTY));
      HandlerTable table = new HandlerTable(guest.store().storage());
      for (int i = 0; i < NESTED; i++) {
        table.begin(100 + i);
        table.clause(table.open(), 0, HandlerTable.WITHOUT, 0);
      }
      for (int i = NESTED; i > 0; i--) {
        table.end(300 - i);
      }
      table.finish();
      assertEquals(HandlerTable.NONE, table.find(guest.instance(), 200, other));
      assertEquals(2 * NESTED, table.steps());
      assertEquals(HandlerTable.NONE, table.find(guest.instance(), 298, other));
      assertEquals(NESTED + 1, table.steps(), "all but the outermost have ended");
      assertEquals(HandlerTable.NONE, table.find(guest.instance(), 400, other));
      assertEquals(0, table.steps(), "behind the function");
      assertEquals(HandlerTable.NONE, table.find(guest.instance(), 50, other));
      assertEquals(0, table.steps(), "before the function");
    }
  }
}
