// Imports prices.lookup, exports shop.total.
#include "../abi.h"

// result<u32, string>
typedef struct {
  u8 is_err;
  union {
    u32 ok;
    slice err;
  };
} price;

// result<u64, problem>
typedef struct {
  u8 is_err;
  union {
    u64 ok;
    struct {
      u8 tag;
      slice text;
    } problem;
  };
} total_result;

typedef struct {
  slice item;
  u32 quantity;
} line;

IMPORT("wrt:examples/prices", "lookup") void lookup(const void *item, u32 len, price *out);

static total_result result;

EXPORT("wrt:examples/shop#total")
total_result *total(const line *lines, u32 count) {
  u64 sum = 0;
  result.is_err = count == 0;
  result.problem.tag = 0;
  for (u32 i = 0; i < count; i++) {
    price found;
    lookup(lines[i].item.ptr, lines[i].item.len, &found);
    if (found.is_err) {
      result.is_err = 1;
      result.problem.tag = 1;
      result.problem.text = found.err;
      return &result;
    }
    sum += (u64)found.ok * lines[i].quantity;
  }
  if (!result.is_err) result.ok = sum;
  return &result;
}

EXPORT("cabi_post_wrt:examples/shop#total")
void total_returned(total_result *returned) { release_all(); }
