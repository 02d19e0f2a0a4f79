// greet: func(name: string) -> string
#include "../abi.h"

static slice result;

EXPORT("greet")
slice *greet(const u8 *name, u32 len) {
  u8 *text = allocate(len + 8, 1);
  copy(text, "Hello, ", 7);
  copy(text + 7, name, len);
  text[7 + len] = '!';
  result = (slice){text, len + 8};
  return &result;
}

EXPORT("cabi_post_greet")
void greet_returned(slice *returned) { release_all(); }
