// One evaluator everywhere: the module judges the sample records as the command line does.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { instantiate } from "./host.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const binhxet = `${root}/.build/release/binhxet`;
const records = `${root}/Examples/ba-to-2021/units.ndjson`;
const asOf = "2021-12-31";

test("judges as the command line", { skip: !existsSync(binhxet) && "binhxet is not built" }, () => {
  const pack = JSON.parse(execFileSync(binhxet, ["compile", "rules/ba-to-2021"], { cwd: root }));
  const run = spawnSync(
    binhxet, ["check", "rules/ba-to-2021", records, "--as-of", asOf, "--format", "ndjson"], { cwd: root });
  const expected = run.stdout.toString().trim().split("\n").map((line) => JSON.parse(line));
  const module = instantiate();
  let judged = 0;
  for (const line of readFileSync(records, "utf8").trim().split("\n")) {
    const record = JSON.parse(line);
    const answer = JSON.parse(
      module.call("check", JSON.stringify({ pack, type: record.type ?? "unit", asOf, record })).toString());
    const command = expected.find((result) => result.record === record.id);
    if (!command) {
      assert.match(answer.error, /out of shape/);
      continue;
    }
    const findings = command.findings.map(({ rule, outcome, message }) => ({ rule, outcome, text: message.text }));
    assert.deepEqual(answer.findings, findings);
    assert.deepEqual(answer.verdicts, command.verdicts.map(({ award, verdict }) => ({ award, verdict })));
    judged += 1;
  }
  assert.ok(judged >= 3);
});
