import type { Locale } from "./locale.ts";
import { api as apiEn } from "./messages/en/api.ts";
import { api as apiZh } from "./messages/zh-CN/api.ts";
import type { Translated } from "./translated.ts";

export type ApiMessages = Translated<typeof apiEn>;

/** The words of the API reference. Apart from `MESSAGES`, which go to the browser with every page: only the server writes these. */
export const API_MESSAGES: Record<Locale, ApiMessages> = { en: apiEn, "zh-CN": apiZh };
