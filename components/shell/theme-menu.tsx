"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuRadioGroup } from "#components/ui/menu.tsx";
import { usePreferences } from "./preferences.tsx";
import { THEMES } from "./theme.ts";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

export function ThemeMenu() {
  const t = useTranslations("shell.theme");
  const { theme, chooseTheme } = usePreferences();
  const Icon = ICONS[theme];
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t("label")}>
          <Icon aria-hidden />
        </IconButton>
      }
    >
      <MenuRadioGroup
        value={theme}
        onValueChange={chooseTheme}
        options={THEMES.map((value) => {
          const OptionIcon = ICONS[value];
          return { value, label: t(value), icon: <OptionIcon aria-hidden /> };
        })}
      />
    </Menu>
  );
}
