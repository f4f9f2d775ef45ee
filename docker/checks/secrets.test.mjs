import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { DOCKER, folderFor } from "./support.mjs";

test("secrets are made once, each another", (t) => {
  const folder = folderFor(t);
  const make = () => {
    execFileSync("sh", [`${DOCKER}secrets/make-secrets.sh`, folder]);
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "hex")]),
    );
  };

  const made = make();
  assert.deepEqual(Object.keys(made).sort(), [
    "database.password",
    "media.secret",
    "signing.key",
    "turn.secret",
  ]);
  assert.equal(new Set(Object.values(made)).size, 4);
  assert.equal(made["signing.key"].length, 64);
  for (const name of ["database.password", "media.secret", "turn.secret"])
    assert.equal(made[name].length, 128);
  assert.deepEqual(make(), made);
});
