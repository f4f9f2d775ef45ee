import { existsSync, readdirSync, readFileSync } from "node:fs";

const NEEDED = 25;
const FOLDER = "/usr/lib/jvm";

/** Where a JDK that is new enough is: what `JAVA_HOME` says, or one that Debian installed. */
export function jdkHome(): string {
  const installed = existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`) : [];
  const found = [process.env.JAVA_HOME ?? "", ...installed].find((home) => version(home) >= NEEDED);
  if (found === undefined) throw new Error(`There is no JDK ${NEEDED}: set JAVA_HOME to where one is.`);
  return found;
}

function version(home: string): number {
  const release = `${home}/release`;
  if (home === "" || !existsSync(release)) return 0;
  return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, "utf8"))?.[1] ?? 0);
}
