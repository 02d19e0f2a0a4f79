package dev.wrt.wasi;

import static dev.wrt.wasi.TestGuest.assertFault;
import static dev.wrt.wasi.TestGuest.okOf;
import static dev.wrt.wasi.TestGuest.u64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Floods, limits, budgets, options and declared types.
// [utest->req~wasi-limits~1]
// [utest->req~wasi-budget~1]
// [utest->req~wasi-types-checked~1]
class BoundsTest {
  private static final WasiLimits SMALL = new WasiLimits(3, 2, 3, 3, 2, 16, 16, 16, 4);

  @TempDir Path host;

  private TestGuest guest() {
    return new TestGuest(
        WasiOptions.standard()
            .withPreopens(List.of(new Preopen(host, "/", false)))
            .withLimits(SMALL));
  }

  private static void flood(TestGuest guest, int fit, String path, String function, Value... a) {
    for (int i = 0; i < fit; i++) {
      TestGuest.ok(guest.call(path, function, a));
    }
    Result<Values> refused = guest.call(path, function, a);
    assertFault(WasiCode.RESOURCES_EXHAUSTED, refused);
    Fault fault = ((Result.Err<Values>) refused).fault();
    assertInstanceOf(Fault.LimitFault.class, fault);
  }

  @Test
  @DisplayName("a flood of handles of each kind ends in a typed fault at its limit")
  void floods() throws IOException {
    try (TestGuest guest = guest()) {
      Value root = guest.root();
      Value file = okOf(guest.open(root, "f", 1, 3));
      flood(guest, 3, "wasi:cli/stdin", "get-stdin");
      flood(guest, 3, "wasi:cli/stdout", "get-stdout");
      flood(guest, 3, "wasi:clocks/monotonic-clock", "subscribe-duration", u64(1));
      flood(guest, 2, TestGuest.TYPES, "[method]descriptor.read-directory", root);
      String write = "[method]descriptor.write-via-stream";
      assertFault(WasiCode.RESOURCES_EXHAUSTED, guest.call(TestGuest.TYPES, write, file, u64(0)));
      guest.root();
      assertFault(
          WasiCode.RESOURCES_EXHAUSTED, guest.call("wasi:filesystem/preopens", "get-directories"));
    }
  }

  @Test
  @DisplayName("a dropped handle makes room again")
  void dropMakesRoom() {
    try (TestGuest guest = guest()) {
      for (int i = 0; i < 100; i++) {
        Value root = guest.root();
        guest.drop(TestGuest.TYPES, root);
      }
    }
  }

  @Test
  @DisplayName("a directory with more entries than the limit can't be listed")
  void directoryEntries() throws IOException {
    for (int i = 0; i < SMALL.directoryEntriesMax(); i++) {
      Files.createFile(host.resolve("f" + i));
    }
    try (TestGuest guest = guest()) {
      Value root = guest.root();
      okOf(guest.descriptor("read-directory", root));
      Files.createFile(host.resolve("one-more"));
      assertEquals(
          ErrorCode.INSUFFICIENT_MEMORY,
          TestGuest.errorOf(guest.descriptor("read-directory", root)));
    }
  }

  @Test
  @DisplayName("at every budget the host is made whole or refused with a budget fault, no leak")
  void everyBudget() {
    WasiOptions options = WasiOptions.standard().withLimits(SMALL);
    long enough = 0;
    for (long bytes = 0; enough == 0; bytes += 64) {
      MemoryBudget budget = MemoryBudget.root("test", bytes);
      switch (Wasi02.create(options, budget)) {
        case Result.Ok<Wasi02> ok -> {
          ok.value().close();
          enough = bytes;
        }
        case Result.Err<Wasi02> err ->
            assertEquals(BoundedCode.BUDGET_EXHAUSTED, err.fault().code());
      }
      assertEquals(0, budget.reservedBytes());
    }
    assertTrue(enough > 0);
  }

