import type { Transport } from "../ports.ts";

/** @param origin of the page, such as `https://chat.example` */
export function webSocketTransport(origin: string): Transport {
  const address = `${origin.replace(/^http/, "ws")}/ws`;
  return {
    open: (events) => {
      const socket = new WebSocket(address);
      socket.onopen = () => events.opened();
      socket.onmessage = ({ data }) => {
        if (typeof data === "string") events.received(data);
      };
      socket.onclose = ({ code }) => events.closed(code);
      return {
        send: (text) => socket.send(text),
        close: () => {
          socket.onopen = socket.onmessage = socket.onclose = null;
          socket.close(1000);
        },
      };
    },
  };
}
