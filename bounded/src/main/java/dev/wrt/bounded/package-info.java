/// The ground that wrt stands on: how a "no" is said, who pays for storage, and collections that
/// can't outgrow what was paid for.
///
/// ## Entry points
///
/// {@link dev.wrt.bounded.MemoryBudget#root} opens the one account that everything is charged to;
/// each collection's `create` takes its bytes from an account:
///
/// ```java
/// MemoryBudget engine = MemoryBudget.root("engine", 64 << 20);
/// MemoryBudget component = engine.child("hello", 8 << 20);
/// switch (BoundedTable.<Resource>create(component, 1024)) {
///   case Result.Ok<BoundedTable<Resource>> ok -> serve(ok.value());
///   case Result.Err<BoundedTable<Resource>> err -> report(err.fault());
/// }
/// ```
///
/// ## Reading order
///
/// 1. {@link dev.wrt.bounded.Result}, {@link dev.wrt.bounded.Fault} and {@link
///    dev.wrt.bounded.FaultCode}: what the guest's bytes or a limit can make fail is a value.
/// 2. {@link dev.wrt.bounded.Invariant}: what only a bug of ours can make fail stops.
/// 3. {@link dev.wrt.bounded.MemoryBudget}: the accounts.
/// 4. {@link dev.wrt.bounded.SizeEstimate}: what storage costs.
/// 5. {@link dev.wrt.bounded.BoundedCollection}: what all collections promise, and {@code
///    Reservation}, the only way to make one.
/// 6. The collections, each a thin cover of one backing: {@link dev.wrt.bounded.BoundedTable} for
///    the free list, {@link dev.wrt.bounded.BoundedMap} for the order of listing, and {@link
///    dev.wrt.bounded.BoundedIntMap} for the proof that a hash table never grows.
/// 7. {@link dev.wrt.bounded.ControlWord}, {@link dev.wrt.bounded.ArrayDigest} and {@link
///    dev.wrt.bounded.Integrity}: how a change behind the API is noticed.
///
/// ## Integrity
///
/// | what | how | compared |
/// | --- | --- | --- |
/// | counters of an account | value and inverse | at each reservation, by `verify` |
/// | capacity, bytes, count of a collection | value and inverse | by `verify` |
/// | contents of numbers, bits, text; a table's free list and places | {@link
/// dev.wrt.bounded.ArrayDigest}, on demand | by `verify` |
/// | entries of a primitive map | two sums over the entries, on demand | by `verify` |
/// | references of other collections | the JVM's | not |
///
/// ## Limits
///
/// | what | most |
/// | --- | --- |
/// | bytes of an account | its maximum, and that of each account above it |
/// | open accounts directly below one | 4,096 |
/// | elements of a collection | its capacity, at most 2^27 - 1 |
///
/// ## Invariants
///
/// - Bytes are reserved before storage is allocated, and for the whole capacity at once.
/// - What a collection holds on to never exceeds the bytes it has reserved (its elements' own bytes
///   are reserved by who makes them). A test compares this with the JVM's count.
/// - A refusal changes nothing.
/// - Each reserved byte is given back once: by `close`, which every owner calls. An account that is
///   closed with bytes in it shows the leak.
/// - The order in which a collection lists its elements, and the index that a table gives, depend
///   on the sequence of calls only.
///
/// ## What this is not
///
/// Not a limit on the JVM's heap: bytes are counted by estimates from above, and the heap must be
/// larger than the root account plus what the JVM needs itself. Not thread-safe: a tree of accounts
/// and its collections belong to one engine, which runs one step at a time. Not persistent. The
/// digest of a collection finds and does not repair: {@code dev.wrt.memory} builds on this for
/// areas of bytes that are verified as they are used, and repaired.
package dev.wrt.bounded;
