"""Records what the specification's definitions answer for random types and values.

    python3 random_cases.py <component-model>/design/mvp/canonical-abi OUT COUNT SEED

The same seed gives the same cases.
"""
import pathlib
import random
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import definitions as d
import recorder

DEPTH = 4
ENCODINGS = ['utf8', 'utf16', 'latin1+utf16']
PRIMITIVES = [d.BoolType, d.S8Type, d.U8Type, d.S16Type, d.U16Type, d.S32Type, d.U32Type, d.S64Type,
              d.U64Type, d.F32Type, d.F64Type, d.CharType]
INTEGERS = {d.S8Type: (8, 1), d.U8Type: (8, 0), d.S16Type: (16, 1), d.U16Type: (16, 0), d.S32Type: (32, 1),
            d.U32Type: (32, 0), d.S64Type: (64, 1), d.U64Type: (64, 0)}
KINDS = ['list', 'list', 'list', 'fixed', 'record', 'record', 'tuple', 'variant', 'variant', 'enum', 'option',
         'result', 'map', 'flags', 'own', 'borrow', 'stream', 'future', 'error-context']
KEYS = [t for t in PRIMITIVES if t not in (d.F32Type, d.F64Type)] + [d.StringType]
ALPHABETS = ['abcXYZ 09', 'abc\u00e9\u00ff\u0080', 'ab\u00e9\u0100\u20ac', 'a\U0001f600\u00e9', '\ud7ff\ue000\ufffd',
             '\x00a']
BITS32 = [0, 1 << 31, 0x7f800000, 0x3fc00000, 0x7fc00000, 1, 0x7f7fffff]
BITS64 = [0, 1 << 63, 0x7ff0000000000000, 0x3ff8000000000000, 0x7ff8000000000000, 1]
FLIPS = [1, 2, 4, 0x80, 1 << 16, 1 << 31, 7 << 20]
BYTES = [0, 1, 2, 4, 0x7f, 0x80, 0xc3, 0xd8, 0xe2, 0xff]


class Guest(d.LiftLowerContext):
    """One side of a call: its memory, a realloc with moods, its handles."""

    def __init__(self, encoding, memory, lifts):
        inst = d.ComponentInstance(d.Store())
        self.address = random.choice(['i32', 'i32', 'i32', 'i64'])
        super().__init__(d.LiftLowerOptions(encoding, d.MemInst(memory, self.address)), inst)
        self.borrow_scope = d.Subtask() if lifts else borrowing_task()
        self.memory = memory
        self.top = random.choice([0, 1, 8, 16])
        self.resources = [d.ResourceType(None), d.ResourceType(None), d.ResourceType(inst)]

    def reallocate(self, old, old_size, alignment, size):
        """New memory or the old, contents kept; rarely an answer that has to trap."""
        mood = random.random()
        if mood < 0.01:
            far = [2 ** 32 - 2] if self.address == 'i32' else [2 ** 32 + 16, 2 ** 63, 2 ** 64 - 8]
            ptr = random.choice([1, 3, len(self.memory), len(self.memory) - 1] + far)
            if ptr + size <= len(self.memory):
                self.top = max(self.top, ptr + size)
            return ptr
        if mood < 0.3 and old and size <= old_size and old % alignment == 0:
            return old
        ptr = d.align_to(self.top + random.choice([0, 0, 3]), alignment)
        self.top = ptr + size
        if self.top <= len(self.memory):
            keep = min(old_size, size)
            self.memory[ptr:ptr + keep] = self.memory[old:old + keep]
        return ptr


def borrowing_task():
    task = object.__new__(d.Task)
    task.num_borrows = 0
    return task


