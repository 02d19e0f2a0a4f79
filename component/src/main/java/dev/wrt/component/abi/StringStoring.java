package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.StringForm;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.memory.SafeMemory;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Storing of one string: `store_string_into_range` of CanonicalABI.md, which asks the guest for
/// memory in up to three steps, since nobody knows the length beforehand in another encoding.
///
/// It is a state machine around these requests. {@link #begin} makes the first one; {@link
/// #reallocated} takes what the guest has answered, writes what can be written, and either makes
/// the next request or is done. The order and the sizes of the requests are the specification's.
final class StringStoring {
  private static final byte[] NO_BYTES = {};
  private static final int LATIN1_MAX = 0xFF;

  /// The rule that is under way, named after the specification's.
  private enum Rule {
    COPY,
    TO_UTF8,
    UTF8_TO_UTF16,
    TO_LATIN1_OR_UTF16,
    PROBABLY_UTF16
  }

  /// How far the rule has come: what the last request was for.
  private enum Stage {
    FIRST,
    WORST_CASE,
    SHRINK,
    DONE
  }

  private final ReallocRequest request;
  private Rule rule = Rule.COPY;
  private Stage stage = Stage.DONE;
  private String text = "";
  private byte[] encoded = NO_BYTES;
  private int sourceCodeUnits;
  private int worstCaseSize;
  private int prefix;
  private int ptr;
  private long taggedCodeUnits;
  private long utf16Tag;

  /// Creates an idle machine.
  ///
  /// @param request where it makes its requests
  StringStoring(ReallocRequest request) {
    this.request = request;
  }

  boolean isDone() {
    return stage == Stage.DONE;
  }

  /// When done: where the string lies.
  int ptr() {
    return ptr;
  }

  /// When done: its length as the guest sees it.
  long taggedCodeUnits() {
    return taggedCodeUnits;
  }

  /// The most bytes that storing a string may make the host hold.
  static long bytes(Value.Str value) {
    return 4L * value.value().length();
  }

  /// Why a string is too long to be stored, or null. It is looked at only where a limit says more
  /// than the specification.
  // [impl->req~limits-string-bytes~1]
  static @Nullable Fault refusal(String text, LiftLowerContext cx) {
    boolean bounded = cx.limits().stringBytes() < Layouts.SIZE_MAX;
    return bounded ? cx.limits().ofString(storedBytes(text, cx.encoding())) : null;
  }

  private static long storedBytes(String text, StringEncoding target) {
    return switch (target) {
      case UTF8 -> Utf.utf8Bytes(text);
      case UTF16 -> 2L * text.length();
      case LATIN1_UTF16 -> {
        boolean latin1 = text.chars().allMatch(unit -> unit <= LATIN1_MAX);
        yield (latin1 ? 1L : 2L) * text.length();
      }
    };
  }

  private void write(Crossing crossing, SafeMemory memory, byte[] from, int start, int length) {
    if (crossing.count(length)) {
      crossing.write(memory, ptr + start, from, start, length);
    }
  }

  /// Makes the first request.
  ///
  /// @return whether the string is short enough
  // [impl->req~abi-strings~1]
  boolean begin(Value.Str value, LiftLowerContext cx) {
    StringEncoding target = cx.encoding();
    utf16Tag = StringSource.utf16Tag(cx.address64());
    text = value.value();
    stage = Stage.FIRST;
    rule = rule(value.form(), target);
    byte[] utf8 = value.form() == StringForm.UTF8 ? utf8() : NO_BYTES;
    sourceCodeUnits = value.form() == StringForm.UTF8 ? utf8.length : text.length();
    if (sourceCodeUnits > Layouts.SIZE_MAX) {
      return false;
    }
    switch (rule) {
      case COPY -> beginCopy(target, utf8);
      case TO_UTF8 -> request.allocate(1, sourceCodeUnits);
      case UTF8_TO_UTF16, PROBABLY_UTF16 -> request.allocate(2, 2 * sourceCodeUnits);
      case TO_LATIN1_OR_UTF16 -> request.allocate(2, sourceCodeUnits);
    }
    worstCaseSize = worstCase(value.form());
    return true;
  }

  private static Rule rule(StringForm form, StringEncoding target) {
    return switch (target) {
      case UTF8 -> form == StringForm.UTF8 ? Rule.COPY : Rule.TO_UTF8;
      case UTF16 -> form == StringForm.UTF8 ? Rule.UTF8_TO_UTF16 : Rule.COPY;
      case LATIN1_UTF16 ->
          switch (form) {
            case UTF8, UTF16 -> Rule.TO_LATIN1_OR_UTF16;
            case LATIN1 -> Rule.COPY;
            case TAGGED_UTF16 -> Rule.PROBABLY_UTF16;
          };
    };
  }

  private int worstCase(StringForm form) {
    if (rule != Rule.TO_UTF8) {
      return 2 * sourceCodeUnits;
    }
    return (form == StringForm.LATIN1 ? 2 : 3) * sourceCodeUnits;
  }

