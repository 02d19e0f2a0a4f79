package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.Module;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Decodes and validates a component, section by section: each definition is validated as soon as
/// it is read, against the index spaces that those before it have made.
///
/// Nested components are open frames on an explicit stack of at most {@link Limits#componentDepth}.
/// The reader and the rules keep the first fault each; the decoder asks both after each definition,
/// so the fault with the smallest offset is the one that is reported.
// [impl->req~decoder-component~1]
// [impl->req~decoder-hostile-component~1]
final class ComponentDecoder {
  private static final int MAGIC = 0x6d73_6100;
  private static final int VERSION = 0x0001_000d;
  private static final int CORE_VERSION = 0x0000_0001;

  private final byte[] bytes;
  private final DecoderOptions options;
  private final Limits limits;
  private final Storage storage;
  private final FirstFault faults;
  private final List<Module> modules = new ArrayList<>();
  private final Deque<Frame> open = new ArrayDeque<>();
  private int definitionCount;
  private int customCount;

  ComponentDecoder(byte[] bytes, DecoderOptions options, MemoryBudget budget) {
    this.bytes = bytes;
    this.options = options;
    this.limits = options.limits();
    this.storage = new Storage(budget);
    this.faults = new FirstFault(limits, storage, options.features());
  }

  /// A component that is being decoded.
  private static final class Frame {
    final ByteReader in;
    final int offset;
    final ComponentScope scope;
    final List<Definition> definitions = new ArrayList<>();

    Frame(ByteReader in, ComponentScope scope) {
      this.in = in;
      this.offset = in.offset();
      this.scope = scope;
    }
  }

  Result<Component> decode() {
    faults.within("bytes", bytes.length, limits.bytes());
    open(0, bytes.length);
    while (faults.ok()) {
      Frame top = open.getFirst();
      if (top.in.remaining() > 0) {
        section(top);
        keep(top.in);
        continue;
      }
      open.pop();
      top.scope.types.values.end();
      Component done = close(top);
      if (open.isEmpty() && faults.ok()) {
        return Result.ok(done);
      }
      if (faults.ok()) {
        define(open.getFirst(), new Definition.Nested(done), top.offset);
      }
    }
    modules.forEach(Module::close);
    storage.close();
    Fault fault = faults.fault();
    return Result.err(fault == null ? endOfFile(bytes.length, "") : fault);
  }

  private static Fault endOfFile(long at, String subject) {
    return new Fault.MalformedFault(ValidationCode.END_OF_FILE, at, subject);
  }

  private Component close(Frame frame) {
    ComponentType type = frame.scope.externs.componentType();
    boolean root = open.isEmpty();
    return new Component(
        frame.definitions,
        type,
        root ? storage : null,
        root ? modules : List.of(),
        faults.primitiveNames());
  }

  /// Opens a component that occupies `bytes[offset, end)`.
  private void open(int offset, int end) {
    ByteReader in = new ByteReader(bytes, offset, end, storage);
    faults.at(offset);
    faults.within("componentDepth", open.size() + 1L, limits.componentDepth());
    preamble(in, VERSION, CORE_VERSION, ValidationCode.NOT_A_COMPONENT);
    @Nullable Frame outer = open.peek();
    open.push(new Frame(in, new ComponentScope(outer == null ? null : outer.scope, faults)));
    faults.charge(4);
    keep(in);
  }

  /// `preamble`; the other layer's version gets a fault of its own.
  private static void preamble(ByteReader in, int version, int other, ValidationCode wrongLayer) {
    int start = in.offset();
    if (in.fixed32() != MAGIC && in.ok()) {
      in.malformed(DecoderCode.BAD_MAGIC, start, "");
    }
    int at = in.offset();
    int found = in.fixed32();
    if (found == other && in.ok()) {
      String layer = other == CORE_VERSION ? "this is a core module" : "this is a component";
      in.fail(new Fault.MalformedFault(wrongLayer, at, layer));
    } else if (found != version && in.ok()) {
      in.malformed(DecoderCode.BAD_VERSION, at, Integer.toHexString(found));
    }
  }

