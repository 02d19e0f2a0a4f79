package dev.wrt.component.value;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.WaveFrame.Shape;
import dev.wrt.component.value.WaveLexer.Kind;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads WAVE by the type that it is to have. A stack of frames, one for each compound value that
/// is under way, takes the place of recursion; the type bounds its depth.
final class WaveParser {
  /// The element of a stream without element type.
  private static final ValType NOTHING = new ValType.TupleType(List.of());

  private final WaveLexer lexer;
  private final ArrayDeque<WaveFrame> frames = new ArrayDeque<>();
  private final @Nullable WaveEnds ends;

  /// A parser of text without streams and futures.
  WaveParser(String text, int from) {
    this(text, from, null);
  }

  /// A parser.
  ///
  /// @param ends makes streams and futures; null where they have no text form
  WaveParser(String text, int from, @Nullable WaveEnds ends) {
    this.lexer = new WaveLexer(text, from);
    this.ends = ends;
  }

  /// Reads one value, to the end of the text.
  // [impl->req~wave-parse~1]
  Result<Value> value(ValType type) {
    Value value = read(type);
    if (value != null && lexer.kind() != Kind.END) {
      lexer.refuse(ValueCode.TRAILING, "the end of the text");
    }
    Fault fault = lexer.fault();
    return fault == null && value != null ? Result.ok(value) : Result.err(failure());
  }

  /// Reads arguments between parentheses, to the end of the text; `none` at the end may be left
  /// out.
  // [impl->req~wave-call~1]
  Result<Values> arguments(ComponentFuncType type) {
    List<ValType> types = type.params().stream().map(ComponentFuncType.Param::type).toList();
    WaveFrame frame = WaveFrame.tuple(PrimValType.BOOL, types);
    expect('(', "( and the arguments");
    while (!lexer.is(')') && separated(frame) && !lexer.is(')')) {
      if (!frame.wantsMore()) {
        lexer.refuse(ValueCode.WRONG_COUNT, types.size() + " arguments");
        break;
      }
      ValType next = frame.nextType();
      Value value = read(next);
      if (value != null) {
        frame.add(value);
      }
    }
    while (lexer.isSound() && frame.wantsMore() && frame.nextType() instanceof ValType.OptionType) {
      frame.add(Value.OptionValue.NONE);
    }
    if (lexer.isSound() && frame.wantsMore()) {
      lexer.refuse(ValueCode.WRONG_COUNT, types.size() + " arguments");
    }
    expect(')', ") after the arguments");
    if (lexer.isSound() && lexer.kind() != Kind.END) {
      lexer.refuse(ValueCode.TRAILING, "the end of the text");
    }
    return lexer.isSound() ? Result.ok(new Values(frame.parts())) : Result.err(failure());
  }

  private Fault failure() {
    Fault fault = lexer.fault();
    if (fault == null) {
      lexer.refuse(ValueCode.INCOMPLETE, "a value");
      fault = lexer.fault();
    }
    return fault == null ? new Fault.CallFault(ValueCode.INCOMPLETE, "", "a value", "") : fault;
  }

  /// Reads a value; null where there is a fault.
  private @Nullable Value read(ValType type) {
    Value have = begin(type);
    while (lexer.isSound()) {
      WaveFrame top = frames.peek();
      if (have == null && top != null) {
        have = goOn(top);
      } else if (have == null || top == null) {
        return have;
      } else {
        top.add(have);
        have = null;
      }
    }
    return null;
  }

  /// Begins a value: gives it if it has no parts, else pushes its frame.
  private @Nullable Value begin(ValType type) {
    return switch (type) {
      case PrimValType t -> WaveScalars.read(lexer, t);
      case ValType.ListType t -> open('[', WaveFrame.list(t, t.element()));
      case ValType.FixedLengthListType t -> open('[', WaveFrame.fixedList(t));
      case ValType.MapType t ->
          open('[', WaveFrame.list(t, new ValType.TupleType(List.of(t.key(), t.value()))));
      case ValType.TupleType t -> open('(', WaveFrame.tuple(t, t.elements()));
      case ValType.RecordType t -> open('{', WaveFrame.record(t));
      case ValType.FlagsType t -> flags(t);
      case ValType.EnumType t -> enumeration(t);
      case ValType.VariantType t -> variant(t);
      case ValType.OptionType t -> option(t);
      case ValType.ResultType t -> result(t);
      case ValType.OwnType _, ValType.BorrowType _ -> noTextForm(type);
      case ValType.StreamType t -> stream(t);
      case ValType.FutureType t -> future(t);
    };
  }

