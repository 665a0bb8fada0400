import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiReferencePage } from "#components/api-reference/api-reference-page.tsx";
import { API_MESSAGES } from "#lib/i18n/api-messages.ts";
import { describeApi } from "#lib/server/openapi/describe-api.ts";
import { requestLocale } from "../request-locale.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: API_MESSAGES[await requestLocale()].title };
}

export default async function Page() {
  const locale = await requestLocale();
  const origin = `http://${(await headers()).get("host")}`;
  return <ApiReferencePage description={describeApi(locale)} origin={origin} locale={locale} />;
}
