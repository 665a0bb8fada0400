import type { Service } from "./service.ts";
import { deleteTasksExpiredBefore, type Task } from "./task-store.ts";
import { deleteUploadsExpiredBefore } from "./upload-store.ts";

const EVERY_MS = 10 * 60 * 1000;
/** A task submitted in an upload's last minute may still have to wait for its turn. */
const UPLOAD_GRACE_MS = 24 * 3600 * 1000;

/** From then on its status is UNKNOWN; a task that waits or runs stays, however long. */
export function isExpired(task: Pick<Task, "expiresAt">, now: number): boolean {
  return task.expiresAt !== null && now >= task.expiresAt;
}

/** Deletes what nobody can reach any more, rows before files: a crash between leaves a file, never a row without one. */
export async function sweep({ db, files, clock }: Service): Promise<void> {
  const now = clock.now();
  for (const { taskId, position } of await deleteTasksExpiredBefore(db, now)) {
    await files.removeResult(taskId, position);
  }
  for (const { objectKey } of await deleteUploadsExpiredBefore(db, now - UPLOAD_GRACE_MS)) {
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
