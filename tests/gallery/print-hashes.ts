import { sampleHashes } from "./sample-hashes.ts";

/** Prints the hashes of the sample as this Node computes them: `node tests/gallery/print-hashes.ts`. */
console.log(JSON.stringify(await sampleHashes()));
