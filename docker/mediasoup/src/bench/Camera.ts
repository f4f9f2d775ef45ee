import { createSocket, type Socket } from "node:dgram";
import type { types } from "mediasoup";

const PAYLOAD_TYPE = 96;
const PACKET_BYTES = 1_200;
const PACKETS_PER_SECOND = 115;

/** Sends 1.1 Mbit/s of what looks like VP8 into a router, by RTP without encryption. */
export class Camera {
  readonly producer: types.Producer;
  sent = 0;
  private readonly socket: Socket;
  private readonly port: number;
  private readonly packet: Buffer;
  private started = 0;

  private constructor(producer: types.Producer, port: number, ssrc: number) {
    this.producer = producer;
    this.port = port;
    this.socket = createSocket("udp4");
    this.packet = frame(ssrc);
  }

  static async open(router: types.Router, ssrc: number): Promise<Camera> {
    const transport = await router.createPlainTransport({
      listenInfo: { protocol: "udp", ip: "127.0.0.1" },
      rtcpMux: true,
      comedia: true,
    });
    const producer = await transport.produce({
      kind: "video",
      rtpParameters: {
        codecs: [{ mimeType: "video/VP8", payloadType: PAYLOAD_TYPE, clockRate: 90_000 }],
        encodings: [{ ssrc }],
      },
    });
    return new Camera(producer, transport.tuple.localPort, ssrc);
  }

  start(): void {
    this.started = performance.now();
  }

  /** Sends what is due by now, whatever was late. */
  sendDue(): void {
    const due = ((performance.now() - this.started) / 1000) * PACKETS_PER_SECOND;
    while (this.sent < due) {
      this.sent++;
      this.packet.writeUInt16BE(this.sent & 0xffff, 2);
      this.packet.writeUInt32BE((this.sent * 783) >>> 0, 4);
      this.socket.send(Buffer.from(this.packet), this.port, "127.0.0.1");
    }
  }

  /** Packets that arrived at the worker. */
  async arrived(): Promise<number> {
    const stats = await this.producer.getStats();
    return stats[0]?.packetCount ?? 0;
  }

  close(): void {
    this.socket.close();
  }
}

/** Each packet is the beginning of a key frame, so that no consumer waits for one. */
function frame(ssrc: number): Buffer {
  const packet = Buffer.alloc(PACKET_BYTES);
  packet[0] = 0x80;
  packet[1] = PAYLOAD_TYPE;
  packet.writeUInt32BE(ssrc, 8);
  packet[12] = 0x10;
  return packet;
}
