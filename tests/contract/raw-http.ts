import { connect } from "node:net";

/** What came back on one connection until it ended, byte for byte. */
export interface RawAnswer {
  head: string;
  body: string;
  /** Of the first byte of the head, and of the last of all, since the request was written. */
  firstMs: number;
  lastMs: number;
  /** `ECONNRESET` when the other side broke it off. */
  error?: string;
}

/** Writes exactly this and reads to the end of the connection, which the request should ask for with `Connection: close`. */
export function rawHttp(baseUrl: string, ...pieces: string[]): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve) => {
    let text = "";
    let error: string | undefined;
    let firstMs = 0;
    const startedAt = performance.now();
    const socket = connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece, "latin1");
    });
    socket.on("data", (bytes) => {
      firstMs ||= performance.now() - startedAt;
      text += bytes.toString("latin1");
    });
    socket.on("error", (cause: NodeJS.ErrnoException) => {
      error = cause.code;
    });
    socket.on("close", () => {
      const end = text.indexOf("\r\n\r\n");
      const head = end < 0 ? text : text.slice(0, end);
      resolve({
        head,
        body: end < 0 ? "" : text.slice(end + 4),
        firstMs,
        lastMs: performance.now() - startedAt,
        error,
      });
    });
  });
}
