import { LIMITS } from "#lib/wanx/contract/limits.ts";
import type { Service } from "./service.ts";
import { deleteTasksEndedBefore, type Task } from "./task-store.ts";
import { deleteUploadsBefore } from "./upload-store.ts";

const EVERY_MS = 10 * 60 * 1000;
/** A task submitted in an upload's last minute may still have to wait for its turn. */
const UPLOAD_GRACE_MS = 24 * 3600 * 1000;

/** From then on its status is UNKNOWN; a task that waits or runs stays, however long. */
export function isExpired(task: Pick<Task, "endedAt">, now: number): boolean {
  return task.endedAt !== null && now - task.endedAt > LIMITS.resultLifetimeMs;
}

/** Deletes what nobody can reach any more, rows before files: a crash between leaves a file, never a row without one. */
export async function sweep({ db, files, clock }: Service): Promise<void> {
  const now = clock.now();
  for (const { taskId, position } of await deleteTasksEndedBefore(db, now - LIMITS.resultLifetimeMs)) {
    await files.removeResult(taskId, position);
  }
  for (const { objectKey } of await deleteUploadsBefore(db, now - LIMITS.uploadLifetimeMs - UPLOAD_GRACE_MS)) {
    await files.removeUpload(objectKey);
  }
}

/** Sweeps now and then until the signal aborts; a sweep that fails is logged and tried again at its next turn. */
export async function keepSweeping(service: Service, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sweep(service).catch((error: unknown) => {
      service.log.error({ error: String(error) }, "old tasks could not be deleted");
    });
    // Rejects only when the signal aborts, which ends the loop.
    await service.clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}
