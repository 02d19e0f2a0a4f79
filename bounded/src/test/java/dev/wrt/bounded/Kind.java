package dev.wrt.bounded;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/// One kind of collection, for the tests of what all kinds have in common.
///
/// @param name its class
/// @param bytes what it says it reserves for a capacity
/// @param create makes one
record Kind(String name, IntToLongFunction bytes, Creation create) {
  /// Makes a collection from a budget and a capacity.
  interface Creation {
    Result<Subject> create(MemoryBudget budget, int capacity);
  }

  /// A collection with its two ways in; element i is a value made from i, of size 1.
  ///
  /// @param collection the collection
  /// @param offer the way in that may refuse
  /// @param add the way in that must fit
  record Subject(BoundedCollection collection, IntPredicate offer, IntConsumer add) {
    boolean offer(int i) {
      return offer.test(i);
    }

    void add(int i) {
      add.accept(i);
    }
  }

  private static <C> Kind of(
      String name,
      IntToLongFunction bytes,
      BiFunction<MemoryBudget, Integer, Result<C>> create,
      Function<C, Subject> subject) {
    return new Kind(
        name,
        bytes,
        (budget, capacity) ->
            switch (create.apply(budget, capacity)) {
              case Result.Ok<C> ok -> Result.ok(subject.apply(ok.value()));
              case Result.Err<C> err -> Result.err(err.fault());
            });
  }

  static Stream<Kind> all() {
    return Stream.of(
        Kind.<BoundedVector<String>>of(
            "BoundedVector",
            BoundedVector::bytes,
            BoundedVector::create,
            c -> new Subject(c, i -> c.offer("e" + i), i -> c.add("e" + i))),
        Kind.<BoundedStack<String>>of(
            "BoundedStack",
            BoundedStack::bytes,
            BoundedStack::create,
            c -> new Subject(c, i -> c.offer("e" + i), i -> c.push("e" + i))),
        Kind.<BoundedQueue<String>>of(
            "BoundedQueue",
            BoundedQueue::bytes,
            BoundedQueue::create,
            c -> new Subject(c, i -> c.offer("e" + i), i -> c.add("e" + i))),
        Kind.<BoundedDeque<String>>of(
            "BoundedDeque, first",
            BoundedDeque::bytes,
            BoundedDeque::create,
            c -> new Subject(c, i -> c.offerFirst("e" + i), i -> c.addFirst("e" + i))),
        Kind.<BoundedDeque<String>>of(
            "BoundedDeque, last",
            BoundedDeque::bytes,
            BoundedDeque::create,
            c -> new Subject(c, i -> c.offerLast("e" + i), i -> c.addLast("e" + i))),
        Kind.<BoundedMap<String, String>>of(
            "BoundedMap",
            BoundedMap::bytes,
            BoundedMap::create,
            c -> new Subject(c, i -> c.offer("e" + i, "v"), i -> c.put("e" + i, "v"))),
        Kind.<BoundedSet<String>>of(
            "BoundedSet",
            BoundedSet::bytes,
            BoundedSet::create,
            c -> new Subject(c, i -> c.offer("e" + i), i -> c.add("e" + i))),
        Kind.<BoundedTable<String>>of(
            "BoundedTable",
            BoundedTable::bytes,
            BoundedTable::create,
            c -> new Subject(c, i -> c.offer("e" + i) >= 0, i -> c.add("e" + i))),
        Kind.of(
            "BoundedBitSet",
            BoundedBitSet::bytes,
            BoundedBitSet::create,
            c -> new Subject(c, c::offer, c::set)),
        Kind.of(
            "BoundedString",
            BoundedString::bytes,
            BoundedString::create,
            c -> new Subject(c, i -> c.offer("e"), i -> c.add("e"))),
        Kind.of(
            "BoundedIntVector",
            BoundedIntVector::bytes,
            BoundedIntVector::create,
            c -> new Subject(c, c::offer, c::add)),
        Kind.of(
            "BoundedLongVector",
            BoundedLongVector::bytes,
            BoundedLongVector::create,
            c -> new Subject(c, c::offer, c::add)),
        Kind.of(
            "BoundedByteVector",
            BoundedByteVector::bytes,
            BoundedByteVector::create,
            c -> new Subject(c, i -> c.offer((byte) i), i -> c.add((byte) i))),
        Kind.of(
            "BoundedIntStack",
            BoundedIntStack::bytes,
            BoundedIntStack::create,
            c -> new Subject(c, c::offer, c::push)),
        Kind.of(
            "BoundedLongStack",
            BoundedLongStack::bytes,
            BoundedLongStack::create,
            c -> new Subject(c, c::offer, c::push)),
        Kind.of(
            "BoundedIntMap",
            BoundedIntMap::bytes,
            BoundedIntMap::create,
            c -> new Subject(c, i -> c.offer(i, 7), i -> c.put(i, 7))),
        Kind.<BoundedObjectIntMap<String>>of(
            "BoundedObjectIntMap",
            BoundedObjectIntMap::bytes,
            BoundedObjectIntMap::create,
            c -> new Subject(c, i -> c.offer("e" + i, 7), i -> c.put("e" + i, 7))));
  }

  @Override
  public String toString() {
    return name;
  }
}
