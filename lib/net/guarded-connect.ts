import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import type { Reach } from "./reach.ts";
import { RequestRefused } from "./request-refused.ts";

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Connections only to addresses within reach. A host that is an IP address already is never looked up, so it is judged here; the
 * addresses of a name are judged before the first packet leaves, and the one that answered again, whatever led there.
 */
export function guardedConnect(reach: Reach, lookup: LookupFunction): buildConnector.connector {
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[(.*)\]$/, "$1");
    const bracketed = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
    const url = new URL(`${options.protocol}//${bracketed}${options.port ? `:${options.port}` : ""}`);
    const refusalOf = (address: string | undefined) =>
      address !== undefined && reach.mayStandAt(url, address)
        ? undefined
        : new RequestRefused(`${hostname} is not a public address, or leads to one that is not`);

    const literal = isIP(hostname) === 0 ? undefined : refusalOf(hostname);
    if (literal) {
      callback(literal, null);
      return;
    }
    const connect = buildConnector({
      allowH2: false,
      timeout: CONNECT_TIMEOUT_MS,
      lookup: guardedLookup(lookup, refusalOf),
    } as buildConnector.BuildOptions);
    connect(options, (error, socket) => {
      const refusal = error ? undefined : refusalOf(socket?.remoteAddress);
      if (refusal) socket?.destroy();
      if (error ?? refusal) callback((error ?? refusal) as Error, null);
      else callback(null, socket as NonNullable<typeof socket>);
    });
  };
}

/** One address out of reach spoils the name: which of them is taken is not ours to choose. */
function guardedLookup(lookup: LookupFunction, refusalOf: (address: string) => Error | undefined): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const refusal = error ? null : addresses.map(refusalOf).find((each) => each !== undefined);
      callback(error ?? refusal ?? null, found, family);
    });
  };
}
