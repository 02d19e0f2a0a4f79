package dev.wrt.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.FaultCode;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentCode;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Linker;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Components that import something that this host does not offer, or not so. The bytes are binary
/// forms of the text in front of each.
// [utest->req~wasi-types-checked~1]
class ImportsTest {
  private static final String HEADER = "0061736d0d000100";

  private static Fault refusal(String hex) {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Linker linker = new Linker();
    byte[] bytes = HexFormat.of().parseHex(HEADER + hex);
    try (Wasi02 wasi =
            TestGuest.ok(Wasi02.define(linker, WasiOptions.standard(), engine.budget()));
        Component component =
            TestGuest.ok(Component.decode(bytes, Limits.standard(), engine.budget()))) {
      assertTrue(wasi.interfaces().size() > 1);
      return assertInstanceOf(Result.Err.class, linker.instantiate(engine, component)).fault();
    } finally {
      assertEquals(0, engine.budget().reservedBytes());
    }
  }

  private static void assertRefused(FaultCode code, String name, String hex) {
    Fault.LinkFault fault = assertInstanceOf(Fault.LinkFault.class, refusal(hex));
    assertEquals(code, fault.code());
    assertEquals(name, fault.name());
  }

  /// `(import "wasi:random/random@0.2.12" (instance (export "get-random-u64" (func (result
  /// u32)))))`
  @Test
  @DisplayName("a result of another type than the WIT's is not linked")
  void otherResult() {
    assertRefused(
        WasiCode.SIGNATURE_MISMATCH,
        "wasi:random/random@0.2.12#get-random-u64",
        "071b014202014000007904000e6765742d72616e646f6d2d75363401000a1e010019776173693a72616e64"
            + "6f6d2f72616e646f6d40302e322e31320500");
  }

  /// `(import "wasi:cli/exit@0.2.0" (instance (export "exit" (func (param "status" string)))))`
  @Test
  @DisplayName("a parameter of another type is not linked, of an older compatible version either")
  void otherParameter() {
    assertRefused(
        WasiCode.SIGNATURE_MISMATCH,
        "wasi:cli/exit@0.2.0#exit",
        "0719014202014001067374617475737301000400046578697401000a18010013776173693a636c692f6578"
            + "697440302e322e300500");
  }

  /// `error` of `wasi:io/error` under the name `input-stream` in `wasi:cli/stdin`.
  @Test
  @DisplayName("a resource under the name of another one is not linked")
  void otherResource() {
    assertRefused(
        WasiCode.SIGNATURE_MISMATCH,
        "wasi:cli/stdin@0.2.12#get-stdin",
        "070d0142010400056572726f7203010a19010014776173693a696f2f6572726f7240302e322e31320500"
            + "060a01030000056572726f720730014205020302010104000c696e7075742d73747265616d0300000169"
            + "0001400000020400096765742d737464696e01030a1a010015776173693a636c692f737464696e40302e"
            + "322e31320502");
  }

  /// `(import "wasi:cli/exit@0.2.12" (instance (export "exit-twice" (func))))`
  @Test
  @DisplayName("a function that the interface does not have is named")
  void missingFunction() {
    assertRefused(
        ComponentCode.IMPORT_MISSING,
        "wasi:cli/exit@0.2.12#exit-twice",
        "0717014202014000010004000a657869742d747769636501000a19010014776173693a636c692f65786974"
            + "40302e322e31320500");
  }

  /// `(import "wasi:io/error@0.2.12" (instance (export "oops" (type (sub resource)))))`
  @Test
  @DisplayName("a resource that the interface does not have is named")
  void missingResource() {
    assertRefused(
        ComponentCode.IMPORT_MISSING,
        "wasi:io/error@0.2.12#oops",
        "070c0142010400046f6f707303010a19010014776173693a696f2f6572726f7240302e322e31320500");
  }

  /// `(import "wasi:sockets/tcp@0.2.12" (instance (export "x" (func))))`
  @Test
  @DisplayName("an interface that this host does not have is named")
  void missingInterface() {
    assertRefused(
        ComponentCode.IMPORT_MISSING,
        "wasi:sockets/tcp@0.2.12",
        "070e01420201400001000400017801000a1c010017776173693a736f636b6574732f74637040302e322e31"
            + "320500");
  }
}
