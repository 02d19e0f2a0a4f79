package dev.wrt.intercept;

import dev.wrt.bounded.Fault;
import dev.wrt.component.CallSite;
import dev.wrt.component.Interceptor;
import dev.wrt.component.Point;
import dev.wrt.component.Verdict;
import dev.wrt.component.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts calls, aborted calls, fuel and bytes crossed per function, callees included.
///
/// Bounded: of more than {@link #FUNCTIONS_MAX} functions the further ones are counted together.
// [impl->req~intercept-stats~1]
public final class CallStats implements Interceptor {
  /// The most functions that are counted apart.
  public static final int FUNCTIONS_MAX = 1_024;

  /// The name under which the functions past {@link #FUNCTIONS_MAX} are counted.
  public static final String OTHERS = "(others)";

  /// Figures of one function.
  ///
  /// @param function its direction and name
  /// @param calls calls entered
  /// @param aborted calls that ended with a fault
  /// @param fuel units of fuel, those of callees included
  /// @param fuelMax most fuel of one call
  /// @param bytes bytes that crossed between components and host, those of callees included
  public record Row(
      String function, long calls, long aborted, long fuel, long fuelMax, long bytes) {}

  private record Open(String function, long fuel, long bytes) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /// Creates an empty count.
  public CallStats() {}

  /// The figures, in the order in which the functions were first called.
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public boolean watches(Point point) {
    return false;
  }

  @Override
  public Verdict before(CallSite site, Values arguments) {
    String function =
        site.direction().name().toLowerCase(java.util.Locale.ROOT) + " " + site.name();
    boolean known = rows.containsKey(function) || rows.size() < FUNCTIONS_MAX;
    open.push(
        new Open(known ? function : OTHERS, site.meter().fuelUsed(), site.meter().bytesCrossed()));
    return Verdict.CONTINUE;
  }

  @Override
  public Verdict after(CallSite site, Values results) {
    close(site, 0);
    return Verdict.CONTINUE;
  }

  @Override
  public void aborted(CallSite site, Fault fault) {
    close(site, 1);
  }

  private void close(CallSite site, int aborted) {
    Open call = open.pop();
    long fuel = site.meter().fuelUsed() - call.fuel();
    long bytes = site.meter().bytesCrossed() - call.bytes();
    Row fresh = new Row(call.function(), 1, aborted, fuel, fuel, bytes);
    rows.merge(call.function(), fresh, CallStats::sum);
  }

  private static Row sum(Row a, Row b) {
    return new Row(
        a.function(),
        a.calls() + b.calls(),
        a.aborted() + b.aborted(),
        a.fuel() + b.fuel(),
        Math.max(a.fuelMax(), b.fuelMax()),
        a.bytes() + b.bytes());
  }
}
