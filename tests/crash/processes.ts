import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.resolve(import.meta.dirname, "../..");
const LINE_TIMEOUT_MS = 20_000;

export type WatchedProcess = {
  /** The first line, of those to come and those already written, that matches; rejects when it ends without one. */
  line(pattern: RegExp): Promise<string>;
  /** Nothing is flushed, closed or told: as a power cut looks to the process. */
  kill(): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
};

/** Runs a module of this repository with plain Node. */
export function startProcess(module: string, args: string[]): WatchedProcess {
  const child: ChildProcess = spawn(process.execPath, [path.join(root, module), ...args], { cwd: root });
  const exited = once(child, "exit");
  const lines: string[] = [];
  let errors = "";
  const output = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  output.on("line", (line) => lines.push(line));
  child.stderr?.on("data", (bytes) => {
    errors += bytes;
  });

  return {
    async line(pattern) {
      const known = lines.find((line) => pattern.test(line));
      if (known !== undefined) return known;
      return await new Promise((resolve, reject) => {
        const fail = (reason: string) =>
          reject(new Error(`${module}: ${reason} ${pattern}\n${lines.join("\n")}\n${errors}`));
        const timer = setTimeout(() => fail("waited too long for"), LINE_TIMEOUT_MS);
        output.on("line", (line) => {
          if (!pattern.test(line)) return;
          clearTimeout(timer);
          resolve(line);
        });
        output.once("close", () => {
          clearTimeout(timer);
          fail("ended without");
        });
      });
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      child.kill("SIGTERM");
      const [code] = await exited;
      return code;
    },
  };
}
