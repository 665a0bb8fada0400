import { readFile } from "node:fs/promises";
import { systemClock } from "#lib/base/clock.ts";
import { pickLocale } from "#lib/i18n/locale.ts";
import {
  type CommandEnvironment,
  forgetKey,
  readCommandEnvironment,
  readShellLanguage,
} from "#lib/server/environment.ts";
import { EXIT, type ExitStatus, exitStatusOf, Interrupted } from "./exit-status.ts";
import { Output } from "./output.ts";
import { printCurl } from "./print-curl.ts";
import { type Arguments, readArguments, readLanguage, studioUrl } from "./read-arguments.ts";
import { readRecipe } from "./read-recipe.ts";
import { listenForStops, unlessAsked } from "./stops.ts";
import type { Studio } from "./studio.ts";
import { type Words, wordsIn } from "./words.ts";

/** The whole command: reads its arguments, does the work, says what went wrong, ends the process with a status of `EXIT`. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`| head`) takes nothing from the pictures: they are saved all the same.
  process.stdout.on("error", ignoreClosedPipe);
  process.stderr.on("error", ignoreClosedPipe);
  const words = wordsIn(pickLocale(readLanguage(argv), readShellLanguage()));
  process.exitCode = await run(argv, words);
  // What is written to a pipe may still be on its way.
  await new Promise((resolve) => process.stdout.write("", resolve));
  process.exit();
}

async function run(argv: readonly string[], words: Words): Promise<ExitStatus> {
  const { stdout, stderr } = process;
  let output = new Output({ stdout, stderr, json: argv.includes("--json"), quiet: false });
  try {
    const asked = readArguments(argv);
    if (asked === "help" || asked === "program-version") {
      stdout.write(`${asked === "help" ? words.help : await programVersion()}\n`);
      return EXIT.done;
    }
    output = new Output({ stdout, stderr, json: asked.json, quiet: asked.quiet });
    return await work(asked, output, words);
  } catch (error) {
    return complain(error, output, words);
  }
}

async function work(asked: Arguments, output: Output, words: Words): Promise<ExitStatus> {
  const environment = readCommandEnvironment();
  forgetKey();
  const stops = listenForStops();
  const read = await unlessAsked(stops, readRecipe(asked.recipe, process.stdin));
  if (asked.command === "curl") {
    printCurl(read, asked, environment.cloudBaseUrl, { output, words });
    return EXIT.done;
  }
  const url = asked.url ?? (environment.studioUrl && studioUrl("BACKLOT_URL", environment.studioUrl));
  const studio = await unlessAsked(stops, openStudio(url, environment));
  const task = { studio, read, asked, output, words, stops, clock: systemClock };
  try {
    if (asked.command === "generate") return await (await import("./generate.ts")).runGenerate(task);
    return await unlessAsked(stops, (await import("./preflight.ts")).runPreflight(task));
  } finally {
    // Who insists on leaving does not wait for what is on the wire; the end of the process closes everything.
    if (!stops.insisted.aborted) await studio.close();
  }
}

/** The studio at this address, and never another one; without an address one in this process. */
async function openStudio(url: string | undefined, environment: CommandEnvironment): Promise<Studio> {
  if (url === undefined) return await (await import("./local-studio.ts")).openLocalStudio(environment);
  const { createStudioFetch } = await import("#lib/server/studio-fetch.ts");
  const { openHttpStudio } = await import("./http-studio.ts");
  return await openHttpStudio({ url, fetch: createStudioFetch(url), clock: systemClock });
}

function complain(error: unknown, output: Output, words: Words): ExitStatus {
  const status = exitStatusOf(error);
  const message = error instanceof Interrupted ? words.t("interrupt.nothingSent") : words.error(error);
  output.judge("error", words.t("severity.error"), message);
  if (status === EXIT.unexpected && error instanceof Error) output.say(error.stack ?? "");
  output.record("error", { exitStatus: status, message });
  return status;
}

async function programVersion(): Promise<string> {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
