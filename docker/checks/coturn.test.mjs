import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { DOCKER, folderFor, freePort, programOf, start } from "./support.mjs";

const skip =
  programOf("turnserver") === null &&
  "coturn is missing, so nothing is said about its configuration: apt-get install coturn";

test("coturn starts on its configuration, answers, and asks for credentials", { skip }, async (t) => {
  const folder = folderFor(t);
  const port = await freePort();
  writeFileSync(`${folder}/turn.secret`, "a secret of this test");
  const options = [
    "--listening-ip=127.0.0.1",
    "--relay-ip=127.0.0.1",
    `--listening-port=${port}`,
    `--pidfile=${folder}/pid`,
    `--userdb=${folder}/users`,
  ];
  await start(
    t,
    "sh",
    [`${DOCKER}coturn/start.sh`, ...options],
    {
      CHATCALL_SECRETS: folder,
      CHATCALL_COTURN_CONF: `${DOCKER}coturn/turnserver.conf`,
      CHATCALL_ADDRESS: "127.0.0.1",
      TMPDIR: folder,
      PATH: `${process.env.PATH}:/usr/sbin`,
    },
    /SQLite DB connection success/,
  );

  assert.equal((await stun(port, "0001")).readUInt16BE(0), 0x0101, "a binding request succeeds");
  const refused = await stun(port, "0003", Buffer.from("0019000411000000", "hex"));
  assert.equal(refused.readUInt16BE(0), 0x0113, "an allocation without credentials is refused");
  assert.ok(refused.includes("chatcall"), "and the realm is named");
});

/** Sends a request of that type, and gives the answer. */
async function stun(port, type, attributes = Buffer.alloc(0)) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(attributes.length);
  const message = Buffer.concat([
    Buffer.from(type, "hex"),
    length,
    Buffer.from("2112a442", "hex"),
    randomBytes(12),
    attributes,
  ]);
  const socket = createSocket("udp4");
  socket.send(message, port, "127.0.0.1");
  const [answer] = await once(socket, "message");
  socket.close();
  return answer;
}
