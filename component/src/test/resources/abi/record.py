"""Records what the executable specification of the canonical ABI answers, as data for RecordedAbiTest.

    python3 record.py <component-model>/design/mvp/canonical-abi > recorded.txt

Recorded with the component model at 6d281648. Everything is written in tokens, so that the test needs
no parser to speak of. Lines:

    layout TYPE | size alignment | flat types
    lower ENCODING TYPE | VALUE | core values | old oldsize alignment newsize answer ... | memory
    lift ENCODING TYPE | core values | memory | VALUE or trap
"""
import random
import struct
import sys

sys.path.insert(0, sys.argv[1])
import definitions as d

d.DETERMINISTIC_PROFILE = True
random.seed(20260821)
ENCODINGS = ['utf8', 'utf16', 'latin1+utf16']
MEMORY = 1 << 16
TOP = 4
SCALARS = {
    'bool': d.BoolType, 's8': d.S8Type, 'u8': d.U8Type, 's16': d.S16Type, 'u16': d.U16Type,
    's32': d.S32Type, 'u32': d.U32Type, 's64': d.S64Type, 'u64': d.U64Type,
    'f32': d.F32Type, 'f64': d.F64Type, 'char': d.CharType, 'string': d.StringType}
INTS = {'s8': (8, 1), 'u8': (8, 0), 's16': (16, 1), 'u16': (16, 0), 's32': (32, 1), 'u32': (32, 0),
        's64': (64, 1), 'u64': (64, 0)}


def random_type(depth):
    """A tree: ('list', T), ('record', [T]), ('variant', [T or None]), ..., or a scalar's name."""
    if depth == 0 or random.random() < (0.1 if depth == TOP else 0.35):
        return random.choice(list(SCALARS) + ['string'] * 4)
    kind = random.choice(['list', 'list', 'record', 'tuple', 'variant', 'enum', 'option', 'result', 'flags'])
    sub = lambda: random_type(depth - 1)
    maybe = lambda: sub() if random.random() < 0.7 else None
    match kind:
        case 'list' | 'option': return (kind, sub())
        case 'record' | 'tuple': return (kind, [sub() for _ in range(random.randint(1, 5))])
        case 'variant': return (kind, [maybe() for _ in range(random.randint(1, 4))])
        case 'result': return (kind, [maybe(), maybe()])
        case 'enum': return (kind, random.choice([1, 2, 3, 200, 256, 257, 300]))
        case 'flags': return (kind, random.choice([1, 5, 8, 9, 16, 17, 32]))


def type_text(t):
    match t:
        case None: return '_'
        case str(): return t
        case (('list' | 'option') as k, sub): return f'{k} {type_text(sub)}'
        case (('enum' | 'flags') as k, n): return f'{k} {n}'
        case ('result', ts): return ' '.join(['result'] + [type_text(u) for u in ts])
        case (k, ts): return ' '.join([k, str(len(ts))] + [type_text(u) for u in ts])


def spec_type(t):
    match t:
        case None: return None
        case str(): return SCALARS[t]()
        case ('list', sub): return d.ListType(spec_type(sub))
        case ('option', sub): return d.OptionType(spec_type(sub))
        case ('record', ts): return d.RecordType([d.FieldType(f'f{i}', spec_type(u)) for i, u in enumerate(ts)])
        case ('tuple', ts): return d.TupleType([spec_type(u) for u in ts])
        case ('variant', ts): return d.VariantType([d.CaseType(f'c{i}', spec_type(u)) for i, u in enumerate(ts)])
        case ('result', ts): return d.ResultType(spec_type(ts[0]), spec_type(ts[1]))
        case ('enum', n): return d.EnumType([f'e{i}' for i in range(n)])
        case ('flags', n): return d.FlagsType([f'l{i}' for i in range(n)])


def random_string():
    alphabets = ['abcXYZ 09', 'abc\u00e9\u00ff\u0080', 'ab\u00e9\u0100\u20ac', 'a\U0001f600\u00e9', '\ud7ff\ue000\ufffd']
    alphabet = random.choice(alphabets)
    s = ''.join(random.choice(alphabet) for _ in range(random.choice([0, 1, 2, 5, 12])))
    return s


