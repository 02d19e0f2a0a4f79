package dev.wrt.manual;

import dev.wrt.component.GuestLimit;
import dev.wrt.decoder.Limits;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The limits of files and of guests, with their values as the classes have them.
public final class LimitTables {
  private static final Pattern PARAM =
      Pattern.compile("/// @param (\\w+) ((?:[^\\n]*)(?:\\n\\s*/// {3}[^\\n<]*)*)");
  private static final String LIMITS = "decoder/src/main/java/dev/wrt/decoder/Limits.java";

  private static final String GUEST = "component/src/main/java/dev/wrt/component/GuestLimit.java";

  private LimitTables() {}

  /// Writes the tables.
  // [impl->req~manual-limits~1]
  public static void write(Book book) {
    book.table("decoder-limits", decoder(book.tree()));
    book.table("guest-limits", guest(book.tree()));
    book.figure("guest-limits", GuestLimit.values().length, GUEST);
    book.figure("decoder-limits", Limits.class.getRecordComponents().length, LIMITS);
  }

  private static String guest(Tree tree) {
    Map<String, String> meanings = FaultCatalogue.meanings(tree.text(GUEST).orElse(""));
    List<List<String>> rows = new ArrayList<>();
    for (GuestLimit limit : GuestLimit.values()) {
      rows.add(
          List.of(
              Adoc.code(limit.word()),
              Adoc.text(meanings.getOrDefault(limit.name(), "")),
              limit.unit(),
              number(limit.smallest()),
              number(limit.largest()),
              number(limit.usual()),
              Adoc.code(limit.code().id())));
    }
    List<String> head =
        List.of("name", "what it bounds", "unit", "least", "most", "standard", "fault");
    return Adoc.table("3,5,3,>2,>4,>4,3", head, rows);
  }

  private static String number(long value) {
    return value == Long.MAX_VALUE ? "unlimited" : Adoc.grouped(value);
  }

  private static String decoder(Tree tree) {
    Map<String, String> meanings = meanings(tree.text(LIMITS).orElse(""));
    List<List<String>> rows = new ArrayList<>();
    for (RecordComponent field : Limits.class.getRecordComponents()) {
      String name = field.getName();
      rows.add(
          List.of(
              Adoc.code(name),
              Adoc.text(meanings.getOrDefault(name, "")),
              value(field, Limits.standard())));
    }
    return Adoc.table("2,5,2", List.of("field", "what it bounds", "standard"), rows);
  }

  private static Map<String, String> meanings(String source) {
    Map<String, String> meanings = new TreeMap<>();
    Matcher found = PARAM.matcher(source);
    while (found.find()) {
      String meaning = String.valueOf(found.group(2)).replaceAll("\\n\\s*/// +", " ");
      meanings.put(String.valueOf(found.group(1)), meaning);
    }
    return meanings;
  }

  private static String value(RecordComponent field, Object of) {
    try {
      Object value = field.getAccessor().invoke(of);
      long number = value instanceof Number n ? n.longValue() : 0;
      return number == Long.MAX_VALUE ? "by the budget" : Adoc.grouped(number);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field.getName(), e);
    }
  }
}
