import type { Locale } from "./locale.ts";
import { command as commandEn } from "./messages/en/command.ts";
import { command as commandZh } from "./messages/zh-CN/command.ts";
import type { Translated } from "./translated.ts";

/** Apart from `MESSAGES`, all of which go to the browser with every page. */
export const COMMAND_MESSAGES: Record<Locale, Translated<typeof commandEn>> = { en: commandEn, "zh-CN": commandZh };
