package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.SizeEstimate;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The first fault that validation has found, if any, with what all its rules need: the offset they
/// are at, the limits, the storage that resolved types and the work on them are charged to, and the
/// names of primitive types.
///
/// Sticky, as the reader of the bytes is: rules go on with harmless values after a fault, and the
/// driver asks once a definition. Charging the work too makes the memory budget a bound on time: a
/// component can't make validation walk its types more often than its budget pays for.
final class FirstFault {
  /// A resolved type, an entry of an index space or a step of a walk over types, on the high side.
  static final int NODE_BYTES = 3 * SizeEstimate.OBJECT_BYTES + 4 * SizeEstimate.REFERENCE_BYTES;

  private final Limits limits;
  private final Storage storage;
  private final Features features;
  private final PrimitiveNames primitiveNames = new PrimitiveNames();
  private long offset;
  private @Nullable Fault fault;

  FirstFault(Limits limits, Storage storage, Features features) {
    this.limits = limits;
    this.storage = storage;
    this.features = features;
  }

  Limits limits() {
    return limits;
  }

  Storage storage() {
    return storage;
  }

  PrimitiveNames primitiveNames() {
    return primitiveNames;
  }

  /// Says where the rules are that are applied from now on.
  void at(long definitionOffset) {
    offset = definitionOffset;
  }

  /// The offset that rules are applied at.
  long offset() {
    return offset;
  }

  boolean ok() {
    return fault == null;
  }

  @Nullable Fault fault() {
    return fault;
  }

  /// Keeps a fault unless there is one.
  void fail(Fault found) {
    if (fault == null) {
      fault = found;
    }
  }

  /// A validation rule is broken.
  void invalid(ValidationCode code, String subject) {
    fail(new Fault.InvalidFault(code, offset, subject));
  }

  /// The features that may be used.
  Features features() {
    return features;
  }

  /// Refuses what is of a feature that is not switched on.
  void require(Feature feature, String what) {
    if (!features.has(feature)) {
      invalid(ValidationCode.GATED, feature.word() + ": " + what);
    }
  }

  /// Checks a quantity against a limit.
  boolean within(String limit, long requested, long max) {
    if (requested > max) {
      fail(new Fault.LimitFault(DecoderCode.LIMIT_EXCEEDED, limit, requested, max));
    }
    return ok();
  }

  /// Charges nodes of types, made or walked over.
  boolean charge(long nodes) {
    long bytes = nodes * NODE_BYTES;
    if (ok() && !storage.offer(bytes)) {
      fail(storage.refusal(bytes));
    }
    return ok();
  }

  /// The value, or the fault.
  <T> Result<T> result(T value) {
    return fault == null ? Result.ok(value) : Result.err(fault);
  }
}
