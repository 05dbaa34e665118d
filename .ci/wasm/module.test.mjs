// Tests of the module through its one way in: what it answers in a browser.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { instantiate } from "./host.mjs";

const suite = new URL("../../../shared/conformance/json/test_parsing/", import.meta.url);
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
  const input = `[${"123.5,".repeat(20_000)}0]`;
  json(input);
  const before = module.memoryBytes;
  for (let round = 0; round < 100; round++) json(input);
  assert.equal(module.memoryBytes, before);
});
