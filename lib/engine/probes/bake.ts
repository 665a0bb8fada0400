import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { invariant } from "#lib/base/assert.ts";
import { floatImage } from "../math/float-image.ts";
import { repairSun } from "./repair-sun.ts";
import { encodeRgbe } from "./rgbe.ts";

/**
 * Makes the light probes beside this file. Development only: neither package is a dependency of the product.
 *
 *     mkdir probes-bake && cd probes-bake && npm init -y && npm install three@0.187 @pmndrs/assets@1.7
 *     node <project>/lib/engine/probes/bake.ts . forest apartment sunrise park city sunset
 *
 * Source: Poly Haven (polyhaven.com) panoramas, CC0 1.0, as packed in the npm package @pmndrs/assets (CC0 1.0).
 * Each becomes NAME.rgbe.br: 512 x 256 RGBE pixels, rows top to bottom, the four planes one after another, in Brotli.
 */

interface DecodedExr {
  width: number;
  height: number;
  data: Float32Array;
}
interface ExrModule {
  EXRLoader: new () => { type: number; parse(bytes: ArrayBuffer): DecodedExr };
}

const [packagesFolder, ...names] = process.argv.slice(2);
invariant(packagesFolder, "usage: node bake.ts FOLDER_WITH_NODE_MODULES NAME...");
const resolve = createRequire(join(process.cwd(), packagesFolder, "package.json")).resolve;
const load = (specifier: string) => import(pathToFileURL(resolve(specifier)).href);
/** `FloatType` of three, which its CommonJS entry does not export by name. */
const FLOAT_TYPE = 1015;
const { EXRLoader } = (await load("three/examples/jsm/loaders/EXRLoader.js")) as ExrModule;
const folder = join(process.cwd(), packagesFolder, "node_modules/@pmndrs/assets/hdri");
const all = readdirSync(folder).flatMap((file) => /^(\w+)\.exr\.js$/.exec(file)?.[1] ?? []);

for (const name of names.length > 0 ? names : all) {
  const module = (await import(pathToFileURL(join(folder, `${name}.exr.js`)).href)) as { default: string };
  const bytes = Buffer.from(module.default.slice(module.default.indexOf(",") + 1), "base64");
  const loader = new EXRLoader();
  loader.type = FLOAT_TYPE;
  const exr = loader.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const { width, height } = exr;
  const channels = exr.data.length / (width * height);
  const image = floatImage(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // The loader's rows run from bottom to top.
      const source = ((height - 1 - y) * width + x) * channels;
      for (let c = 0; c < 3; c++) image.data[(y * width + x) * 3 + c] = exr.data[source + c] as number;
    }
  }
  repairSun(image);
  const count = width * height;
  const planes = new Uint8Array(count * 4);
  const pixel = new Uint8Array(4);
  for (let i = 0; i < count; i++) {
    encodeRgbe(image.data[i * 3] as number, image.data[i * 3 + 1] as number, image.data[i * 3 + 2] as number, pixel, 0);
    for (let c = 0; c < 4; c++) planes[c * count + i] = pixel[c] as number;
  }
  const packed = brotliCompressSync(planes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(new URL(`./${name}.rgbe.br`, import.meta.url), packed);
  console.log(`${name}: ${width} x ${height}, ${packed.length} bytes`);
}
