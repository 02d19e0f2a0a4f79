package dev.wrt.wasi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/// `wasi:cli`: environment, exit, the standard streams and their terminals.
final class CliInterfaces {
  private static final String TERMINAL_INPUT =
      WasiInterface.resource("wasi:cli/terminal-input", "terminal-input");
  private static final String TERMINAL_OUTPUT =
      WasiInterface.resource("wasi:cli/terminal-output", "terminal-output");

  private final WasiWorld world;

  CliInterfaces(WasiWorld world) {
    this.world = world;
  }

  /// All of them.
  Stream<WasiInterface> interfaces() {
    Terminals terminals = world.options().terminals();
    return Stream.of(
        environment(),
        exit(),
        stdin(),
        output("stdout", world.options().stdout()),
        output("stderr", world.options().stderr()),
        terminal("terminal-input"),
        terminal("terminal-output"),
        terminalOf("stdin", TERMINAL_INPUT, terminals.stdin()),
        terminalOf("stdout", TERMINAL_OUTPUT, terminals.stdout()),
        terminalOf("stderr", TERMINAL_OUTPUT, terminals.stderr()));
  }

  private WasiInterface environment() {
    WasiOptions options = world.options();
    return new WasiInterface("wasi:cli/environment")
        .func(
            "get-environment",
            "() -> list<tuple<string, string>>",
            _ ->
                Wit.returns(
                    list(
                        options.environment().entrySet().stream()
                            .map(e -> pair(e.getKey(), e.getValue())))))
        .func(
            "get-arguments",
            "() -> list<string>",
            _ -> Wit.returns(list(options.arguments().stream().map(Value.Str::new))))
        .func(
            "initial-cwd",
            "() -> option<string>",
            _ ->
                Wit.returns(
                    new Value.OptionValue(options.initialCwd().map(Value.Str::new).orElse(null))));
  }

  private static Value list(Stream<? extends Value> elements) {
    return new Value.ListValue(elements.<Value>map(e -> e).toList());
  }

  private static Value pair(String name, String value) {
    return new Value.TupleValue(List.of(new Value.Str(name), new Value.Str(value)));
  }

  private static WasiInterface exit() {
    return new WasiInterface("wasi:cli/exit")
        .func("exit", "(status: result)", CliInterfaces::exit)
        .func("exit-with-code", "(status-code: u8)", call -> exit(Wit.u8(call, 0)));
  }

  private static Result<Values> exit(HostCall call) {
    boolean ok =
        call.arguments().get(0) instanceof Value.ResultValue status
            ? status.ok()
            : Wit.<Boolean>mismatch();
    return exit(ok ? 0 : 1);
  }

  // [impl->req~wasi-exit~1]
  private static Result<Values> exit(int status) {
    return Result.err(new Fault.ExitFault(WasiCode.EXIT, status));
  }

  private WasiInterface stdin() {
    return new WasiInterface("wasi:cli/stdin")
        .func(
            "get-stdin",
            "() -> own<input-stream>",
            call ->
                handle(
                    Wit.own(
                        call,
                        StreamFunctions.INPUT_STREAM,
                        world.inputs(),
                        new WasiInputStream(world.stdin(), false))));
  }

  private WasiInterface output(String name, OutputStream stream) {
    return new WasiInterface("wasi:cli/" + name)
        .func(
            "get-" + name,
            "() -> own<output-stream>",
            call ->
                handle(
                    Wit.own(
                        call,
                        StreamFunctions.OUTPUT_STREAM,
                        world.outputs(),
                        new WasiOutputStream(new HostSink(stream), false))));
  }

  private static Result<Values> handle(Result<Value> own) {
    return switch (own) {
      case Result.Ok<Value> ok -> Wit.returns(ok.value());
      case Result.Err<Value> err -> Result.err(err.fault());
    };
  }

  /// A terminal has no state, so it needs no table either.
  private static WasiInterface terminal(String resource) {
    return new WasiInterface("wasi:cli/" + resource).resource(resource, _ -> Result.ok(Unit.UNIT));
  }

  private static WasiInterface terminalOf(String stream, String resource, boolean isTerminal) {
    String kind = resource.substring(resource.indexOf('#') + 1);
    return new WasiInterface("wasi:cli/terminal-" + stream)
        .func(
            "get-terminal-" + stream,
            "() -> option<own<" + kind + ">>",
            call ->
                Wit.returns(
                    isTerminal
                        ? Value.OptionValue.some(call.own(resource, 0))
                        : Value.OptionValue.NONE));
  }
}
