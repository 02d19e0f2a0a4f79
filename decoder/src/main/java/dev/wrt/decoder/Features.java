package dev.wrt.decoder;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import java.util.Arrays;
import java.util.List;
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

  /// Features by their names, separated by commas; `all` is {@link #ALL}, and the empty text is
  /// {@link #NONE}.
  ///
  /// @return the features, or a fault with the name that is unknown and those that are known
  public static Result<Features> parse(String text) {
    Features features = NONE;
    for (String word : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      Features found = find(word);
      if (found == null) {
        String known = String.join(", ", ALL.words()) + ", all";
        return Result.err(new Fault.HostFault(DecoderCode.UNKNOWN_FEATURE, word, known));
      }
      features = new Features(features.bits | found.bits);
    }
    return Result.ok(features);
  }

  private static @Nullable Features find(String word) {
    for (Feature feature : Feature.values()) {
      if (feature.word().equals(word)) {
        return NONE.with(feature);
      }
    }
    return word.equals("all") ? ALL : null;
  }

  /// These features and another.
  public Features with(Feature feature) {
    return new Features(bits | 1 << feature.ordinal());
  }

  /// Whether a feature is one of these.
  public boolean has(Feature feature) {
    return (bits & 1 << feature.ordinal()) != 0;
  }

  private List<String> words() {
    return Arrays.stream(Feature.values()).filter(this::has).map(Feature::word).toList();
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
    return String.join(",", words());
  }
}
