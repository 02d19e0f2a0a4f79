package dev.wrt.intercept;

import dev.wrt.bounded.Fault;
import dev.wrt.component.CallSite;
import dev.wrt.component.Direction;
import dev.wrt.component.Event;
import dev.wrt.component.Interceptor;
import dev.wrt.component.Point;
import dev.wrt.component.Verdict;
import dev.wrt.component.value.Values;
import dev.wrt.component.value.Wave;
import dev.wrt.decoder.component.ComponentFuncType;
import java.util.Locale;
import java.util.function.Consumer;

/// Writes a line when a call is entered, when it returns, and when it is aborted; at level `DEBUG`
/// one for each event too. Arguments and results are printed in WAVE, cut at a length, and left out
/// for functions that are to be redacted.
// [impl->req~intercept-logging~1]
public final class Logging implements Interceptor {
  /// How much is written.
  public enum Level {
    /// Calls only.
    INFO,
    /// Calls and the events between.
    DEBUG
  }

  /// What is written, and how much of it.
  ///
  /// @param level calls, or events too
  /// @param valueCharsMax longest text of arguments or results; the rest is cut, at least 1
  /// @param redacted pattern of functions whose values are not written; see {@link NamePattern}
  public record Options(Level level, int valueCharsMax, NamePattern redacted) {
    /// Calls, 200 characters of values, nothing redacted.
    public static Options standard() {
      return new Options(Level.INFO, 200, NamePattern.NOTHING);
    }
  }

  private final Options options;
  private final Consumer<String> lines;

  /// Creates a log.
  ///
  /// @param options what is written
  /// @param lines takes each line, without a line end
  public Logging(Options options, Consumer<String> lines) {
    this.options = options;
    this.lines = lines;
  }

  @Override
  public String name() {
    return "logging";
  }

  @Override
  public boolean watches(Point point) {
    return options.level() == Level.DEBUG;
  }

  @Override
  public Verdict before(CallSite site, Values arguments) {
    lines.accept(head(site, "-> ") + "(" + argumentText(site, arguments) + ")");
    return Verdict.CONTINUE;
  }

  @Override
  public Verdict after(CallSite site, Values results) {
    lines.accept(head(site, "<- ") + resultText(site, results));
    return Verdict.CONTINUE;
  }

  @Override
  public void aborted(CallSite site, Fault fault) {
    lines.accept(head(site, "x  ") + " " + fault.code().text() + " [" + fault.code().id() + "]");
  }

  @Override
  public Verdict onEvent(Event event) {
    String point = event.point().name().toLowerCase(Locale.ROOT).replace('_', '-');
    lines.accept("   . " + point + " " + event.subject() + " " + event.amount());
    return Verdict.CONTINUE;
  }

  private static String head(CallSite site, String arrow) {
    String direction = site.direction() == Direction.EXPORT ? "export " : "import ";
    return "  ".repeat(site.depth()) + arrow + direction + site.name();
  }

  private String argumentText(CallSite site, Values arguments) {
    if (options.redacted().matches(site)) {
      return "redacted";
    }
    StringBuilder text = new StringBuilder();
    ComponentFuncType type = site.type();
    for (int i = 0; i < arguments.size(); i++) {
      ComponentFuncType.Param param = type.params().get(i);
      text.append(i == 0 ? "" : ", ").append(param.name()).append(": ");
      text.append(Wave.print(arguments.get(i), param.type()));
    }
    return cut(text.toString());
  }

  private String resultText(CallSite site, Values results) {
    if (results.size() == 0 || site.type().result().isEmpty()) {
      return "";
    }
    if (options.redacted().matches(site)) {
      return " = redacted";
    }
    return " = " + cut(Wave.print(results.get(0), site.type().result().get()));
  }

  private String cut(String text) {
    int max = options.valueCharsMax();
    return text.length() <= max
        ? text
        : text.substring(0, max) + "... (" + text.length() + " characters)";
  }
}
