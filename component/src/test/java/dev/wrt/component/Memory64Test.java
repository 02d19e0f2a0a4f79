package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.AbiCode;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Features;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Components whose memories have 64-bit addresses, with the feature `component-memory64`.
// [utest->req~component-memory64~1]
class Memory64Test {
  private static ComponentInstance wide() {
    return Samples.featured(ComponentOptions.standard(), "wide");
  }

  @Test
  @DisplayName("A string goes from the host to 64-bit addresses, on to 32-bit ones and back")
  void strings() {
    assertEquals(str("žluťoučký 🐎"), ok(wide().call("echo", str("žluťoučký 🐎"))));
  }

  @Test
  @DisplayName("A list of numbers is found at 64-bit addresses")
  void lists() {
    assertEquals(u32(60), ok(wide().call("sum", Values.of(NumberList.unsigned(10, 20, 30)))));
  }

  @Test
  @DisplayName("The upper half of a pointer counts")
  void farPointers() {
    Fault trap = fault(wide().call("far", Values.NONE));
    assertEquals(AbiCode.POINTER_OUT_OF_BOUNDS, trap.code());
  }

  @Test
  @DisplayName("Without the feature the memory is refused by its name")
  void refused() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Result<?> decoded = Samples.decode(engine, "wide", Features.NONE);
    Fault fault = assertInstanceOf(Result.Err.class, decoded).fault();
    assertEquals(true, fault.toString().contains("component-memory64"), fault.toString());
  }

  @Test
  @DisplayName("A resource represented by an i64 is refused when it is linked")
  void longRepresentations() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Result<?> linked =
        new Linker().instantiate(engine, ok(Samples.decode(engine, "longrep", Features.ALL)));
    Fault fault = assertInstanceOf(Result.Err.class, linked).fault();
    assertEquals(ComponentCode.UNSUPPORTED, fault.code());
    assertEquals(true, fault.toString().contains("component-memory64"), fault.toString());
  }
}
