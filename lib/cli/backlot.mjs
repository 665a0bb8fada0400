#!/usr/bin/env node
// Plain JavaScript, so that a Node too old to read TypeScript still gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `backlot needs Node 22.18 or newer; this is ${process.versions.node}. "npm run backlot" runs it with the Node 24 that npm ci brings.`,
  );
  process.exit(1);
}
const { main } = await import("./main.ts");
await main(process.argv.slice(2));
