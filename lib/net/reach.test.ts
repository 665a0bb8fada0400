import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address.ts";
import { createReach } from "./reach.ts";

test.each([
  ["loopback", "127.0.0.1"],
  ["this host", "0.0.0.0"],
  ["private", "10.1.2.3"],
  ["private", "172.16.0.1"],
  ["private", "192.168.0.1"],
  ["link-local, where clouds keep metadata", "169.254.169.254"],
  ["carrier-grade NAT, where Alibaba keeps metadata", "100.100.100.200"],
  ["multicast", "224.0.0.1"],
  ["set aside", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["loopback", "::1"],
  ["loopback in IPv6 clothes", "::ffff:7f00:1"],
  ["metadata in IPv6 clothes", "::ffff:a9fe:a9fe"],
  ["link-local", "fe80::1"],
  ["private", "fd00::1"],
  ["a translation prefix", "64:ff9b::7f00:1"],
  ["a tunnel", "2002:7f00:1::"],
  ["no address", "localhost"],
])("an address of the kind %s is not public: %s", (_kind, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "47.95.0.1", "2606:4700::1111", "::ffff:808:808"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const passes = (address: string, allowHosts?: string[]) => () => createReach({ allowHosts }).check(new URL(address));

test.each([
  ["another scheme", "ftp://example.com/a", /not http or https/],
  ["a file", "file:///etc/passwd", /not http or https/],
  ["bytes in the address", "data:,a", /not http or https/],
  ["a user name", "http://me@example.com/", /user name/],
  ["a password", "http://:secret@example.com/", /user name/],
  ["another port", "http://example.com:8080/", /port 8080/],
])("without a list an address with %s is refused: %s", (_what, address, words) => {
  expect(passes(address)).toThrow(words);
});

test("the refusal of an address with a password does not repeat it", () => {
  expect(passes("http://me:secret@example.com/")).not.toThrow(/secret/);
});

test.each(["https://example.com/", "http://example.com:80/", "http://example.com:443/"])(
  "without a list %s passes",
  (address) => {
    expect(passes(address)).not.toThrow();
  },
);

const list = ["*.pictures.example", "gate.example:8080", "Open.example", "[::1]:9000", "2130706433"];

test.each([
  "https://a.pictures.example/",
  "https://a.b.pictures.example/",
  "http://gate.example:8080/",
  "http://open.example/",
  "http://open.example:4711/",
  "http://[::1]:9000/",
  "http://127.0.0.1:5000/",
])("with a list %s passes", (address) => {
  expect(passes(address, list)).not.toThrow();
});

test.each([
  "https://pictures.example/",
  "https://evilpictures.example/",
  "https://a.pictures.example.evil.test/",
  "https://a.pictures.example:8443/",
  "http://gate.example/",
  "http://gate.example:8081/",
  "http://gate.example.evil.test:8080/",
  "http://localhost:9000/",
  "https://gate.example:8080@evil.test/",
])("with a list %s is refused", (address) => {
  expect(passes(address, list)).toThrow();
});

test.each(["", "*", "a b", "http://a.example", "a.example/x", "*.*.example", "me@a.example"])(
  "the list entry %j is refused when the guard is made",
  (entry) => {
    expect(() => createReach({ allowHosts: [entry] })).toThrow(/is not a host/);
  },
);

test("only a host named as itself may stand at a private address", () => {
  const reach = createReach({ allowHosts: ["*.pictures.example", "gate.example:8080"] });
  expect(reach.mayStandAt(new URL("http://gate.example:8080/"), "10.0.0.1")).toBe(true);
  expect(reach.mayStandAt(new URL("http://gate.example/"), "10.0.0.1")).toBe(false);
  expect(reach.mayStandAt(new URL("https://a.pictures.example/"), "10.0.0.1")).toBe(false);
  expect(reach.mayStandAt(new URL("https://a.pictures.example/"), "47.95.0.1")).toBe(true);
});

test("a host that is meant besides may stand anywhere, while everybody public may still be asked", () => {
  const reach = createReach({ alsoHosts: ["127.0.0.1:9000"] });
  const meant = new URL("http://127.0.0.1:9000/");
  expect(() => reach.check(meant)).not.toThrow();
  expect(reach.mayStandAt(meant, "127.0.0.1")).toBe(true);
  const other = new URL("https://pictures.example/");
  expect(() => reach.check(other)).not.toThrow();
  expect(reach.mayStandAt(other, "47.95.0.1")).toBe(true);
  expect(reach.mayStandAt(other, "127.0.0.1")).toBe(false);
  expect(() => reach.check(new URL("http://127.0.0.1:9001/"))).toThrow(/port 9001/);
});

test("the stand-in block of local proxies is let through where a certificate proves who answers, and nowhere else", () => {
  const listed = createReach({ allowHosts: ["*.pictures.example"] });
  expect(listed.mayStandAt(new URL("https://a.pictures.example/"), "198.18.0.7")).toBe(true);
  expect(listed.mayStandAt(new URL("http://a.pictures.example/"), "198.18.0.7")).toBe(false);
  expect(createReach({}).mayStandAt(new URL("https://a.pictures.example/"), "198.18.0.7")).toBe(false);
});
