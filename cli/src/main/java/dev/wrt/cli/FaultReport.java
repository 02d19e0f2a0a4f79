package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.component.ComponentCode;
import dev.wrt.component.GuestLimit;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.component.ValidationCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A fault as text: one line what, one line where, one line what to do. The only place where faults
/// become prose.
///
/// @param code class of the fault, and exit status
/// @param id stable id of the fault's code
/// @param what what went wrong
/// @param where the place: file and offset, function, account; may be empty
/// @param advice what the reader can do
/// @param details further lines, such as a guest backtrace or a list of exports
record FaultReport(
    ExitCode code, String id, String what, String where, String advice, List<String> details) {

  /// Makes the report of a fault.
  ///
  /// @param fault the fault
  /// @param file the file that was run
  // [impl->req~cli-error-text~1]
  static FaultReport of(Fault fault, String file) {
    return new FaultReport(
        ExitCode.of(fault),
        fault.code().id(),
        what(fault),
        where(fault, file),
        advice(fault),
        details(fault));
  }

  /// Makes the report of an option's value that is refused.
  ///
  /// @param fault the fault; its detail has the values that are allowed
  /// @param places where options come from that are not typed
  static FaultReport ofOption(Fault fault, Map<String, String> places) {
    return fault instanceof Fault.HostFault host
        ? new FaultReport(
            ExitCode.USAGE,
            host.code().id(),
            join(host.code().text(), host.subject()),
            place(host.subject(), places),
            "allowed: " + host.detail(),
            List.of())
        : of(fault, "the command line").as(ExitCode.USAGE);
  }

  /// Where an option comes from: what is refused is the option with its value, or the value, or its
  /// beginning.
  private static String place(String subject, Map<String, String> places) {
    for (Map.Entry<String, String> each : places.entrySet()) {
      if (each.getKey().endsWith(subject) || each.getKey().contains(" " + subject + "=")) {
        return each.getValue();
      }
    }
    return "the command line";
  }

  /// The same report under another class.
  ///
  /// @param other the class that follows from where the fault arose
  FaultReport as(ExitCode other) {
    return new FaultReport(other, id, what, where, advice, details);
  }

  private static String what(Fault fault) {
    String text = fault.code().text();
    return switch (fault) {
      case Fault.BudgetFault f ->
          text
              + ": "
              + ByteSize.print(f.requested())
              + " asked for, "
              + ByteSize.print(f.available())
              + " left";
      case Fault.LimitFault f ->
          text
              + ": "
              + f.limit()
              + " is "
              + Long.toUnsignedString(f.requested())
              + ", at most "
              + f.max()
              + " allowed";
      case Fault.MemoryFault f ->
          text + ": bytes " + f.offset() + " to " + (f.offset() + f.length()) + " of " + f.size();
      case Fault.IntegrityFault f ->
          text
              + (f.repaired() ? " (repaired)" : "")
              + ": expected "
              + Long.toHexString(f.expected())
              + ", found "
              + Long.toHexString(f.found());
      case Fault.MalformedFault f -> join(text, f.subject());
      case Fault.InvalidFault f -> join(text, f.subject());
      case Fault.LinkFault f -> join(text, f.name());
      case Fault.Trap f -> join("trap: " + text, f.subject());
      case Fault.CallFault f -> join(text, f.found());
      case Fault.PolicyFault f -> join(text, f.subject());
      case Fault.HostFault f -> join(text, f.detail());
      case Fault.ExitFault f -> text + ": " + f.status();
    };
  }

  private static String where(Fault fault, String file) {
    return switch (fault) {
      case Fault.BudgetFault f -> "account " + f.account();
      case Fault.IntegrityFault f -> f.area() + ", block " + f.block();
      case Fault.MalformedFault f -> offset(file, f.offset());
      case Fault.InvalidFault f -> offset(file, f.offset());
      case Fault.LinkFault f -> file + (f.expected().isEmpty() ? "" : ", wants " + f.expected());
      case Fault.Trap f -> f.backtrace().isEmpty() ? file : f.backtrace().getFirst();
      case Fault.CallFault f -> f.function().isEmpty() ? file : f.function();
      case Fault.PolicyFault f -> "interceptor " + f.interceptor() + ", rule " + f.rule();
      case Fault.HostFault f -> f.subject();
      case Fault.LimitFault f -> file;
      case Fault.MemoryFault f -> file;
      case Fault.ExitFault f -> file;
    };
  }

  // [impl->req~cli-unknown-export~1]
  // [impl->req~cli-arguments~1]
  // [impl->req~cli-feature~1]
  private static String advice(Fault fault) {
    return switch (fault) {
      case Fault.BudgetFault f -> "raise --memory-budget, or give the component less to do";
      case Fault.LimitFault f ->
          f.code() == ComponentCode.COLLECTED_TOO_MUCH
              ? "raise --stream-max, or copy the bytes with --raw or --output"
              : Arrays.stream(GuestLimit.values()).anyMatch(l -> l.word().equals(f.limit()))
                  ? "raise it with --limit " + f.limit() + "=NUMBER if that much is meant"
                  : "the limit protects the host; a component this large is refused";
      case Fault.MemoryFault f -> "report it to the component's author";
      case Fault.IntegrityFault f ->
          "do not use the results; check the machine's memory before running again";
      case Fault.MalformedFault f ->
          f.code() == DecoderCode.UNSUPPORTED
              ? "switch it on with --feature " + f.subject()
              : "check that the file is a component and arrived whole";
      case Fault.InvalidFault f ->
          f.code() == ValidationCode.GATED
              ? "switch it on with --feature " + f.subject().split(":", 2)[0]
              : "rebuild the component with a current tool chain";
      case Fault.LinkFault f ->
          f.found().isEmpty()
              ? "provide the import, or use another build"
              : "offered: " + f.found();
      case Fault.Trap f ->
          f.code() == ComponentCode.DEADLOCK
              ? "report it to the component's author; wrtd explore shows the schedules"
              : "report it to the component's author, with the backtrace";
      case Fault.CallFault f ->
          f.expected().isEmpty()
              ? "run without --call to list the exports"
              : "expected: " + f.expected();
      case Fault.PolicyFault f -> "change the policy if the call is meant to be allowed";
      case Fault.HostFault f ->
          f.code() instanceof CliCode code ? code.advice() : "check the path and its permissions";
      case Fault.ExitFault f -> "nothing";
    };
  }

  private static List<String> details(Fault fault) {
    if (!(fault instanceof Fault.Trap trap)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    List<String> calls = trap.backtrace();
    for (int i = 1; i < calls.size(); ) {
      int first = i;
      while (i < calls.size() && calls.get(i).equals(calls.get(first))) {
        i++;
      }
      String times = i - first == 1 ? "" : " (" + (i - first) + " times)";
      String caller = calls.get(first).startsWith("(") ? "" : "called by ";
      lines.add(caller + calls.get(first) + times);
    }
    return lines;
  }

  /// A code's text with its subject: in the place of `{}`, or after a colon.
  private static String join(String text, String subject) {
    if (text.contains("{}")) {
      return text.replace("{}", subject);
    }
    return subject.isEmpty() ? text : text + ": " + subject;
  }

  private static String offset(String file, long offset) {
    return String.format("%s, byte %d (0x%x)", file, offset, offset);
  }
}
