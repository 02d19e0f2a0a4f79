;; Small programs that together use every kind of instruction: pauses must not change them.
(module
  (memory 1 4)
  (global $g (mut i64) (i64.const 1))
  (table 4 funcref)
  (elem (i32.const 0) $add $mul $xor $fact)
  (data $text "the quick brown fox jumps over the lazy dog; the quick brown fox jumps over it again and again")
  (type $op (func (param i64 i64) (result i64)))
  (func $add (type $op) local.get 0 local.get 1 i64.add)
  (func $mul (type $op) local.get 0 local.get 1 i64.mul)
  (func $xor (type $op) local.get 0 local.get 1 i64.xor)
  (func $fact (type $op)
    local.get 0
    i64.eqz
    if (result i64)
      local.get 1
    else
      local.get 0
      i64.const 1
      i64.sub
      local.get 0
      local.get 1
      i64.mul
      call $fact
    end)

  (func $fib (export "fib") (param i64) (result i64)
    local.get 0
    i64.const 2
    i64.lt_s
    if
      local.get 0
      return
    end
    local.get 0
    i64.const 1
    i64.sub
    call $fib
    local.get 0
    i64.const 2
    i64.sub
    call $fib
    i64.add)

  (func (export "indirect") (param i64) (result i64)
    (local $i i64) (local $r i64)
    i64.const 3
    local.set $r
    loop
      local.get $i
      i64.const 3
      i64.and
      i64.const 5
      i64.add
      local.get $r
      i64.const 1
      i64.or
      local.get $i
      i32.wrap_i64
      i32.const 3
      i32.and
      call_indirect (type $op)
      local.get $r
      i64.add
      local.set $r
      local.get $i
      i64.const 1
      i64.add
      local.tee $i
      local.get 0
      i64.lt_u
      br_if 0
    end
    local.get $r
    global.get $g
    i64.add
    global.set $g
    global.get $g)

  (func (export "memory") (param i64) (result i64)
    (local $i i32) (local $s i64)
    i32.const 16
    i32.const 0
    i32.const 94
    memory.init $text
    i32.const 512
    i32.const 0xA5
    i32.const 300
    memory.fill
    i32.const 600
    i32.const 16
    i32.const 100
    memory.copy
    i32.const 1
    memory.grow
    drop
    loop
      local.get $s
      i64.const 31
      i64.mul
      local.get $i
      i64.load8_u offset=16
      i64.add
      local.get $i
      i32.load16_s offset=513
      i64.extend_i32_s
      i64.xor
      local.set $s
      local.get $i
      local.get $s
      i64.store32 offset=2048
      local.get $i
      i32.const 1
      i32.add
      local.tee $i
      local.get 0
      i32.wrap_i64
      i32.lt_u
      br_if 0
    end
    local.get $s
    i64.const 0
    i32.wrap_i64
    i64.load offset=2048
    i64.add
    memory.size
    i64.extend_i32_u
    i64.add)

  (func (export "switch") (param i64) (result i64)
    (local $i i32) (local $s i64)
    loop $again
      block $default
        block $c
          block $b
            block $a
              local.get $i
              i32.const 3
              i32.rem_u
              br_table $a $b $c $default
            end
            local.get $s
            i64.const 7
            i64.add
            local.set $s
            br $default
          end
          local.get $s
          i64.const 3
          i64.shl
          local.set $s
          br $default
        end
        local.get $s
        i64.const 13
        i64.rotl
        local.set $s
      end
      local.get $i
      i32.const 1
      i32.add
      local.tee $i
      local.get 0
      i32.wrap_i64
      i32.ne
      br_if $again
    end
    local.get $s)

  (func (export "floats") (param i64) (result i64)
    (local $x f64) (local $y f32) (local $i i64)
    f64.const 1.5
    local.set $x
    loop
      local.get $x
      f64.sqrt
      local.get $i
      f64.convert_i64_u
      f64.add
      local.tee $x
      f32.demote_f64
      local.get $y
      f32.max
      f32.neg
      f32.abs
      local.set $y
      local.get $i
      i64.const 1
      i64.add
      local.tee $i
      local.get 0
      i64.ne
      br_if 0
    end
    local.get $x
    local.get $y
    f64.promote_f32
    f64.mul
    i64.reinterpret_f64)

  (func (export "tables") (param i64) (result i64)
    (local $i i32)
    ref.func $mul
    i32.const 3
    table.grow 0
    drop
    i32.const 0
    i32.const 1
    i32.const 3
    table.copy
    loop
      local.get $i
      i32.const 1
      i32.add
      ref.func $add
      table.set
      local.get $i
      i32.const 1
      i32.add
      local.tee $i
      i32.const 3
      i32.lt_u
      br_if 0
    end
    local.get 0
    i64.const 9
    i32.const 5
    call_indirect (type $op)
    i32.const 0
    table.get
    ref.is_null
    i64.extend_i32_u
    i64.add
    table.size
    i64.extend_i32_u
    i64.add)
  (elem declare func $add $mul))
