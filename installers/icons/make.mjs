// Wraps the PNG icons of the web client for Windows (.ico) and macOS (.icns). Run it when a mark changes.
import { readFileSync, writeFileSync } from "node:fs";

const png = (size) => readFileSync(new URL(`../../web-client/public/icons/icon-${size}.png`, import.meta.url));
const here = (name) => new URL(name, import.meta.url);

// ICO: a header of 6 bytes, an entry of 16 bytes a picture, the pictures. 0 stands for 256 pixels and more.
const small = png(192);
const ico = Buffer.alloc(22);
ico.writeUInt16LE(1, 2);
ico.writeUInt16LE(1, 4);
ico.writeUInt8(192, 6);
ico.writeUInt8(192, 7);
ico.writeUInt16LE(1, 10);
ico.writeUInt16LE(32, 12);
ico.writeUInt32LE(small.length, 14);
ico.writeUInt32LE(22, 18);
writeFileSync(here("chatcall.ico"), Buffer.concat([ico, small]));

// ICNS: a header of 8 bytes, then each picture with its kind and length; ic09 is 512 pixels.
const large = png(512);
const block = (kind, ...parts) => {
  const head = Buffer.alloc(8);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
};
writeFileSync(here("chatcall.icns"), block("icns", block("ic09", large)));
