package dev.wrt.embed;

import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lists and maps, element by element. What comes out of a component can't be changed.
final class Lists {
  private Lists() {}

  /// A `list` as a {@link List}.
  ///
  /// @param element converts the elements
  /// @param length how many there must be; -1 for any number
  record OfElements(Conversion element, int length) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      List<?> list = (List<?>) java;
      checkLength(length, list.size());
      List<Value> elements = new ArrayList<>(list.size());
      for (Object e : list) {
        elements.add(Conversion.part(element, e, passing, "[" + elements.size() + "]"));
      }
      return new Value.ListValue(elements);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      Sequence values = (Sequence) wit;
      List<Object> list = new ArrayList<>(values.size());
      for (int i = 0; i < values.size(); i++) {
        list.add(element.toJava(values.get(i), passing));
      }
      return Collections.unmodifiableList(list);
    }
  }

  /// A `list` of a fixed length as an array of numbers.
  ///
  /// @param numbers converts the array
  /// @param type the list's type
  record OfLength(NumberArray numbers, ValType.FixedLengthListType type) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      Sequence list = numbers.toWit(java, passing);
      checkLength(type.length(), list.size());
      return list;
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return numbers.toJava(wit, passing);
    }
  }

  /// A `map` as a {@link Map} that keeps the order of the entries.
  ///
  /// @param key converts the keys
  /// @param value converts the values
  record OfEntries(Conversion key, Conversion value) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      List<Value> entries = new ArrayList<>();
      for (Map.Entry<?, ?> e : ((Map<?, ?>) java).entrySet()) {
        String step = "[" + e.getKey() + "]";
        Value k = Conversion.part(key, e.getKey(), passing, step);
        Value v = Conversion.part(value, e.getValue(), passing, step);
        entries.add(new Value.TupleValue(List.of(k, v)));
      }
      return new Value.ListValue(entries);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      Sequence entries = (Sequence) wit;
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        List<Value> entry = ((Value.TupleValue) entries.get(i)).elements();
        map.put(key.toJava(entry.get(0), passing), value.toJava(entry.get(1), passing));
      }
      return Collections.unmodifiableMap(map);
    }
  }

  private static void checkLength(int expected, int found) {
    if (expected >= 0 && expected != found) {
      throw Refusal.value(EmbedCode.OUT_OF_RANGE, expected + " elements", found + " elements");
    }
  }
}
