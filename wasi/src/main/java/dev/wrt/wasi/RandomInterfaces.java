package dev.wrt.wasi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// `wasi:random`: random, insecure and insecure-seed.
final class RandomInterfaces {
  private final WasiWorld world;

  RandomInterfaces(WasiWorld world) {
    this.world = world;
  }

  /// All of them.
  Stream<WasiInterface> interfaces() {
    RandomSource source = world.random();
    return Stream.of(
        numbers("wasi:random/random", "random", source::secureBits),
        numbers("wasi:random/insecure", "insecure-random", source::insecureBits),
        insecureSeed());
  }

  private WasiInterface numbers(String path, String kind, LongSupplier bits) {
    return new WasiInterface(path)
        .func("get-" + kind + "-bytes", "(len: u64) -> list<u8>", call -> bytes(call, bits))
        .func("get-" + kind + "-u64", "() -> u64", _ -> Wit.returns(u64(bits)));
  }

  private WasiInterface insecureSeed() {
    LongSupplier bits = world.random()::insecureBits;
    Value seed = new Value.TupleValue(List.of(u64(bits), u64(bits)));
    return new WasiInterface("wasi:random/insecure-seed")
        .func("insecure-seed", "() -> tuple<u64, u64>", _ -> Wit.returns(seed));
  }

  private static Value u64(LongSupplier bits) {
    return new Value.U64(bits.getAsLong());
  }

  private Result<Values> bytes(HostCall call, LongSupplier bits) {
    long length = Wit.u64(call, 0);
    int max = world.limits().randomBytesMax();
    if (length < 0 || length > max) {
      return Result.err(
          new Fault.LimitFault(WasiCode.TRANSFER_TOO_LARGE, "randomBytesMax", length, max));
    }
    return switch (world.lend(length)) {
      case Result.Ok<Unit> _ -> Wit.returns(ByteList.owned(bytes((int) length, bits)));
      case Result.Err<Unit> err -> Result.err(err.fault());
    };
  }

  private static byte[] bytes(int length, LongSupplier bits) {
    byte[] bytes = new byte[length];
    long word = 0;
    for (int i = 0; i < length; i++) {
      word = i % Long.BYTES == 0 ? bits.getAsLong() : word >>> Byte.SIZE;
      bytes[i] = (byte) word;
    }
    return bytes;
  }
}
