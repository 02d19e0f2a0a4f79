// A resource: the representation is an index into a fixed table of values.
#include "../abi.h"

#define COUNTERS "wrt:examples/counters"
#define MAX 64

IMPORT("[export]" COUNTERS, "[resource-new]counter") s32 counter_new(u32 rep);

static s32 values[MAX];
static u8 used[MAX];
static u32 count;

static u32 make(s32 start) {
  for (u32 i = 0; i < MAX; i++) {
    if (!used[i]) {
      used[i] = 1;
      values[i] = start;
      count++;
      return i;
    }
  }
  __builtin_trap();
}

EXPORT(COUNTERS "#[constructor]counter")
s32 constructor(s32 start) { return counter_new(make(start)); }

EXPORT(COUNTERS "#[method]counter.add")
s32 add(u32 self, s32 by) { return values[self] += by; }

EXPORT(COUNTERS "#[method]counter.value")
s32 value(u32 self) { return values[self]; }

EXPORT(COUNTERS "#[static]counter.larger")
s32 larger(u32 a, u32 b) { return values[a] > values[b] ? values[a] : values[b]; }

EXPORT(COUNTERS "#[dtor]counter")
void destructor(u32 rep) {
  used[rep] = 0;
  count--;
}

EXPORT(COUNTERS "#live")
u32 live(void) { return count; }

EXPORT(COUNTERS "#run")
s32 run(s32 start, const s32 *steps, u32 len) {
  u32 rep = make(start);
  for (u32 i = 0; i < len; i++) values[rep] += steps[i];
  s32 last = values[rep];
  destructor(rep);
  release_all();
  return last;
}
