package dev.wrt.decoder.component;

import dev.wrt.decoder.Feature;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The canonical built-ins of concurrency and error contexts, with their opcodes. Some are behind a
/// feature.
public enum CanonBuiltin {
  /// `task.cancel`
  TASK_CANCEL(0x05, "task.cancel", Immediates.NONE),
  /// `subtask.cancel`
  SUBTASK_CANCEL(0x06, "subtask.cancel", Immediates.FLAG),
  /// `context.get`
  CONTEXT_GET(0x0a, "context.get", Immediates.CONTEXT),
  /// `context.set`
  CONTEXT_SET(0x0b, "context.set", Immediates.CONTEXT),
  /// `thread.yield`
  THREAD_YIELD(0x0c, "thread.yield", Immediates.FLAG),
  /// `subtask.drop`
  SUBTASK_DROP(0x0d, "subtask.drop", Immediates.NONE),
  /// `stream.new`
  STREAM_NEW(0x0e, "stream.new", Immediates.TYPE),
  /// `stream.read`
  STREAM_READ(0x0f, "stream.read", Immediates.TYPE_OPTS),
  /// `stream.write`
  STREAM_WRITE(0x10, "stream.write", Immediates.TYPE_OPTS),
  /// `stream.cancel-read`
  STREAM_CANCEL_READ(0x11, "stream.cancel-read", Immediates.TYPE_FLAG),
  /// `stream.cancel-write`
  STREAM_CANCEL_WRITE(0x12, "stream.cancel-write", Immediates.TYPE_FLAG),
  /// `stream.drop-readable`
  STREAM_DROP_READABLE(0x13, "stream.drop-readable", Immediates.TYPE),
  /// `stream.drop-writable`
  STREAM_DROP_WRITABLE(0x14, "stream.drop-writable", Immediates.TYPE),
  /// `future.new`
  FUTURE_NEW(0x15, "future.new", Immediates.TYPE),
  /// `future.read`
  FUTURE_READ(0x16, "future.read", Immediates.TYPE_OPTS),
  /// `future.write`
  FUTURE_WRITE(0x17, "future.write", Immediates.TYPE_OPTS),
  /// `future.cancel-read`
  FUTURE_CANCEL_READ(0x18, "future.cancel-read", Immediates.TYPE_FLAG),
  /// `future.cancel-write`
  FUTURE_CANCEL_WRITE(0x19, "future.cancel-write", Immediates.TYPE_FLAG),
  /// `future.drop-readable`
  FUTURE_DROP_READABLE(0x1a, "future.drop-readable", Immediates.TYPE),
  /// `future.drop-writable`
  FUTURE_DROP_WRITABLE(0x1b, "future.drop-writable", Immediates.TYPE),
  /// `error-context.new`
  ERROR_CONTEXT_NEW(0x1c, "error-context.new", Immediates.OPTS),
  /// `error-context.debug-message`
  ERROR_CONTEXT_DEBUG_MESSAGE(0x1d, "error-context.debug-message", Immediates.OPTS),
  /// `error-context.drop`
  ERROR_CONTEXT_DROP(0x1e, "error-context.drop", Immediates.NONE),
  /// `waitable-set.new`
  WAITABLE_SET_NEW(0x1f, "waitable-set.new", Immediates.NONE),
  /// `waitable-set.wait`
  WAITABLE_SET_WAIT(0x20, "waitable-set.wait", Immediates.FLAG_INDEX),
  /// `waitable-set.poll`
  WAITABLE_SET_POLL(0x21, "waitable-set.poll", Immediates.FLAG_INDEX),
  /// `waitable-set.drop`
  WAITABLE_SET_DROP(0x22, "waitable-set.drop", Immediates.NONE),
  /// `waitable.join`
  WAITABLE_JOIN(0x23, "waitable.join", Immediates.NONE),
  /// `backpressure.inc`
  BACKPRESSURE_INC(0x24, "backpressure.inc", Immediates.NONE),
  /// `backpressure.dec`
  BACKPRESSURE_DEC(0x25, "backpressure.dec", Immediates.NONE),
  /// `thread.index`
  THREAD_INDEX(0x26, "thread.index", Immediates.NONE),
  /// `thread.new-indirect`
  THREAD_NEW_INDIRECT(0x27, "thread.new-indirect", Immediates.TYPE_INDEX),
  /// `thread.resume-later`
  THREAD_RESUME_LATER(0x28, "thread.resume-later", Immediates.NONE),
  /// `thread.suspend`
  THREAD_SUSPEND(0x29, "thread.suspend", Immediates.FLAG),
  /// `thread.suspend-then-resume`
  THREAD_SUSPEND_THEN_RESUME(0x2a, "thread.suspend-then-resume", Immediates.FLAG),
  /// `thread.yield-then-resume`
  THREAD_YIELD_THEN_RESUME(0x2b, "thread.yield-then-resume", Immediates.FLAG),
  /// `thread.suspend-then-promote`
  THREAD_SUSPEND_THEN_PROMOTE(0x2c, "thread.suspend-then-promote", Immediates.FLAG),
  /// `thread.yield-then-promote`
  THREAD_YIELD_THEN_PROMOTE(0x2d, "thread.yield-then-promote", Immediates.FLAG),
  /// `thread.spawn-ref`
  THREAD_SPAWN_REF(0x40, "thread.spawn-ref", Immediates.FLAG_TYPE),
  /// `thread.spawn-indirect`
  THREAD_SPAWN_INDIRECT(0x41, "thread.spawn-indirect", Immediates.FLAG_TYPE_INDEX),
  /// `thread.available-parallelism`
  THREAD_AVAILABLE_PARALLELISM(0x42, "thread.available-parallelism", Immediates.FLAG);

