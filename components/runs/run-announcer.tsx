"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { RunView } from "#lib/api/run-view.ts";
import { type Announcement, announcementsBetween } from "./announcements.ts";
import { finishedCount } from "./kiln.ts";
import { useFailureWords } from "./use-failure-words.ts";

/** Reads out what the strip shows to those who do not see it. */
export function RunAnnouncer({ runs }: { runs: readonly RunView[] }) {
  const t = useTranslations("runs.announce");
  const failureWords = useFailureWords();
  const before = useRef<readonly RunView[]>(undefined);
  const [text, setText] = useState("");

  useEffect(() => {
    const lines = announcementsBetween(before.current, runs).map(sentence);
    before.current = runs;
    if (lines.length > 0) setText(lines.join(". "));

    function sentence({ kind, generation }: Announcement): string {
      const { version, n, failure } = generation;
      if (kind === "started") return t("started", { version, count: n });
      if (kind === "picture") return t("picture", { version, done: finishedCount(generation), total: n });
      if (kind === "done") return t("done", { version, count: finishedCount(generation) });
      if (kind === "failed") return t("failed", { version, reason: failure ? failureWords(failure).meaning : "" });
      return t("canceled", { version });
    }
  }, [runs, t, failureWords]);

  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
