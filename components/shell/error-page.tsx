"use client";

import { useTranslations } from "use-intl";
import { ErrorNote } from "./error-note.tsx";
import { HomeLink } from "./home-link.tsx";
import { PageHeader } from "./page-header.tsx";

export function ErrorPage({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations("shell.error");
  return (
    <>
      <PageHeader />
      <main className="mx-auto flex max-w-md flex-col items-start gap-2 px-4 py-24">
        <ErrorNote title={t("title")} error={error} onRetry={onRetry} />
        <HomeLink className="ml-9" />
      </main>
    </>
  );
}