  /// What follows the opcode, in order.
  enum Immediates {
    NONE,
    FLAG,
    CONTEXT,
    TYPE,
    TYPE_OPTS,
    TYPE_FLAG,
    OPTS,
    FLAG_INDEX,
    TYPE_INDEX,
    FLAG_TYPE,
    FLAG_TYPE_INDEX
  }

  private final int opcode;
  private final String mnemonic;
  private final Immediates immediates;

  CanonBuiltin(int opcode, String mnemonic, Immediates immediates) {
    this.opcode = opcode;
    this.mnemonic = mnemonic;
    this.immediates = immediates;
  }

  /// The opcode in section 8.
  public int opcode() {
    return opcode;
  }

  /// The name of Explainer.md, such as `stream.read`.
  public String mnemonic() {
    return mnemonic;
  }

  /// The feature that it is behind, if any.
  public Optional<Feature> feature() {
    return switch (this) {
      case ERROR_CONTEXT_NEW, ERROR_CONTEXT_DEBUG_MESSAGE, ERROR_CONTEXT_DROP ->
          Optional.of(Feature.ERROR_CONTEXT);
      case THREAD_INDEX,
          THREAD_NEW_INDIRECT,
          THREAD_RESUME_LATER,
          THREAD_SUSPEND,
          THREAD_SUSPEND_THEN_RESUME,
          THREAD_YIELD_THEN_RESUME,
          THREAD_SUSPEND_THEN_PROMOTE,
          THREAD_YIELD_THEN_PROMOTE ->
          Optional.of(Feature.COOPERATIVE_THREADS);
      case THREAD_SPAWN_REF, THREAD_SPAWN_INDIRECT, THREAD_AVAILABLE_PARALLELISM ->
          Optional.of(Feature.SHARED_EVERYTHING_THREADS);
      default -> Optional.empty();
    };
  }

  /// What follows the opcode.
  Immediates immediates() {
    return immediates;
  }

  /// The built-in of an opcode, or null.
  static @Nullable CanonBuiltin of(int opcode) {
    for (CanonBuiltin b : values()) {
      if (b.opcode == opcode) {
        return b;
      }
    }
    return null;
  }
}
