import type { WriteStream } from "node:tty";
import { styleText } from "node:util";
import type { Severity } from "#lib/composition/finding.ts";

const COLORS = { error: "red", warning: "yellow", note: "cyan" } as const satisfies Record<Severity, string>;
const DEFAULT_COLUMNS = 80;

export interface OutputParts {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & Partial<Pick<WriteStream, "isTTY" | "columns">>;
  /** One object a line on stdout instead of words; stderr then has errors only. */
  json: boolean;
  quiet: boolean;
}

/** Results go to stdout, words to stderr. Where stderr is a terminal its last line may be a progress line, which words do not break. */
export class Output {
  readonly #parts: OutputParts;
  #progress = "";

  constructor(parts: OutputParts) {
    this.#parts = parts;
  }

  /** Whether there is a progress line. */
  get isLive(): boolean {
    const { stderr, json, quiet } = this.#parts;
    return stderr.isTTY === true && !json && !quiet;
  }

  get columns(): number {
    // A terminal that does not know its own width says 0.
    return this.#parts.stderr.columns || DEFAULT_COLUMNS;
  }

  /** What somebody may pipe on. */
  result(text: string): void {
    if (!this.#parts.json) this.#write("stdout", text);
  }

  record(type: string, fields: object): void {
    if (this.#parts.json) this.#write("stdout", JSON.stringify({ type, ...fields }));
  }

  say(text: string): void {
    const { json, quiet } = this.#parts;
    if (!json && !quiet) this.#write("stderr", printable(text));
  }

  /** Errors are said in any case. `label` is the severity's word. */
  judge(severity: Severity, label: string, text: string): void {
    const { stderr, json, quiet } = this.#parts;
    if (severity !== "error" && (json || quiet)) return;
    const shown = styleText(["bold", COLORS[severity]], label, { stream: stderr });
    this.#write("stderr", `${shown}  ${printable(text)}`);
  }

  /** Shown until the next one; an empty one takes it away. */
  progress(line: string): void {
    if (!this.isLive) return;
    this.#parts.stderr.write(`${this.#progress ? ERASE_LINE : ""}${line}`);
    this.#progress = line;
  }

  #write(stream: "stdout" | "stderr", text: string): void {
    const line = this.#progress;
    this.progress("");
    this.#parts[stream].write(`${text}\n`);
    if (line) this.progress(line);
  }
}

const ERASE_LINE = "\r\u001b[2K";

/** A recipe names pictures and a service sends messages: neither may steer the terminal. */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, "\ufffd");
}
