package dev.wrt.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.FaultCode;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.HostCall;
import dev.wrt.component.HostInterface;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A guest without a component: it calls the host's functions with values, as the linker would.
final class TestGuest implements AutoCloseable {
  static final String TYPES = "wasi:filesystem/types";
  static final String STREAMS = "wasi:io/streams";
  static final String POLL = "wasi:io/poll";

  final MemoryBudget budget = MemoryBudget.root("test", 16 << 20);
  final Wasi02 wasi;
  private final Map<String, HostInterface> interfaces = new TreeMap<>();

  TestGuest(WasiOptions options) {
    wasi = ok(Wasi02.create(options, budget));
    for (WasiInterface offered : wasi.interfaces()) {
      interfaces.put(offered.name(), offered.host());
    }
  }

  /// A guest with one preopened directory.
  static TestGuest in(Path directory, boolean readOnly) {
    Preopen preopen = new Preopen(directory, "/", readOnly);
    return new TestGuest(WasiOptions.standard().withPreopens(List.of(preopen)));
  }

  static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail("fault: " + err.fault());
    };
  }

  record Call(Values arguments, ComponentFuncType type, MemoryBudget budget) implements HostCall {
    @Override
    public ComponentInstance caller() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Value.Handle own(String resource, int rep) {
      String name = resource.substring(resource.indexOf('#') + 1);
      return new Value.Handle(new SignatureParser.NamedResource(name), rep, true);
    }
  }

  /// Calls a function with the types that its WIT gives it.
  Result<Values> call(String path, String function, Value... arguments) {
    TypedFunction typed = function(path, function);
    ComponentFuncType type = SignatureParser.parse(typed.signature());
    assertNull(typed.misfit(function, type));
    return typed.call(new Call(Values.of(arguments), type, budget));
  }

  TypedFunction function(String path, String function) {
    HostInterface host = interfaces.get(WasiInterface.name(path));
    return assertInstanceOf(TypedFunction.class, host.func(function), path + "#" + function);
  }

  /// Calls a function and gives its one result.
  Value value(String path, String function, Value... arguments) {
    return ok(call(path, function, arguments)).get(0);
  }

  /// Calls a method of `descriptor`.
  Value.ResultValue descriptor(String method, Value... arguments) {
    return (Value.ResultValue) value(TYPES, "[method]descriptor." + method, arguments);
  }

  /// Drops a handle.
  void drop(String path, Value handle) {
    Value.Handle h = (Value.Handle) handle;
    ok(
        interfaces
            .get(WasiInterface.name(path))
            .resource(h.type().name())
            .destructor()
            .drop(h.rep()));
  }

  /// The handle of the first preopened directory.
  Value root() {
    Value list = value("wasi:filesystem/preopens", "get-directories");
    return ((Value.TupleValue) ((Value.ListValue) list).get(0)).elements().get(0);
  }

  /// Opens a path beneath a directory; all flags as numbers.
  Value.ResultValue open(Value base, String path, int openFlags, int flags) {
    return descriptor("open-at", base, flags(1), str(path), flags(openFlags), flags(flags));
  }

  static Value okOf(Value.ResultValue result) {
    assertEquals(true, result.ok(), () -> "error-code " + errorOf(result).wit());
    return result.payload();
  }

  static ErrorCode errorOf(Value.ResultValue result) {
    assertEquals(false, result.ok(), "an error");
    return ErrorCode.values()[((Value.EnumValue) result.payload()).caseIndex()];
  }

  static void assertFault(FaultCode code, Result<?> result) {
    Fault fault = assertInstanceOf(Result.Err.class, result).fault();
    assertEquals(code, fault.code());
  }

  static String text(Value bytes) {
    return new String(ok(((ByteList) bytes).bytes()), StandardCharsets.UTF_8);
  }

  static Value bytes(String text) {
    return ByteList.owned(text.getBytes(StandardCharsets.UTF_8));
  }

  static Value str(String text) {
    return new Value.Str(text);
  }

  static Value u64(long number) {
    return new Value.U64(number);
  }

  static Value flags(int bits) {
    return new Value.FlagsValue(bits);
  }

  @Override
  public void close() {
    wasi.close();
    assertEquals(0, budget.reservedBytes(), "everything is given back");
  }
}
