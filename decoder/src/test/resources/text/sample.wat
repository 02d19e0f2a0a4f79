(module $sample
  (type $point (;0;) (sub (struct (field $x (mut i32)) (field $y i8))))
  (rec
    (type $a (;1;) (func (param (ref null $b))))
    (type $b (;2;) (sub final $point (struct (field (mut i32) i8))))
  )
  (type $f (;3;) (func (param i32 i64) (result f64)))
  (type $arr (;4;) (array (mut v128)))
  (type (;5;) (func (param i32)))
  (type (;6;) (func))
  (import "env" "say \22hi\22" (func $say (;0;) (type 5)))
  (import "env" "t" (table (;0;) i64 1 2 externref))
  (import "env" "mem" (memory (;0;) 1))
  (table $tab (;1;) 3 funcref)
  (memory $big (;1;) i64 1 4)
  (tag $oops (;0;) (type 5))
  (global $g (;0;) (mut f32) (f32.const -0x1.8p-3 (;=-0.1875;)))
  (global (;1;) (ref null $point) (i32.const 1) (i32.const 2) (struct.new $point))
  (export "run" (func $run))
  (export "ü" (global $g))
  (start $go)
  (elem $e (;0;) (table $tab) (offset (i32.const 0)) func $run $go)
  (elem (;1;) declare func $say)
  (elem (;2;) (ref null $point) (item (ref.null $point)))
  (; data count: 2 ;)
  (func $go (;1;) (type 6)
  )
  (func $run (;2;) (type $f) (param $n i32) (param i64) (result f64)
    (local $sum f64) (local i32 i32)
    block $out (;@1;)
      loop $again (;@2;)
        local.get $n
        i32.eqz
        br_if 1 (;@1;)
        local.get $n
        i32.const 1
        i32.sub
        local.set $n
        local.get $n
        br_table 1 (;@1;) 0 (;@2;)
      end
    end
    block $all (;@1;)
      block $caught (;@2;) (result i32)
        try_table (;@3;) (catch $oops 0 (;@2;)) (catch_all 1 (;@1;))
          i32.const 7
          throw $oops
        end
        i32.const 0
      end
      drop
    end
    ref.null any
    ref.test (ref null $point)
    drop
    i64.const 4
    i64.load8_u $big offset=8
    drop
    i32.const 0
    i32.const -1
    i32.store align=2
    i32.const 1
    i32.const 2
    call_indirect $tab (type 5)
    v128.const i32x4 0x00000001 0x00000002 0x00000003 0x00000004
    v128.const i32x4 0x00000005 0x00000000 0x00000006 0x00000000
    i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 31
    drop
    i64.const 0
    i32.const 0
    i32.const 1
    memory.init $big $d
    i32.const 1
    i32.const 2
    i32.const 3
    select (result i32)
    drop
    i32.const 1
    if (;@1;) (result i32)
      i32.const 1
    else
      i32.const 2
    end
    drop
    f64.const nan:0x4
    f64.const 0x1.999999999999ap-4 (;=0.1;)
    f64.add
  )
  (data $d (;0;) (memory $big) (offset (i64.const 16)) "hello\00\ff \22quoted\22")
  (data (;1;)
    "passive, and longer than the sixty-four bytes that fit into a si"
    "ngle line of text")
  (; custom section "name": shown as identifiers, 147 bytes ;)
)
