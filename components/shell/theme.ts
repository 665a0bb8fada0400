export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Absent means: as the system has it. */
export const THEME_COOKIE = "theme";

/** What stands in the cookie, else `system`. */
export function pickTheme(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}

/** What <html> carries; nothing lets the style sheet follow the system. */
export function themeAttribute(theme: Theme): "light" | "dark" | undefined {
  return theme === "system" ? undefined : theme;
}
