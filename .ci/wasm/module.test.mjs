// Tests of the module through its one way in: what it answers in a browser.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { instantiate } from "./host.mjs";

const suite = new URL("../../../shared/conformance/json/test_parsing/", import.meta.url);
const celSuite = new URL("../../../shared/conformance/cel/", import.meta.url);
const module = instantiate();
const json = (input) => JSON.parse(module.call("json", input));

test("an unknown entry is refused", () => {
  assert.throws(() => module.call("no such entry", ""), /no entry/);
});

test("the RFC 8259 suite is read as Node reads it", { skip: !existsSync(suite) && `${suite} is not there` }, () => {
  for (const name of readdirSync(suite)) {
    const input = readFileSync(new URL(name, suite));
    const answer = json(input);
    const accepted = name.startsWith("y_") && !name.startsWith("y_object_duplicated_key");
    if (accepted) assert.deepEqual(answer.value, JSON.parse(input), name);
    else if (!name.startsWith("i_")) assert.ok(answer.error && answer.line > 0 && answer.column > 0, name);
  }
});

test("the CEL suite passes in the module", { skip: !existsSync(celSuite) && `${celSuite} is not there` }, () => {
  const sum = { passed: 0, skipped: 0, failed: [] };
  for (const name of readdirSync(celSuite).filter((name) => name.endsWith(".json") && name !== "index.json")) {
    const { passed, skipped, failed } = JSON.parse(module.call("cel", readFileSync(new URL(name, celSuite))));
    console.log(`${name}: ${passed} passed, ${failed.length} failed, ${skipped} skipped`);
    sum.passed += passed;
    sum.skipped += skipped;
    sum.failed.push(...failed);
  }
  console.log(`CEL suite: ${sum.passed} passed, ${sum.failed.length} failed, ${sum.skipped} skipped`);
  assert.deepEqual(sum.failed, []);
  assert.ok(sum.passed > 0);
});

test("answers do not depend on the seed of hashing", () => {
  const input = JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`key ${i}`, i])));
  for (const seed of [0n, 1n, 2n ** 64n - 1n]) {
    assert.equal(instantiate(seed).call("json", input).toString(), `{"value":${input}}`);
  }
});

test("deep nesting is answered, not trapped", () => {
  assert.equal(json("[".repeat(1 << 20)).error, "tooDeep");
  for (let depth = 1; depth <= 4096; depth *= 2) {
    const text = "[".repeat(depth) + "]".repeat(depth);
    assert.ok(json(text).error === "tooDeep" || module.call("json", text).equals(Buffer.from(`{"value":${text}}`)));
  }
});

test("memory does not grow with the number of calls", () => {
  const numbers = `[${"123.5,".repeat(20_000)}0]`;
  const tests = JSON.stringify([{ id: "a", expr: "[1, 2, 3].map(x, string(x))[5]", expect: { error: "" } }]);
  const rounds = (count) => {
    for (let round = 0; round < count; round++) {
      json(numbers);
      for (let each = 0; each < 20; each++) module.call("cel", tests);
    }
  };
  rounds(10);
  const before = module.memoryBytes;
  rounds(100);
  assert.equal(module.memoryBytes, before);
});
