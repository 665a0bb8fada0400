"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { setPreferenceCookie } from "./preference-cookie.ts";
import { THEME_COOKIE, type Theme, themeAttribute } from "./theme.ts";

interface Preferences {
  theme: Theme;
  /** Takes effect at once and stands in the cookie for the next page, so that no page flashes in the other theme. */
  chooseTheme(theme: Theme): void;
}

const PreferencesContext = createContext<Preferences | null>(null);

export function PreferencesProvider({ initialTheme, children }: { initialTheme: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initialTheme);
  const preferences = useMemo(
    () => ({
      theme,
      chooseTheme: (next: Theme) => {
        setTheme(next);
        showTheme(next);
        setPreferenceCookie(THEME_COOKIE, next === "system" ? null : next);
      },
    }),
    [theme],
  );

  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}

function showTheme(theme: Theme): void {
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
}

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (preferences === null) throw new Error("usePreferences outside PreferencesProvider");
  return preferences;
}
