"use client";

import { Signpost } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { HomeLink } from "./home-link.tsx";
import { PageHeader } from "./page-header.tsx";

export function NotFoundPage() {
  const t = useTranslations("shell.notFound");
  return (
    <>
      <PageHeader />
      <main className="py-24">
        <EmptyState icon={<Signpost aria-hidden />} heading="h1" title={t("title")} action={<HomeLink />}>
          {t("text")}
        </EmptyState>
      </main>
    </>
  );
}
