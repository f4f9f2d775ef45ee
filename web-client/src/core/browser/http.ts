import type { HttpPort } from "../ports.ts";

/** Longer than any answer takes; an upload over a slow line included. */
const TIMEOUT_MS = 60_000;

export const browserHttp: HttpPort = {
  request: async ({ method, path, json, blob }) => {
    const body = blob ?? (json === undefined ? null : JSON.stringify(json));
    const type = blob ? blob.type || "application/octet-stream" : "application/json";
    const response = await fetch(path, {
      method,
      body,
      headers: body === null ? {} : { "Content-Type": type },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const date = Date.parse(response.headers.get("Date") ?? "");
    return { status: response.status, body: await response.text(), date: Number.isNaN(date) ? null : date };
  },
};
