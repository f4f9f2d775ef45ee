import { Engine } from "../callEngine.ts";
import type { OpenEngine } from "../engine.ts";
import { browserPlatform } from "./platform.ts";

/** Calls in a browser. */
export const openEngine: OpenEngine = (context) => new Engine(context, browserPlatform);
