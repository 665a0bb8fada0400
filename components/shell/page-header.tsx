"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { EngineBadge } from "./engine-badge.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { Logo } from "./logo.tsx";
import { ThemeMenu } from "./theme-menu.tsx";

/** The bar over every full page; the studio has its own. */
export function PageHeader() {
  const t = useTranslations("shell");
  return (
    <header className="sticky top-0 z-10 flex h-11 items-center gap-3 border-hairline border-b bg-surface-2 px-4">
      <Link href="/" className="focus-ring flex items-center gap-2 rounded-md font-semibold text-sm">
        <Logo className="size-5" />
        {t("title")}
      </Link>
      <div className="ml-auto flex items-center gap-1">
        <EngineBadge />
        <span aria-hidden className="mx-1.5 h-4 w-px bg-hairline" />
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}
