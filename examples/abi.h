// What the examples share: the Canonical ABI's side of a guest, without a C library.
#pragma once

typedef unsigned char u8;
typedef signed char s8;
typedef unsigned short u16;
typedef short s16;
typedef unsigned int u32;
typedef int s32;
typedef unsigned long long u64;
typedef long long s64;

// A string or list in linear memory, as the Canonical ABI lays it out.
typedef struct {
  void *ptr;
  u32 len;
} slice;

#define EXPORT(name) __attribute__((export_name(name)))
#define IMPORT(module, name) __attribute__((import_module(module), import_name(name)))

extern u8 __heap_base;
static u32 heap_next;

// A bump allocator, emptied by post-return functions: enough for calls that keep nothing.
static void *allocate(u32 size, u32 align) {
  if (heap_next == 0) heap_next = (u32)&__heap_base;
  u32 at = (heap_next + align - 1) & ~(align - 1);
  u32 end = at + size;
  if (end < at) __builtin_trap();
  u32 have = __builtin_wasm_memory_size(0) << 16;
  if (end > have) {
    u32 pages = (end - have + 0xffff) >> 16;
    if (__builtin_wasm_memory_grow(0, pages) == (u32)-1) __builtin_trap();
  }
  heap_next = end;
  return (void *)at;
}

static void copy(void *to, const void *from, u32 n) {
  for (u32 i = 0; i < n; i++) ((u8 *)to)[i] = ((const u8 *)from)[i];
}

EXPORT("cabi_realloc")
void *cabi_realloc(void *old, u32 old_size, u32 align, u32 new_size) {
  void *fresh = allocate(new_size, align);
  copy(fresh, old, old_size < new_size ? old_size : new_size);
  return fresh;
}

static void release_all(void) { heap_next = 0; }
