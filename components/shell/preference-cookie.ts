const YEAR_S = 365 * 24 * 3600;

/** Keeps a choice for a year where the server sees it with the next page; null forgets it. */
export function setPreferenceCookie(name: string, value: string | null): void {
  const lifetime = value === null ? 0 : YEAR_S;
  document.cookie = `${name}=${value ?? ""}; path=/; max-age=${lifetime}; samesite=lax`;
}