  private void beginCopy(StringEncoding target, byte[] utf8) {
    switch (target) {
      case UTF8 -> encoded = utf8;
      case UTF16 -> encoded = utf16();
      case LATIN1_UTF16 -> encoded = latin1();
    }
    request.allocate(target == StringEncoding.UTF8 ? 1 : 2, encoded.length);
  }

  private byte[] utf8() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] utf16() {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  private byte[] latin1() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Goes on after a request was answered with enough aligned memory.
  void reallocated(int answer, Crossing crossing, SafeMemory memory) {
    ptr = answer;
    switch (rule) {
      case COPY -> {
        write(crossing, memory, encoded, 0, encoded.length);
        done(sourceCodeUnits);
      }
      case TO_UTF8 -> toUtf8(crossing, memory);
      case UTF8_TO_UTF16 -> toUtf16(crossing, memory);
      case TO_LATIN1_OR_UTF16 -> toLatin1OrUtf16(crossing, memory);
      case PROBABLY_UTF16 -> probablyUtf16(crossing, memory);
    }
  }

  /// `store_string_to_utf8`: as long as the characters are ASCII, a byte each; else the worst case.
  private void toUtf8(Crossing crossing, SafeMemory memory) {
    switch (stage) {
      case FIRST -> {
        encoded = utf8();
        prefix = prefix(0x7F);
        write(crossing, memory, encoded, 0, prefix);
        if (prefix < sourceCodeUnits) {
          grow(1);
        } else {
          done(sourceCodeUnits);
        }
      }
      case WORST_CASE -> {
        write(crossing, memory, encoded, prefix, encoded.length - prefix);
        shrinkOrDone(1, encoded.length);
      }
      case SHRINK, DONE -> done(encoded.length);
    }
  }

  /// `store_utf8_to_utf16`
  private void toUtf16(Crossing crossing, SafeMemory memory) {
    if (stage == Stage.FIRST) {
      encoded = utf16();
      write(crossing, memory, encoded, 0, encoded.length);
      shrinkOrDone(2, encoded.length / 2);
    } else {
      done(encoded.length / 2);
    }
  }

  /// `store_string_to_latin1_or_utf16`: Latin-1 until a character is none; then what is there is
  /// widened in place, as the guest has kept it.
  private void toLatin1OrUtf16(Crossing crossing, SafeMemory memory) {
    switch (stage) {
      case FIRST -> {
        prefix = prefix(LATIN1_MAX);
        write(crossing, memory, latin1(), 0, prefix);
        if (prefix < text.length()) {
          grow(2);
        } else if (prefix < sourceCodeUnits) {
          stage = Stage.SHRINK;
          encoded = latin1();
          request.reallocate(ptr, sourceCodeUnits, 2, prefix);
        } else {
          done(prefix);
        }
      }
      case WORST_CASE -> {
        widen(crossing, memory);
        shrinkOrDone(2, encoded.length / 2 | utf16Tag);
      }
      case SHRINK, DONE -> done(prefix == text.length() ? prefix : encoded.length / 2 | utf16Tag);
    }
  }

  private void widen(Crossing crossing, SafeMemory memory) {
    encoded = utf16();
    crossing.flush(memory);
    if (crossing.isSound() && crossing.count(prefix) && crossing.open(memory, ptr, prefix)) {
      byte[] kept = crossing.window();
      int at = crossing.at();
      for (int i = 0; i < prefix; i++) {
        encoded[2 * i] = kept[at + i];
        encoded[2 * i + 1] = 0;
      }
      write(crossing, memory, encoded, 0, encoded.length);
    }
  }

  /// `store_probably_utf16_to_latin1_or_utf16`
  private void probablyUtf16(Crossing crossing, SafeMemory memory) {
    if (stage == Stage.SHRINK) {
      done(sourceCodeUnits);
      return;
    }
    encoded = utf16();
    write(crossing, memory, encoded, 0, encoded.length);
    if (prefix(LATIN1_MAX) < text.length()) {
      done(sourceCodeUnits | utf16Tag);
      return;
    }
    write(crossing, memory, latin1(), 0, sourceCodeUnits);
    stage = Stage.SHRINK;
    request.reallocate(ptr, 2 * sourceCodeUnits, 1, sourceCodeUnits);
  }

  /// How many code units come before the first character above a bound.
  private int prefix(int max) {
    int i = 0;
    while (i < text.length() && text.charAt(i) <= max) {
      i++;
    }
    return i;
  }

  private void grow(int alignment) {
    stage = Stage.WORST_CASE;
    request.reallocate(ptr, sourceCodeUnits, alignment, worstCaseSize);
  }

  private void shrinkOrDone(int alignment, long units) {
    if (encoded.length < worstCaseSize) {
      stage = Stage.SHRINK;
      request.reallocate(ptr, worstCaseSize, alignment, encoded.length);
    } else {
      done(units);
    }
  }

  private void done(long units) {
    taggedCodeUnits = units;
    stage = Stage.DONE;
    text = "";
    encoded = NO_BYTES;
  }
}
