// Gives back what it is given: nearly all of a call's time is the crossing.
#include "../../examples/abi.h"

typedef struct {
  u32 id;
  slice name;
  double x;
  double y;
  u8 state;
} reading;

typedef struct {
  u32 total;
} counter;

IMPORT("[export]wrt:benchmarks/calls", "[resource-new]counter") s32 counter_new(counter *self);

static slice slice_out;
static reading reading_out;

// Counters are never freed by post-return functions, so they don't come from the bump allocator.
static counter counters[1024];
static u32 counter_count;

EXPORT("wrt:benchmarks/calls#[constructor]counter")
s32 make(u32 start) {
  if (counter_count == 1024) __builtin_trap();
  counter *self = &counters[counter_count++];
  self->total = start;
  return counter_new(self);
}

EXPORT("wrt:benchmarks/calls#[method]counter.add")
u32 add(counter *self, u32 n) {
  self->total += n;
  return self->total;
}

EXPORT("wrt:benchmarks/calls#[dtor]counter")
void drop(counter *self) { self->total = 0; }

EXPORT("wrt:benchmarks/calls#echo-string")
slice *echo_string(void *ptr, u32 len) {
  slice_out = (slice){ptr, len};
  return &slice_out;
}

EXPORT("cabi_post_wrt:benchmarks/calls#echo-string")
void post_string(slice *out) { release_all(); }

EXPORT("wrt:benchmarks/calls#echo-bytes")
slice *echo_bytes(void *ptr, u32 len) {
  slice_out = (slice){ptr, len};
  return &slice_out;
}

EXPORT("cabi_post_wrt:benchmarks/calls#echo-bytes")
void post_bytes(slice *out) { release_all(); }

EXPORT("wrt:benchmarks/calls#echo-record")
reading *echo_record(u32 id, void *ptr, u32 len, double x, double y, u32 state) {
  reading_out = (reading){id, {ptr, len}, x, y, state};
  return &reading_out;
}

EXPORT("cabi_post_wrt:benchmarks/calls#echo-record")
void post_record(reading *out) { release_all(); }

EXPORT("wrt:benchmarks/calls#echo-records")
slice *echo_records(void *ptr, u32 len) {
  slice_out = (slice){ptr, len};
  return &slice_out;
}

EXPORT("cabi_post_wrt:benchmarks/calls#echo-records")
void post_records(slice *out) { release_all(); }
