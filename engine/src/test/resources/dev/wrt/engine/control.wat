;; Control flow and moves that a translation to registers can get wrong. Each export returns one
;; number for one or two arguments; the expected ones are in ControlTest.
(module
  ;; An operand that stands for a local keeps the old value when the local changes.
  (func (export "old-value") (param i32 i32) (result i32)
    local.get 0
    i32.const 10
    local.set 0
    local.get 0
    i32.sub)

  ;; The same through local.tee, and inside a block whose operands lie below.
  (func (export "old-value-below-block") (param i32 i32) (result i32)
    local.get 0
    local.get 1
    block
      i32.const 5
      local.tee 0
      local.get 0
      i32.add
      local.set 1
    end
    i32.mul
    local.get 0
    local.get 1
    i32.add
    i32.add)

  ;; Only one arm of an if changes the local that a deeper operand stands for.
  (func (export "old-value-if") (param i32 i32) (result i32)
    local.get 0
    local.get 1
    if
      i32.const 100
      local.set 0
    end
    local.get 0
    i32.add)

  ;; Two results swapped on the way out, from locals.
  (func $swap (param i32 i32) (result i32 i32)
    local.get 1
    local.get 0)
  (func (export "swap") (param i32 i32) (result i32)
    local.get 0
    local.get 1
    call $swap
    i32.sub)

  ;; Two results, returned early under a condition, while the operands live on.
  (func $early (param i32) (result i32 i32)
    i32.const 7
    local.get 0
    local.get 0
    i32.const 3
    i32.gt_s
    br_if 0
    i32.add
    i32.const 1)
  (func (export "early") (param i32 i32) (result i32)
    local.get 0
    call $early
    i32.const 1000
    i32.mul
    i32.add)

  ;; A loop with two parameters that swaps them each time round.
  (func (export "loop-swap") (param i32 i32) (result i32)
    (local $a i32) (local $b i32)
    local.get 0
    i32.const 1
    loop (param i32 i32) (result i32)
      local.set $b
      local.set $a
      local.get $b
      local.get $a
      local.get 1
      i32.const 1
      i32.sub
      local.tee 1
      br_if 0
      i32.sub
    end)

  ;; br_table with a value, to labels at different heights.
  (func (export "table-value") (param i32 i32) (result i32)
    i32.const 1000
    block (result i32)
      i32.const 200
      block (result i32)
        i32.const 30
        block (result i32)
          local.get 1
          local.get 0
          br_table 0 1 2 0
        end
        i32.add
        i32.const 1
        i32.add
      end
      i32.add
    end
    i32.add)

  ;; br_table whose targets include the function itself and a loop.
  (func (export "table-return") (param i32 i32) (result i32)
    (local i32)
    loop (result i32)
      local.get 2
      i32.const 1
      i32.add
      local.set 2
      block
        block
          local.get 0
          i32.const -1
          i32.add
          local.tee 0
          br_table 1 0 2 1
        end
        local.get 2
        i32.const 100
        i32.add
        return
      end
      local.get 2
    end)

  ;; br_if that takes a value along, which lies above others.
  (func (export "br_if-value") (param i32 i32) (result i32)
    block (result i32)
      i32.const 50
      local.get 1
      local.get 0
      br_if 0
      i32.add
    end)

  ;; Code behind a branch, with nested blocks, is no code at all.
  (func (export "dead") (param i32 i32) (result i32)
    block (result i32)
      local.get 0
      br 0
      i32.const 1
      if (result i32)
        unreachable
        loop br 0 end
      else
        i32.const 1
        br 1
      end
      drop
      f64.add
      drop
      i32.const 3
    end
    block
      br 0
    end
    local.get 1
    i32.add)

  ;; An if without else whose then part leaves; and one whose both parts leave.
  (func (export "if-leaves") (param i32 i32) (result i32)
    local.get 0
    if
      local.get 1
      return
    end
    local.get 1
    if (result i32)
      i32.const 1
      return
    else
      i32.const 2
      br 1
    end)

  ;; A comparison negated twice, and one of constants on the left.
  (func (export "negations") (param i32 i32) (result i32)
    i32.const 5
    local.get 0
    i32.lt_s
    i32.eqz
    i32.eqz
    if (result i32)
      i32.const 1
    else
      i32.const 0
    end
    i32.const 3
    local.get 1
    i32.ge_u
    i32.eqz
    i32.const 2
    i32.shl
    i32.add)

  ;; select with all operands constant, and as the producer of a local.
  (func (export "selects") (param i32 i32) (result i32)
    (local i32)
    local.get 0
    local.get 1
    i32.const 1
    select
    i32.const 4
    i32.const 9
    local.get 0
    select
    local.set 2
    local.get 2
    i32.add)

  ;; A tee of a constant and its later uses.
  (func (export "tee-constant") (param i32 i32) (result i32)
    i32.const 6
    local.tee 0
    local.get 0
    local.get 1
    local.set 0
    local.get 0
    i32.mul
    i32.add)

  ;; More operands that are locals than are kept unmoved.
  (func (export "many-locals") (param i32 i32) (result i32)
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1 local.get 0 local.get 1
    i32.const 0
    local.set 0
    i32.const 0
    local.set 1
    i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub
    i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub
    i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub
    i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub
    i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub
    i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub i32.sub)

  ;; A call whose arguments stand below operands that must survive it.
  (func $sum3 (param i32 i32 i32) (result i32)
    local.get 0
    local.get 1
    i32.add
    local.get 2
    i32.add)
  (func (export "calls") (param i32 i32) (result i32)
    local.get 0
    i32.const 1
    local.get 1
    local.get 0
    call $sum3
    local.get 1
    i32.const 2
    local.get 0
    call $sum3
    i32.mul
    i32.sub))
