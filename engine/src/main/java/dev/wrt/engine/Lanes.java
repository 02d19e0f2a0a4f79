package dev.wrt.engine;

/// Arithmetic on all lanes of half a vector at once: integers of 8, 16 or 32 bits, side by side in
/// a `long`.
///
/// The parameter `high` is the mask of the lanes' sign bits, and `bits` their width. A carry never
/// leaves its lane, because the sign bits are taken out before an addition and put back by an
/// exclusive or. A comparison gives a *mask*: all bits of a lane where it holds, else none.
final class Lanes {
  /// Sign bits of lanes of 8 bits.
  static final long HIGH8 = 0x8080_8080_8080_8080L;

  /// Sign bits of lanes of 16 bits.
  static final long HIGH16 = 0x8000_8000_8000_8000L;

  /// Sign bits of lanes of 32 bits.
  static final long HIGH32 = 0x8000_0000_8000_0000L;

  private Lanes() {}

  /// Two lanes of 32 bits as a half.
  static long pair(int first, int second) {
    return Integer.toUnsignedLong(first) | (long) second << 32;
  }

  static long add(long x, long y, long high) {
    return ((x & ~high) + (y & ~high)) ^ ((x ^ y) & high);
  }

  static long sub(long x, long y, long high) {
    return ((x | high) - (y & ~high)) ^ (~(x ^ y) & high);
  }

  /// The mask of the lanes whose sign bit is set.
  static long mask(long x, long high, int bits) {
    long lowest = (x & high) >>> (bits - 1);
    return (lowest << bits) - lowest;
  }

  /// The lowest `count` bits of each lane.
  private static long lowBits(int count, long high, int bits) {
    long lowest = high >>> (bits - 1);
    return (lowest << count) - lowest;
  }

  /// Bits of `x` where the mask is set, of `y` elsewhere.
  static long choose(long mask, long x, long y) {
    return (x & mask) | (y & ~mask);
  }

  static long eq(long x, long y, long high, int bits) {
    return ~ne(x, y, high, bits);
  }

  /// A lane differs if its lower bits make a carry into the sign bit, or the sign bits differ.
  static long ne(long x, long y, long high, int bits) {
    long difference = x ^ y;
    return mask(((difference & ~high) + ~high) | difference, high, bits);
  }

  static long ltU(long x, long y, long high, int bits) {
    long borrow = (~x & y) | (~(x ^ y) & sub(x, y, high));
    return mask(borrow, high, bits);
  }

  static long ltS(long x, long y, long high, int bits) {
    return ltU(x ^ high, y ^ high, high, bits);
  }

  static long minS(long x, long y, long high, int bits) {
    return choose(ltS(x, y, high, bits), x, y);
  }

  static long minU(long x, long y, long high, int bits) {
    return choose(ltU(x, y, high, bits), x, y);
  }

  static long maxS(long x, long y, long high, int bits) {
    return choose(ltS(x, y, high, bits), y, x);
  }

  static long maxU(long x, long y, long high, int bits) {
    return choose(ltU(x, y, high, bits), y, x);
  }

  /// The least value stays, as in two's complement.
  static long abs(long x, long high, int bits) {
    long negative = mask(x, high, bits);
    return sub(x ^ negative, negative, high);
  }

  static long addSatS(long x, long y, long high, int bits) {
    long sum = add(x, y, high);
    long overflow = mask(~(x ^ y) & (x ^ sum), high, bits);
    return choose(overflow, saturated(x, high, bits), sum);
  }

  static long addSatU(long x, long y, long high, int bits) {
    long sum = add(x, y, high);
    return sum | ltU(sum, x, high, bits);
  }

  static long subSatS(long x, long y, long high, int bits) {
    long difference = sub(x, y, high);
    long overflow = mask((x ^ y) & (x ^ difference), high, bits);
    return choose(overflow, saturated(x, high, bits), difference);
  }

  static long subSatU(long x, long y, long high, int bits) {
    return sub(x, y, high) & ~ltU(x, y, high, bits);
  }

  /// The greatest value where `x` is not negative, the least one elsewhere.
  private static long saturated(long x, long high, int bits) {
    return ~high + ((x & high) >>> (bits - 1));
  }

  /// The mean, rounded up, without the carry that the sum could make.
  static long avgrU(long x, long y, long high, int bits) {
    long lowest = high >>> (bits - 1);
    return (x | y) - (((x ^ y) & ~lowest) >>> 1);
  }

  static long shl(long x, int count, long high, int bits) {
    int k = count & (bits - 1);
    return (x << k) & ~lowBits(k, high, bits);
  }

  static long shrU(long x, int count, long high, int bits) {
    int k = count & (bits - 1);
    return (x >>> k) & lowBits(bits - k, high, bits);
  }

  static long shrS(long x, int count, long high, int bits) {
    int k = count & (bits - 1);
    return choose(lowBits(bits - k, high, bits), x >>> k, mask(x, high, bits));
  }
}
