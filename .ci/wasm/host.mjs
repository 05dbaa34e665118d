// The host of the module: instantiates it and calls its entries, bytes in, bytes out.
//
// From a shell: node .ci/wasm/host.mjs ENTRY <input >output
import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = new URL("../../.build/wasm/binhxet.wasm", import.meta.url);
const code = new WebAssembly.Module(readFileSync(file));

const formats = new Map();

/** Offset from UTC in seconds of a named zone at an instant; undefined where there is no such zone. */
function zoneOffset(zone, epochSeconds) {
  if (!formats.has(zone)) {
    let format;
    try {
      format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    formats.set(zone, format);
  }
  const parts = formats.get(zone)?.formatToParts(Number(epochSeconds) * 1000);
  if (!parts) return undefined;
  const name = parts.find((part) => part.type === "timeZoneName").value; // GMT, GMT+07:00, GMT-00:01:15
  const [, sign, hours, minutes, seconds = 0] = /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(name);
  return sign ? (sign === "-" ? -1 : 1) * (hours * 3600 + minutes * 60 + Number(seconds)) : 0;
}

/** An instance; `seed` (64 bits) goes into its hashing and must not change any answer. */
export function instantiate(seed) {
  const none = -(2 ** 31);
  const host = {
    zone_offset: (at, count, seconds) =>
      zoneOffset(Buffer.from(memory.buffer, at >>> 0, count).toString(), seconds) ?? none,
  };
  const { memory, binhxet_alloc, binhxet_free, binhxet_call, binhxet_seed } =
    new WebAssembly.Instance(code, { host }).exports;
  if (seed !== undefined) binhxet_seed(seed);

  function put(bytes) {
    const at = binhxet_alloc(bytes.length) >>> 0;
    new Uint8Array(memory.buffer).set(bytes, at);
    return at;
  }

  return {
    /** Runs one entry on bytes or a string; answers bytes, and throws if there is no such entry or it traps. */
    call(name, input) {
      const [nameBytes, inputBytes] = [Buffer.from(name), Buffer.from(input)];
      const [nameAt, inputAt] = [put(nameBytes), put(inputBytes)];
      const answer = binhxet_call(nameAt, nameBytes.length, inputAt, inputBytes.length) >>> 0;
      if (answer === 0) throw new Error(`no entry ${name}`);
      const count = new DataView(memory.buffer).getUint32(answer, true);
      const output = Buffer.from(new Uint8Array(memory.buffer, answer + 4, count));
      for (const block of [nameAt, inputAt, answer]) binhxet_free(block);
      return output;
    },
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.stdout.write(instantiate().call(process.argv[2], readFileSync(0)));
}
