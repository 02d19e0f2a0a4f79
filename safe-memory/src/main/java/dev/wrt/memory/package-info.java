/// Memory that notices when its bytes are changed behind its API: digests, verification levels,
/// repair, views, scrubbing, buffer pools.
///
/// Reading order: {@link dev.wrt.memory.VerificationLevel} (how much is done), {@link
/// dev.wrt.memory.Ws3} (the digest), `BlockDigests` (how it follows stores), `BlockGuard` (what a
/// level does when), {@link dev.wrt.memory.SafeMemory} (the API), `BlockRepair`; then {@link
/// dev.wrt.memory.SafeSlice}, {@link dev.wrt.memory.Crc32cImage}, {@link dev.wrt.memory.Scrubber}
/// and {@link dev.wrt.memory.BufferPool}, each on its own.
///
/// ## The mechanism
///
/// A checksum that is taken when data are read, and compared at once, sees nothing: the corruption
/// was there before. Here the digest of a block lives as long as the block, and follows what stores
/// *intend*: a store of `v` over `old` adds `v - old`, weighted, to the sums, without a look at
/// what arrives in the data. So a flipped bit, a lost write, a write to the wrong place and a stray
/// write all leave a difference between data and digest; and since a later store over the wrong
/// word again adds only `v - old` with the wrong `old`, the difference stays. Digests are kept
/// apart from the data, as value and complement, in two arrays.
///
/// ## What the digest detects
///
/// Let `e_w` be found less intended word at weight `w`, as integers, `|e_w| < 2^32`. The sums are
/// exact (bounds: {@link dev.wrt.memory.Ws3}), so an error is undetected if and only if `sum e_w =
/// sum w e_w = sum w^2 e_w = 0`.
///
/// 1. **Any error in at most three words.** If only the words at `a < b < c` may be wrong, the
///    three equations have the Vandermonde matrix of `a, b, c`, whose determinant `(b-a)(c-a)(c-b)`
///    is not 0. So all three errors are 0.
/// 2. **Any burst of at most 65 bits**: it lies in three words at most (1 + 32 + 32). Any swap of
///    two words: two are wrong. Any lost store: one to three words are wrong. A misdirected store
///    of one word: two are.
/// 3. **Anything else, but for 1 in 2^96.** Whatever the other words are, 1. says that at most one
///    content of the last three makes all sums right. So if wrong words have random contents, an
///    error is undetected with probability `2^-96` at most.
/// 4. **Location.** An error of `e` in one word `w` changes the sums by `e, we, w^2 e`, which gives
///    `w`. No error in two words looks like one in a third: the difference of both would be an
///    undetected error in three words.
///
/// XOR and plain sums miss 1 to 2 % of two-bit errors and all swaps; CRC-32C is stronger for random
/// errors in short blocks but can't be updated in O(1), so it is used where nothing is stored:
/// {@link dev.wrt.memory.Crc32cImage}.
///
/// ## Levels
///
/// | level | on a store | on a load | at a boundary | bytes for 4 KiB |
/// | --- | --- | --- | --- | --- |
/// | `OFF` | - | - | - | 1 |
/// | `SAMPLED` | digest; every k-th access verifies its blocks | the same | - | 49 |
/// | `STANDARD` | digest, mark | mark | touched blocks | 53 |
/// | `FULL` | digest, mark, mirror | mark, compare | touched blocks | 4,149 |
/// | `REDUNDANT` | as `FULL`; a single wrong word is put right | the same | the same | 4,149 |
///
/// A boundary is `verifyTouched()`, which the engine calls at host calls and returns, and the
/// opening of a slice. `verifyAll()` and the scrubber verify from `SAMPLED` on. At `STANDARD` a
/// guest can compute with wrong data between two boundaries, but nothing leaves it; at `FULL` the
/// access that meets them latches the fault. The mirror holds complements, so that a stray fill of
/// both is seen; the same bit flipped in a byte and in its mirror passes the comparison and is left
/// to the digest.
///
/// Nanoseconds an access (JDK 25, two busy cores, `MemoryBenchmark`; a block is 4 KiB):
///
/// | level | load32 | store32 | verifying a block |
/// | --- | --- | --- | --- |
/// | `OFF` | 1.7 | 1.8 | |
/// | `SAMPLED`, 1 in 64 | 9.4 | 14 | 540 |
/// | `STANDARD` | 2.0 | 6.7 | 470 to 760 |
/// | `FULL`, `REDUNDANT` | 3.5 | 6.9 | 1,000 |
///
/// ## Reaction
///
/// A mismatch is an `IntegrityFault` with area, block, expected and found value. The first one is
/// latched: the memory refuses from then on, and the instance goes to its safe state. At
/// `REDUNDANT` one wrong word in one of the three copies (data, mirror, digest) is put right if the
/// other two agree about it; that is an event, counted and kept.
///
/// ## Bounds
///
/// All storage is reserved before it is allocated, and the budget holds the figures of the table
/// above. While a memory grows, its old array lives beside the new one until the collector has it;
/// the heap must have room for that. Word accesses and `verifyTouched` allocate nothing unless they
/// find a mismatch.
///
/// ## What this is not
///
/// Not security: who can write the host's memory at will can write digests too. Not a protection of
/// the JVM: array headers, references, compiled code and the fields of these classes are an
/// assumption. Not safe for several threads: a memory belongs to one engine, which runs one step at
/// a time. Not proof against errors of the processor that are made before a store's intended value
/// is known.
package dev.wrt.memory;
