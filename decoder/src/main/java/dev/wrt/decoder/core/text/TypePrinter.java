package dev.wrt.decoder.core.text;

import org.checkerframework.checker.nullness.qual.Nullable;

/// Prints types: definitions, and the types of tables, memories and globals, of which the text has
/// the parts in another order than the bytes.
final class TypePrinter {
  private static final String NO_GROUP = "";

  private final TextLines out;
  private final Names names;
  private String group = NO_GROUP;
  private int open;
  private int typeidx;
  private int fieldidx;
  private boolean struct;
  private String pending = "";
  private int limits;
  private boolean hasLimits;
  private String min = "";
  private String max = "";
  private int pageSizeLog2;

  TypePrinter(TextLines out, Names names) {
    this.out = out;
    this.names = names;
  }

  /// A definition begins.
  void begin(int index) {
    typeidx = index;
    fieldidx = 0;
    open = 0;
    struct = false;
    out.add("(type");
    id(names.id(Role.TYPE, index), index);
  }

  /// An identifier where there is one, and the index as a comment.
  void id(@Nullable String id, int index) {
    if (id != null) {
      out.word(id);
    }
    out.comment(Integer.toString(index));
  }

  /// An item of a definition.
  void item(Item item) {
    switch (item.role()) {
      case TYPE_FORM -> form(item.index());
      case SUPERTYPE -> out.word(names.reference(Role.TYPE, item.index()));
      case PARAM -> grouped("param", type(item), null);
      case RESULT -> grouped("result", type(item), null);
      case STORAGE -> pending = type(item);
      case MUTABILITY -> field(item.index() == 1);
      default -> {}
    }
  }

  String type(Item item) {
    return TypeTexts.type(item, names);
  }

  private void form(int form) {
    String word =
        switch (form) {
          case TypeListing.SUB -> "(sub";
          case TypeListing.SUB_FINAL -> "(sub final";
          case TypeListing.FUNC -> "(func";
          case TypeListing.STRUCT -> "(struct";
          default -> "(array";
        };
    struct = form == TypeListing.STRUCT;
    open++;
    out.word(word);
  }

  private void field(boolean mutable) {
    String text = mutable ? "(mut " + pending + ")" : pending;
    pending = "";
    if (struct) {
      grouped("field", text, names.field(typeidx, fieldidx++));
    } else {
      out.word(text);
    }
  }

  /// One of a list of types, which share their parentheses unless they have identifiers.
  void grouped(String word, String type, @Nullable String id) {
    if (id == null && group.equals(word)) {
      out.word(type);
      return;
    }
    endGroup();
    out.word("(" + word + " ");
    out.add(id == null ? type : id + " " + type + ")");
    group = id == null ? word : NO_GROUP;
  }

  /// Ends a list of types.
  void endGroup() {
    if (!group.isEmpty()) {
      out.add(")");
    }
    group = NO_GROUP;
  }

  /// Ends a definition.
  void end() {
    endGroup();
    out.add(")".repeat(open + 1));
  }

  /// An item of the type of a table, memory, global or tag.
  ///
  /// @return whether it was one
  boolean externItem(Item item) {
    switch (item.role()) {
      case REF_TYPE, VAL_TYPE -> pending = type(item);
      case LIMITS -> {
        limits = item.index();
        hasLimits = true;
        max = "";
        pageSizeLog2 = -1;
      }
      case MIN -> min = Long.toUnsignedString(item.value());
      case MAX -> max = Long.toUnsignedString(item.value());
      case PAGE_SIZE -> pageSizeLog2 = item.index();
      case MUTABILITY -> pending = item.index() == 1 ? "(mut " + pending + ")" : pending;
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Prints what {@link #externItem} has gathered.
  void endExtern() {
    if (hasLimits) {
      word((limits & TypeListing.ADDRESS_64) != 0 ? "i64" : "");
      out.word(min);
      word(max);
      word((limits & TypeListing.SHARED) != 0 ? "shared" : "");
      word(pageSizeLog2 >= 0 ? "(pagesize " + (1L << pageSizeLog2) + ")" : "");
    }
    word(pending);
    hasLimits = false;
    pending = "";
  }

  private void word(String text) {
    if (!text.isEmpty()) {
      out.word(text);
    }
  }
}
