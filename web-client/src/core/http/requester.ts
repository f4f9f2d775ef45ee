import type { HttpPort, HttpRequest, HttpResponse } from "../ports.ts";
import type { ErrorCode, Problem } from "../protocol.ts";
import { ApiError } from "../types.ts";

export type Method = HttpRequest["method"];
export type Payload = Pick<HttpRequest, "json" | "blob">;

/** Says whether another try with a fresh access token makes sense. */
export interface AccessRenewal {
  /** What the access token in use ends at; tells an old token from its successor. */
  current(): number | null;
  /** Renews the token unless it is no longer `used`. Rejects with `ApiError` when there is none to be had. */
  renew(used: number | null): Promise<void>;
  /** The server said that the session is over. */
  over(): void;
}

/** Asks the server and turns everything that is no success into an `ApiError`. */
export class Requester {
  readonly #http: HttpPort;

  constructor(http: HttpPort) {
    this.#http = http;
  }

  /** Asks once, as whoever the cookies say. */
  async ask<T>(method: Method, path: string, payload: Payload = {}): Promise<T> {
    return (await this.askDated<T>(method, path, payload)).value;
  }

  /** As `ask`, with the server's clock. */
  async askDated<T>(
    method: Method,
    path: string,
    payload: Payload = {},
  ): Promise<{ value: T; date: number | null }> {
    let response: HttpResponse;
    try {
      response = await this.#http.request({ method, path, ...payload });
    } catch {
      throw new ApiError("network.unreachable");
    }
    if (response.status >= 200 && response.status < 300)
      return { value: decoded<T>(response.body), date: response.date };
    throw errorOf(response);
  }
}

/** As `Requester`, for somebody signed in: an access token that ran out is renewed once, then it asks again. */
export class SignedInRequester {
  readonly #requester: Requester;
  readonly #access: AccessRenewal;

  constructor(requester: Requester, access: AccessRenewal) {
    this.#requester = requester;
    this.#access = access;
  }

  async ask<T>(method: Method, path: string, payload: Payload = {}): Promise<T> {
    const used = this.#access.current();
    try {
      return await this.#requester.ask<T>(method, path, payload);
    } catch (error) {
      if (isCode(error, "auth.session_ended")) this.#access.over();
      if (!isCode(error, "auth.required")) throw error;
    }
    await this.#access.renew(used);
    return this.#requester.ask<T>(method, path, payload);
  }
}

function isCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof ApiError && error.code === code;
}

function decoded<T>(body: string): T {
  if (body === "") return undefined as T;
  try {
    return JSON.parse(body) as T;
  } catch {
    throw new ApiError("network.unexpected");
  }
}

function errorOf(response: HttpResponse): ApiError {
  try {
    const problem = JSON.parse(response.body) as Partial<Problem> | null;
    if (problem && typeof problem.code === "string") {
      return new ApiError(problem.code, problem.fields ?? [], problem.retryAfterMs ?? null);
    }
  } catch {
    // Not a problem document: told below.
  }
  // A proxy that cannot reach the server says so in its own words.
  return new ApiError(
    response.status >= 502 && response.status <= 504 ? "network.unreachable" : "network.unexpected",
  );
}
