import { BacklotError } from "#lib/base/errors.ts";
import { BEIJING_BASE_URL, ENDPOINTS, HEADERS } from "#lib/wanx/contract/endpoints.ts";

/**
 * The command line that sends `body`, laid out as in the API reference. The key stays in the shell's own variable; the body is quoted so
 * that the shell takes every character as it is.
 */
export function curlOf(body: unknown, baseUrl: string = BEIJING_BASE_URL): string {
  const headers = [
    `'${HEADERS.async}: enable'`,
    `"Authorization: Bearer $DASHSCOPE_API_KEY"`,
    `'Content-Type: application/json'`,
  ];
  return curlOfPost(baseUrl + ENDPOINTS.submit, headers, body);
}

/** A POST of JSON as a command line. `headers` stand in it as they are, with their quotes. */
export function curlOfPost(address: string, headers: readonly string[], body: unknown): string {
  return [
    `curl --location ${quoted(address)}`,
    ...headers.map((header) => `--header ${header}`),
    `--data ${quoted(JSON.stringify(body, null, 2))}`,
  ].join(" \\\n");
}

/** For a POSIX shell: nothing in it has a meaning. */
export const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * The JSON in a pasted text: plain, or the body of a cURL command (`--data`, `--data-raw`, `--data-binary`, `--json`, `-d`). Its meaning is not
 * checked here. Throws `recipe/no-body` when there is none.
 */
export function bodyOfPastedText(text: string): unknown {
  const trimmed = text.trim();
  const source = /^curl(?:\.exe)?\s/.test(trimmed) ? dataArgument(trimmed) : trimmed;
  try {
    return JSON.parse(source ?? "");
  } catch (cause) {
    throw new BacklotError("recipe/no-body", {}, { cause });
  }
}

function dataArgument(command: string): string | undefined {
  const words = shellWords(command);
  const flag = /^(?:--data(?:-raw|-binary|-ascii)?|--json|-d)(?:=(?<value>.*))?$/s;
  for (const [index, word] of words.entries()) {
    const match = flag.exec(word);
    if (match) return match.groups?.value ?? words[index + 1];
  }
  return undefined;
}

/** The words a POSIX shell would make of a command without substitutions: '…' as it is, "…" and bare text with backslashes. */
function shellWords(command: string): string[] {
  const words: string[] = [];
  const piece = /'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\.)*)"|\\(?<escaped>.)|(?<bare>[^\s'"\\]+)|(?<space>\s+)/gs;
  let word: string | undefined;
  for (const { groups = {} } of command.matchAll(piece)) {
    if (groups.space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    // A backslash before the end of a line joins the lines; in double quotes it takes away the meaning of `"`, `\`, `$` and the backtick.
    const escaped = groups.escaped === "\n" ? undefined : groups.escaped;
    const part =
      groups.single ?? groups.double?.replace(/\\(["\\$`])/g, "$1").replace(/\\\n/g, "") ?? groups.bare ?? escaped;
    if (part !== undefined) word = (word ?? "") + part;
  }
  return word === undefined ? words : [...words, word];
}
