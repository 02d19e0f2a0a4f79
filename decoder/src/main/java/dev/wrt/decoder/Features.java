package dev.wrt.decoder;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An immutable set of {@link Feature}s.
// [impl->req~core-features~1]
public final class Features {
  /// WebAssembly 3.0 and no more.
  public static final Features NONE = new Features(0);

  /// All that there are.
  public static final Features ALL = new Features((1 << Feature.values().length) - 1);

  private final int bits;

  private Features(int bits) {
    this.bits = bits;
  }

  /// Features by their names, separated by commas; the empty text is {@link #NONE} and `all` is
  /// {@link #ALL}.
  public static Result<Features> parse(String text) {
    if (text.equals("all")) {
      return Result.ok(ALL);
    }
    Features features = NONE;
    for (String word : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      Feature found = find(word);
      if (found == null) {
        return Result.err(new Fault.MalformedFault(DecoderCode.UNKNOWN_FEATURE, 0, word));
      }
      features = features.with(found);
    }
    return Result.ok(features);
  }

  private static @Nullable Feature find(String word) {
    for (Feature feature : Feature.values()) {
      if (feature.word().equals(word)) {
        return feature;
      }
    }
    return null;
  }

  /// These features and another.
  public Features with(Feature feature) {
    return new Features(bits | 1 << feature.ordinal());
  }

  /// Whether a feature is one of these.
  public boolean has(Feature feature) {
    return (bits & 1 << feature.ordinal()) != 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Features that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  /// The names, separated by commas.
  @Override
  public String toString() {
    return Arrays.stream(Feature.values())
        .filter(this::has)
        .map(Feature::word)
        .collect(Collectors.joining(","));
  }
}
