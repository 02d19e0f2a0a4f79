package dev.wrt.bounded;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;

/// One kind of collection that can keep a digest, for the tests of all of them.
///
/// @param name its class
/// @param digestBytes what its digest takes at a capacity
/// @param create makes one
record Guarded(String name, IntToLongFunction digestBytes, Creation create) {
  /// Makes a collection.
  interface Creation {
    Result<Subject> create(MemoryBudget budget, int capacity, Integrity integrity);
  }

  /// A collection and what the tests do to it.
  ///
  /// @param collection the collection
  /// @param offer offers a value made from a number
  /// @param operation does something through the API, at random
  /// @param corrupt changes an element behind the API, of at least 1,300
  /// @param tear changes the digest's value, or its complement
  record Subject(
      BoundedCollection collection,
      IntConsumer offer,
      Consumer<Random> operation,
      Runnable corrupt,
      Consumer<Boolean> tear) {
    void add(int i) {
      offer.accept(i);
    }

    void operate(Random random) {
      operation.accept(random);
    }
  }

  private static <C> Result<Subject> map(
      Result<C> made, java.util.function.Function<C, Subject> subject) {
    return switch (made) {
      case Result.Ok<C> ok -> Result.ok(subject.apply(ok.value()));
      case Result.Err<C> err -> Result.err(err.fault());
    };
  }

  private static long digest(long words) {
    return 80 + 48 * ((words + 1023) / 1024);
  }

  private static Consumer<Boolean> tear(BoundedCollection c) {
    return complement -> {
      ArrayDigest digest = c.digest();
      if (digest == null) {
        throw new AssertionError("no digest");
      }
      (complement ? digest.complements() : digest.values())[0] ^= 1L << 50;
    };
  }

  private static Consumer<Boolean> tear(EntryDigest digest) {
    return complement -> {
      if (complement) {
        digest.plain().flipInverse(2);
      } else {
        digest.plain().flip(2);
      }
    };
  }

  static Stream<Guarded> all() {
    return Stream.of(
        new Guarded("BoundedIntVector", Guarded::digest, Guarded::ints),
        new Guarded("BoundedLongVector", n -> digest(2L * n), Guarded::longs),
        new Guarded("BoundedByteVector", Guarded::digest, Guarded::bytes),
        new Guarded("BoundedIntStack", Guarded::digest, Guarded::intStack),
        new Guarded("BoundedLongStack", n -> digest(2L * n), Guarded::longStack),
        new Guarded("BoundedString", Guarded::digest, Guarded::text),
        new Guarded("BoundedBitSet", n -> digest((n + 31) / 32), Guarded::bits),
        new Guarded("BoundedIntMap", n -> 96, Guarded::intMap),
        new Guarded("BoundedObjectIntMap", n -> 96, Guarded::objectMap),
        new Guarded("BoundedTable", n -> digest(2L * n), Guarded::table),
        new Guarded("BoundedTable, free list", n -> digest(2L * n), Guarded::freed));
  }

