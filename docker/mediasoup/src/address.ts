import { createSocket } from "node:dgram";
import { networkInterfaces } from "node:os";

/** Reserved for documentation: routed like any address of the outside world, and nobody's. */
const ELSEWHERE = "192.0.2.1";

/**
 * The address that this machine has towards the outside world, as far as it can know; nothing is sent to find out.
 * Without a way out, the first that is not loopback, and otherwise that.
 */
export function ownAddress(): Promise<string> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4");
    const done = (address: string) => {
      socket.close();
      resolve(address);
    };
    socket.once("error", () => done(anyAddress()));
    socket.once("connect", () => done(socket.address().address));
    socket.connect(9, ELSEWHERE);
  });
}

function anyAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find((address) => !address.internal && address.family === "IPv4")?.address ?? "127.0.0.1";
}
