package dev.wrt.decoder.component;

/// Reads `alias`.
final class AliasReader {
  private final AstReader in;

  AliasReader(AstReader in) {
    this.in = in;
  }

  /// `alias`
  Alias alias() {
    int sortAt = in.in().offset();
    Sort sort = in.sort("component outer alias kind");
    int at = in.in().offset();
    int b = in.u8();
    return switch (b) {
      case 0x00 -> new Alias.Export(sort, in.u32(), in.name());
      case 0x01 -> new Alias.CoreExport(coreOnly(sortAt, sort), in.u32(), in.name());
      case 0x02 -> new Alias.Outer(outerSort(sortAt, sort), in.u32(), in.u32());
      default -> {
        in.unexpected(at, b, "alias");
        yield new Alias.Outer(sort, 0, 0);
      }
    };
  }

  private Sort coreOnly(int at, Sort sort) {
    if (!sort.isCore()) {
      in.unexpected(at, sort.code(), "core alias kind");
    }
    return sort;
  }

  /// `outeraliassort`
  private Sort outerSort(int at, Sort sort) {
    switch (sort) {
      case CORE_MODULE, CORE_TYPE, TYPE, COMPONENT -> {}
      default -> in.unexpected(at, sort.code(), "component outer alias kind");
    }
    return sort;
  }
}
