package dev.wrt.decoder.core.text;

/// Prints what can be long: element segments, data segments and custom sections.
final class SegmentPrinter {
  private static final int CHUNK_BYTES = 64;
  private static final int ITEMS_PER_LINE = 16;
  private static final int INDENT = 2;
  private static final int DECLARATIVE = 3;
  private static final int EXPRESSIONS = 4;
  private static final String NAMES = "(; custom section \"name\": shown as identifiers, ";

  private final TextLines out;
  private final Names names;
  private int flags;
  private int items;
  private boolean isName;

  SegmentPrinter(TextLines out, Names names) {
    this.out = out;
    this.names = names;
  }

  void elemItem(Item item) {
    switch (item.role()) {
      case SEGMENT -> {
        items = 0;
        flags = item.index();
        if ((flags & DECLARATIVE) == DECLARATIVE) {
          out.word("declare");
        }
      }
      case TABLE -> target("table", Role.TABLE, item.index());
      case ELEM_KIND -> out.word("func");
      case REF_TYPE -> out.word(TypeTexts.type(item, names));
      case COUNT -> out.add(flags == 0 ? " func" : flags == EXPRESSIONS ? " funcref" : "");
      case FUNC -> {
        wrap();
        out.word(names.reference(Role.FUNC, item.index()));
      }
      default -> {}
    }
  }

  /// An element that is an expression begins.
  void beginItem() {
    wrap();
    out.word("(item");
  }

  private void wrap() {
    if (items++ % ITEMS_PER_LINE == ITEMS_PER_LINE - 1) {
      out.indent(INDENT);
      out.line();
    }
  }

  void dataItem(Item item) {
    switch (item.role()) {
      case MEM -> target("memory", Role.MEM, item.index());
      case CONTENT -> content(item);
      default -> {}
    }
  }

  /// Text has no difference between a 0 that is written and one that is left out.
  private void target(String word, Role space, int index) {
    out.word("(" + word + " " + names.reference(space, index) + ")");
    if (index == 0) {
      out.comment(word + " 0 is named");
    }
  }

  /// An item of a custom section.
  ///
  /// @param place where the section stands, in the words of annotations
  void customItem(Item item, String place) {
    if (item.role() == Role.CUSTOM_NAME) {
      isName = Names.isName(item);
      String name = Texts.string(item.source(), (int) item.value(), (int) item.high());
      out.add(isName ? NAMES : "(@custom " + name + " " + place);
    } else if (isName) {
      out.add(item.high() + " bytes ;)");
    } else {
      content(item);
      out.add(")");
    }
  }

  private void content(Item item) {
    int from = (int) item.value();
    int end = from + (int) item.high();
    boolean single = end - from <= CHUNK_BYTES;
    out.indent(INDENT);
    for (int at = from; at < end; at += CHUNK_BYTES) {
      if (!single) {
        out.line();
      }
      String text = Texts.bytes(item.source(), at, Math.min(CHUNK_BYTES, end - at));
      out.add(single ? " " + text : text);
    }
    if (from == end) {
      out.word("\"\"");
    }
  }
}