  private @Nullable Value noTextForm(ValType type) {
    lexer.refuse(ValueCode.NO_TEXT_FORM, WitTypes.print(type));
    return null;
  }

  private @Nullable Value open(char bracket, WaveFrame frame) {
    if (!lexer.is(bracket)) {
      return unexpected(frame.type());
    }
    lexer.next();
    return push(frame);
  }

  // [impl->req~wave-bounds~1]
  private @Nullable Value push(WaveFrame frame) {
    if (frames.size() >= Wave.DEPTH_MAX) {
      lexer.refuse(ValueCode.TOO_DEEP, "at most " + Wave.DEPTH_MAX + " values inside each other");
    }
    frames.push(frame);
    return null;
  }

  private void expect(char punctuation, String expected) {
    if (!lexer.isSound()) {
      return;
    }
    if (lexer.is(punctuation)) {
      lexer.next();
    } else {
      lexer.refuse(ValueCode.UNEXPECTED, expected);
    }
  }

  /// Goes on with the top frame: gives its value if it is complete, else begins its next part.
  private @Nullable Value goOn(WaveFrame top) {
    return switch (top.shape()) {
      case FLAT -> top.wantsMore() ? begin(top.nextType()) : close(top);
      case PAYLOAD -> top.wantsMore() ? begin(top.nextType()) : closeWith(top, ')');
      case LIST, FIXED_LIST -> elements(top, ']');
      case TUPLE -> elements(top, ')');
      case RECORD -> fields(top);
    };
  }

  private @Nullable Value elements(WaveFrame top, char closing) {
    if (lexer.is(closing) && (top.shape() == Shape.LIST || !top.wantsMore())) {
      return closeWith(top, closing);
    }
    if (!separated(top)) {
      return null;
    }
    boolean ended = lexer.is(closing) && top.shape() == Shape.LIST;
    if (ended || !top.wantsMore()) {
      return closeWith(top, closing);
    }
    return begin(top.nextType());
  }

  /// Whether the next part of a frame may begin: the first, or one after a comma.
  private boolean separated(WaveFrame frame) {
    if (frame.count() > 0) {
      expect(',', ", or the closing bracket");
    }
    return lexer.isSound();
  }

  private @Nullable Value fields(WaveFrame top) {
    ValType.RecordType type = (ValType.RecordType) top.type();
    if (top.count() == 0 && lexer.is(':')) {
      lexer.next();
      return closeWith(top, '}');
    }
    if (lexer.is('}') && top.count() > 0) {
      return closeWith(top, '}');
    }
    if (!separated(top)) {
      return null;
    }
    if (lexer.is('}') && top.count() > 0) {
      return closeWith(top, '}');
    }
    List<String> labels = type.fields().stream().map(ValType.Field::name).toList();
    int index = label(labels, type);
    if (index >= 0 && !top.choose(index)) {
      lexer.refuse(ValueCode.DUPLICATE_LABEL, "each field once");
    }
    lexer.next();
    expect(':', ": and the value of the field");
    return lexer.isSound() ? begin(top.nextType()) : null;
  }

  private @Nullable Value unexpected(ValType expected) {
    lexer.refuse(ValueCode.UNEXPECTED, WitTypes.print(expected));
    return null;
  }

  /// The index of the label that the token is; -1 and a fault if it is none.
  private int label(List<String> labels, ValType type) {
    if (!lexer.isLabel()) {
      unexpected(type);
      return -1;
    }
    int index = labels.indexOf(lexer.value());
    if (index < 0) {
      lexer.refuse(ValueCode.UNKNOWN_LABEL, WitTypes.print(type));
    }
    return index;
  }

  private @Nullable Value closeWith(WaveFrame top, char closing) {
    if (top.shape() == Shape.RECORD) {
      String missing = top.complete();
      if (missing != null) {
        lexer.refuse(ValueCode.MISSING_FIELD, "field " + missing);
        return null;
      }
    }
    expect(closing, String.valueOf(closing));
    return lexer.isSound() ? close(top) : null;
  }

  private @Nullable Value close(WaveFrame top) {
    frames.pop();
    Value value = top.value();
    return switch (top.type()) {
      case ValType.StreamType t when ends != null && value instanceof Sequence elements ->
          made(ends.stream(t, elements));
      case ValType.FutureType t when ends != null -> made(ends.future(t, value));
      default -> value;
    };
  }

  // Streams and futures

  private @Nullable Value made(Result<Value> end) {
    return switch (end) {
      case Result.Ok<Value> ok -> ok.value();
      case Result.Err<Value> err -> {
        lexer.fail(err.fault());
        yield null;
      }
    };
  }

