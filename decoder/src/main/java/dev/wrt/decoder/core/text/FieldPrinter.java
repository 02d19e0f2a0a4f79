package dev.wrt.decoder.core.text;

import dev.wrt.decoder.core.Module;

/// Prints the fields of a module (core specification, `text/modules`).
final class FieldPrinter {
  private static final int DATA_COUNT = 12;
  private static final String[] SECTIONS = {
    "",
    "type",
    "import",
    "func",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "elem",
    "code",
    "data",
    "datacount",
    "tag"
  };
  private static final Role[] KINDS = {Role.FUNC, Role.TABLE, Role.MEM, Role.GLOBAL, Role.TAG};
  private static final String[] KIND_WORDS = {"func", "table", "memory", "global", "tag"};

  private final Module module;
  private final TextLines out;
  private final Names names;
  private final TypePrinter types;
  private final SegmentPrinter segments;
  private final FuncPrinter funcs;
  private final int[] typeOffsets;
  private final int[] funcTypes;
  private final int[] next = new int[Role.values().length];
  private Part part = Part.MODULE;
  private int section;
  private String place = "(before first)";
  private int fields;
  private int kind;
  private int typeIndent = 1;
  private int codes;

  FieldPrinter(Module module, TextLines out, Names names, TypePrinter types) {
    this.module = module;
    this.out = out;
    this.names = names;
    this.types = types;
    this.segments = new SegmentPrinter(out, names);
    this.funcs = new FuncPrinter(module, out, names, types);
    this.typeOffsets = new int[module.types().size()];
    this.funcTypes = new int[module.funcs().size()];
  }

  /// Index of the function whose code is printed.
  int funcidx() {
    return module.importedFuncCount() + codes - 1;
  }

  void begin(Part begun, int offset) {
    part = begun;
    fields++;
    switch (begun) {
      case SECTION -> fields = 0;
      case REC -> {
        line(1, "(rec");
        typeIndent = 2;
      }
      case TYPE -> {
        int typeidx = next[Role.TYPE.ordinal()]++;
        typeOffsets[typeidx] = offset;
        line(typeIndent, "");
        types.begin(typeidx);
      }
      case IMPORT -> line(1, "(import");
      case TABLE -> header("(table", Role.TABLE);
      case MEM -> header("(memory", Role.MEM);
      case TAG -> header("(tag", Role.TAG);
      case GLOBAL -> header("(global", Role.GLOBAL);
      case EXPORT -> line(1, "(export");
      case START -> line(1, "(start");
      case ELEM -> header("(elem", Role.ELEM);
      case DATA -> header("(data", Role.DATA);
      case CODE -> {
        codes++;
        line(1, "");
        int typeidx = funcTypes[codes - 1];
        funcs.header(funcidx(), typeidx, typeOffsets[typeidx]);
      }
      case LOCALS -> line(2, "");
      default -> {}
    }
  }

  private void line(int indent, String text) {
    out.indent(indent);
    out.line();
    out.add(text);
  }

  private void header(String word, Role space) {
    line(1, word);
    id(space);
  }

  private void id(Role space) {
    int index = next[space.ordinal()]++;
    types.id(names.id(space, index), index);
  }

  void item(Item item) {
    switch (part) {
      case TYPE -> types.item(item);
      case IMPORT -> importItem(item);
      case FUNC ->
          funcTypes[next[Role.FUNC.ordinal()]++ - module.importedFuncCount()] = item.index();
      case TABLE, MEM, GLOBAL, TAG -> externItem(item);
      case EXPORT -> exportItem(item);
      case START -> out.word(names.reference(Role.FUNC, item.index()));
      case ELEM -> segments.elemItem(item);
      case DATA -> segments.dataItem(item);
      case LOCALS -> funcs.localsItem(item, funcidx());
      default -> sectionItem(item);
    }
  }

  private void sectionItem(Item item) {
    switch (item.role()) {
      case SECTION_ID -> section = item.index();
      case CUSTOM_NAME -> {
        line(1, "");
        segments.customItem(item, place);
      }
      case CONTENT -> segments.customItem(item, place);
      case COUNT -> {
        if (section == DATA_COUNT) {
          line(1, "(; data count: " + item.value() + " ;)");
        }
      }
      default -> {}
    }
  }

  private void name(Item item) {
    out.word(Texts.string(item.source(), (int) item.value(), (int) item.high()));
  }

  private void importItem(Item item) {
    switch (item.role()) {
      case NAME -> name(item);
      case KIND -> {
        kind = item.index();
        out.word("(" + KIND_WORDS[kind]);
        id(KINDS[kind]);
      }
      default -> externItem(item);
    }
  }

  private void externItem(Item item) {
    boolean gathered = types.externItem(item);
    if (!gathered && item.role() == Role.TYPE) {
      out.word("(type " + names.reference(Role.TYPE, item.index()) + ")");
    }
  }

  private void exportItem(Item item) {
    switch (item.role()) {
      case NAME -> name(item);
      case KIND -> kind = item.index();
      default ->
          out.word("(" + KIND_WORDS[kind] + " " + names.reference(item.role(), item.index()) + ")");
    }
  }

  void beginExpr(Part expr) {
    switch (expr) {
      case OFFSET -> out.word("(offset");
      case ITEM -> segments.beginItem();
      default -> types.endExtern();
    }
  }

  void endExpr(Part expr) {
    if (expr != Part.INIT) {
      out.add(")");
    }
  }

  void end(Part ended) {
    switch (ended) {
      case TYPE -> types.end();
      case REC, CODE -> {
        line(1, ")");
        typeIndent = 1;
      }
      case IMPORT -> {
        types.endExtern();
        out.add("))");
      }
      case TABLE, MEM, GLOBAL, TAG -> {
        types.endExtern();
        out.add(")");
      }
      case EXPORT, START, ELEM, DATA -> out.add(")");
      case LOCALS -> types.endGroup();
      case SECTION -> endSection();
      default -> {}
    }
    part = Part.SECTION;
  }

  private void endSection() {
    boolean content = fields > 0 || section == 0 || section == DATA_COUNT;
    if (!content) {
      line(1, "(; empty section: " + SECTIONS[section] + " ;)");
    }
    place = section == 0 ? place : "(after " + SECTIONS[section] + ")";
  }
}
