// Plain JavaScript, so that a Node too old to read TypeScript still gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Backlot needs Node 22.18 or newer; this is ${process.versions.node}. Run it with "npm start": npm ci brings Node 24.`,
  );
  process.exit(1);
}
const { start } = await import("./start.ts");
await start(process.argv.slice(2));