  // [impl->req~wave-ends~1]
  private @Nullable Value stream(ValType.StreamType type) {
    if (ends == null) {
      return noTextForm(type);
    }
    if (lexer.kind() == Kind.NAMED) {
      return named(type, ends);
    }
    if (lexer.kind() == Kind.STRING && type.element().equals(Optional.of(PrimValType.U8))) {
      byte[] bytes = lexer.value().getBytes(StandardCharsets.UTF_8);
      lexer.next();
      return made(ends.stream(type, ByteList.owned(bytes)));
    }
    return open('[', WaveFrame.list(type, type.element().orElse(NOTHING)));
  }

  private @Nullable Value future(ValType.FutureType type) {
    if (ends == null) {
      return noTextForm(type);
    }
    if (lexer.kind() == Kind.NAMED) {
      return named(type, ends);
    }
    return type.element().isPresent()
        ? push(WaveFrame.payload(type, type.element().get(), 0, true))
        : open('(', WaveFrame.tuple(type, List.of()));
  }

  private @Nullable Value named(ValType type, WaveEnds makes) {
    String name = lexer.value();
    lexer.next();
    return lexer.isSound() ? made(makes.named(type, name)) : null;
  }

  private @Nullable Value flags(ValType.FlagsType type) {
    if (!lexer.is('{')) {
      return unexpected(type);
    }
    lexer.next();
    int bits = 0;
    boolean first = true;
    while (lexer.isSound() && !lexer.is('}')) {
      if (!first) {
        expect(',', ", or }");
      }
      if (lexer.isSound() && !(lexer.is('}') && !first)) {
        int index = label(type.labels(), type);
        if (index >= 0 && (bits >>> index & 1) != 0) {
          lexer.refuse(ValueCode.DUPLICATE_LABEL, "each flag once");
        }
        bits |= index >= 0 ? 1 << index : 0;
        lexer.next();
      }
      first = false;
    }
    expect('}', "}");
    return lexer.isSound() ? new Value.FlagsValue(bits) : null;
  }

  /// The index of the case that the token is, which is then read over; -1 and a fault if it is
  /// none.
  private int caseLabel(List<String> labels, ValType type) {
    if (lexer.kind() == Kind.LABEL && WaveScalars.isKeyword(lexer.value())) {
      lexer.refuse(ValueCode.UNEXPECTED, WitTypes.print(type) + ", keywords with %");
    }
    int index = lexer.isSound() ? label(labels, type) : -1;
    lexer.next();
    return index;
  }

  private @Nullable Value enumeration(ValType.EnumType type) {
    int index = caseLabel(type.labels(), type);
    return index < 0 ? null : new Value.EnumValue(index);
  }

  private @Nullable Value variant(ValType.VariantType type) {
    int index = caseLabel(type.cases().stream().map(ValType.Case::name).toList(), type);
    if (index < 0) {
      return null;
    }
    Optional<ValType> payload = type.cases().get(index).type();
    return payload.isEmpty()
        ? new Value.VariantValue(index, null)
        : open('(', WaveFrame.payload(type, payload.get(), index, false));
  }

  private @Nullable Value option(ValType.OptionType type) {
    if (lexer.isKeyword("none")) {
      lexer.next();
      return Value.OptionValue.NONE;
    }
    if (lexer.isKeyword("some")) {
      lexer.next();
      return open('(', WaveFrame.payload(type, type.some(), 1, false));
    }
    return flat(type, Optional.of(type.some()), 1);
  }

  private @Nullable Value result(ValType.ResultType type) {
    boolean ok = lexer.isKeyword("ok");
    if (!ok && !lexer.isKeyword("err")) {
      return flat(type, type.ok(), 0);
    }
    lexer.next();
    Optional<ValType> payload = ok ? type.ok() : type.error();
    return payload.isEmpty()
        ? new Value.ResultValue(ok, null)
        : open('(', WaveFrame.payload(type, payload.get(), ok ? 0 : 1, false));
  }

  /// A payload that stands for `some` or `ok` itself; it must not be an option or result.
  private @Nullable Value flat(ValType type, Optional<ValType> payload, int caseIndex) {
    boolean allowed =
        payload.isPresent()
            && !(payload.get() instanceof ValType.OptionType)
            && !(payload.get() instanceof ValType.ResultType);
    return allowed
        ? push(WaveFrame.payload(type, payload.get(), caseIndex, true))
        : unexpected(type);
  }
}
