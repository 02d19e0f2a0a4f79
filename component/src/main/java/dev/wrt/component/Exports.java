package dev.wrt.component;

import dev.wrt.bounded.Fault.CallFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance.ExportedFunc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The functions of a root instance that can be called from outside.
///
/// @param entries the functions in the order of the exports
/// @param byName the same by their full names
record Exports(List<Entry> entries, Map<String, Entry> byName) {
  /// No functions.
  static final Exports NONE = new Exports(List.of(), Map.of());

  /// How many exports a fault names.
  private static final int NAMED_MAX = 8;

  /// A function with what its calls need.
  ///
  /// @param func its names and type
  /// @param lifted the function
  /// @param hooks the interceptors that watch its calls
  record Entry(ExportedFunc func, ComponentFunc.Lifted lifted, Hooks hooks) {}

  /// The callable functions among an instance's exports, those of exported instances included.
  static Exports of(ComponentInstance instance, Map<String, Item> exports) {
    List<Entry> entries = new ArrayList<>();
    exports.forEach((name, item) -> {
      if (item instanceof ComponentFunc.Lifted lifted) {
        entries.add(entry(instance, "", name, lifted));
      } else if (item instanceof Item.InstanceItem inner) {
        addAll(entries, instance, name, inner);
      }
    });
    Map<String, Entry> byName = new HashMap<>();
    for (Entry e : entries) {
      byName.put(e.func().name(), e);
    }
    return new Exports(List.copyOf(entries), Map.copyOf(byName));
  }

  private static void addAll(
      List<Entry> entries, ComponentInstance instance, String name, Item.InstanceItem inner) {
    inner
        .exports()
        .forEach((function, item) -> {
          if (item instanceof ComponentFunc.Lifted lifted) {
            entries.add(entry(instance, name, function, lifted));
          }
        });
  }

  private static Entry entry(
      ComponentInstance instance, String interfaceName, String function, ComponentFunc.Lifted f) {
    CallSite site =
        new CallSite(
            instance.name(), interfaceName, function, f.type(), Direction.EXPORT, 1, instance.tree);
    return new Entry(
        new ExportedFunc(interfaceName, function, f.type()), f, Hooks.of(instance.chain, site));
  }

  /// The functions in the order of the exports.
  List<ExportedFunc> functions() {
    return entries.stream().map(Entry::func).toList();
  }

  /// The function that a name means.
  Result<Entry> find(String name) {
    Entry full = byName.get(name);
    return full == null ? search(name) : Result.ok(full);
  }

  private Result<Entry> search(String name) {
    List<Entry> exact = new ArrayList<>();
    List<Entry> unversioned = new ArrayList<>();
    for (Entry e : entries) {
      String interfaceName = e.func().interfaceName();
      String function = e.func().function();
      if (means(name, interfaceName, function)) {
        exact.add(e);
      } else if (means(name, withoutVersion(interfaceName), function)) {
        unversioned.add(e);
      }
    }
    List<Entry> found = exact.isEmpty() ? unversioned : exact;
    if (found.size() == 1) {
      return Result.ok(found.getFirst());
    }
    ComponentCode code =
        found.isEmpty() ? ComponentCode.EXPORT_UNKNOWN : ComponentCode.EXPORT_AMBIGUOUS;
    return Result.err(new CallFault(code, name, names(found.isEmpty() ? entries : found), ""));
  }

  private static boolean means(String name, String interfaceName, String function) {
    if (interfaceName.isEmpty()) {
      return name.equals(function);
    }
    return name.length() == interfaceName.length() + 1 + function.length()
        && name.startsWith(interfaceName)
        && name.endsWith(function)
        && "#.".indexOf(name.charAt(interfaceName.length())) >= 0;
  }

  private static String withoutVersion(String interfaceName) {
    int at = interfaceName.indexOf('@');
    return at < 0 ? interfaceName : interfaceName.substring(0, at);
  }

  private static String names(List<Entry> some) {
    String first =
        some.stream().limit(NAMED_MAX).map(e -> e.func().name()).collect(Collectors.joining(", "));
    return some.size() > NAMED_MAX ? first + ", ..." : first;
  }
}