  /// Takes over a reader's fault. Its words for a missing end are those of core modules.
  private void keep(ByteReader in) {
    Fault fault = in.fault();
    if (fault instanceof Fault.MalformedFault f
        && (f.code() == DecoderCode.UNEXPECTED_END
            || f.code() == DecoderCode.LENGTH_OUT_OF_BOUNDS)) {
      faults.fail(endOfFile(f.offset(), f.subject()));
    } else if (fault != null) {
      faults.fail(fault);
    }
  }

  private void section(Frame frame) {
    int at = frame.in.offset();
    int id = frame.in.u8();
    ComponentSection section = ComponentSection.of(id);
    if (section == null) {
      frame.in.malformed(DecoderCode.MALFORMED_SECTION_ID, at, Integer.toString(id));
      return;
    }
    int length = frame.in.u32();
    if (!frame.in.ok()) {
      return;
    }
    if (length < 0 || length > frame.in.remaining()) {
      frame.in.malformed(DecoderCode.UNEXPECTED_END, at, "section " + id);
      return;
    }
    int start = frame.in.offset();
    frame.in.skip(length);
    switch (section) {
      case CUSTOM -> custom(start, length);
      case CORE_MODULE -> module(frame, start, length);
      case COMPONENT -> open(start, start + length);
      default -> items(frame, section, start, length);
    }
  }

  /// A custom section has a name; what follows is nobody's business.
  private void custom(int start, int length) {
    customCount++;
    faults.within("customSections", customCount, limits.customSections());
    ByteReader in = new ByteReader(bytes, start, start + length, storage);
    in.name(limits.nameBytes());
    keep(in);
  }

  private void module(Frame frame, int start, int length) {
    faults.within("coreModules", modules.size() + 1L, limits.coreModules());
    ByteReader in = new ByteReader(bytes, start, start + length, storage);
    preamble(in, CORE_VERSION, VERSION, ValidationCode.NOT_A_MODULE);
    keep(in);
    if (!faults.ok()) {
      return;
    }
    switch (Module.decode(bytes, start, length, options, storage.budget())) {
      case Result.Err<Module> err -> faults.fail(err.fault());
      case Result.Ok<Module> ok -> {
        modules.add(ok.value());
        define(frame, new Definition.CoreModule(ok.value()), start);
      }
    }
  }

  /// A section that is a vector of definitions, or the one definition of a start section.
  private void items(Frame frame, ComponentSection section, int start, int length) {
    ByteReader in = new ByteReader(bytes, start, start + length, storage);
    AstReader ast = new AstReader(in, options);
    Supplier<Definition> item = new DefinitionReader(ast).of(section);
    boolean one = section == ComponentSection.START;
    if (one || section == ComponentSection.VALUE) {
      ast.require(Feature.VALUES, start, one ? "start" : "value section");
    }
    int count = one ? 1 : ast.count("definitions", limits.definitions());
    for (int i = 0; i < count && in.ok() && faults.ok(); i++) {
      int at = in.offset();
      Definition definition = item.get();
      keep(in);
      define(frame, definition, at);
      if (definition instanceof Definition.Value value && faults.ok()) {
        value(frame, value);
      }
    }
    if (in.ok() && faults.ok() && in.remaining() > 0) {
      in.fail(new Fault.MalformedFault(ValidationCode.TRAILING_BYTES, in.offset(), ""));
    }
    keep(in);
  }

  /// The bytes of a value are one of its type.
  private void value(Frame frame, Definition.Value value) {
    int end = value.offset() + value.length();
    ByteReader in = new ByteReader(bytes, value.offset(), end, storage);
    new ValueReader(in, faults).read(frame.scope.types.valtype(value.type()));
    keep(in);
  }

  private void define(Frame frame, Definition definition, int at) {
    definitionCount++;
    faults.within("definitions", definitionCount, limits.definitions());
    if (faults.ok()) {
      faults.at(at);
      frame.definitions.add(definition);
      new DefinitionRules(frame.scope).define(definition);
    }
  }
}