def random_type(guest, depth, sendable=False):
    """`sendable`: of a stream or future, where the definitions answer for few types."""
    if depth == 0 or random.random() < (0.1 if depth == DEPTH else 0.35):
        return random.choice(PRIMITIVES + [d.StringType] * 5)()
    kind = random.choice(KINDS)
    if sendable and kind in ('flags', 'borrow', 'error-context'):
        kind = 'own'
    sub = lambda: random_type(guest, depth - 1, sendable)
    maybe = lambda: sub() if random.random() < 0.7 else None
    match kind:
        case 'list': return d.ListType(sub())
        case 'fixed': return d.ListType(sub(), random.choice([1, 2, 3, 4, 9]))
        case 'record': return d.RecordType([d.FieldType(f'f{i}', sub()) for i in range(random.randint(1, 5))])
        case 'tuple': return d.TupleType([sub() for _ in range(random.randint(1, 5))])
        case 'variant': return d.VariantType([d.CaseType(f'c{i}', maybe()) for i in range(random.randint(1, 5))])
        case 'enum': return d.EnumType([f'e{i}' for i in range(random.choice([1, 2, 3, 200, 256, 257, 300]))])
        case 'option': return d.OptionType(sub())
        case 'result': return d.ResultType(maybe(), maybe())
        case 'map': return d.MapType(random.choice(KEYS)(), sub())
        case 'flags': return d.FlagsType([f'l{i}' for i in range(random.choice([1, 5, 8, 9, 16, 17, 32]))])
        case 'own': return d.OwnType(random.choice(guest.resources))
        case 'borrow': return d.BorrowType(random.choice(guest.resources))
        case 'stream': return d.StreamType(sendable_or_none(guest, depth))
        case 'future': return d.FutureType(sendable_or_none(guest, depth))
        case _: return d.ErrorContextType()


def sendable_or_none(guest, depth):
    return random_type(guest, depth - 1, True) if random.random() < 0.8 else None


def random_string(address):
    text = ''.join(random.choice(random.choice([ALPHABETS[0], alphabet]))
                   for alphabet in [random.choice(ALPHABETS)] for _ in range(random.choice([0, 1, 2, 5, 12])))
    encoding = random.choice(ENCODINGS)
    if encoding == 'utf8':
        return (text, encoding, len(text.encode('utf-8')))
    units = len(text.encode('utf-16-le')) // 2
    latin1 = all(ord(c) < 256 for c in text) and random.random() < 0.6
    tag = d.utf16_tag(address) if encoding == 'latin1+utf16' and not latin1 else 0
    return (text, encoding, units | tag)


def random_value(t, address, length=None):
    part = lambda u: random_value(u, address)
    match t:
        case d.BoolType(): return random.random() < 0.5
        case d.CharType(): return random.choice('aZ\x00\u00e9\u20ac\ud7ff\ue000\U0001f600\U0010ffff')
        case d.StringType(): return random_string(address)
        case d.F32Type(): return d.core_f32_reinterpret_i32(random.choice(BITS32))
        case d.F64Type(): return d.core_f64_reinterpret_i64(random.choice(BITS64))
        case d.ErrorContextType(): return d.ErrorContext(('', 'utf8', 0))
        case d.ListType(u, n):
            count = n if n is not None else random.choice([0, 1, 2, 3, 7]) if length is None else length
            return [part(u) for _ in range(count)]
        case d.MapType(k, v): return part(d.ListType(d.TupleType([k, v])))
        case d.RecordType(fields): return {f.label: part(f.t) for f in fields}
        case d.TupleType(ts): return {str(i): part(u) for i, u in enumerate(ts)}
        case d.FlagsType(labels): return {l: random.random() < 0.5 for l in labels}
        case d.OwnType() | d.BorrowType(): return random.choice([0, 1, 7, 42, 2 ** 31 - 1])
        case d.StreamType(u): return d.SharedStreamImpl(u)
        case d.FutureType(u): return d.SharedFutureImpl(u)
    if type(t) in INTEGERS:
        bits, signed = INTEGERS[type(t)]
        v = random.choice([0, 1, (1 << bits) - 1, 1 << (bits - 1), random.getrandbits(bits)])
        return v - (1 << bits) if signed and v >> (bits - 1) else v
    c = random.choice(d.despecialize(t).cases)
    return {c.label: None if c.t is None else part(c.t)}


def random_types(guest):
    return [random_type(guest, DEPTH) for _ in range(random.choice([1, 1, 1, 2, 3]))]


def quietly(run, *arguments):
    try:
        return run(*arguments)
    except d.Trap:
        return None


def lower_case():
    guest = Guest(random.choice(ENCODINGS), bytearray(random.choice([64, 512, 4096])), lifts=False)
    ts = random_types(guest)
    vs = [random_value(t, guest.address) for t in ts]
    most = random.choice([d.MAX_FLAT_PARAMS, d.MAX_FLAT_PARAMS, d.MAX_FLAT_RESULTS, 0])
    if most == d.MAX_FLAT_PARAMS:
        quietly(d.lower_flat_values, guest, most, vs, ts)
        return
    alignment = d.alignment(d.TupleType(ts), guest.address)
    ptr = random.choice([d.align_to(guest.top + 5, alignment)] * 8 + [1, len(guest.memory) - 8])
    guest.top = ptr + d.elem_size(d.TupleType(ts), guest.address)
    quietly(d.lower_flat_values, guest, most, vs, ts, d.CoreValueIter([ptr]))


