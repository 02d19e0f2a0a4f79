// Small kernels whose compiled form is unlike hand-written text: KernelsTest compares their results
// with another engine's. Built by
//   clang-19 --target=wasm32 -nostdlib -O2 -mbulk-memory -fno-builtin-memcpy 
//     -fno-builtin-memset -Wl,--no-entry -o kernels.wasm kernels.c
// and, with -O0 -fno-builtin, kernels-O0.wasm.

typedef unsigned u32;
typedef unsigned long long u64;
typedef unsigned char u8;

#define X(n) __attribute__((export_name(#n)))
X(fib) int fib(int n) {
  return n<2?n:fib(n-1)+fib(n-2);
}

static u8 sv[1<<16];

X(sieve) int sieve(int n) {
  int c = 0;
  for (int r = 0; r<n; r++) {
    for (int i = 0; i<(1<<16); i++) sv[i] = 1;
    c = 0;
    for (int i = 2; i<(1<<16); i++) if (sv[i]) {
      c++;
      for (int j = i+i; j<(1<<16); j += i) sv[j] = 0;
    }
  }
  return c;
}

static double A[128*128], B[128*128], C[128*128];

X(matmul) double matmul(int n) {
  for (int i = 0; i<128*128; i++) {
    A[i] = i*0.5;
    B[i] = (i%7)*1.25;
  }
  double s = 0;
  for (int r = 0; r<n; r++) {
    for (int i = 0; i<128; i++) for (int j = 0; j<128; j++) {
      double t = 0;
      for (int k = 0; k<128; k++) t += A[i*128+k]*B[k*128+j];
      C[i*128+j] = t;
    }
    s += C[r];
  }
  return s;
}

static const u32 K[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
    0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb,
    0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
    0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
    0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb,
    0xbef9a3f7, 0xc67178f2};

#define R(x,n) (((x)>>(n))|((x)<<(32-(n))))
static u8 msg[64*64];

X(sha256) u32 sha256(int n) {
  u32 h[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
      0x5be0cd19};
  for (int i = 0; i<64*64; i++) msg[i] = i*7;
  for (int r = 0; r<n; r++) for (int b = 0; b<64; b++) {
    u32 w[64];
    for (int i = 0; i<16; i++) {
      u8*p = msg+b*64+i*4;
      w[i] = p[0]<<24|p[1]<<16|p[2]<<8|p[3];
    }
    for (int i = 16; i<64; i++) {
      u32 s0 = R(w[i-15], 7)^R(w[i-15], 18)^(w[i-15]>>3), s1 = R(w[i-2], 17)^R(w[i-2],
          19)^(w[i-2]>>10);
      w[i] = w[i-16]+s0+w[i-7]+s1;
    }
    u32 a = h[0], bb = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], hh = h[7];
    for (int i = 0; i<64; i++) {
      u32 S1 = R(e, 6)^R(e, 11)^R(e, 25), ch = (e&f)^(~e&g), t1 = hh+S1+ch+K[i]+w[i], S0 = R(a,
          2)^R(a, 13)^R(a, 22), mj = (a&bb)^(a&c)^(bb&c), t2 = S0+mj;
      hh = g;
      g = f;
      f = e;
      e = d+t1;
      d = c;
      c = bb;
      bb = a;
      a = t1+t2;
    }
    h[0] += a;
    h[1] += bb;
    h[2] += c;
    h[3] += d;
    h[4] += e;
    h[5] += f;
    h[6] += g;
    h[7] += hh;
  }
  return h[0]^h[7];
}

typedef int (*op)(int, int);
static int add(int a, int b) {
  return a+b;
}
static int sub(int a, int b) {
  return a-b*3;
}
static int mul(int a, int b) {
  return a*(b|1);
}
static int xr(int a, int b) {
  return a^(b<<3);
}

static op volatile ops[4] = {add, sub, mul, xr};

X(icall) int icall(int n) {
  int s = 1;
  for (int i = 0; i<n; i++) s = ops[(i^(s>>5))&3](s, i);
  return s;
}

static int prog[256];

X(vm) int vm(int n) {
  int k = 0;
  int P[] = {1, 0, 2, 1, 3, 7, 4, 3, 5, 1, 6, 2, 7, 5, 8, 1};
  for (int i = 0; i<16; i++) prog[i] = P[i];
  int acc = 0, x = 1, y = 2;
  for (int it = 0; it<n; it++) {
    for (int pc = 0; pc<16; pc += 2) {
      int a = prog[pc+1];
      switch (prog[pc]) {
        case 1: acc += a+it;
        break;
        case 2: x ^= acc<<a;
        break;
        case 3: y += x*a;
        break;
        case 4: acc = (acc>>a)|y;
        break;
        case 5: if (x&1) acc -= a;
        else acc += y;
        break;
        case 6: x = x*31+a;
        break;
        case 7: y = (y>>1)^(y<<a);
        break;
        case 8: k += acc;
        break;
        default: __builtin_trap();
      }
    }
  }
  return acc^x^y^k;
}

X(mix) u64 mix(int n) {
  u64 s = 88172645463325252ull, t = 0;
  for (int i = 0; i<n; i++) {
    s ^= s<<13;
    s ^= s>>7;
    s ^= s<<17;
    t += s*0x9E3779B97F4A7C15ull;
    t = (t<<31)|(t>>33);
    if ((int)t<0) t/= (s|1)>>40|1;
  }
  return s^t;
}

static int arr[1<<16];

static void qs(int*a, int lo, int hi) {
  while (lo<hi) {
    int p = a[(lo+hi)>>1], i = lo, j = hi;
    while (i <= j) {
      while (a[i]<p)i++;
      while (a[j]>p)j--;
      if (i <= j) {
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
        i++;
        j--;
      }
    }
    if (j-lo<hi-i) {
      qs(a, lo, j);
      lo = i;
    } else {
      qs(a, i, hi);
      hi = j;
    }
  }
}

X(qsort_) int qsort_(int n) {
  u32 s = 1, c = 0;
  for (int r = 0; r<n; r++) {
    for (int i = 0; i<(1<<16); i++) {
      s = s*1664525+1013904223;
      arr[i] = s>>1;
    }
    qs(arr, 0, (1<<16)-1);
    c += arr[r*17&65535];
  }
  return c;
}

X(fl) float fl(int n) {
  float a = 1, b = 0;
  for (int i = 0; i<n; i++) {
    a = a*1.0001f+0.5f;
    b += __builtin_sqrtf(a);
    if (a>1e5f) a = (int)b%97;
    b = __builtin_fabsf(b-a);
  }
  return a+b;
}

X(gcopy) u32 gcopy(int n) {
  u32 s = 0;
  for (int i = 0; i<n; i++) {
    __builtin_memcpy(msg+ (i&1023), msg+2048, 256);
    s += msg[i&4095]+i;
  }
  return s;
}

__attribute__((used)) void *memcpy(void*d, const void*s, unsigned long n) {
  char*a = d;
  const char*b = s;
  while (n--) *a++ = *b++;
  return d;
}

__attribute__((used)) void *memset(void*d, int c, unsigned long n) {
  char*a = d;
  while (n--) *a++ = c;
  return d;
}