def tagged(s, encoding):
    """The specification's triple of a string that comes from a component of some encoding."""
    match encoding:
        case 'utf8': return (s, 'utf8', len(s.encode('utf-8')))
        case 'utf16': return (s, 'utf16', len(s.encode('utf-16-le')) // 2)
    latin1 = all(ord(c) < 256 for c in s) and random.random() < 0.6
    units = len(s.encode('utf-16-le')) // 2
    return (s, 'latin1+utf16', units if latin1 else units | 1 << 31)


def random_value(t):
    match t:
        case 'bool': return random.random() < 0.5
        case 'char': return random.choice('aZ\u00e9\u20ac\ud7ff\ue000\U0001f600\U0010ffff')
        case 'string': return tagged(random_string(), random.choice(ENCODINGS))
        case 'f32':
            return d.core_f32_reinterpret_i32(random.choice([0, 1 << 31, 0x7f800000, 0x3fc00000, 0x7fc00000, 1]))
        case 'f64':
            bits = random.choice([0, 1 << 63, 0x7ff0000000000000, 0x3ff8000000000000, 0x7ff8000000000000, 1])
            return d.core_f64_reinterpret_i64(bits)
        case str():
            bits, signed = INTS[t]
            v = random.choice([0, 1, (1 << bits) - 1, 1 << (bits - 1), random.getrandbits(bits)])
            return v - (1 << bits) if signed and v >> (bits - 1) else v
        case ('list', sub): return [random_value(sub) for _ in range(random.choice([0, 1, 2, 3]))]
        case ('option', sub):
            return {'none': None} if random.random() < 0.4 else {'some': random_value(sub)}
        case ('record', ts): return {f'f{i}': random_value(u) for i, u in enumerate(ts)}
        case ('tuple', ts): return {str(i): random_value(u) for i, u in enumerate(ts)}
        case ('variant', ts):
            i = random.randrange(len(ts))
            return {f'c{i}': None if ts[i] is None else random_value(ts[i])}
        case ('result', ts):
            i = random.randrange(2)
            return {['ok', 'error'][i]: None if ts[i] is None else random_value(ts[i])}
        case ('enum', n): return {f'e{random.randrange(n)}': None}
        case ('flags', n): return {f'l{i}': random.random() < 0.5 for i in range(n)}


def string_text(v):
    s, encoding, units = v
    form = {'utf8': 'u8', 'utf16': 'u16'}.get(encoding) or ('t16' if units >> 31 else 'l1')
    return f"{form} x{s.encode('utf-8').hex()}"


def value_text(t, v):
    match t:
        case None: return '_'
        case 'bool': return str(int(v))
        case 'char': return str(ord(v))
        case 'string': return string_text(v)
        case 'f32': return str(d.core_i32_reinterpret_f32(v))
        case 'f64': return str(d.core_i64_reinterpret_f64(v))
        case str(): return str(v)
        case ('list', sub): return ' '.join([str(len(v))] + [value_text(sub, x) for x in v])
        case ('record' | 'tuple', ts): return ' '.join(value_text(u, x) for u, x in zip(ts, v.values()))
        case ('flags', n): return str(sum(int(x) << i for i, x in enumerate(v.values())))
    [(label, x)] = v.items()
    match t:
        case ('option', sub): return '0' if label == 'none' else '1 ' + value_text(sub, x)
        case ('result', ts): i = 0 if label == 'ok' else 1
        case ('enum', _): return label[1:]
        case ('variant', ts): i = int(label[1:])
    return f'{i} {value_text(ts[i], x)}' if ts[i] is not None else str(i)


class Guest(d.LiftLowerContext):
    """A guest whose realloc always takes new memory and keeps the contents."""

    def __init__(self, encoding, memory=None):
        memory = bytearray(MEMORY) if memory is None else memory
        super().__init__(d.LiftLowerOptions(encoding, d.MemInst(memory, 'i32')), None)
        self.memory = memory
        self.top = 16
        self.calls = []

    def reallocate(self, old, old_size, alignment, size):
        ptr = d.align_to(self.top + random.choice([0, 0, 3]), alignment)
        self.top = ptr + size
        keep = min(old_size, size)
        self.memory[ptr:ptr + keep] = self.memory[old:old + keep]
        self.calls.append((old, old_size, alignment, size, ptr))
        return ptr


def core_text(flat, types):
    out = []
    for v, t in zip(flat, types):
        match t:
            case 'f32': v = d.core_i32_reinterpret_f32(v) if isinstance(v, float) else v
            case 'f64': v = d.core_i64_reinterpret_f64(v) if isinstance(v, float) else v
        out.append(str(v))
    return ' '.join(out)


def core_value(bits, t):
    match t:
        case 'i32': return bits & 0xffffffff
        case 'i64': return bits
        case 'f32': return d.core_f32_reinterpret_i32(bits & 0xffffffff)
        case 'f64': return d.core_f64_reinterpret_i64(bits)


def flat_types(t, options):
    flat = d.flatten_types([t], options)
    return flat if len(flat) <= d.MAX_FLAT_PARAMS else ['i32']


def lower_case():
    t = random_type(TOP)
    v = random_value(t)
    encoding = random.choice(ENCODINGS)
    guest = Guest(encoding)
    flat = d.lower_flat_values(guest, d.MAX_FLAT_PARAMS, [v], [spec_type(t)])
    if guest.top > 600:
        return
    calls = ' '.join(str(x) for call in guest.calls for x in call)
    core = core_text(flat, flat_types(spec_type(t), guest.opts))
    print(f'lower {encoding} {type_text(t)} | {value_text(t, v)} | {core} | {calls} | x{guest.memory[:guest.top].hex()}')


def lift_case():
    """Half of the cases are what lowering has made, half of those with some bytes changed."""
    t = random_type(TOP)
    encoding = random.choice(ENCODINGS)
    guest = Guest(encoding)
    flat = d.lower_flat_values(guest, d.MAX_FLAT_PARAMS, [random_value(t)], [spec_type(t)])
    if guest.top > 300:
        return
    memory = bytearray(guest.memory[:guest.top + random.choice([0, 0, 8])])
    types = flat_types(spec_type(t), guest.opts)
    bits = [int(x) for x in core_text(flat, types).split()]
    for _ in range(random.choice([0, 1, 3])):
        if bits and random.random() < 0.4:
            bits[random.randrange(len(bits))] ^= random.choice([1, 2, 4, 1 << 16, 1 << 31, 7 << 20])
        elif len(memory) > 18:
            memory[random.randrange(16, max(17, len(memory) - 1))] = random.choice([0, 1, 2, 4, 0x7f, 0xc3, 0xff])
    core = [core_value(x, u) for x, u in zip(bits, types)]
    cx = Guest(encoding, memory)
    try:
        [v] = d.lift_flat_values(cx, d.MAX_FLAT_PARAMS, d.CoreValueIter(core), [spec_type(t)])
        answer = value_text(t, v)
    except d.Trap:
        answer = 'trap'
    if len(answer) < 2000:
        bits = ' '.join(str(x) for x in bits)
        print(f'lift {encoding} {type_text(t)} | {bits} | x{memory.hex()} | {answer}')


def layout_case():
    t = random_type(TOP)
    s = spec_type(t)
    flat = d.flatten_types([s], d.LiftLowerOptions('utf8', d.MemInst(bytearray(0), 'i32')))
    flat = ' '.join(flat) if len(flat) <= d.MAX_FLAT_PARAMS else 'more'
    print(f"layout {type_text(t)} | {d.elem_size(s, 'i32')} {d.alignment(s, 'i32')} | {flat}")


for _ in range(250):
    layout_case()
for _ in range(700):
    lower_case()
for _ in range(900):
    lift_case()
