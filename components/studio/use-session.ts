"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { showToast } from "#components/ui/toast.tsx";
import type { ProjectView } from "#lib/api/project-view.ts";
import { QUERY_KEYS } from "#lib/client/queries.ts";
import { type OpenSession, openSession } from "./open-session.ts";
import type { StudioSession } from "./studio-context.tsx";

/** Opens the project for editing until the screen is left. Null before the first effect. */
export function useSession(project: ProjectView, generate: (session: StudioSession) => void): StudioSession | null {
  const t = useTranslations("studio.save");
  const queryClient = useQueryClient();
  const [session, setSession] = useState<StudioSession | null>(null);
  const latest = useRef({ project, generate, t });
  latest.current.generate = generate;
  latest.current.t = t;
  const held = useRef<{ opened: OpenSession; isWanted: boolean } | null>(null);

  useEffect(() => {
    const mine = held.current ?? { opened: open(), isWanted: true };
    mine.isWanted = true;
    held.current = mine;
    setSession(mine.opened.session);
    return () => {
      mine.isWanted = false;
      // Strict mode takes an effect back and sets it up again at once: two sessions would save over one another.
      queueMicrotask(() => {
        if (mine.isWanted) return;
        held.current = null;
        mine.opened.close();
        void queryClient.invalidateQueries({ queryKey: QUERY_KEYS.projects });
      });
    };

    function open(): OpenSession {
      const { project: start, t: text } = latest.current;
      return openSession(start, {
        generate: (current) => latest.current.generate(current),
        onRestored: (discard) =>
          showToast({
            title: text("restored"),
            action: { label: text("restoredUndo"), onAction: discard },
          }),
      });
    }
  }, [queryClient]);

  return session;
}
