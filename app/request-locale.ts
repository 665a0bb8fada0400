import { cookies, headers } from "next/headers";
import { LOCALE_COOKIE, type Locale, pickLocale } from "#lib/i18n/locale.ts";

/** The language in which this request's page is written. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return pickLocale(chosen, (await headers()).get("accept-language"));
}
