package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.HostFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.value.Conformity;
import dev.wrt.component.value.Values;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A call of an asynchronous function of the host whose answer is outstanding.
final class LaterCall implements HostWork.Item, Subtask.Cancellable {
  /// Bytes reserved for one that is outstanding.
  private static final long CALL_BYTES = 512;

  private final Subtask subtask;
  private final ComponentFunc.Hosted hosted;
  private final CompletableFuture<Result<Values>> stage;
  private @Nullable Crossing crossing;

  /// @param stage completes with the answer
  /// @param crossing what the arguments have passed through
  LaterCall(
      Subtask subtask,
      ComponentFunc.Hosted hosted,
      CompletionStage<Result<Values>> stage,
      Crossing crossing) {
    this.subtask = subtask;
    this.hosted = hosted;
    this.stage = stage.toCompletableFuture();
    this.crossing = crossing;
  }

  /// The answer; null while it is outstanding.
  @Nullable Result<Values> answer() {
    if (!stage.isDone()) {
      return null;
    }
    try {
      return stage.join();
    } catch (CompletionException | CancellationException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      String message = String.valueOf(why.getMessage());
      return Result.err(new HostFault(ComponentCode.HOST_FAILED, hosted.name(), message));
    }
  }

  /// Reserves what an outstanding call takes.
  ///
  /// @return the refusal, or null
  // [impl->req~async-host-work-bytes~1]
  static @Nullable Fault reserve(ComponentInstance instance) {
    return instance.account().offer(CALL_BYTES) ? null : instance.account().refusal(CALL_BYTES);
  }

  @Override
  public CompletionStage<?> stage() {
    return stage;
  }

  @Override
  public boolean advance(Driver driver) {
    Result<Values> answer = answer();
    if (answer == null) {
      return false;
    }
    closed();
    if (!subtask.resolved()) {
      switch (answer) {
        case Result.Ok<Values> ok -> {
          Fault misfit = Conformity.results(hosted.name(), hosted.type(), ok.value());
          if (misfit == null) {
            driver.push(Resolving.host(subtask, ok.value()));
          } else {
            driver.fail(misfit);
          }
        }
        case Result.Err<Values> err -> driver.fail(err.fault());
      }
    }
    return true;
  }

  /// The caller asks for an early end: the stage is cancelled, and where it lets itself be, the
  /// call has ended.
  void cancel() {
    if (stage.cancel(true)) {
      closed();
      subtask.cancelled(Task.cancelled());
    }
  }

  @Override
  public void closed() {
    Crossing taken = crossing;
    if (taken != null) {
      crossing = null;
      subtask.instance().passages.giveBack(taken);
      subtask.instance().account().release(CALL_BYTES);
    }
  }
}
