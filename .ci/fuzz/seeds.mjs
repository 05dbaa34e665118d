// Writes each expression of the conformance suite as seeds of the fuzz target: node seeds.mjs SUITE FOLDER
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [suite, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const patterns = [
  "(a+)+$\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^[^\\W\\d_]{1,3}(?i:x|\\pL)*?\\b\0Đặng 12", "(?s:.)\\x{1F600}|[[:alpha:]-z]\0a",
];
const expressions = [
  "d >= 3.5 && k in ['commune', 'school']", "m.x.value + d * 2.0 > l.map(x, x * 2.0)[0]", "g >= 'fair' || !b",
  "m.exists(x, x.code == s && x.value > 1)", "b ? i : i + 1", "l.sort().distinct().size() == 2", "[i, 2].all(x, x > 0)",
  "m.filter(x, x.value >= d).size() > 0", "{'a': i, 'b': 2}[s] == 1", "cel.bind(x, i * i, x + x) % 3 == 0",
];
for (const name of readdirSync(suite).filter((name) => name.endsWith(".json") && name !== "index.json")) {
  for (const test of JSON.parse(readFileSync(join(suite, name), "utf8"))) expressions.push(test.expr);
}

let count = 0;
const seed = (kind, text) => writeFileSync(join(folder, `seed-${count++}`), Buffer.from(String.fromCharCode(kind) + text));
for (const text of new Set(expressions)) for (const kind of [0, 1, 3]) seed(kind, text);
for (const text of patterns) seed(2, text);
// Recipes of expressions: any bytes will do, and mutation finds better ones.
for (const kind of [4, 5, 7]) for (let start = 0; start < 64; start++) {
  seed(kind, String.fromCharCode(...Array.from({ length: 48 }, (_, place) => (start * 37 + place * 101 + place * place * 7) % 128)));
}
console.log(`  ${count} seeds`);
