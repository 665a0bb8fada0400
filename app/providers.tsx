"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { IntlProvider } from "use-intl";
import { EventStream } from "#components/shell/event-stream.tsx";
import { PreferencesProvider } from "#components/shell/preferences.tsx";
import type { Theme } from "#components/shell/theme.ts";
import { ToastProvider } from "#components/ui/toast.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import { BacklotError } from "#lib/base/errors.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { MESSAGES, Messages } from "#lib/i18n/messages.ts";

export interface ProvidersProps {
  locale: Locale;
  /** Of this one language: they come with the page, so that the others are never loaded. */
  messages: (typeof MESSAGES)[Locale];
  theme: Theme;
  children: ReactNode;
}

export function Providers({ locale, messages, theme, children }: ProvidersProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      {/* use-intl types the messages by the English texts, whose placeholders every language shares. */}
      <IntlProvider
        locale={locale}
        messages={messages as unknown as Messages}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        <PreferencesProvider initialTheme={theme}>
          <TooltipProvider>
            <ToastProvider closeLabel={messages.shell.close}>{children}</ToastProvider>
          </TooltipProvider>
        </PreferencesProvider>
        <EventStream />
      </IntlProvider>
    </QueryClientProvider>
  );
}

/** The event stream tells what changed; asking again is for what it cannot tell, and for a studio that was away. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && !(BacklotError.is(error) && error.status < 500),
      },
    },
  });
}
