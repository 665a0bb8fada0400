import { isPublicAddress, isStandInAddress } from "./public-address.ts";
import { RequestRefused } from "./request-refused.ts";

export interface ReachOptions {
  /**
   * Who may be asked, and nobody else; without a list, everybody on the public internet. `*.example.com` is every name below, at a
   * public address. `name` or `name:port` is somebody whom the operator means: at any address, on any port or on this one.
   */
  allowHosts?: readonly string[];
  /** `name` or `name:port` of whom the operator means beside everybody else: at any address, on any port or on this one. */
  alsoHosts?: readonly string[];
  /** Ports of hosts that are not named one by one. */
  ports?: readonly number[];
}

/** How far requests may reach. */
export interface Reach {
  /** Throws RequestRefused for what is wrong already in the address. */
  check(url: URL): void;
  /** Whether the host of `url`, which has passed `check`, may stand at this IP address. */
  mayStandAt(url: URL, address: string): boolean;
}

const DEFAULT_PORTS: Record<string, number> = { "http:": 80, "https:": 443 };

export function createReach({ allowHosts, alsoHosts = [], ports = [80, 443] }: ReachOptions): Reach {
  const entries = [...(allowHosts ?? []), ...alsoHosts].map(parseEntry);
  const isNamed = (url: URL) => entries.some((entry) => !entry.isWildcard && matches(entry, url));
  const isListed = (url: URL) => entries.some((entry) => matches(entry, url));

  return {
    check(url) {
      if (DEFAULT_PORTS[url.protocol] === undefined) throw new RequestRefused(`${url.protocol} is not http or https`);
      if (url.username || url.password)
        throw new RequestRefused("an address with a user name or password is not asked");
      if (allowHosts && !isListed(url))
        throw new RequestRefused(`host ${url.host} is not on the list of allowed hosts`);
      if (!isNamed(url) && !ports.includes(portOf(url))) {
        throw new RequestRefused(`port ${portOf(url)} of ${url.hostname} is not one of ${ports.join(", ")}`);
      }
    },
    mayStandAt(url, address) {
      if (isNamed(url) || isPublicAddress(address)) return true;
      // Behind such a proxy every name looks like this; the certificate still proves who answers.
      return isListed(url) && url.protocol === "https:" && isStandInAddress(address);
    },
  };
}

interface Entry {
  isWildcard: boolean;
  name: string;
  port: number | undefined;
}

const ENTRY = /^(\*\.)?(\[[0-9a-f:.]+\]|[^:/?#@*\s]+)(?::(\d{1,5}))?$/i;

export function isHostEntry(text: string): boolean {
  const host = ENTRY.exec(text)?.[2];
  return host !== undefined && URL.canParse(`http://${host}`);
}

/** Throws a plain Error: a list that cannot be read is the operator's to mend. */
function parseEntry(text: string): Entry {
  if (!isHostEntry(text)) throw new Error(`${text} is not a host, host:port or *.domain`);
  const [, wildcard, host, port] = ENTRY.exec(text) ?? [];
  // In the form that an address has once it is parsed: lower case, punycode, numbers as dotted quads.
  const name = new URL(`http://${host}`).hostname;
  return { isWildcard: wildcard !== undefined, name, port: port === undefined ? undefined : Number(port) };
}

function matches({ isWildcard, name, port }: Entry, url: URL): boolean {
  if (port !== undefined && port !== portOf(url)) return false;
  return isWildcard ? url.hostname.endsWith(`.${name}`) : url.hostname === name;
}

function portOf(url: URL): number {
  return url.port === "" ? (DEFAULT_PORTS[url.protocol] ?? 0) : Number(url.port);
}
