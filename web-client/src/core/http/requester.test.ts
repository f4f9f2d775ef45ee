import { expect, test } from "vitest";
import type { HttpPort, HttpRequest, HttpResponse } from "../ports.ts";
import { ApiError } from "../types.ts";
import { openApi, signedInApi } from "./api.ts";
import { Requester, SignedInRequester } from "./requester.ts";

/** Answers requests with what is queued, and remembers them. */
class QueuedHttp implements HttpPort {
  readonly asked: HttpRequest[] = [];
  readonly answers: (Partial<HttpResponse> | "none")[] = [];

  async request(request: HttpRequest): Promise<HttpResponse> {
    this.asked.push(request);
    const answer = this.answers.shift() ?? {};
    if (answer === "none") throw new TypeError("offline");
    return { status: 200, body: "", date: null, ...answer };
  }
}

const problem = (code: string, more = {}) => ({
  status: 400,
  body: JSON.stringify({ code, fields: [], retryAfterMs: null, ...more }),
});

const failing = (answer: Partial<HttpResponse> | "none") => {
  const http = new QueuedHttp();
  http.answers.push(answer);
  return new Requester(http).ask("GET", "/api/server").catch((error: unknown) => error);
};

test("a problem becomes an error with its code, fields and wait", async () => {
  const fields = [{ field: "email", reason: "is not an address" }];
  const error = await failing(problem("request.invalid", { fields, retryAfterMs: 500 }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: "request.invalid", fields, retryAfterMs: 500 });
});

test("no answer, and a proxy without a server, are out of reach; other answers are unexpected", async () => {
  expect(await failing("none")).toMatchObject({ code: "network.unreachable" });
  expect(await failing({ status: 502, body: "<html>" })).toMatchObject({ code: "network.unreachable" });
  expect(await failing({ status: 500, body: "<html>" })).toMatchObject({ code: "network.unexpected" });
  expect(await failing({ status: 200, body: "<html>" })).toMatchObject({ code: "network.unexpected" });
  expect(await failing({ status: 400, body: "null" })).toMatchObject({ code: "network.unexpected" });
});

function signedIn() {
  const http = new QueuedHttp();
  const calls: string[] = [];
  const access = {
    current: () => 7,
    renew: async (used: number | null) => void calls.push(`renew ${used}`),
    over: () => calls.push("over"),
  };
  return { http, calls, api: signedInApi(new SignedInRequester(new Requester(http), access)) };
}

test("a token that ran out is renewed once, then it is asked again", async () => {
  const { http, calls, api } = signedIn();
  http.answers.push(problem("auth.required"), { body: "[]" });
  expect(await api.sessions()).toEqual([]);
  expect(calls).toEqual(["renew 7"]);
  expect(http.asked).toHaveLength(2);
  http.answers.push(problem("auth.required"), problem("auth.required"));
  await expect(api.sessions()).rejects.toMatchObject({ code: "auth.required" });
  expect(http.asked).toHaveLength(4);
});

test("a session that ended is said so, and not asked for again", async () => {
  const { http, calls, api } = signedIn();
  http.answers.push(problem("auth.session_ended"));
  await expect(api.sessions()).rejects.toMatchObject({ code: "auth.session_ended" });
  expect([calls, http.asked.length]).toEqual([["over"], 1]);
});

test("what people typed cannot change the path", async () => {
  const { http, api } = signedIn();
  http.answers.push({ body: "[]" }, {}, { body: "{}" });
  await api.searchPeople("a&b=c/é");
  await api.endSession("../x");
  await api.page("c", { around: 5 }, 50);
  expect(http.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /api/people?q=a%26b%3Dc%2F%C3%A9",
    "DELETE /api/sessions/..%2Fx",
    "GET /api/conversations/c/messages?around=5&limit=50",
  ]);
});

test("signing in asks for cookies, so that no script sees a token", async () => {
  const http = new QueuedHttp();
  http.answers.push({ body: "{}", date: 5 });
  const api = openApi(new Requester(http));
  const given = await api.signIn({
    login: "mira",
    password: "secret",
    deviceName: "test",
    transport: "cookie",
  });
  expect(given.date).toBe(5);
  expect(http.asked[0]).toMatchObject({
    method: "POST",
    path: "/api/session",
    json: { transport: "cookie" },
  });
});
