"use client";

import { ErrorPage } from "#components/shell/error-page.tsx";

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return <ErrorPage error={error} onRetry={reset} />;
}
