"""Writes down what the specification's definitions do.

The recorder puts itself around the functions of `definitions.py` that lift, lower and flatten. Each
outermost call becomes a case: one line, sections between bars.

    layout | ADDRESS | TYPE | size alignment | flat types, or `more`
    flatten | CONTEXT async callback ADDRESS | N TYPE.. | TYPE or _ | core params | core results
    lift | ENCODING ADDRESS maxFlat | N TYPE.. | core values | MEMORY | HANDLES | VALUE.. or trap
    lower | ENCODING ADDRESS maxFlat | N TYPE.. | VALUE.. | out-pointer or _ | MEMORY | CALLS | HANDLES
          | core values or trap | MEMORY
    load | ENCODING ADDRESS | TYPE | ptr count | MEMORY | HANDLES | VALUE.. or trap
    store | ENCODING ADDRESS | TYPE | ptr count VALUE.. | MEMORY | CALLS | HANDLES | `ok` or trap | MEMORY

ADDRESS is `i32` or `i64`. MEMORY is before and after. CALLS are the calls of realloc: crc-32 of the memory before it, the four
arguments, the answer or `trap`, how many ranges it has changed itself, and each as its offset and
bytes. HANDLES are the uses of the handle table: own, borrow, end or error-context, the index, and
what it stands for, or `trap`; own and borrow have the number of the resource type first.
"""
import sys
import zlib

import notation

MAX_FLAT = 16
MAX_FLAT_RESULTS = 1
EVERYTHING_FLAT = 1000


