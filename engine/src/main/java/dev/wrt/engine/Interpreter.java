package dev.wrt.engine;

/// The loop that executes register code (the reduction relation `Step` of the specification, one
/// instruction at a time).
///
/// **Stackless.** A call of the guest is a record on the call stack of {@link State}, never a call
/// in Java: so it can be left and entered again at any block, and a host call is a way to leave.
///
/// **Frames.** A frame is a window of the value stack that begins at `fp`, laid out as {@link
/// Registers} says. The arguments of a call lie at its top, which is where the callee's window
/// begins, and the results take their place; so a call copies nothing. A slot is a `long`: `i32`
/// and `f32` zero-extended, `f64` as its bits, references as {@link Refs} says; a `v128` takes two.
///
/// **Two levels.** The outer switch, over the shape, loads the operands, and an inner one, over the
/// kind, computes; see {@link Op}. With one flat switch the compiler of the JVM keeps too much
/// alive around each dispatch. A method over 8,000 bytes is never compiled, so what is rare is in
/// {@link ColdOps}: the loop saves its registers and returns in front of it.
///
/// **One back edge.** Every case ends at the end of the loop, which adds {@link Op#WORDS}; a jump
/// subtracts them before, instead of saying `continue`, which would be a back edge of its own. With
/// as many as there are kinds of calls, a kernel of calls was measured a third slower.
///
/// **Fuel** is exact and paid in advance, a block at a time: a block begins with {@link Op#FUEL},
/// and a branch charges the block it goes to itself. If fuel does not suffice, nothing of the block
/// is charged or executed, and the machine stops in front of it. So the limit is never exceeded, a
/// run with pauses charges what one without would, and a trap has paid for its whole block.
///
/// **Traps** leave by {@link TrapSignal}. Accesses of memory 0 by 32-bit addresses leave the bounds
/// check to the array, whose length is the memory's size; addresses are computed in 64 bits, so
/// that nothing wraps. Above level `OFF` translation emits {@link VerifiedAccess}; the loop never
/// asks for the level. All other memories are accessed by {@link MemoryOps}.
///
/// What this is not: it checks nothing that validation has proved; the checks of Java's arrays are
/// the second line there, and a failure is our bug. It compiles nothing, and it allocates nothing.
final class Interpreter implements Loop {
  /// Whether this is the class for stacks with copies, see {@link Loop}.
  private static final boolean COPIED = Interpreter.class.isHidden();

  /// Keeps the low 32 bits: how an `i32` lies in a slot.
  private static final long U32 = 0xFFFF_FFFFL;

  /// Flips the sign bit, so that a signed comparison of longs is an unsigned one.
  private static final long FLIP = Long.MIN_VALUE;

  Interpreter() {}

