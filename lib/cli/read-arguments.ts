import { parseArgs } from "node:util";
import { type PictureFormat, pictureFormatSchema } from "#lib/api/recipe-view.ts";
import type { ModelVersion } from "#lib/composition/document.ts";
import { isLocale, LOCALES, type Locale } from "#lib/i18n/locale.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { UsageError } from "./usage-error.ts";

export const COMMANDS = ["generate", "preflight", "curl"] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface Arguments {
  command: CommandName;
  /** A file, or `-`. */
  recipe: string;
  out: string;
  force: boolean;
  format: PictureFormat;
  /** Undefined: what the recipe says. */
  versions: readonly ModelVersion[] | undefined;
  n: number | undefined;
  strict: boolean;
  json: boolean;
  quiet: boolean;
  url: string | undefined;
}

const OPTIONS = {
  out: { type: "string", short: "o" },
  force: { type: "boolean" },
  format: { type: "string" },
  version: { type: "string" },
  pictures: { type: "string", short: "n" },
  strict: { type: "boolean" },
  json: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  lang: { type: "string" },
  url: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;
type OptionName = keyof typeof OPTIONS;

const EVERYWHERE: readonly OptionName[] = ["version", "pictures", "json", "quiet", "lang", "url", "help"];
const TAKEN: Record<CommandName, readonly OptionName[]> = {
  generate: [...EVERYWHERE, "out", "force", "format", "strict"],
  preflight: [...EVERYWHERE, "strict"],
  curl: EVERYWHERE,
};

const VERSIONS: Record<string, readonly ModelVersion[]> = { v2: ["v2"], v3: ["v3"], both: ["v2", "v3"] };

/** The language asked for, read before all else, so that what is wrong with the rest is said in it. */
export function readLanguage(argv: readonly string[]): Locale | undefined {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false });
  return isLocale(values.lang) ? values.lang : undefined;
}

/** What the command line asks for: a command, its help, or which Backlot this is. Throws UsageError. */
export function readArguments(argv: readonly string[]): Arguments | "help" | "program-version" {
  if (argv.length === 1 && argv[0] === "--version") return "program-version";
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const [command, recipe, surplus] = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const given = tokens.filter((token) => token.kind === "option");
  if (given.some(({ name }) => name === "help") || command === "help") return "help";
  if (command === undefined) throw new UsageError("noCommand");
  if (!isCommand(command)) throw new UsageError("unknownCommand", { command });

  const values: Partial<Record<OptionName, string>> = {};
  for (const { name, rawName, value, inlineValue } of given) {
    if (!isTaken(name, TAKEN[command])) throw new UsageError("unknownOption", { command, option: rawName });
    if (OPTIONS[name].type === "boolean") {
      if (value !== undefined) throw new UsageError("takesNoValue", { option: rawName });
      values[name] = "";
    } else {
      // `--out --force`: the next option is no value, though parseArgs takes it for one.
      if (value === undefined || value === "" || (!inlineValue && /^-./.test(value))) {
        throw new UsageError("needsValue", { option: rawName });
      }
      values[name] = value;
    }
  }
  if (recipe === undefined) throw new UsageError("noRecipe", { command });
  if (surplus !== undefined) throw new UsageError("surplus", { argument: surplus });
  const { lang } = values;
  if (lang !== undefined && !isLocale(lang)) throw badValue("--lang", LOCALES.join(" | "), lang);
  return {
    command,
    recipe,
    out: values.out ?? ".",
    force: values.force !== undefined,
    format: pictureFormat(values.format),
    versions: versionsOf(values.version),
    n: pictureCount(values.pictures),
    strict: values.strict !== undefined,
    json: values.json !== undefined,
    quiet: values.quiet !== undefined,
    url: values.url === undefined ? undefined : studioUrl("--url", values.url),
  };
}

/** `from`: the option or variable that names it. Throws UsageError. */
export function studioUrl(from: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw badValue(from, "http://…, https://…", value);
  }
  return value;
}

function pictureFormat(value = "png"): PictureFormat {
  const parsed = pictureFormatSchema.safeParse(value);
  if (!parsed.success) throw badValue("--format", pictureFormatSchema.options.join(" | "), value);
  return parsed.data;
}

function versionsOf(value: string | undefined): readonly ModelVersion[] | undefined {
  if (value === undefined) return undefined;
  if (!Object.hasOwn(VERSIONS, value)) throw badValue("--version", Object.keys(VERSIONS).join(" | "), value);
  return VERSIONS[value];
}

function pictureCount(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const { min, max } = LIMITS.n;
  const n = Number(value);
  if (!/^\d+$/.test(value) || n < min || n > max) throw badValue("--pictures", `${min} – ${max}`, value);
  return n;
}

function badValue(option: string, expected: string, value: string): UsageError {
  return new UsageError("badValue", { option, expected, value });
}

function isCommand(value: string): value is CommandName {
  return COMMANDS.some((command) => command === value);
}

function isTaken(name: string, taken: readonly OptionName[]): name is OptionName {
  return taken.some((option) => option === name);
}
