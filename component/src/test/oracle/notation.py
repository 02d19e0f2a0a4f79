"""The notation of oracle cases: types, values, core values and memory as words between spaces.

    TYPE    a primitive's word | list T | fixed N T | record N T.. | tuple N T.. | variant N T|_..
            | enum N | option T | result T|_ T|_ | map T T | flags N | own R | borrow R
            | stream T|_ | future T|_ | error-context      (R: number of a resource type)
    VALUE   by its type: numbers in decimal, floats as their bits, bool 0 or 1, char its code point,
            string FORM xUTF8 (FORM: u8, u16, l1, t16), lists COUNT V.., records and tuples V..,
            cases INDEX V, flags their bits, handles their representation, ends and error contexts
            the number of the object
    MEMORY  SIZE xHEX: bytes behind those given are 0

Read by Tokens.java.
"""
import struct


class Unspoken(Exception):
    """A type or value that the notation has no words for."""


class Notation:
    """Words for the objects of one case; `d` is the module of the specification's definitions."""

    def __init__(self, d):
        self.d = d
        self.numbers = {}
        self.kept = []

    def number(self, thing):
        """The number by which a resource type, an end or an error context is known in the case."""
        if id(thing) not in self.numbers:
            self.numbers[id(thing)] = len(self.numbers)
            self.kept.append(thing)
        return self.numbers[id(thing)]

    def primitives(self):
        d = self.d
        return {d.BoolType: 'bool', d.S8Type: 's8', d.U8Type: 'u8', d.S16Type: 's16', d.U16Type: 'u16',
                d.S32Type: 's32', d.U32Type: 'u32', d.S64Type: 's64', d.U64Type: 'u64', d.F32Type: 'f32',
                d.F64Type: 'f64', d.CharType: 'char', d.StringType: 'string',
                d.ErrorContextType: 'error-context'}

    def type(self, t):
        d = self.d
        word = self.primitives().get(type(t))
        if word is not None:
            return word
        match t:
            case None: return '_'
            case d.ListType(u, None): return f'list {self.type(u)}'
            case d.ListType(u, n): return f'fixed {n} {self.type(u)}'
            case d.RecordType(fields): return self.parts('record', [f.t for f in fields])
            case d.TupleType(ts): return self.parts('tuple', ts)
            case d.VariantType(cases): return self.parts('variant', [c.t for c in cases])
            case d.EnumType(labels): return f'enum {len(labels)}'
            case d.OptionType(u): return f'option {self.type(u)}'
            case d.ResultType(ok, error): return f'result {self.type(ok)} {self.type(error)}'
            case d.MapType(k, v): return f'map {self.type(k)} {self.type(v)}'
            case d.FlagsType(labels): return f'flags {len(labels)}'
            case d.OwnType(rt): return f'own {self.number(rt)}'
            case d.BorrowType(rt): return f'borrow {self.number(rt)}'
            case d.StreamType(u): return f'stream {self.type(u)}'
            case d.FutureType(u): return f'future {self.type(u)}'
        raise Unspoken(str(t))

    def parts(self, word, ts):
        if not ts:
            raise Unspoken(f'empty {word}')
        return ' '.join([word, str(len(ts))] + [self.type(u) for u in ts])

    def value(self, t, v):
        d = self.d
        match t:
            case d.BoolType(): return str(int(bool(v)))
            case d.CharType(): return str(ord(v))
            case d.StringType(): return self.string(v)
            case d.F32Type(): return str(bits32(v))
            case d.F64Type(): return str(bits64(v))
            case d.ErrorContextType(): return str(self.number(v))
            case d.PrimValType(): return str(int(v))
            case d.ListType(u): return self.values([len(v)], [u] * len(v), v)
            case d.MapType(key, value):
                return self.value(d.ListType(d.TupleType([key, value])), v)
            case d.RecordType(fields): return self.values([], [f.t for f in fields], [v[f.label] for f in fields])
            case d.TupleType(ts): return self.values([], ts, [v[str(i)] for i in range(len(ts))])
            case d.FlagsType(labels): return str(sum(int(bool(v[l])) << i for i, l in enumerate(labels)))
            case d.OwnType() | d.BorrowType(): return str(v)
            case d.StreamType() | d.FutureType(): return str(self.number(v))
        cases = d.despecialize(t).cases
        index, payload = d.match_case(v, cases)
        u = cases[index].t
        return str(index) if u is None else f'{index} {self.value(u, payload)}'

    def values(self, words, ts, vs):
        return ' '.join([str(w) for w in words] + [self.value(t, v) for t, v in zip(ts, vs, strict=True)])

    def string(self, v):
        text, encoding, units = v
        form = {'utf8': 'u8', 'utf16': 'u16'}.get(encoding) or ('t16' if units >> 31 else 'l1')
        return f"{form} x{text.encode('utf-8').hex()}"

    def core(self, types, vs):
        """Core values as their bits."""
        bits = {'i32': int, 'i64': int, 'f32': bits32, 'f64': bits64}
        return ' '.join(str(bits[t](v)) for t, v in zip(types, vs, strict=True))


def bits32(v):
    return struct.unpack('<I', struct.pack('<f', v))[0]


def bits64(v):
    return struct.unpack('<Q', struct.pack('<d', v))[0]


def memory(data):
    return f"{len(data)} x{bytes(data).rstrip(bytes(1)).hex()}"
