"use client";

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuRadioGroup } from "#components/ui/menu.tsx";
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES } from "#lib/i18n/locale.ts";
import { setPreferenceCookie } from "./preference-cookie.ts";

/** The layout is rendered anew with the other texts; what is being edited stays. */
export function LanguageMenu() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t("language")}>
          <Languages aria-hidden />
        </IconButton>
      }
    >
      <MenuRadioGroup
        value={locale}
        onValueChange={(next) => {
          setPreferenceCookie(LOCALE_COOKIE, next);
          router.refresh();
        }}
        options={LOCALES.map((value) => ({ value, label: <span lang={value}>{LOCALE_NAMES[value]}</span> }))}
      />
    </Menu>
  );
}
