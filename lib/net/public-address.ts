import ipaddr from "ipaddr.js";

/** RFC 2544: nobody's network. Local proxies answer every name with an address of it and pass the connection on (“fake IP”). */
const STAND_IN_BLOCK = ipaddr.parseCIDR("198.18.0.0/15");

/**
 * Whether an IP address belongs to the public internet: not to this machine, a private network, a cloud's metadata service, a
 * tunnel, or a block that is set aside. An IPv4 address in IPv6 clothes is judged as the IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

export function isStandInAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4" && parsed.match(STAND_IN_BLOCK);
}
