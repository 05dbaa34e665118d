// Tests of the module's runtime against what JavaScript knows: BigInt, typed arrays.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";

const code = new WebAssembly.Module(
  readFileSync(new URL("../../.build/wasm/runtime.wasm", import.meta.url)));
const mask = (1n << 128n) - 1n;
let runtime, result, randomState;

beforeEach(() => {
  runtime = new WebAssembly.Instance(code).exports;
  result = allocate(16, 16);
  randomState = 42n;
});

const view = () => new DataView(runtime.memory.buffer);
const bytes = (at, count) => new Uint8Array(runtime.memory.buffer, at, count);

function allocate(size, alignment) {
  const target = 8; // below the stack, never used by it
  assert.equal(runtime.posix_memalign(target, alignment, size), 0);
  return view().getUint32(target, true);
}

/** xorshift64: the same numbers in every run. */
function random(below) {
  for (const shift of [13n, -7n, 17n]) {
    randomState ^= shift > 0n ? randomState << shift : randomState >> -shift;
    randomState = BigInt.asUintN(64, randomState);
  }
  return typeof below === "bigint" ? randomState % below : Number(randomState % BigInt(below));
}

test("the heap gives aligned blocks that do not overlap and keep their bytes", () => {
  const live = [];
  for (let step = 0; step < 60_000; step++) {
    if (live.length > 400 || (live.length > 0 && random(5) < 2)) {
      const [block] = live.splice(random(live.length), 1);
      assert.ok(bytes(block.at, block.size).every((byte) => byte === block.mark), `block of ${block.size}`);
      runtime.__wrap_free(block.at);
    } else {
      const size = random(random(100) === 0 ? 300_000 : random(10) === 0 ? 40_000 : 300);
      const alignment = 4 << random(random(20) === 0 ? 15 : 3);
      const block = { at: allocate(size, alignment), size, mark: step & 255 };
      assert.equal(block.at % alignment, 0, `alignment ${alignment} of ${size} bytes`);
      bytes(block.at, size).fill(block.mark);
      live.push(block);
    }
  }
  live.sort((a, b) => a.at - b.at);
  for (let i = 1; i < live.length; i++) assert.ok(live[i - 1].at + live[i - 1].size <= live[i].at);
});

test("the heap uses freed memory again", () => {
  for (const size of [1, 16, 100, 5000, 32_768, 32_769, 1_000_000]) {
    runtime.__wrap_free(allocate(size, 16));
    const before = runtime.memory.buffer.byteLength;
    for (let i = 0; i < 10_000; i++) runtime.__wrap_free(allocate(size, 16));
    assert.equal(runtime.memory.buffer.byteLength, before, `${size} bytes`);
  }
});

test("freed neighbours serve a larger block", () => {
  const blocks = Array.from({ length: 16 }, () => allocate(65_536, 16));
  const guard = allocate(65_536, 16);
  blocks.forEach((block) => runtime.__wrap_free(block));
  assert.equal(allocate(16 * 65_536, 16), blocks[0]);
  assert.ok(guard > blocks[0]);
});

test("what cannot be had is refused", () => {
  assert.equal(runtime.posix_memalign(8, 16, 0xffff_ffff), 12);
  assert.equal(runtime.posix_memalign(8, 1 << 17, 16), 12);
  runtime.__wrap_free(0);
});

test("bytes are moved, filled and compared", () => {
  for (let round = 0; round < 2000; round++) {
    const at = allocate(256, 16);
    for (let i = 0; i < 256; i++) bytes(at, 256)[i] = random(256);
    const expected = bytes(at, 256).slice();
    const [from, to, count] = [random(128), random(128), random(128)];
    const move = round % 2 && Math.abs(from - to) >= count ? runtime.memcpy : runtime.memmove;
    assert.equal(move(at + to, at + from, count), at + to);
    expected.copyWithin(to, from, from + count);
    assert.deepEqual(bytes(at, 256), expected);
    assert.equal(runtime.memset(at + from, 0x100 + round, count), at + from);
    expected.fill(round & 255, from, from + count);
    assert.deepEqual(bytes(at, 256), expected);
    const order = Buffer.compare(expected.subarray(from, from + count), expected.subarray(to, to + count));
    assert.equal(Math.sign(runtime.memcmp(at + from, at + to, count)), order);
    runtime.__wrap_free(at);
  }
});

/** 128-bit numbers of every length, and those at the edges. */
function wide() {
  const edges = [0n, 1n, mask, 1n << 127n, (1n << 127n) - 1n, 1n << 64n, (1n << 64n) - 1n, 0xffff_ffffn, 1n << 32n];
  if (random(6) === 0) return edges[random(edges.length)];
  return ((random(1n << 63n) << 64n) ^ random(1n << 63n) ^ (random(2n) << 127n)) >> BigInt(random(128));
}

const words = (value) => [BigInt.asUintN(64, value), BigInt.asUintN(64, value >> 64n)];

function answer(name, ...operands) {
  runtime[name](result, ...operands);
  return view().getBigUint64(result, true) | (view().getBigUint64(result + 8, true) << 64n);
}

const signed = (value) => BigInt.asIntN(128, value);
for (const [name, oracle] of Object.entries({
  __multi3: (a, b) => a * b,
  __udivti3: (a, b) => (b ? a / b : 0n),
  __umodti3: (a, b) => (b ? a % b : a),
  __divti3: (a, b) => (b ? signed(a) / signed(b) : 0n),
  __modti3: (a, b) => (b ? signed(a) % signed(b) : a),
})) {
  test(`${name} agrees with BigInt`, () => {
    for (let round = 0; round < 50_000; round++) {
      const [a, b] = [wide(), wide()];
      assert.equal(answer(name, ...words(a), ...words(b)), oracle(a, b) & mask, `${a}, ${b}`);
    }
  });
}

for (const [name, oracle] of Object.entries({
  __ashlti3: (a, n) => a << n,
  __lshrti3: (a, n) => a >> n,
  __ashrti3: (a, n) => signed(a) >> n,
})) {
  test(`${name} agrees with BigInt`, () => {
    for (let round = 0; round < 5000; round++) {
      const [a, n] = [wide(), random(128)];
      assert.equal(answer(name, ...words(a), n), oracle(a, BigInt(n)) & mask, `${a}, ${n}`);
    }
  });
}

test("random bytes depend on the seed alone", () => {
  const take = (seed) => {
    runtime.binhxet_seed(seed);
    runtime.arc4random_buf(result, 16);
    return bytes(result, 16).slice();
  };
  assert.deepEqual(take(7n), take(7n));
  assert.notDeepEqual(take(7n), take(8n));
});
