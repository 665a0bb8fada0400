import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface PictureServer {
  /** `http://127.0.0.1:port/picture.png`. */
  url: string;
  /** As it stands in a list of hosts. */
  host: string;
  close(): Promise<void>;
}

/** Somebody else's server on this machine: whoever may reach it gets the same bytes at every address. */
export async function startPictureServer(bytes: Uint8Array): Promise<PictureServer> {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "image/png" }).end(bytes));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/picture.png`,
    host,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
