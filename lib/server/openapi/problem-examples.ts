import type { OpenApiExample } from "#lib/api/open-api.ts";
import { API_REFERENCE_PATH, type Problem } from "#lib/api/problem.ts";
import { ERROR_STATUS, type ErrorCode } from "#lib/base/error-codes.ts";
import { errorPattern, errorValueNames } from "#lib/i18n/error-text.ts";
import type { Locale } from "#lib/i18n/locale.ts";

/** Every code as a problem; its values stand for themselves, as `{name}`. */
export function problemExamples(locale: Locale): Record<string, OpenApiExample> {
  const codes = Object.keys(ERROR_STATUS) as ErrorCode[];
  return Object.fromEntries(
    codes.map((code) => {
      const value: Problem = {
        type: `${API_REFERENCE_PATH}#${code}`,
        title: code,
        status: ERROR_STATUS[code],
        detail: errorPattern(locale, code),
        code,
        values: errorValueNames(code),
        requestId: "3b241101-e2bb-4255-8caf-4136c566a962",
      };
      return [keyOf(code), { summary: code, value }];
    }),
  );
}

export function problemExampleReference(code: ErrorCode): string {
  return `#/components/examples/${keyOf(code)}`;
}

/** Keys of components take no slash. */
function keyOf(code: ErrorCode): string {
  return code.replace("/", ".");
}
