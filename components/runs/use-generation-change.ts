import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { mergeGeneration } from "#lib/client/generation-order.ts";
import { runsQuery } from "#lib/client/queries.ts";

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
      queryClient.setQueryData<RunView[]>(queryKey, (runs) => runs && (mergeGeneration(runs, changed) ?? runs));
    },
    onError: (error) => showToast({ title: failedTitle, description: errorText(error).text, tone: "danger" }),
  });
}
