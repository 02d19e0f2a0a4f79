package dev.wrt.engine;

import dev.wrt.decoder.core.Module;
import java.util.ArrayList;
import java.util.List;

/// Everything outside of the heap that holds references to objects: tables, globals, element
/// segments, what the host has pinned, the machines' stacks, and the expressions that are being
/// evaluated.
final class StoreRoots implements RootSource {
  private final Store store;
  private final Pins pins;
  private final List<RootSource> others = new ArrayList<>();

  StoreRoots(Store store, Pins pins) {
    this.store = store;
    this.pins = pins;
  }

  /// Visits another source from now on.
  void add(RootSource source) {
    others.add(source);
  }

  /// Visits a source no longer.
  void remove(RootSource source) {
    others.remove(source);
  }

  @Override
  public void visit(RefVisitor visitor) {
    pins.visit(visitor);
    for (int i = 0; i < store.tableCount(); i++) {
      table(store.table(i), visitor);
    }
    for (int i = 0; i < store.instanceCount(); i++) {
      instance(store.instance(i), visitor);
    }
    for (int i = 0; i < others.size(); i++) {
      others.get(i).visit(visitor);
    }
  }

  private void table(TableInst table, RefVisitor visitor) {
    if (HeapTypes.collected(store.types(), table.elemCode)) {
      references(table.elements, visitor);
    }
  }

  private void instance(ModuleInst instance, RefVisitor visitor) {
    Module module = instance.module();
    for (int i = 0; i < module.elems().size(); i++) {
      int code = instance.storeCode(module.elems().get(i).type().code());
      if (HeapTypes.collected(store.types(), code)) {
        references(instance.elem(i), visitor);
      }
    }
    long[] globals = store.globals;
    for (int i = module.importedGlobalCount(); i < module.globalCount(); i++) {
      GlobalInst global = instance.global(i);
      if (HeapTypes.collected(store.types(), global.typeCode)) {
        globals[global.address] = visitor.visit(globals[global.address]);
      }
    }
  }

  private static void references(int[] refs, RefVisitor visitor) {
    for (int i = 0; i < refs.length; i++) {
      refs[i] = (int) visitor.visit(Integer.toUnsignedLong(refs[i]));
    }
  }
}
