package dev.wrt.decoder.core.text;

import dev.wrt.decoder.core.Module;

/// Prints the headers and locals of functions.
final class FuncPrinter {
  private final Module module;
  private final TextLines out;
  private final Names names;
  private final TypePrinter types;
  private int localidx;
  private int group;
  private String groupType = "";

  FuncPrinter(Module module, TextLines out, Names names, TypePrinter types) {
    this.module = module;
    this.out = out;
    this.names = names;
    this.types = types;
  }

  /// The header of a function, with the names of its parameters.
  ///
  /// @param funcidx the function
  /// @param typeidx index of its type
  /// @param offset where that type is
  void header(int funcidx, int typeidx, int offset) {
    out.add("(func");
    types.id(names.id(Role.FUNC, funcidx), funcidx);
    out.word("(type " + names.reference(Role.TYPE, typeidx) + ")");
    localidx = 0;
    groupType = "";
    Signature signature = new Signature(funcidx);
    Listing.visitType(module.bytes(), offset, module.bytes().length, signature);
    types.endGroup();
  }

  /// Parameters and results of a type that has been printed before.
  private final class Signature implements ListingVisitor {
    private final int funcidx;

    Signature(int funcidx) {
      this.funcidx = funcidx;
    }

    @Override
    public void begin(Part part, int offset) {
      // Only its items matter.
    }

    @Override
    public void item(Item item) {
      if (item.role() == Role.PARAM) {
        types.grouped("param", types.type(item), names.local(funcidx, localidx++));
      } else if (item.role() == Role.RESULT) {
        types.grouped("result", types.type(item), null);
      }
    }

    @Override
    public void end(Part part, int offset) {
      // Only its items matter.
    }
  }

  /// A group of locals. The text has them one by one: that groups are not as large as they could be
  /// is a comment.
  void localsItem(Item item, int funcidx) {
    if (item.role() == Role.LOCALS) {
      group = item.index();
    } else if (item.role() == Role.VAL_TYPE) {
      String type = types.type(item);
      if (group == 0 || type.equals(groupType)) {
        types.endGroup();
        out.comment("a group of its own: " + group + " " + type);
      }
      for (int i = 0; i < group; i++) {
        types.grouped("local", type, names.local(funcidx, localidx++));
      }
      groupType = type;
    }
  }
}