  private static Result<Subject> ints(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedIntVector.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer(~i),
                r -> {
                  if (r.nextInt(5) > 1) {
                    c.offer(r.nextInt());
                  } else if (!c.isEmpty()) {
                    c.set(r.nextInt(c.size()), r.nextInt());
                    c.removeLast();
                  }
                },
                () -> items(c).set(1100, items(c).get(1100) ^ 1 << 31),
                tear(c)));
  }

  private static IntArrayList items(BoundedIntVector c) {
    return c.items();
  }

  private static Result<Subject> longs(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedLongVector.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer(~(long) i << 20),
                r -> {
                  if (r.nextInt(5) > 1) {
                    c.offer(r.nextLong());
                  } else if (!c.isEmpty()) {
                    c.set(r.nextInt(c.size()), r.nextLong());
                    c.removeLast();
                  }
                },
                () -> {
                  LongArrayList items = c.items();
                  items.set(1100, items.get(1100) ^ 1L << 63);
                },
                tear(c)));
  }

  private static Result<Subject> bytes(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedByteVector.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer((byte) i),
                r -> {
                  switch (r.nextInt(4)) {
                    case 0 -> c.offer((byte) r.nextInt());
                    case 1 -> c.offer(new byte[] {9, (byte) r.nextInt(), 3, -4}, 1, 3);
                    default -> {
                      if (!c.isEmpty()) {
                        c.set(r.nextInt(c.size()), (byte) r.nextInt());
                        c.removeLast();
                      }
                    }
                  }
                },
                () -> {
                  ByteArrayList items = c.items();
                  items.set(1100, (byte) (items.get(1100) ^ 1));
                },
                tear(c)));
  }

  private static Result<Subject> intStack(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedIntStack.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer(i * 3 + 1),
                r -> {
                  if (r.nextInt(5) > 1) {
                    c.offer(r.nextInt());
                  } else if (!c.isEmpty()) {
                    c.pop();
                  }
                },
                () -> {
                  IntArrayList items = c.items();
                  items.set(1100, items.get(1100) ^ 1);
                },
                tear(c)));
  }

  private static Result<Subject> longStack(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedLongStack.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer(i * 3L + 1),
                r -> {
                  if (r.nextInt(5) > 1) {
                    c.offer(r.nextLong());
                  } else if (!c.isEmpty()) {
                    c.pop();
                  }
                },
                () -> {
                  LongArrayList items = c.items();
                  items.set(1100, items.get(1100) ^ 1L << 32);
                },
                tear(c)));
  }

  private static Result<Subject> text(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedString.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer("" + (char) ('a' + i % 26)),
                r -> c.offer(r.nextBoolean() ? "aé" : ""),
                () -> {
                  ByteArrayList items = c.items();
                  items.set(1100, (byte) 'Z');
                },
                tear(c)));
  }

  private static Result<Subject> bits(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedBitSet.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                c::offer,
                r -> {
                  if (r.nextInt(3) > 0) {
                    c.offer(r.nextInt(c.capacity()));
                  } else {
                    c.clear(r.nextInt(c.capacity()));
                  }
                },
                () -> {
                  c.items().clear(1299);
                  c.items().set(1420);
                },
                tear(c)));
  }

  private static Result<Subject> intMap(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedIntMap.create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer(i, -i),
                r -> {
                  if (r.nextInt(3) > 0) {
                    c.offer(r.nextInt(99), r.nextInt());
                  } else {
                    c.remove(r.nextInt(99));
                  }
                },
                () -> {
                  IntIntHashMap items = c.items();
                  items.put(1100, 7);
                },
                complement -> tear(present(c.entryDigest())).accept(complement)));
  }

  private static Result<Subject> objectMap(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedObjectIntMap.<String>create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer("k" + i, -i),
                r -> {
                  if (r.nextInt(3) > 0) {
                    c.offer("k" + r.nextInt(99), r.nextInt());
                  } else {
                    c.remove("k" + r.nextInt(99));
                  }
                },
                () -> {
                  ObjectIntHashMap<String> items = c.items();
                  items.remove("k1100");
                  items.put("other", -1100);
                },
                complement -> tear(present(c.entryDigest())).accept(complement)));
  }

  private static EntryDigest present(EntryDigest digest) {
    return digest;
  }

  private static Result<Subject> table(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedTable.<Object>create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer(new Object()),
                r -> operate(c, r),
                () -> {
                  FastList<Object> items = c.items();
                  Object moved = items.get(1100);
                  items.set(1100, items.get(1101));
                  items.set(1101, moved);
                },
                tear(c)));
  }

  /// A table whose indices 0 and 1 were freed.
  private static Result<Subject> freed(MemoryBudget b, int capacity, Integrity integrity) {
    return map(
        BoundedTable.<Object>create(b, capacity, integrity),
        c ->
            new Subject(
                c,
                i -> c.offer(new Object()),
                r -> operate(c, r),
                () -> {
                  c.remove(0);
                  c.remove(1);
                  IntArrayList free = c.free();
                  free.set(0, 1);
                  free.set(1, 0);
                },
                tear(c)));
  }

  private static void operate(BoundedTable<Object> c, Random r) {
    int index = r.nextInt(64);
    switch (r.nextInt(4)) {
      case 0, 1 -> c.offer(new Object());
      case 2 -> c.remove(index);
      default -> {
        if (c.get(index) != null) {
          c.set(index, new Object());
        }
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
