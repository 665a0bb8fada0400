import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface PictureServer {
  /** `http://127.0.0.1:port/picture.png`. */
  url: string;
  /** As it stands in a list of hosts. */
  host: string;
  close(): Promise<void>;
}

/** By path, `/picture.png`. May be changed while the server runs. */
export type Pictures = Map<string, Uint8Array>;

/** Somebody else's server on this machine: whoever may reach it gets the same bytes at every address, or each picture at its own and 404. */
export async function startPictureServer(pictures: Uint8Array | Pictures, port = 0): Promise<PictureServer> {
  const server = createServer(({ url = "" }, response) => {
    const bytes = pictures instanceof Map ? pictures.get(url) : pictures;
    if (bytes) response.writeHead(200, { "content-type": "image/png" }).end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
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
