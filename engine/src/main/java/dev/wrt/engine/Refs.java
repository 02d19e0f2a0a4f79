package dev.wrt.engine;

import dev.wrt.bounded.Invariant;

/// What a reference looks like: 32 bits, zero-extended in a slot, an `int` in tables, in fields and
/// in element segments.
///
/// Null is 0 in every hierarchy. A reference to a function is the function's address in the store
/// plus one. The hierarchies of `any` and `extern` share one space, so that `any.convert_extern`
/// and back keep the bits; its low bits say what it is:
///
/// | low bits | | |
/// | --- | --- | --- |
/// | `1` | `i31` | the value, shifted left by one |
/// | `010` | host | the host's number, shifted left by three |
/// | `000` | object | its byte offset in the {@link Heap}, at least 8 |
///
/// References of the hierarchy of `exn` are offsets in the heap as well. An object may move
/// whenever the guest runs or a module is instantiated: what the host keeps it keeps by {@link
/// Store#pin}.
public final class Refs {
  /// The null reference of every type.
  public static final long NULL = 0;

  /// The largest number that {@link #ofHost} takes.
  public static final int HOST_MAX = (1 << 29) - 1;

  private static final int I31_TAG = 1;
  private static final int HOST_TAG = 2;
  private static final int HOST_SHIFT = 3;
  private static final int TAG_MASK = 7;
  private static final long U32 = 0xFFFF_FFFFL;

  private Refs() {}

  /// The reference to something of the host's, as an `externref` or `anyref`.
  ///
  /// @param n the host's own number for it, at least 0 and at most {@link #HOST_MAX}
  public static long ofHost(int n) {
    Invariant.check(n >= 0 && n <= HOST_MAX, "a host reference has 29 bits");
    return ((long) n << HOST_SHIFT) | HOST_TAG;
  }

  /// Whether a reference of the hierarchies of `any` or `extern` is one of {@link #ofHost}.
  public static boolean isHost(long ref) {
    return (ref & TAG_MASK) == HOST_TAG;
  }

  /// The number that {@link #ofHost} was given.
  public static int hostIndex(long ref) {
    Invariant.check(isHost(ref), "the reference is the host's");
    return (int) (ref >>> HOST_SHIFT);
  }

  /// `ref.i31`
  ///
  /// @param value its low 31 bits count
  public static long ofI31(int value) {
    return (value << 1 | I31_TAG) & U32;
  }

  /// Whether a reference of the hierarchies of `any` or `extern` is an `i31`.
  public static boolean isI31(long ref) {
    return (ref & I31_TAG) != 0;
  }

  /// The value of an `i31`, sign-extended.
  public static int i31S(long ref) {
    return (int) ref >> 1;
  }

  /// The value of an `i31`, zero-extended.
  public static int i31U(long ref) {
    return (int) ref >>> 1;
  }

  /// Whether a reference of the hierarchies of `any`, `extern` or `exn` is the offset of an object.
  public static boolean isHeap(long ref) {
    return ref != NULL && (ref & TAG_MASK) == 0;
  }
}
