import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { jdkHome } from "./jdk.ts";
import { DESKTOP, ROOT, SERVER_JAR, WEB_ROOT } from "./places.ts";

/** Builds what the tests run on where it is missing. What is there is taken as it is: `./chatcall test` builds it anew. */
export default function build(): void {
  if (!existsSync(SERVER_JAR)) {
    run("./mvnw", ["-B", "-q", "-pl", "server", "-am", "package", "-Dmaven.test.skip=true"]);
  }
  if (!existsSync(`${WEB_ROOT}/index.html`)) run("npm", ["--prefix", "web-client", "run", "build"]);
  // With the driver, which is among its tests.
  if (!existsSync(`${DESKTOP}/test-classes`) || !existsSync(`${DESKTOP}/lib`)) {
    run("./mvnw", ["-B", "-q", "-pl", "desktop-client", "-am", "package", "-DskipTests"]);
  }
  if (!existsSync(`${ROOT}docker/mediasoup/dist`)) {
    run("npm", ["--prefix", "docker/mediasoup", "ci", "--ignore-scripts"]);
    run("npm", ["--prefix", "docker/mediasoup", "run", "build"]);
  }
}

function run(program: string, options: readonly string[]): void {
  execFileSync(program, options, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, JAVA_HOME: jdkHome() },
  });
}
