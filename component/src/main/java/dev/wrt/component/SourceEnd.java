package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Conformity;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The writable end that a {@link StreamSource} of the host has.
///
/// Elements that the source gives and the guest has no room for yet are kept, and paid for by the
/// components' account.
// [impl->req~host-source~1]
final class SourceEnd extends HostEnd {
  private static final Sequence NOTHING = new Value.ListValue(List.of());

  /// Bytes reserved for an element that is not packed.
  private static final long ELEMENT_BYTES = 64;

  private final StreamSource source;
  private Sequence held = NOTHING;
  private int from;
  private long charged;

  SourceEnd(Shared shared, StreamSource source) {
    super(shared);
    this.source = source;
  }

  /// Elements that are kept for the guest.
  int held() {
    return held.size() - from;
  }

  @Override
  Next serve(Driver driver, GuestBuffer reader) {
    if (held() == 0) {
      switch (ask(Math.max(1, reader.remain()))) {
        case Result.Err<Boolean> err -> {
          return driver.fail(err.fault());
        }
        case Result.Ok<Boolean> ok -> {
          if (!ok.value()) {
            finish();
          }
        }
      }
    }
    if (shared.pending() != reader) {
      return Next.AGAIN;
    }
    if (held() == 0) {
      shared.streams.sleep(this);
      return Next.AGAIN;
    }
    if (reader.isZeroLength()) {
      shared.notifyPending(CopyEnd.CopyResult.COMPLETED);
      return Next.AGAIN;
    }
    return driver.push(CopyElements.from(this, reader));
  }

  /// Asks the source for elements, and keeps what it gives.
  ///
  /// @param max how many are asked for
  /// @return false if the source has said that it ends
  Result<Boolean> ask(int max) {
    return switch (source.produce(max)) {
      case Chunk.Elements chunk -> {
        Fault fault = hold(chunk.elements());
        yield fault == null ? Result.ok(true) : Result.err(fault);
      }
      case Chunk.Later later -> Result.ok(true);
      case Chunk.Failed failed -> Result.err(failed.fault());
      case Chunk.End end -> Result.ok(false);
    };
  }

  private @Nullable Fault hold(Sequence elements) {
    Fault misfit = misfit(elements);
    if (misfit != null) {
      return misfit;
    }
    long bytes = bytes(elements);
    if (!shared.streams.account().offer(bytes)) {
      return shared.streams.account().refusal(bytes);
    }
    charged = bytes;
    held = elements;
    from = 0;
    return null;
  }

  private static long bytes(Sequence elements) {
    return switch (elements) {
      case ByteList packed -> packed.size();
      case NumberList packed -> packed.bytes().size();
      case Value.ListValue list -> list.size() * ELEMENT_BYTES;
    };
  }

  private @Nullable Fault misfit(Sequence elements) {
    ValType element = shared.element().orElse(null);
    if (element == null) {
      return null;
    }
    ValType list = new ValType.ListType(element);
    ComponentFuncType type = new ComponentFuncType(false, List.of(), Optional.of(list));
    return Conformity.results("elements", type, Values.of(elements));
  }

  /// The next elements, which stay until they are {@link #taken}.
  Result<Sequence> next(int count) {
    return Slice.of(held, from, count);
  }

  /// Elements have been copied.
  void taken(int count) {
    from += count;
    if (held() == 0) {
      release();
    }
  }

  /// A copy has been told to the guest.
  void settled() {
    if (shared.isFuture()) {
      finish();
    }
  }

  private void release() {
    held = NOTHING;
    from = 0;
    shared.streams.account().release(charged);
    charged = 0;
  }

  @Override
  void end(@Nullable Fault fault) {
    release();
    source.ended(fault);
  }
}
