/**
 * Who may import whom. The arrows are exhaustive, not transitive, and count `import type` too: a type that looks upward is enough
 * to chain a room to the one above it. `because` is what the failure says.
 */
export interface Room {
  /** Folder from the root; the longest one that holds a file is its room. */
  folder: string;
  mayImport: readonly string[];
  because: string;
}

const pure = "it runs on both sides: no Node, no browser, no I/O";

export const ROOMS: readonly Room[] = [
  { folder: "lib/base", mayImport: [], because: "everything stands on it" },
  { folder: "lib/i18n", mayImport: ["lib/base"], because: "messages by code, without React" },
  { folder: "lib/pixels", mayImport: ["lib/base"], because: pure },
  { folder: "lib/wanx/contract", mayImport: ["lib/base"], because: pure },
  { folder: "lib/composition", mayImport: ["lib/base", "lib/wanx/contract"], because: pure },
  { folder: "lib/api", mayImport: ["lib/base", "lib/wanx/contract", "lib/composition"], because: pure },
  { folder: "lib/edges", mayImport: ["lib/base", "lib/pixels"], because: pure },
  { folder: "lib/net", mayImport: ["lib/base"], because: "it guards what leaves the house, and knows nothing of it" },
  { folder: "lib/imaging", mayImport: ["lib/base", "lib/pixels"], because: "it knows files of pixels, not projects" },
  {
    folder: "lib/cutout",
    mayImport: ["lib/base", "lib/pixels", "lib/imaging"],
    because: "it could be published alone",
  },
  {
    folder: "lib/engine",
    mayImport: ["lib/base", "lib/pixels", "lib/imaging"],
    because: "it could be published alone",
  },
  { folder: "lib/db", mayImport: ["lib/base"], because: "rows are plain; the room that owns a schema parses them" },
  { folder: "lib/storage", mayImport: ["lib/base"], because: "bytes by hash, whatever they show" },
  {
    folder: "lib/wanx/client",
    mayImport: ["lib/base", "lib/wanx/contract"],
    because: "it speaks the contract to whoever answers",
  },
  {
    folder: "lib/sandbox",
    mayImport: ["lib/base", "lib/wanx/contract", "lib/net", "lib/imaging", "lib/engine", "lib/db", "lib/storage"],
    because: "it is the upstream: it must not know the studio",
  },
  {
    folder: "lib/library",
    mayImport: [
      "lib/base",
      "lib/api",
      "lib/composition",
      "lib/pixels",
      "lib/edges",
      "lib/cutout",
      "lib/imaging",
      "lib/net",
      "lib/db",
      "lib/storage",
    ],
    because: "projects and assets exist without an upstream",
  },
  {
    folder: "lib/generation",
    mayImport: [
      "lib/base",
      "lib/api",
      "lib/wanx/contract",
      "lib/wanx/client",
      "lib/composition",
      "lib/pixels",
      "lib/imaging",
      "lib/net",
      "lib/library",
      "lib/db",
      "lib/storage",
    ],
    because: "the lane sends recipes to an upstream it cannot name",
  },
  {
    folder: "lib/server",
    mayImport: [
      "lib/base",
      "lib/i18n",
      "lib/pixels",
      "lib/wanx/contract",
      "lib/wanx/client",
      "lib/composition",
      "lib/api",
      "lib/edges",
      "lib/net",
      "lib/imaging",
      "lib/cutout",
      "lib/engine",
      "lib/db",
      "lib/storage",
      "lib/sandbox",
      "lib/library",
      "lib/generation",
    ],
    because: "it puts the server's rooms together; the browser's rooms are not among them",
  },
  {
    folder: "lib/cli",
    mayImport: ["lib/base", "lib/i18n", "lib/wanx/contract", "lib/composition", "lib/api", "lib/server"],
    because: "it is one more way in: beside the pure rooms it knows only the server, over HTTP or in its own process",
  },
  {
    folder: "lib/editor",
    mayImport: ["lib/base", "lib/composition", "lib/wanx/contract"],
    because: "the editor works without React, Konva or a server",
  },
  {
    folder: "lib/client",
    mayImport: ["lib/base", "lib/api", "lib/composition", "lib/wanx/contract", "lib/pixels", "lib/edges"],
    because: "it runs in the browser",
  },
  {
    folder: "components",
    mayImport: ["lib/base", "lib/i18n", "lib/api", "lib/composition", "lib/wanx/contract", "lib/editor", "lib/client"],
    because: "components draw; rules live in lib",
  },
  {
    folder: "app",
    mayImport: ["components", "lib/server", "lib/base", "lib/i18n", "lib/api", "lib/composition"],
    because: "routes parse, call one function of lib, and answer",
  },
];
