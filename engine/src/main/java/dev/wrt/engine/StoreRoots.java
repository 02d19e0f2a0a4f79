package dev.wrt.engine;

import dev.wrt.decoder.core.Module;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Everything outside of the heap that holds references to objects: tables, globals, element
/// segments, what the host has pinned, the machines' stacks and what is detached from them, and the
/// expressions that are being evaluated.
final class StoreRoots implements RootSource {
  private final StoreTypes types;
  private final List<TableInst> tables;
  private final List<ModuleInst> instances;
  private final Pins pins;
  private final List<RootSource> others = new ArrayList<>();
  private @Nullable SavedFrames detached;

  /// Creates the roots of a store.
  ///
  /// @param types of the store
  /// @param tables of the store, as they are when the roots are visited
  /// @param instances the same
  /// @param pins what the host keeps
  StoreRoots(StoreTypes types, List<TableInst> tables, List<ModuleInst> instances, Pins pins) {
    this.types = types;
    this.tables = tables;
    this.instances = instances;
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

  /// Visits frames that are on no machine.
  void add(SavedFrames frames) {
    SavedFrames first = detached;
    frames.next = first;
    if (first != null) {
      first.previous = frames;
    }
    detached = frames;
  }

  /// Visits them no longer.
  void remove(SavedFrames frames) {
    SavedFrames before = frames.previous;
    SavedFrames after = frames.next;
    if (before == null) {
      detached = after;
    } else {
      before.next = after;
    }
    if (after != null) {
      after.previous = before;
    }
    frames.next = null;
    frames.previous = null;
  }

  @Override
  public void visit(RefVisitor visitor) {
    pins.visit(visitor);
    for (int i = 0; i < tables.size(); i++) {
      table(tables.get(i), visitor);
    }
    for (int i = 0; i < instances.size(); i++) {
      instance(instances.get(i), visitor);
    }
    for (int i = 0; i < others.size(); i++) {
      others.get(i).visit(visitor);
    }
    for (SavedFrames frames = detached; frames != null; frames = frames.next) {
      frames.visit(visitor);
    }
  }

  private void table(TableInst table, RefVisitor visitor) {
    if (HeapTypes.collected(types, table.elemCode)) {
      table.elements.visit(0, table.size(), visitor);
    }
  }

  private void instance(ModuleInst instance, RefVisitor visitor) {
    Module module = instance.module();
    for (int i = 0; i < module.elems().size(); i++) {
      int code = instance.storeCode(module.elems().get(i).type().code());
      if (HeapTypes.collected(types, code)) {
        references(instance.elem(i), visitor);
        passive(instance, i, visitor);
      }
    }
    for (int i = module.importedGlobalCount(); i < module.globalCount(); i++) {
      GlobalInst global = instance.global(i);
      if (HeapTypes.collected(types, global.typeCode)) {
        global.set(visitor.visit(global.get()));
      }
    }
  }

  private static void passive(ModuleInst instance, int elemidx, RefVisitor visitor) {
    int length = instance.elemLength(elemidx);
    if (length > 0) {
      int start = instance.elemStart(elemidx);
      instance.refs().visit(start, start + length, visitor);
    }
  }

  private static void references(int[] refs, RefVisitor visitor) {
    for (int i = 0; i < refs.length; i++) {
      refs[i] = (int) visitor.visit(Integer.toUnsignedLong(refs[i]));
    }
  }
}
