import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { request as secureRequest } from "node:https";
import { test } from "node:test";
import { DOCKER, eventually, folderFor, freePort, programOf, start } from "./support.mjs";

const NGINX = programOf("nginx");
const skip =
  NGINX === null && "nginx is missing, so nothing is said about its configuration: apt-get install nginx";

/** Stands for the server: tells what reached it, and takes upgrades of /ws. */
async function upstream(t) {
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.on("end", () => answer.end(JSON.stringify({ path: asked.url, headers: asked.headers })));
  });
  server.on("upgrade", (asked, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    socket.end(`at ${asked.url}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  return server.address().port;
}

/** Runs nginx on the configuration of the containers, with other ports and folders. */
async function nginx(t, site) {
  const folder = folderFor(t);
  const [port, securePort, serverPort] = [await freePort(), await freePort(), await upstream(t)];
  mkdirSync(`${folder}/sites`);
  mkdirSync(`${folder}/certificates`);
  const [key, certificate] = [`${folder}/certificates/privkey.pem`, `${folder}/certificates/fullchain.pem`];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=localhost",
      "-keyout",
      key,
      "-out",
      certificate,
    ],
    { stdio: "ignore" },
  );
  cpSync("/etc/nginx/mime.types", `${folder}/mime.types`);
  const put = (from, to) => {
    const text = readFileSync(`${DOCKER}nginx/${from}`, "utf8")
      .replaceAll("/etc/nginx", folder)
      .replaceAll("/tmp/nginx.pid", `${folder}/nginx.pid`)
      .replaceAll("server:8080", `127.0.0.1:${serverPort}`)
      .replaceAll("listen 80;", `listen 127.0.0.1:${port};`)
      .replaceAll("listen 443 ssl;", `listen 127.0.0.1:${securePort} ssl;`)
      .replaceAll("/dev/stdout", `${folder}/access.log`);
    writeFileSync(`${folder}/${to}`, text);
  };
  put("nginx.conf", "nginx.conf");
  put("chatcall.conf", "chatcall.conf");
  put(`${site}.conf`, `sites/${site}.conf`);
  execFileSync(NGINX, ["-t", "-c", `${folder}/nginx.conf`, "-p", folder], { stdio: "pipe" });
  const child = start(
    t,
    NGINX,
    ["-c", `${folder}/nginx.conf`, "-p", folder, "-g", "daemon off;"],
    {},
    /never/,
  );
  child.catch(() => {});
  await eventually(() => ask(`http://127.0.0.1:${port}/health`));
  return { url: `http://127.0.0.1:${port}`, secureUrl: `https://127.0.0.1:${securePort}` };
}

function ask(url, options = {}) {
  const send = url.startsWith("https") ? secureRequest : request;
  return new Promise((resolve, reject) => {
    const asked = send(url, { rejectUnauthorized: false, agent: false, ...options }, async (answer) => {
      let body = "";
      for await (const chunk of answer) body += chunk;
      resolve({ status: answer.statusCode, headers: answer.headers, body });
    });
    asked.on("upgrade", async (answer, socket, head) => {
      let body = head.toString();
      for await (const chunk of socket) body += chunk;
      resolve({ status: answer.statusCode, headers: answer.headers, body });
    });
    asked.on("error", reject);
    asked.end(options.body);
  });
}

for (const site of ["plain", "tls"]) {
  test(`nginx passes on what belongs to ChatCall (${site})`, { skip }, async (t) => {
    const { url, secureUrl } = await nginx(t, site);
    const base = site === "tls" ? secureUrl : url;

    const page = await ask(`${base}/c/1?x=2`, { headers: { "X-Forwarded-For": "6.6.6.6" } });
    assert.equal(page.status, 200);
    const { path, headers } = JSON.parse(page.body);
    assert.equal(path, "/c/1?x=2");
    assert.equal(headers["x-forwarded-for"], "127.0.0.1", "nobody says of themselves where they are");
    assert.equal(headers["x-forwarded-proto"], site === "tls" ? "https" : "http");
    assert.equal(headers.host, new URL(base).host);

    const socket = await ask(`${base}/ws`, { headers: { Connection: "Upgrade", Upgrade: "websocket" } });
    assert.equal(socket.status, 101);
    assert.match(socket.body, /at \/ws/);

    assert.equal(
      (await ask(`${base}/api/account/avatar`, put(8 * 1024 * 1024))).status,
      200,
      "the largest picture",
    );
    assert.equal((await ask(`${base}/api/account/avatar`, put(10 * 1024 * 1024))).status, 413);
    assert.equal((await ask(`${base}/metrics`)).status, 404);
    assert.equal((await ask(`${base}/api/diagnosis`, { method: "POST" })).status, 404);
  });
}

test("without TLS one is sent to where it is", { skip }, async (t) => {
  const { url } = await nginx(t, "tls");
  const answer = await ask(`${url}/register?invitation=1`);
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.location, "https://127.0.0.1/register?invitation=1");
});

function put(bytes) {
  return { method: "PUT", body: Buffer.alloc(bytes) };
}