  /// The loop. Comes back when the fuel is used up, or in front of an instruction for {@link
  /// ColdOps}.
  // [impl->req~engine-numerics~1]
  // [impl->req~engine-no-allocation~1]
  // [impl->req~engine-fuel-limit~1]
  @Override
  public void hot(State s) {
    final int[] code = s.code;
    final int[] entries = s.entries;
    final long[] stack = s.stack;
    final int m = COPIED ? s.mirror : 0;
    final int[] calls = s.calls;
    final byte[] globals = s.store.globals().plain;
    final byte[] memory = s.memory;
    int pc = s.pc;
    int fp = s.fp;
    int csp = s.csp;
    long fuel = s.fuel;
    try {
      loop:
      while (true) {
        final int op = code[pc];
        final int a = code[pc + 1];
        final int b = code[pc + 2];
        final int c = code[pc + 3];
        switch (op >>> 8) {
          case Op.CONTROL -> {
            switch (op) {
              case Op.FUEL -> {
                if ((fuel -= a) < 0) break loop;
              }
              case Op.ENTER -> {
                if (csp > s.callLimit || fp + c > s.stackLimit) {
                  throw TrapSignal.of(TrapCode.CALL_STACK_EXHAUSTED);
                }
                for (int i = fp + a; i < fp + b; i++) {
                  stack[i] = 0;
                }
                if (m != 0) Copies.copy(stack, m, fp + a, fp + b);
                pc += 4;
                if ((fuel -= code[pc + 1]) < 0) break loop;
              }
              case Op.BR -> {
                pc = c;
                if ((fuel -= code[pc + 1]) < 0) break loop;
              }
              case Op.BR_TABLE -> {
                if (m != 0) Copies.check(s, stack, m, fp + a);
                pc = code[pc + 4 + (int) Math.min(stack[fp + a], b - 1)];
                if ((fuel -= code[pc + 1]) < 0) break loop;
              }
              case Op.RETURN -> {
                if (m != 0) Copies.give(s, csp - 2, fp, fp + a);
                else stack[fp] = stack[fp + a];
                if (calls[csp - 2] < 0) {
                  break loop;
                }
                csp -= 2;
                pc = calls[csp] - 4;
                fp = calls[csp + 1];
              }
              case Op.CALL -> {
                int entry = entries[b];
                if (entry == 0) break loop;
                calls[csp] = pc + 4;
                calls[csp + 1] = fp;
                if (m != 0) Copies.copyRecord(s, csp);
                csp += 2;
                fp += a;
                pc = entry - 4;
              }
              case Op.CALL_INDIRECT, Op.CALL_REF -> {
                int entry = Calls.entry(s, op == Op.CALL_REF, pc, fp + b);
                if (entry == 0) break loop;
                calls[csp] = op == Op.CALL_REF ? pc + 4 : pc + 8;
                calls[csp + 1] = fp;
                if (m != 0) Copies.copyRecord(s, csp);
                csp += 2;
                fp += a;
                pc = entry - 4;
              }
              case Op.RETURN_CALL -> {
                int entry = entries[b];
                if (entry == 0) break loop;
                pc = entry - 4;
              }
              case Op.RETURN_CALL_INDIRECT, Op.RETURN_CALL_REF -> {
                int entry = Calls.entry(s, op == Op.RETURN_CALL_REF, pc, fp + b);
                if (entry == 0) break loop;
                pc = entry - 4;
              }
              case Op.NON_NULL -> {
                if (m != 0) Copies.check(s, stack, m, fp + a);
                TrapSignal.trapIf(stack[fp + a] == 0, TrapCode.NULL_REFERENCE);
              }
              case Op.CONST -> {
                stack[fp + a] = (b & U32) | (long) c << 32;
                if (m != 0) Copies.copy(stack, m, fp + a);
              }
              case Op.MOVE -> {
                if (m != 0) Copies.move(s, stack, m, fp + a, fp + b);
                else stack[fp + a] = stack[fp + b];
              }
              case Op.SELECT -> {
                pc += 4;
                if (m != 0) Copies.check(s, stack, m, fp + code[pc]);
                int from = (int) stack[fp + code[pc]] != 0 ? b : c;
                if (m != 0) Copies.move(s, stack, m, fp + a, fp + from);
                else stack[fp + a] = stack[fp + from];
              }
              case Op.GLOBAL_GET -> stack[fp + a] = (long) LittleEndian.LONGS.get(globals, b);
              case Op.GLOBAL_SET -> LittleEndian.LONGS.set(globals, b, stack[fp + a]);
              case Op.MOVE2, Op.CONST2 -> pc = Slots.pair(s, fp, code, pc);
              default -> throw TrapSignal.of(TrapCode.UNREACHABLE);
            }
          }
          case Op.BINARY -> {
            if (m != 0) Copies.check(s, stack, m, fp + b, fp + c);
            long x = stack[fp + b];
            long y = stack[fp + c];
            long result =
                switch (op & 0xFF) {
                  case Op.I32_EQ -> (int) x == (int) y ? 1 : 0;
                  case Op.I32_NE -> (int) x != (int) y ? 1 : 0;
                  case Op.I32_LT_S -> (int) x < (int) y ? 1 : 0;
                  case Op.I32_LT_U -> x < y ? 1 : 0;
                  case Op.I32_GT_S -> (int) x > (int) y ? 1 : 0;
                  case Op.I32_GT_U -> x > y ? 1 : 0;
                  case Op.I32_LE_S -> (int) x <= (int) y ? 1 : 0;
                  case Op.I32_LE_U -> x <= y ? 1 : 0;
                  case Op.I32_GE_S -> (int) x >= (int) y ? 1 : 0;
                  case Op.I32_GE_U -> x >= y ? 1 : 0;
                  case Op.I64_EQ -> x == y ? 1 : 0;
                  case Op.I64_NE -> x != y ? 1 : 0;
                  case Op.I64_LT_S -> x < y ? 1 : 0;
                  case Op.I64_LT_U -> x + FLIP < y + FLIP ? 1 : 0;
                  case Op.I64_GT_S -> x > y ? 1 : 0;
                  case Op.I64_GT_U -> x + FLIP > y + FLIP ? 1 : 0;
                  case Op.I64_LE_S -> x <= y ? 1 : 0;
                  case Op.I64_LE_U -> x + FLIP <= y + FLIP ? 1 : 0;
                  case Op.I64_GE_S -> x >= y ? 1 : 0;
                  case Op.I64_GE_U -> x + FLIP >= y + FLIP ? 1 : 0;
                  case Op.F32_EQ -> F32.eq((int) x, (int) y) ? 1 : 0;
                  case Op.F32_NE -> F32.ne((int) x, (int) y) ? 1 : 0;
                  case Op.F32_LT -> F32.lt((int) x, (int) y) ? 1 : 0;
                  case Op.F32_GT -> F32.gt((int) x, (int) y) ? 1 : 0;
                  case Op.F32_LE -> F32.le((int) x, (int) y) ? 1 : 0;
                  case Op.F32_GE -> F32.ge((int) x, (int) y) ? 1 : 0;
                  case Op.F64_EQ -> F64.eq(x, y) ? 1 : 0;
                  case Op.F64_NE -> F64.ne(x, y) ? 1 : 0;
                  case Op.F64_LT -> F64.lt(x, y) ? 1 : 0;
                  case Op.F64_GT -> F64.gt(x, y) ? 1 : 0;
                  case Op.F64_LE -> F64.le(x, y) ? 1 : 0;
                  case Op.F64_GE -> F64.ge(x, y) ? 1 : 0;
                  case Op.I32_ADD -> ((int) x + (int) y) & U32;
                  case Op.I32_SUB -> ((int) x - (int) y) & U32;
                  case Op.I32_MUL -> ((int) x * (int) y) & U32;
                  case Op.I32_DIV_S -> I32.divS((int) x, (int) y) & U32;
                  case Op.I32_DIV_U -> I32.divU((int) x, (int) y) & U32;
                  case Op.I32_REM_S -> I32.remS((int) x, (int) y) & U32;
                  case Op.I32_REM_U -> I32.remU((int) x, (int) y) & U32;
                  case Op.I32_AND -> x & y;
                  case Op.I32_OR -> x | y;
                  case Op.I32_XOR -> x ^ y;
                  case Op.I32_SHL -> ((int) x << (int) y) & U32;
                  case Op.I32_SHR_S -> ((int) x >> (int) y) & U32;
                  case Op.I32_SHR_U -> ((int) x >>> (int) y) & U32;
                  case Op.I32_ROTL -> ((int) x << (int) y | (int) x >>> -(int) y) & U32;
                  case Op.I32_ROTR -> ((int) x >>> (int) y | (int) x << -(int) y) & U32;
                  case Op.I64_ADD -> x + y;
                  case Op.I64_SUB -> x - y;
                  case Op.I64_MUL -> x * y;
                  case Op.I64_DIV_S -> I64.divS(x, y);
                  case Op.I64_DIV_U -> I64.divU(x, y);
                  case Op.I64_REM_S -> I64.remS(x, y);
                  case Op.I64_REM_U -> I64.remU(x, y);
                  case Op.I64_AND -> x & y;
                  case Op.I64_OR -> x | y;
                  case Op.I64_XOR -> x ^ y;
                  case Op.I64_SHL -> x << (int) y;
                  case Op.I64_SHR_S -> x >> (int) y;
                  case Op.I64_SHR_U -> x >>> (int) y;
                  case Op.I64_ROTL -> x << (int) y | x >>> -(int) y;
                  case Op.I64_ROTR -> x >>> (int) y | x << -(int) y;
                  case Op.F32_ADD -> F32.add((int) x, (int) y) & U32;
                  case Op.F32_SUB -> F32.sub((int) x, (int) y) & U32;
                  case Op.F32_MUL -> F32.mul((int) x, (int) y) & U32;
                  case Op.F32_DIV -> F32.div((int) x, (int) y) & U32;
                  case Op.F32_MIN -> F32.min((int) x, (int) y) & U32;
                  case Op.F32_MAX -> F32.max((int) x, (int) y) & U32;
                  case Op.F32_COPYSIGN -> F32.copysign((int) x, (int) y) & U32;
                  case Op.F64_ADD -> F64.add(x, y);
                  case Op.F64_SUB -> F64.sub(x, y);
                  case Op.F64_MUL -> F64.mul(x, y);
                  case Op.F64_DIV -> F64.div(x, y);
                  case Op.F64_MIN -> F64.min(x, y);
                  case Op.F64_MAX -> F64.max(x, y);
                  case Op.F64_COPYSIGN -> F64.copysign(x, y);
                  default -> throw Op.unknown(op);
                };
            stack[fp + a] = result;
            if (m != 0) Copies.copy(stack, m, fp + a);
          }
          case Op.BINARY_IMM -> {
            if (m != 0) Copies.check(s, stack, m, fp + b);
            long x = stack[fp + b];
            long result =
                switch (op & 0xFF) {
                  case Op.I32_EQ -> (int) x == c ? 1 : 0;
                  case Op.I32_NE -> (int) x != c ? 1 : 0;
                  case Op.I32_LT_S -> (int) x < c ? 1 : 0;
                  case Op.I32_LT_U -> x < (c & U32) ? 1 : 0;
                  case Op.I32_GT_S -> (int) x > c ? 1 : 0;
                  case Op.I32_GT_U -> x > (c & U32) ? 1 : 0;
                  case Op.I32_LE_S -> (int) x <= c ? 1 : 0;
                  case Op.I32_LE_U -> x <= (c & U32) ? 1 : 0;
                  case Op.I32_GE_S -> (int) x >= c ? 1 : 0;
                  case Op.I32_GE_U -> x >= (c & U32) ? 1 : 0;
                  case Op.I64_EQ -> x == c ? 1 : 0;
                  case Op.I64_NE -> x != c ? 1 : 0;
                  case Op.I64_LT_S -> x < c ? 1 : 0;
                  case Op.I64_LT_U -> x + FLIP < c + FLIP ? 1 : 0;
                  case Op.I64_GT_S -> x > c ? 1 : 0;
                  case Op.I64_GT_U -> x + FLIP > c + FLIP ? 1 : 0;
                  case Op.I64_LE_S -> x <= c ? 1 : 0;
                  case Op.I64_LE_U -> x + FLIP <= c + FLIP ? 1 : 0;
                  case Op.I64_GE_S -> x >= c ? 1 : 0;
                  case Op.I64_GE_U -> x + FLIP >= c + FLIP ? 1 : 0;
                  case Op.I32_ADD -> ((int) x + c) & U32;
                  case Op.I32_MUL -> ((int) x * c) & U32;
                  case Op.I32_DIV_S -> I32.divS((int) x, c) & U32;
                  case Op.I32_DIV_U -> I32.divU((int) x, c) & U32;
                  case Op.I32_REM_S -> I32.remS((int) x, c) & U32;
                  case Op.I32_REM_U -> I32.remU((int) x, c) & U32;
                  case Op.I32_AND -> x & (c & U32);
                  case Op.I32_OR -> x | (c & U32);
                  case Op.I32_XOR -> x ^ (c & U32);
                  case Op.I32_SHL -> ((int) x << c) & U32;
                  case Op.I32_SHR_S -> ((int) x >> c) & U32;
                  case Op.I32_SHR_U -> ((int) x >>> c) & U32;
                  case Op.I32_ROTL -> ((int) x << c | (int) x >>> -c) & U32;
                  case Op.I32_ROTR -> ((int) x >>> c | (int) x << -c) & U32;
                  case Op.I64_ADD -> x + c;
                  case Op.I64_MUL -> x * c;
                  case Op.I64_DIV_S -> I64.divS(x, c);
                  case Op.I64_DIV_U -> I64.divU(x, c);
                  case Op.I64_REM_S -> I64.remS(x, c);
                  case Op.I64_REM_U -> I64.remU(x, c);
                  case Op.I64_AND -> x & c;
                  case Op.I64_OR -> x | c;
                  case Op.I64_XOR -> x ^ c;
                  case Op.I64_SHL -> x << c;
                  case Op.I64_SHR_S -> x >> c;
                  case Op.I64_SHR_U -> x >>> c;
                  case Op.I64_ROTL -> x << c | x >>> -c;
                  case Op.I64_ROTR -> x >>> c | x << -c;
                  default -> throw Op.unknown(op);
                };
            stack[fp + a] = result;
            if (m != 0) Copies.copy(stack, m, fp + a);
          }
          case Op.BRANCH -> {
            if (m != 0) Copies.check(s, stack, m, fp + a, fp + b);
            long x = stack[fp + a];
            long y = stack[fp + b];
            boolean taken =
                switch (op & 0xFF) {
                  case Op.I32_EQ -> (int) x == (int) y;
                  case Op.I32_NE -> (int) x != (int) y;
                  case Op.I32_LT_S -> (int) x < (int) y;
                  case Op.I32_LT_U -> x < y;
                  case Op.I32_GT_S -> (int) x > (int) y;
                  case Op.I32_GT_U -> x > y;
                  case Op.I32_LE_S -> (int) x <= (int) y;
                  case Op.I32_LE_U -> x <= y;
                  case Op.I32_GE_S -> (int) x >= (int) y;
                  case Op.I32_GE_U -> x >= y;
                  case Op.I64_EQ -> x == y;
                  case Op.I64_NE -> x != y;
                  case Op.I64_LT_S -> x < y;
                  case Op.I64_LT_U -> x + FLIP < y + FLIP;
                  case Op.I64_GT_S -> x > y;
                  case Op.I64_GT_U -> x + FLIP > y + FLIP;
                  case Op.I64_LE_S -> x <= y;
                  case Op.I64_LE_U -> x + FLIP <= y + FLIP;
                  case Op.I64_GE_S -> x >= y;
                  case Op.I64_GE_U -> x + FLIP >= y + FLIP;
                  default -> throw Op.unknown(op);
                };
            pc = taken ? c : pc + 4;
            if ((fuel -= code[pc + 1]) < 0) break loop;
          }
          case Op.BRANCH_IMM -> {
            if (m != 0) Copies.check(s, stack, m, fp + a);
            long x = stack[fp + a];
            boolean taken =
                switch (op & 0xFF) {
                  case Op.I32_EQ -> (int) x == b;
                  case Op.I32_NE -> (int) x != b;
                  case Op.I32_LT_S -> (int) x < b;
                  case Op.I32_LT_U -> x < (b & U32);
                  case Op.I32_GT_S -> (int) x > b;
                  case Op.I32_GT_U -> x > (b & U32);
                  case Op.I32_LE_S -> (int) x <= b;
                  case Op.I32_LE_U -> x <= (b & U32);
                  case Op.I32_GE_S -> (int) x >= b;
                  case Op.I32_GE_U -> x >= (b & U32);
                  case Op.I64_EQ -> x == b;
                  case Op.I64_NE -> x != b;
                  case Op.I64_LT_S -> x < b;
                  case Op.I64_LT_U -> x + FLIP < b + FLIP;
                  case Op.I64_GT_S -> x > b;
                  case Op.I64_GT_U -> x + FLIP > b + FLIP;
                  case Op.I64_LE_S -> x <= b;
                  case Op.I64_LE_U -> x + FLIP <= b + FLIP;
                  case Op.I64_GE_S -> x >= b;
                  case Op.I64_GE_U -> x + FLIP >= b + FLIP;
                  default -> throw Op.unknown(op);
                };
            pc = taken ? c : pc + 4;
            if ((fuel -= code[pc + 1]) < 0) break loop;
          }
          case Op.UNARY -> {
            if (m != 0) Copies.check(s, stack, m, fp + b);
            long x = stack[fp + b];
            long result =
                switch (op & 0xFF) {
                  case Op.I32_CLZ -> Integer.numberOfLeadingZeros((int) x);
                  case Op.I32_CTZ -> Integer.numberOfTrailingZeros((int) x);
                  case Op.I32_POPCNT -> Integer.bitCount((int) x);
                  case Op.I64_CLZ -> Long.numberOfLeadingZeros(x);
                  case Op.I64_CTZ -> Long.numberOfTrailingZeros(x);
                  case Op.I64_POPCNT -> Long.bitCount(x);
                  case Op.F32_ABS -> F32.abs((int) x) & U32;
                  case Op.F32_NEG -> F32.neg((int) x) & U32;
                  case Op.F32_CEIL -> F32.ceil((int) x) & U32;
                  case Op.F32_FLOOR -> F32.floor((int) x) & U32;
                  case Op.F32_TRUNC -> F32.trunc((int) x) & U32;
                  case Op.F32_NEAREST -> F32.nearest((int) x) & U32;
                  case Op.F32_SQRT -> F32.sqrt((int) x) & U32;
                  case Op.F64_ABS -> F64.abs(x);
                  case Op.F64_NEG -> F64.neg(x);
                  case Op.F64_CEIL -> F64.ceil(x);
                  case Op.F64_FLOOR -> F64.floor(x);
                  case Op.F64_TRUNC -> F64.trunc(x);
                  case Op.F64_NEAREST -> F64.nearest(x);
                  case Op.F64_SQRT -> F64.sqrt(x);
                  case Op.I32_WRAP_I64 -> x & U32;
                  case Op.I32_TRUNC_F32_S -> I32.truncF32S((int) x) & U32;
                  case Op.I32_TRUNC_F32_U -> I32.truncF32U((int) x) & U32;
                  case Op.I32_TRUNC_F64_S -> I32.truncF64S(x) & U32;
                  case Op.I32_TRUNC_F64_U -> I32.truncF64U(x) & U32;
                  case Op.I32_TRUNC_SAT_F32_S -> I32.truncSatF32S((int) x) & U32;
                  case Op.I32_TRUNC_SAT_F32_U -> I32.truncSatF32U((int) x) & U32;
                  case Op.I32_TRUNC_SAT_F64_S -> I32.truncSatF64S(x) & U32;
                  case Op.I32_TRUNC_SAT_F64_U -> I32.truncSatF64U(x) & U32;
                  case Op.I64_TRUNC_F32_S -> I64.truncF32S((int) x);
                  case Op.I64_TRUNC_F32_U -> I64.truncF32U((int) x);
                  case Op.I64_TRUNC_F64_S -> I64.truncF64S(x);
                  case Op.I64_TRUNC_F64_U -> I64.truncF64U(x);
                  case Op.I64_TRUNC_SAT_F32_S -> I64.truncSatF32S((int) x);
                  case Op.I64_TRUNC_SAT_F32_U -> I64.truncSatF32U((int) x);
                  case Op.I64_TRUNC_SAT_F64_S -> I64.truncSatF64S(x);
                  case Op.I64_TRUNC_SAT_F64_U -> I64.truncSatF64U(x);
                  case Op.I64_EXTEND_I32_S -> (int) x;
                  case Op.F32_CONVERT_I32_S -> F32.convertI32S((int) x) & U32;
                  case Op.F32_CONVERT_I32_U -> F32.convertI32U((int) x) & U32;
                  case Op.F32_CONVERT_I64_S -> F32.convertI64S(x) & U32;
                  case Op.F32_CONVERT_I64_U -> F32.convertI64U(x) & U32;
                  case Op.F64_CONVERT_I32_S -> F64.convertI32S((int) x);
                  case Op.F64_CONVERT_I32_U -> F64.convertI32U((int) x);
                  case Op.F64_CONVERT_I64_S -> F64.convertI64S(x);
                  case Op.F64_CONVERT_I64_U -> F64.convertI64U(x);
                  case Op.F32_DEMOTE_F64 -> F32.demoteF64(x) & U32;
                  case Op.F64_PROMOTE_F32 -> F64.promoteF32((int) x);
                  case Op.I32_EXTEND8_S -> (byte) x & U32;
                  case Op.I32_EXTEND16_S -> (short) x & U32;
                  case Op.I64_EXTEND8_S -> (byte) x;
                  case Op.I64_EXTEND16_S -> (short) x;
                  case Op.I64_EXTEND32_S -> (int) x;
                  default -> throw Op.unknown(op);
                };
            stack[fp + a] = result;
            if (m != 0) Copies.copy(stack, m, fp + a);
          }
          case Op.LOAD -> {
            int at = MemoryOps.index(stack[fp + b] + (c & U32));
            stack[fp + a] =
                switch (op & 0xFF) {
                  case Op.I32_LOAD, Op.F32_LOAD, Op.I64_LOAD32_U ->
                      (int) LittleEndian.INTS.get(memory, at) & U32;
                  case Op.I64_LOAD, Op.F64_LOAD -> (long) LittleEndian.LONGS.get(memory, at);
                  case Op.I32_LOAD8_S -> memory[at] & U32;
                  case Op.I32_LOAD8_U, Op.I64_LOAD8_U -> memory[at] & 0xFF;
                  case Op.I32_LOAD16_S -> (short) LittleEndian.SHORTS.get(memory, at) & U32;
                  case Op.I32_LOAD16_U, Op.I64_LOAD16_U ->
                      (short) LittleEndian.SHORTS.get(memory, at) & 0xFFFF;
                  case Op.I64_LOAD8_S -> memory[at];
                  case Op.I64_LOAD16_S -> (short) LittleEndian.SHORTS.get(memory, at);
                  case Op.I64_LOAD32_S -> (int) LittleEndian.INTS.get(memory, at);
                  default -> throw Op.unknown(op);
                };
          }
          case Op.STORE -> {
            int at = MemoryOps.index(stack[fp + a] + (c & U32));
            long value = stack[fp + b];
            switch (op & 0xFF) {
              case Op.I32_STORE, Op.F32_STORE, Op.I64_STORE32 ->
                  LittleEndian.INTS.set(memory, at, (int) value);
              case Op.I64_STORE, Op.F64_STORE -> LittleEndian.LONGS.set(memory, at, value);
              case Op.I32_STORE8, Op.I64_STORE8 -> memory[at] = (byte) value;
              case Op.I32_STORE16, Op.I64_STORE16 ->
                  LittleEndian.SHORTS.set(memory, at, (short) value);
              default -> throw Op.unknown(op);
            }
          }
          case Op.VERIFIED_LOAD -> VerifiedAccess.load(s, fp, code, pc);
          case Op.VERIFIED_STORE -> VerifiedAccess.store(s, fp, code, pc);
          case Op.VECTOR, Op.RELAXED, Op.HEAP, Op.MEM_LOAD, Op.MEM_STORE, Op.GLOBAL -> {
            int next = Execution.step(s, fp, code, pc);
            if (next == pc) {
              break loop;
            }
            pc = next - 4;
          }
          default -> {
            break loop;
          }
        }
        pc += 4;
      }
      if (fuel < 0) {
        fuel += code[pc + 1];
        s.status = Status.OUT_OF_FUEL;
      }
      s.save(pc, fp, csp, fuel);
    } catch (TrapSignal signal) {
      s.save(pc, fp, csp, fuel);
      throw signal;
    } catch (IndexOutOfBoundsException outside) {
      s.save(pc, fp, csp, fuel);
      throw Execution.outOfBounds(s, outside);
    }
  }
}