  @Test
  @DisplayName("random bytes are refused by the budget when it has no room for them")
  void randomBudget() {
    WasiLimits limits = new WasiLimits(1, 1, 1, 1, 1, 1, 1, 1 << 30, 1);
    try (TestGuest guest = new TestGuest(WasiOptions.standard().withLimits(limits))) {
      assertFault(
          BoundedCode.BUDGET_EXHAUSTED,
          guest.call("wasi:random/random", "get-random-bytes", u64(1 << 30)));
    }
  }

  @Test
  @DisplayName("a preopen that is missing or a file is a fault of the host's options")
  void unusablePreopens() throws IOException {
    Path file = Files.createFile(host.resolve("file"));
    for (Path path : List.of(host.resolve("missing"), file)) {
      MemoryBudget budget = MemoryBudget.root("test", 1 << 20);
      WasiOptions options =
          WasiOptions.standard().withPreopens(List.of(new Preopen(path, "/", false)));
      assertFault(WasiCode.PREOPEN_UNUSABLE, Wasi02.create(options, budget));
      assertEquals(0, budget.reservedBytes());
    }
  }

  @ParameterizedTest
  @DisplayName("a directory option names the host's directory, the guest's name and read-only")
  @CsvSource({"/a, /a, /a, false", "/a::/b, /a, /b, false", "x::/b::ro, x, /b, true"})
  void preopenSyntax(String text, String path, String guest, boolean readOnly) {
    assertEquals(new Preopen(Path.of(path), guest, readOnly), TestGuest.ok(Preopen.parse(text)));
  }

  @ParameterizedTest
  @DisplayName("a malformed directory option is a fault")
  @CsvSource({"''", "::", "a::", "::/b", "a::b::rw", "a::b::ro::x"})
  void preopenSyntaxErrors(String text) {
    assertFault(WasiCode.PREOPEN_SYNTAX, Preopen.parse(text));
  }

  @Test
  @DisplayName("the texts of all signatures are those of the types they stand for")
  void signatures() {
    try (TestGuest guest = guest()) {
      for (WasiInterface offered : guest.wasi.interfaces()) {
        for (String name : offered.host().names()) {
          if (offered.host().func(name) instanceof TypedFunction function) {
            ComponentFuncType type = SignatureParser.parse(function.signature());
            assertEquals(function.signature(), Signature.of(type), name);
          }
        }
      }
    }
  }

  @Test
  @DisplayName("a component that declares another type for a function gets a link fault")
  void otherSignature() {
    try (TestGuest guest = guest()) {
      TypedFunction exit = guest.function("wasi:cli/exit", "exit");
      assertNull(exit.misfit("exit", SignatureParser.parse("(status: result)")));
      for (String other :
          List.of(
              "()",
              "(status: u8)",
              "(code: result)",
              "(status: result) -> u8",
              "(status: result<u8>)",
              "(status: own<error>)")) {
        Fault fault = exit.misfit("exit", SignatureParser.parse(other));
        assertEquals(
            new Fault.LinkFault(WasiCode.SIGNATURE_MISMATCH, "exit", other, "(status: result)"),
            fault);
      }
    }
  }

  @Test
  @DisplayName("a declared type of any size is refused without being written out")
  void hugeSignature() {
    ValType type = PrimValType.U8;
    for (int i = 0; i < 60; i++) {
      type = new ValType.TupleType(List.of(type, type));
    }
    ComponentFuncType huge = new ComponentFuncType(List.of(), Optional.of(type));
    assertEquals("() -> ?", Signature.of(huge));
    ComponentFuncType async = new ComponentFuncType(true, List.of(), Optional.empty());
    assertEquals("async ()", Signature.of(async));
  }

  @Test
  @DisplayName("the ids of the faults are unique and of this module")
  void codes() {
    List<String> ids = List.of(WasiCode.values()).stream().map(WasiCode::id).toList();
    assertEquals(ids.size(), ids.stream().distinct().count());
    assertTrue(ids.stream().allMatch(id -> id.matches("WRT-S-\\d{3}")));
  }
}
