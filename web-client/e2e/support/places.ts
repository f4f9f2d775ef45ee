import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const SERVER_JAR = `${ROOT}server/target/chatcall-server.jar`;
export const WEB_ROOT = process.env.CHATCALL_WEB_ROOT ?? `${ROOT}web-client/dist`;
/** What was built of the desktop program. */
export const DESKTOP = `${ROOT}desktop-client/target`;
/** Where pictures of the screens go when they are asked for; git ignores it. */
export const SCREENSHOTS = `${ROOT}web-client/test-results/screenshots`;
