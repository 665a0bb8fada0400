import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Hold =
  /** The request goes through and is carried out; of the answer no byte comes back. */
  | "answer"
  /** The request gets no further than here. */
  | "request";

export type TcpProxy = {
  port: number;
  /** From now on the first request that matches is held. Resolves when it is: for an answer, once the target has answered. */
  hold(pattern: RegExp, what: Hold): Promise<void>;
  /** Ends the connection that is held, as a line does that breaks. */
  breakHeld(): void;
  close(): Promise<void>;
};

/** Stands between two processes and lets bytes through, except where told. Held connections stay open until they are broken or somebody dies. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let order: { pattern: RegExp; what: Hold; done: () => void } | undefined;
  const heldConnections = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(targetPort, "127.0.0.1");
    let held: NonNullable<typeof order> | undefined;
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    near.on("data", (bytes) => {
      // Headers and first line of a request come in one piece here: both ends are on this machine.
      if (!held && order?.pattern.test(bytes.toString("latin1"))) {
        held = order;
        order = undefined;
        heldConnections.add(near);
        if (held.what === "request") held.done();
      }
      if (held?.what !== "request") far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (held) held.done();
      else near.write(bytes);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    hold: (pattern, what) =>
      new Promise((resolve) => {
        order = { pattern, what, done: resolve };
      }),
    breakHeld() {
      for (const socket of heldConnections) socket.resetAndDestroy();
      heldConnections.clear();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
