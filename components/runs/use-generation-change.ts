import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { GenerationView } from "#lib/api/run-view.ts";
import { runsQuery } from "#lib/client/queries.ts";
import { mergeIntoPages } from "#lib/client/run-pages.ts";

/** Asks the server to change one generation and shows what became of it at once; `failedTitle` heads the toast when it cannot. */
export function useGenerationChange(
  { id, projectId }: GenerationView,
  change: (generationId: string) => Promise<GenerationView>,
  failedTitle: string,
) {
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => change(id),
    onSuccess: (changed) => {
      const { queryKey } = runsQuery(projectId);
      queryClient.setQueryData(queryKey, (runs) => runs && (mergeIntoPages(runs, changed) ?? runs));
    },
    onError: (error) => showToast({ title: failedTitle, description: errorText(error).text, tone: "danger" }),
  });
}
