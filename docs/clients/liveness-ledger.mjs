// Refreshes a record and reads it back. Node 18 or newer, no dependencies.
//
//   LEDGER_USER=operator LEDGER_PASSWORD=operator node liveness-ledger.mjs <record id>
import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import { argv, env } from "node:process";
import { pathToFileURL } from "node:url";

const BASE = (env.LEDGER_URL || "http://localhost:8080").replace(/\/+$/, "");
const TIMEOUT_MS = 60_000; // a refresh waits for the vendor, who may be tried three times

/** What the service refused or could not do, as it said it (RFC 9457). */
export class Problem extends Error {
  constructor(problem, status, retryAfter) {
    const code = problem.type?.split("/").pop() || problem.title || "unknown";
    const parts = [`problem ${code} (${status}): ${problem.detail ?? problem.title ?? "no detail"}`];
    if (problem.instance) parts.push(`[request ${problem.instance}]`);
    if (retryAfter) parts.push(`[retry after ${retryAfter}]`);
    super(parts.join(" "));
    Object.assign(this, { code, status, problem, retryAfter });
  }
}

/** Fetches the record from the vendor now and keeps the answer: {result, record, observation}. */
export const refresh = (id) => call("POST", id, "/refresh");

/** Reads the record from the store; the vendor is not asked. */
export const read = (id) => call("GET", id, "");

async function call(method, id, action) {
  const response = await fetch(`${BASE}/v1/document-liveness/${encodeURIComponent(id)}${action}`, {
    method,
    redirect: "error", // the ledger never redirects, and the password is for it alone
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      Accept: "application/json, application/problem+json",
      Authorization: `Basic ${Buffer.from(`${env.LEDGER_USER}:${env.LEDGER_PASSWORD}`).toString("base64")}`,
      "X-Request-Id": randomUUID(), // stands in the service's log, and in a problem's "instance"
    },
  });
  const type = response.headers.get("Content-Type") ?? "no content type";
  const text = await response.text();
  if (response.ok && type.startsWith("application/json")) return parseExact(text);
  if (type.startsWith("application/problem+json")) {
    throw new Problem(JSON.parse(text), response.status, response.headers.get("Retry-After"));
  }
  throw new Error(`unexpected answer: ${response.status}, ${type}`);
}

/**
 * Decimals come out as strings, digit for digit: 0.420 as a Number would be 0.42, and what the vendor
 * wrote is evidence. Strings are matched first, so that digits inside them are left alone.
 */
export function parseExact(text) {
  const stringOrDecimal = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/g;
  return JSON.parse(text.replace(stringOrDecimal, (found) => (found[0] === '"' ? found : `"${found}"`)));
}

async function main(id) {
  const { result, observation } = await refresh(id);
  console.log(`refreshed ${id}: ${result}, observation ${observation.number}, revision ${observation.revision ?? "none"}`);

  const record = await read(id);
  const { state, upstream } = record.freshness;
  console.log(`read ${id}: live=${record.live ?? "unknown"}, state=${state}, upstream=${upstream}`);
  for (const [name, check] of Object.entries(record.checks ?? {})) {
    if (check?.score != null) console.log(`score ${name}: ${check.score}`);
  }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  try {
    if (argv.length !== 3 || !env.LEDGER_USER || !env.LEDGER_PASSWORD) {
      throw new Error("usage: LEDGER_USER=… LEDGER_PASSWORD=… node liveness-ledger.mjs <record id>");
    }
    await main(argv[2]);
  } catch (error) {
    const reason = error.cause?.code ?? error.cause?.message; // fetch hides a failed connection there
    console.error((error.message + (reason ? `: ${BASE}: ${reason}` : "")).replace(/\s+/g, " "));
    process.exitCode = 1;
  }
}
