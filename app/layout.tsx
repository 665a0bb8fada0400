import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { pickTheme, THEME_COOKIE, themeAttribute } from "#components/shell/theme.ts";
import { MESSAGES } from "#lib/i18n/messages.ts";
import "./globals.css";
import { Providers } from "./providers.tsx";
import { requestLocale } from "./request-locale.ts";

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafa" },
    { media: "(prefers-color-scheme: dark)", color: "#181818" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { shell } = MESSAGES[await requestLocale()];
  return { title: { default: shell.title, template: `%s · ${shell.title}` }, description: shell.description };
}

/** Language and theme stand in cookies, so that the first byte is already in the right ones. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  const theme = pickTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang={locale}
      data-theme={themeAttribute(theme)}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <div className="page">
          <Providers locale={locale} messages={MESSAGES[locale]} theme={theme}>
            {children}
          </Providers>
        </div>
      </body>
    </html>
  );
}
