import { createTranslator } from "use-intl/core";
import type { FailureView, GenerationState } from "#lib/api/run-view.ts";
import { BacklotError, type ErrorValues } from "#lib/base/errors.ts";
import type { Finding } from "#lib/composition/finding.ts";
import { COMMAND_MESSAGES } from "#lib/i18n/command-messages.ts";
import { errorText } from "#lib/i18n/error-text.ts";
import { explain, withFindingWords } from "#lib/i18n/explain.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import { MESSAGES } from "#lib/i18n/messages.ts";
import { StartRefused } from "#lib/server/start-refused.ts";
import { FileUnreadable } from "./gather-pictures.ts";
import { StudioUnreachable } from "./studio.ts";
import { reasonOf, UsageError } from "./usage-error.ts";

export type Words = ReturnType<typeof wordsIn>;

/** Everything the command says, in one language. */
export function wordsIn(locale: Locale) {
  const messages = COMMAND_MESSAGES[locale];
  const t = createTranslator({ locale, messages });
  const sentences = (...texts: string[]) => texts.join(locale === "zh-CN" ? "" : " ");
  const textOf = (code: string, values?: ErrorValues): string => {
    const { meaning, remedy } = explain(locale, code, values);
    return sentences(meaning, remedy);
  };

  return {
    t,
    help: messages.help,

    error(error: unknown): string {
      if (error instanceof UsageError) {
        const { problem, values } = error;
        const isAboutFiles = ["unreadable", "folder", "exists"].includes(problem);
        return isAboutFiles
          ? t(`usage.${problem}`, values)
          : sentences(t(`usage.${problem}`, values), t("usage.seeHelp"));
      }
      if (error instanceof StudioUnreachable) {
        return t(`studio.${error.problem}`, { url: error.url, reason: reasonOf(rootOf(error)) });
      }
      if (error instanceof FileUnreadable) {
        return t("preflight.unreadable", { file: error.file, reason: error.reason });
      }
      if (error instanceof StartRefused) return error.message;
      if (BacklotError.is(error) && error.code !== "internal") {
        return errorText(locale, error.code, withFindingWords(MESSAGES[locale], locale, error.values));
      }
      return t("unexpected", { message: error instanceof Error ? error.message : String(error) });
    },

    /** What is the matter, and what to do about it. */
    finding: ({ code, values }: Finding): string => textOf(code, values),

    /** The finding that says the same, else what upstream's code means, else ours; then upstream's own words. */
    failure({ code, upstreamCode, upstreamMessage, reading }: FailureView): string {
      const text = reading?.finding
        ? textOf(reading.finding.code, reading.finding.values)
        : textOf(upstreamCode ?? code);
      const said = [upstreamCode, upstreamMessage].filter((words) => words !== undefined);
      return said.length === 0 ? text : t("generate.said", { text, words: said.join(": ") });
    },

    state: (state: GenerationState): string => MESSAGES[locale].runs.state[state],

    pictures: (count: number): string => t("generate.pictures", { count }),

    /** Integer fen as `¥0.64`. */
    money: (fen: number): string =>
      new Intl.NumberFormat(locale, { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" }).format(
        fen / 100,
      ),
  };
}

/** What lies under `fetch failed`: `ECONNREFUSED` says more. */
function rootOf(error: Error): unknown {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
