// Every kind of value, echoed: scalars come back as they are, the rest through a return area.
#include "../abi.h"

#define FUNCTION(name) EXPORT("wrt:examples/echo#" name)
#define RETURNED(name) EXPORT("cabi_post_wrt:examples/echo#" name)
#define ECHO(name, id, type) \
  FUNCTION(name) type id(type v) { return v; }

ECHO("bool-value", bool_value, s32)
ECHO("u8-value", u8_value, s32)
ECHO("s8-value", s8_value, s32)
ECHO("u16-value", u16_value, s32)
ECHO("s16-value", s16_value, s32)
ECHO("u32-value", u32_value, s32)
ECHO("s32-value", s32_value, s32)
ECHO("u64-value", u64_value, s64)
ECHO("s64-value", s64_value, s64)
ECHO("f32-value", f32_value, float)
ECHO("f64-value", f64_value, double)
ECHO("char-value", char_value, s32)
ECHO("color-value", color_value, s32)
ECHO("access-value", access_value, s32)

static slice list;

static slice *echo_slice(void *ptr, u32 len) {
  list = (slice){ptr, len};
  return &list;
}

FUNCTION("string-value") slice *string_value(void *ptr, u32 len) { return echo_slice(ptr, len); }
FUNCTION("bytes") slice *bytes(void *ptr, u32 len) { return echo_slice(ptr, len); }
FUNCTION("numbers") slice *numbers(void *ptr, u32 len) { return echo_slice(ptr, len); }
FUNCTION("words") slice *words(void *ptr, u32 len) { return echo_slice(ptr, len); }
RETURNED("string-value") void string_returned(slice *v) { release_all(); }
RETURNED("bytes") void bytes_returned(slice *v) { release_all(); }
RETURNED("numbers") void numbers_returned(slice *v) { release_all(); }
RETURNED("words") void words_returned(slice *v) { release_all(); }

static struct {
  s32 x, y;
} point;
FUNCTION("point-value") void *point_value(s32 x, s32 y) {
  point.x = x;
  point.y = y;
  return &point;
}

static struct {
  u8 a;
  double b;
  slice c;
  u8 has_d;
  u16 d;
} mixed;
FUNCTION("mixed-value") void *mixed_value(s32 a, double b, void *c, u32 c_len, s32 has_d, s32 d) {
  mixed.a = a;
  mixed.b = b;
  mixed.c = (slice){c, c_len};
  mixed.has_d = has_d;
  mixed.d = d;
  return &mixed;
}
RETURNED("mixed-value") void mixed_returned(void *v) { release_all(); }

static struct {
  u8 first;
  slice second;
  u8 third;
} tuple;
FUNCTION("tuple-value") void *tuple_value(s32 first, void *second, u32 len, s32 third) {
  tuple.first = first;
  tuple.second = (slice){second, len};
  tuple.third = third;
  return &tuple;
}
RETURNED("tuple-value") void tuple_returned(void *v) { release_all(); }

// The flat form joins the cases: circle's f32 and the first word of the others share an i32.
static struct {
  u8 tag;
  u32 first, second;
} shape;
FUNCTION("shape-value") void *shape_value(s32 tag, u32 first, u32 second) {
  shape.tag = tag;
  shape.first = first;
  shape.second = second;
  return &shape;
}
RETURNED("shape-value") void shape_returned(void *v) { release_all(); }

static struct {
  u8 is_some;
  u32 value;
} option;
FUNCTION("option-value") void *option_value(s32 is_some, u32 value) {
  option.is_some = is_some;
  option.value = value;
  return &option;
}

static struct {
  u8 is_err;
  u32 first, second;
} result;
FUNCTION("result-value") void *result_value(s32 is_err, u32 first, u32 second) {
  result.is_err = is_err;
  result.first = first;
  result.second = second;
  return &result;
}
RETURNED("result-value") void result_returned(void *v) { release_all(); }

FUNCTION("sum") u32 sum(const u8 *v) {
  u32 total = 0;
  for (u32 i = 0; i < 17; i++) total += v[i];
  release_all();
  return total;
}
