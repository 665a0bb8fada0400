import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as images from "#tests/fixtures/images.ts";

const COMMAND = path.resolve(import.meta.dirname, "../../lib/cli/backlot.mjs");

export interface BacklotProcess {
  process: ChildProcess;
  /** What it has written on stderr so far. */
  said(): string;
  /** Resolves once stderr has these words; rejects when it ends without them. */
  untilSaid(words: string): Promise<void>;
  ended: Promise<{ status: number | NodeJS.Signals | null; stdout: string; stderr: string }>;
}

export interface Workplace {
  /** Where commands run. */
  folder: string;
  /** What a command has left in the folder for temporary files. */
  leftovers(): string[];
  write(name: string, content: string | Uint8Array): void;
  files(folder: string): string[];
  start(args: readonly string[], options?: { env?: Record<string, string>; input?: string }): BacklotProcess;
  run(args: readonly string[], options?: { env?: Record<string, string>; input?: string }): BacklotProcess["ended"];
  remove(): void;
}

/** A folder with a few small pictures and recipes, and the command in it as a process of its own, in an environment of its own. */
export async function openWorkplace(): Promise<Workplace> {
  const folder = mkdtempSync(path.join(tmpdir(), "backlot-command-"));
  const temporary = mkdtempSync(path.join(tmpdir(), "backlot-temporary-"));
  const write = (name: string, content: string | Uint8Array) => writeFileSync(path.join(folder, name), content);
  const size = { width: 256, height: 192 };
  write("bottle.png", await images.productPng(size));
  write("edge.png", await images.edgePng({ width: 128, height: 128 }));
  write("leaf.png", await images.cutOutPng("leaf", size));
  write("photo.jpg", await images.jpegPhoto());
  write("recipe.json", JSON.stringify(recipe()));

  const start: Workplace["start"] = (args, { env = {}, input = "" } = {}) => {
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      env: { NODE_ENV: "production", PATH: process.env.PATH, TMPDIR: temporary, ...env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => undefined).end(input);
    const written = { stdout: "", stderr: "" };
    const waiting = new Set<() => void>();
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        written[name] += text;
        for (const look of waiting) look();
      });
    }
    const ended = new Promise<Awaited<BacklotProcess["ended"]>>((resolve) => {
      child.once("close", (status, signal) => resolve({ status: status ?? signal, ...written }));
    });
    return {
      process: child,
      said: () => written.stderr,
      ended,
      untilSaid: (words) =>
        new Promise((resolve, reject) => {
          const look = () => {
            if (!written.stderr.includes(words)) return;
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
          ended.then(() => reject(new Error(`it ended without “${words}”:\n${written.stderr}`)));
          look();
        }),
    };
  };

  return {
    folder,
    leftovers: () => readdirSync(temporary),
    write,
    files: (name) => readdirSync(path.join(folder, name)).sort(),
    start,
    run: (args, options) => start(args, options).ended,
    remove() {
      for (const each of [folder, temporary]) rmSync(each, { recursive: true, force: true });
    },
  };
}

/** One picture of v2, from files beside the recipe. */
export function recipe(input: object = {}, parameters: object = {}) {
  return {
    model: "wanx-background-generation-v2",
    input: {
      base_image_url: "./bottle.png",
      ref_prompt: "山脉和晚霞",
      reference_edge: { background_edge: ["edge.png"], background_edge_prompt: ["a wreath"] },
      ...input,
    },
    parameters: { n: 1, model_version: "v2", ...parameters },
  };
}

/** The objects of `--json`. */
export function records(stdout: string): Record<string, unknown>[] {
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
