import { createTranslator } from "use-intl/core";
import type { ErrorCode } from "#lib/base/error-codes.ts";
import type { ErrorValues } from "#lib/base/errors.ts";
import type { Locale } from "./locale.ts";
import { MESSAGES } from "./messages.ts";
import { placeholdersOf } from "./placeholders.ts";

type ErrorMessages = Readonly<Record<string, string>>;

/** The text of an error by its code; a code this version does not know reads as `internal`. Never throws. */
export function errorText(locale: Locale, code: string, values: ErrorValues = {}): string {
  return formatErrorText(MESSAGES[locale].errors, locale, code, values);
}

/** The same with the names of its values in braces in their places. */
export function errorPattern(locale: Locale, code: ErrorCode): string {
  return errorText(locale, code, errorValueNames(code));
}

/** The values that the text of an error names, each standing for itself: `{ field: "{field}" }`. */
export function errorValueNames(code: ErrorCode): Record<string, string> {
  return Object.fromEntries(placeholdersOf(MESSAGES.en.errors[code]).map((name) => [name, `{${name}}`]));
}

/** The same over one language's texts, so that a page need not load the others. */
export function formatErrorText(messages: ErrorMessages, locale: Locale, code: string, values: ErrorValues): string {
  const key = Object.hasOwn(messages, code) ? code : "internal";
  const filled = Object.fromEntries(placeholdersOf(messages[key] ?? "").map((name) => [name, "…"]));
  for (const [name, value] of Object.entries(values)) filled[name] = formatValue(locale, name, value);
  return createTranslator({ locale, messages })(key, filled);
}

function formatValue(locale: Locale, name: string, value: string | number): string {
  if (typeof value === "string") return value;
  if (!name.endsWith("Bytes")) return new Intl.NumberFormat(locale, { useGrouping: value >= 100_000 }).format(value);
  const [unit, divisor] = value >= 1024 * 1024 ? (["MB", 1024 * 1024] as const) : (["KB", 1024] as const);
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value / divisor)} ${unit}`;
}