class Recorder:
    def __init__(self, d, out=sys.stdout):
        self.d = d
        self.out = out
        self.busy = False
        self.skipped = 0
        self.written = 0
        self.line_max = 6000

    def install(self):
        d = self.d
        d.lift_flat_values = self.lifting(d.lift_flat_values, lambda cx, most, vi, ts: (cx, most, vi, ts))
        d.lift_flat = self.lifting(d.lift_flat, lambda cx, vi, t: (cx, EVERYTHING_FLAT, vi, [t]))
        d.lower_flat_values = self.lowering(
            d.lower_flat_values, lambda cx, most, vs, ts, out=None: (cx, most, vs, ts, out))
        d.lower_flat = self.lowering(d.lower_flat, lambda cx, v, t: (cx, EVERYTHING_FLAT, [v], [t], None))
        d.load_list_from_valid_range = self.loading(
            d.load_list_from_valid_range, lambda cx, ptr, n, t: (cx, ptr, n, t))
        d.load = self.loading(d.load, lambda cx, ptr, t: (cx, ptr, 1, t), single=True)
        d.store_list_into_valid_range = self.storing(
            d.store_list_into_valid_range, lambda cx, vs, ptr, t: (cx, vs, ptr, t))
        d.store = self.storing(d.store, lambda cx, v, t, ptr: (cx, [v], ptr, t))
        d.flatten_functype = self.flattening(d.flatten_functype)
        d.lift_own = self.handle(d.lift_own, lambda cx, i, t: (f'own {self.number(t.rt)}', i, None), int)
        d.lift_borrow = self.handle(d.lift_borrow, lambda cx, i, t: (f'borrow {self.number(t.rt)}', i, None), int)
        d.lift_async_value = self.handle(
            d.lift_async_value, lambda end, cx, i, t: ('end', i, None), lambda v: self.number(v))
        d.lift_error_context = self.handle(
            d.lift_error_context, lambda cx, i: ('error-context', i, None), lambda v: self.number(v))
        d.lower_own = self.handle(d.lower_own, lambda cx, rep, t: (f'own {self.number(t.rt)}', None, rep), int)
        d.lower_borrow = self.handle(
            d.lower_borrow, lambda cx, rep, t: (f'borrow {self.number(t.rt)}', None, rep), int)
        d.lower_stream = self.handle(d.lower_stream, lambda cx, v, t: ('end', None, self.number(v)), int)
        d.lower_future = self.handle(d.lower_future, lambda cx, v, t: ('end', None, self.number(v)), int)
        d.lower_error_context = self.handle(
            d.lower_error_context, lambda cx, v: ('error-context', None, self.number(v)), int)
        d.LiftLowerContext.reallocate = self.realloc(d.LiftLowerContext.reallocate)

    def number(self, thing):
        return self.words.number(thing)

    def begin(self):
        self.busy = True
        self.words = notation.Notation(self.d)
        self.calls = []
        self.handles = []

    def write(self, *sections):
        line = ' | '.join(sections)
        if len(line) > self.line_max:
            self.skipped += 1
        else:
            print(line, file=self.out)
            self.written += 1

    def case(self, run, describe):
        """Runs the outermost call and writes its case."""
        self.begin()
        try:
            finish = describe()
        except notation.Unspoken:
            finish = None
            self.skipped += 1
        result = None
        trap = None
        try:
            result = run()
        except self.d.Trap as raised:
            trap = raised
        finally:
            self.busy = False
        if finish is not None:
            finish(trap is not None, result)
        if trap is not None:
            raise trap
        return result

    def types(self, ts):
        return ' '.join([str(len(ts))] + [self.words.type(t) for t in ts])

    def head(self, cx, *rest):
        return ' '.join([cx.opts.string_encoding, address(cx.opts)] + [str(r) for r in rest])

    def lifting(self, function, arguments):
        def lift(*args):
            if self.busy:
                return function(*args)
            cx, most, vi, ts = arguments(*args)
            if len(self.d.flatten_types(ts, cx.opts)) > MAX_FLAT < most:
                return function(*args)
            return self.case(lambda: function(*args), lambda: self.lift(cx, most, vi, ts))
        return lift

    def lift(self, cx, most, vi, ts):
        head = self.head(cx, min(most, MAX_FLAT))
        flat = self.d.flatten_types(ts, cx.opts)
        flat = flat if len(flat) <= most else [address(cx.opts)]
        core = self.words.core(flat, vi.values[vi.i:vi.i + len(flat)])
        types = self.types(ts)
        before = notation.memory(data_of(cx) or b'')

        def finish(trapped, vs):
            vs = vs if most < EVERYTHING_FLAT else [vs]
            answer = 'trap' if trapped else self.words.values([], ts, vs)
            self.write('lift', head, types, core, before, ' '.join(self.handles), answer)
        return finish

    def lowering(self, function, arguments):
        def lower(*args):
            if self.busy:
                return function(*args)
            cx, most, vs, ts, out = arguments(*args)
            if len(self.d.flatten_types(ts, cx.opts)) > MAX_FLAT < most:
                return function(*args)
            return self.case(lambda: function(*args), lambda: self.lower(cx, most, vs, ts, out))
        return lower

    def lower(self, cx, most, vs, ts, out):
        head = self.head(cx, min(most, MAX_FLAT))
        flat = self.d.flatten_types(ts, cx.opts)
        spilled = len(flat) > most
        pointer = str(out.values[out.i]) if spilled and out is not None else '_'
        types = self.types(ts)
        given = self.words.values([], ts, vs)
        before = notation.memory(data_of(cx) or b'')
        flat = flat if not spilled else [address(cx.opts)] if out is None else []

        def finish(trapped, core):
            answer = 'trap' if trapped else self.words.core(flat, core)
            after = '' if trapped else notation.memory(data_of(cx) or b'')
            self.write('lower', head, types, given, pointer, before,
                       ' '.join(self.calls), ' '.join(self.handles), answer, after)
        return finish

    def loading(self, function, arguments, single=False):
        def load(*args):
            if self.busy:
                return function(*args)
            cx, ptr, count, t = arguments(*args)
            return self.case(lambda: function(*args), lambda: self.load(cx, ptr, count, t, single))
        return load

    def load(self, cx, ptr, count, t, single):
        head = self.head(cx)
        words = self.words.type(t)
        before = notation.memory(data_of(cx))

        def finish(trapped, vs):
            vs = [vs] if single else vs
            answer = 'trap' if trapped else self.words.values([], [t] * len(vs), vs)
            self.write('load', head, words, f'{ptr} {count}', before, ' '.join(self.handles), answer)
        return finish

    def storing(self, function, arguments):
        def store(*args):
            if self.busy:
                return function(*args)
            cx, vs, ptr, t = arguments(*args)
            return self.case(lambda: function(*args), lambda: self.store(cx, vs, ptr, t))
        return store

    def store(self, cx, vs, ptr, t):
        head = self.head(cx)
        words = self.words.type(t)
        given = self.words.values([ptr, len(vs)], [t] * len(vs), vs)
        before = notation.memory(data_of(cx))

        def finish(trapped, _):
            after = '' if trapped else notation.memory(data_of(cx))
            self.write('store', head, words, given, before, ' '.join(self.calls),
                       ' '.join(self.handles), 'trap' if trapped else 'ok', after)
        return finish

    def flattening(self, function):
        def flatten(opts, ft, context):
            if self.busy:
                return function(opts, ft, context)
            return self.case(lambda: function(opts, ft, context), lambda: self.flatten(opts, ft, context))
        return flatten

    def flatten(self, opts, ft, context):
        if self.d.MAX_FLAT_RESULTS != MAX_FLAT_RESULTS:
            raise notation.Unspoken('a limit that a test has changed')
        if len(ft.result_type()) > 1:
            raise notation.Unspoken('more than one result')
        params = self.types(ft.param_types())
        result = ' '.join(self.words.type(t) for t in ft.result_type()) or '_'

        def finish(_, core):
            self.write('flatten', f'{context} {int(opts.async_)} {int(bool(opts.callback))} {address(opts)}', params, result,
                       ' '.join(core.params), ' '.join(core.results))
        return finish

    def layout(self, t, address):
        """Writes size, alignment and flat form of a type."""
        d = self.d
        self.begin()
        self.busy = False
        flat = d.flatten_type(t, d.LiftLowerOptions('utf8', d.MemInst(bytearray(0), address)))
        flat = ' '.join(flat) if len(flat) <= MAX_FLAT else 'more'
        size = f'{d.elem_size(t, address)} {d.alignment(t, address)}'
        self.write('layout', address, self.words.type(t), size, flat)

    def handle(self, function, describe, answer):
        def use(*args):
            if not self.busy:
                return function(*args)
            kind, index, given = describe(*args)
            self.handles += [kind, str(index if given is None else given)]
            self.handles.append('trap')
            result = function(*args)
            self.handles[-1] = str(answer(result))
            return result
        return use

    def realloc(self, function):
        def reallocate(cx, old, old_size, alignment, size):
            if not self.busy:
                return function(cx, old, old_size, alignment, size)
            before = bytes(data_of(cx))
            at = len(self.calls)
            self.calls += [str(x) for x in (zlib.crc32(before), old, old_size, alignment, size)] + ['trap', '0']
            ptr = function(cx, old, old_size, alignment, size)
            self.calls[at + 5:] = [str(ptr)] + changes(before, data_of(cx))
            return ptr
        return reallocate


def data_of(cx):
    return None if cx.opts.memory is None else cx.opts.memory.bytes


def address(opts):
    return 'i32' if opts.memory is None else opts.memory.ptr_type()


def changes(before, after):
    """The one range that differs, if any."""
    if before == after:
        return ['0']
    first = next(i for i in range(len(after)) if before[i] != after[i])
    last = next(i for i in reversed(range(len(after))) if before[i] != after[i])
    return ['1', str(first), f'x{bytes(after[first:last + 1]).hex()}']