def lowered(guest, ts, most):
    """Memory, handles and core values that lifting can start from, without being a case."""
    rec.busy = True
    rec.begin()
    guest.borrow_scope = borrowing_task()
    flat = quietly(d.lower_flat_values, guest, most, [random_value(t, guest.address) for t in ts], ts)
    guest.borrow_scope = d.Subtask()
    rec.busy = False
    return flat


def damage(values, types, memory):
    for _ in range(random.choice([0, 0, 1, 3])):
        ints = [i for i, t in enumerate(types) if t in ('i32', 'i64')]
        if ints and random.random() < 0.4:
            i = random.choice(ints)
            values[i] ^= random.choice(FLIPS) << (32 if types[i] == 'i64' and random.random() < 0.3 else 0)
        elif memory:
            memory[random.randrange(len(memory))] = random.choice(BYTES)


def lift_case():
    guest = Guest(random.choice(ENCODINGS), bytearray(1024), lifts=True)
    ts = random_types(guest)
    most = random.choice([d.MAX_FLAT_PARAMS, d.MAX_FLAT_PARAMS, d.MAX_FLAT_ASYNC_PARAMS, d.MAX_FLAT_RESULTS])
    values = lowered(guest, ts, most)
    if values is None:
        return
    flat = d.flatten_types(ts, guest.opts)
    del guest.memory[guest.top + random.choice([0, 0, 8]):]
    damage(values, flat if len(flat) <= most else [guest.address], guest.memory)
    quietly(d.lift_flat_values, guest, most, d.CoreValueIter(values), ts)


def load_case():
    guest = Guest(random.choice(ENCODINGS), bytearray(1024), lifts=True)
    t = random_type(guest, DEPTH)
    count = random.choice([0, 1, 3, 8])
    values = lowered(guest, [d.ListType(t, count) if count else t], 0)
    if values is None:
        return
    del guest.memory[guest.top:]
    damage([], [], guest.memory)
    if count == 0:
        values = [0]
    quietly(d.load_list_from_valid_range, guest, values[0], count, t)


def store_case():
    guest = Guest(random.choice(ENCODINGS), bytearray(random.choice([512, 4096])), lifts=False)
    t = random_type(guest, DEPTH)
    count = random.choice([0, 1, 3, 8])
    ptr = d.align_to(guest.top, d.alignment(t, guest.address))
    guest.top = ptr + count * d.elem_size(t, guest.address)
    if guest.top <= len(guest.memory):
        quietly(d.store_list_into_valid_range, guest, random_value(d.ListType(t), guest.address, count), ptr, t)


def flatten_case():
    guest = Guest('utf8', bytearray(0), lifts=True)
    opts = d.CanonicalOptions('utf8', d.MemInst(bytearray(0), guest.address))
    opts.async_ = random.random() < 0.6
    context = random.choice(['lift', 'lower'])
    opts.callback = print if opts.async_ and context == 'lift' and random.random() < 0.5 else None
    params = [random_type(guest, 2) for _ in range(random.choice([0, 1, 2, 4, 5, 17]))]
    result = [random_type(guest, 3)] if random.random() < 0.7 else []
    d.flatten_functype(opts, d.FuncType(params, result, opts.async_), context)


def layout_case():
    guest = Guest('utf8', bytearray(0), lifts=True)
    rec.layout(random_type(guest, DEPTH), guest.address)


out, count, seed = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
random.seed(seed)
d.DETERMINISTIC_PROFILE = True
with open(out, 'w') as file:
    rec = recorder.Recorder(d, file)
    rec.install()
    Guest.reallocate = rec.realloc(Guest.reallocate)
    cases = [lower_case] * 36 + [lift_case] * 36 + [load_case] * 8 + [store_case] * 8 + [flatten_case] * 6 + [layout_case] * 6
    while rec.written < count:
        random.choice(cases)()
print(f'{rec.written} cases of seed {seed}, {rec.skipped} too long', file=sys.stderr)
