package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import java.util.Optional;
import java.util.OptionalInt;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads `canon`.
final class CanonReader {
  private final AstReader in;
  private final TypeReader types;
  private final CoreTypeReader coreTypes;

  CanonReader(AstReader in, TypeReader types, CoreTypeReader coreTypes) {
    this.in = in;
    this.types = types;
    this.coreTypes = coreTypes;
  }

  /// `canon`
  Canon canon() {
    int at = in.in().offset();
    int b = in.u8();
    return switch (b) {
      case 0x00 -> {
        in.expect(0, "canonical function lift");
        int coreFuncidx = in.u32();
        CanonOpts opts = opts();
        yield new Canon.Lift(coreFuncidx, opts, in.u32());
      }
      case 0x01 -> {
        in.expect(0, "canonical function lower");
        yield new Canon.Lower(in.u32(), opts());
      }
      case 0x02 -> new Canon.ResourceNew(in.u32());
      case 0x03 -> new Canon.ResourceDrop(in.u32());
      case 0x04 -> new Canon.ResourceRep(in.u32());
      case 0x09 -> {
        Optional<ValTypeRef> result = types.resultlist();
        yield new Canon.TaskReturn(result, opts());
      }
      default -> builtin(at, b);
    };
  }

  /// The built-ins of {@link CanonBuiltin}.
  private Canon builtin(int at, int b) {
    CanonBuiltin builtin = CanonBuiltin.of(b);
    if (builtin == null) {
      in.unexpected(at, b, "canonical function");
      return new Canon.ResourceDrop(0);
    }
    builtin.feature().ifPresent(f -> in.require(f, at, "canon " + builtin.mnemonic()));
    return new Canon.Builtin(builtin, immediates(builtin));
  }

  private Canon.Immediates immediates(CanonBuiltin builtin) {
    return switch (builtin.immediates()) {
      case NONE -> Canon.Immediates.NONE;
      case FLAG -> new Canon.Flag(in.flag());
      case CONTEXT -> new Canon.Context(coreTypes.valtype(), in.u32());
      case TYPE -> new Canon.OfType(in.u32(), CanonOpts.NONE, false);
      case TYPE_OPTS -> new Canon.OfType(in.u32(), opts(), false);
      case TYPE_FLAG -> new Canon.OfType(in.u32(), CanonOpts.NONE, in.flag());
      case OPTS -> new Canon.Options(opts());
      case FLAG_INDEX -> new Canon.Waiting(in.flag(), in.u32());
      case TYPE_INDEX -> new Canon.NewThread(false, in.u32(), OptionalInt.of(in.u32()));
      case FLAG_TYPE -> new Canon.NewThread(in.flag(), in.u32(), OptionalInt.empty());
      case FLAG_TYPE_INDEX -> new Canon.NewThread(in.flag(), in.u32(), OptionalInt.of(in.u32()));
    };
  }

  /// `opts`: each option at most once, and at most one string encoding.
  private CanonOpts opts() {
    Options options = new Options();
    int count = in.count("canonOptions", in.limits().canonOptions());
    for (int i = 0; i < count && in.in().ok(); i++) {
      options.read();
    }
    return options.done();
  }

  /// The options read so far.
  private final class Options {
    private @Nullable StringEncoding encoding;
    private OptionalInt memory = OptionalInt.empty();
    private OptionalInt realloc = OptionalInt.empty();
    private OptionalInt postReturn = OptionalInt.empty();
    private OptionalInt callback = OptionalInt.empty();
    private boolean async;

    void read() {
      int at = in.in().offset();
      int b = in.u8();
      switch (b) {
        case 0x00, 0x01, 0x02 -> encoding(at, StringEncoding.values()[b]);
        case 0x03 -> memory = once(at, memory, "memory");
        case 0x04 -> realloc = once(at, realloc, "realloc");
        case 0x05 -> postReturn = once(at, postReturn, "post-return");
        case 0x06 -> {
          if (async) {
            duplicate(at, "async");
          }
          async = true;
        }
        case 0x07 -> callback = once(at, callback, "callback");
        default -> in.unexpected(at, b, "canonical option");
      }
    }

    private void encoding(int at, StringEncoding given) {
      if (encoding != null) {
        String subject = "`" + text(encoding) + "`, `" + text(given) + "`";
        in.in().fail(new Fault.InvalidFault(ValidationCode.OPTION_CONFLICT, at, subject));
      }
      encoding = given;
    }

    /// The word of the binary format's documentation, with a hyphen as the test suite has it.
    private static String text(StringEncoding encoding) {
      return encoding.word().replace('+', '-');
    }

    private OptionalInt once(int at, OptionalInt before, String option) {
      if (before.isPresent()) {
        duplicate(at, option);
      }
      return OptionalInt.of(in.u32());
    }

    private void duplicate(int at, String option) {
      in.in().fail(new Fault.InvalidFault(ValidationCode.OPTION_DUPLICATE, at, "`" + option + "`"));
    }

    CanonOpts done() {
      StringEncoding given = encoding == null ? StringEncoding.UTF8 : encoding;
      return new CanonOpts(given, memory, realloc, postReturn, async, callback);
    }
  }
}
