import type {} from "use-intl";
import type { Locale } from "./locale.ts";
import { desk as deskEn } from "./messages/en/desk.ts";
import { errors as errorsEn } from "./messages/en/errors.ts";
import { findings as findingsEn } from "./messages/en/findings.ts";
import { projects as projectsEn } from "./messages/en/projects.ts";
import { recipe as recipeEn } from "./messages/en/recipe.ts";
import { runs as runsEn } from "./messages/en/runs.ts";
import { shell as shellEn } from "./messages/en/shell.ts";
import { studio as studioEn } from "./messages/en/studio.ts";
import { upstream as upstreamEn } from "./messages/en/upstream.ts";
import { desk as deskZh } from "./messages/zh-CN/desk.ts";
import { errors as errorsZh } from "./messages/zh-CN/errors.ts";
import { findings as findingsZh } from "./messages/zh-CN/findings.ts";
import { projects as projectsZh } from "./messages/zh-CN/projects.ts";
import { recipe as recipeZh } from "./messages/zh-CN/recipe.ts";
import { runs as runsZh } from "./messages/zh-CN/runs.ts";
import { shell as shellZh } from "./messages/zh-CN/shell.ts";
import { studio as studioZh } from "./messages/zh-CN/studio.ts";
import { upstream as upstreamZh } from "./messages/zh-CN/upstream.ts";
import type { Translated } from "./translated.ts";

const en = {
  desk: deskEn,
  errors: errorsEn,
  findings: findingsEn,
  projects: projectsEn,
  recipe: recipeEn,
  runs: runsEn,
  shell: shellEn,
  studio: studioEn,
  upstream: upstreamEn,
} as const;

export type Messages = typeof en;

/** English is the source: it says which keys exist and, by its placeholders, which values each message takes. */
export const MESSAGES: Record<Locale, Translated<Messages>> = {
  en,
  "zh-CN": {
    desk: deskZh,
    errors: errorsZh,
    findings: findingsZh,
    projects: projectsZh,
    recipe: recipeZh,
    runs: runsZh,
    shell: shellZh,
    studio: studioZh,
    upstream: upstreamZh,
  },
};

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
